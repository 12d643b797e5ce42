package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.paint.FigureView;
import fallline.data.BuiltInData;
import fallline.experiment.judge.Verdict;
import fallline.figure.fit.ClassRegionsFigure;
import fallline.figure.fit.LogisticMapFigure;
import fallline.figure.fit.SurfaceFitFigure;
import fallline.figure.paint.Figure;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.RunRecord;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Curved borders in the window")
class CurvedBorderTest {
    private static void awaitFigure(OpenWindow open, Class<? extends Figure> kind) {
        open.await(
                "a " + kind.getSimpleName() + " is shown",
                () -> shown(open).filter(kind::isInstance).isPresent());
    }

    private static Optional<Figure> shown(OpenWindow open) {
        return ((FigureView) open.find("#fit-figure")).shown().map(FigureView.Shown::figure);
    }

    private static Problem.OnData model(OpenWindow open) {
        return (Problem.OnData) open.experiment().problem();
    }

    private static void slide(OpenWindow open, double place) {
        open.fx(() -> ((Slider) open.find("#degree-slider")).setValue(place));
        open.settle();
    }

    @ParameterizedTest
    @CsvSource({"two_rings, 2, 6", "chips, 6, 28"})
    @DisplayName("come with sets of the gallery, whose first run is converged")
    void sets(String id, int degree, int parameters) {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#data-sets");
            open.await(
                    "the sets are there",
                    () -> open.robot().lookup("#tile-" + id).tryQuery().isPresent());
            open.fx(() -> ((ToggleButton) open.find("#tile-" + id)).fire());
            open.click("#gallery-use");
            awaitFigure(open, ClassRegionsFigure.class);
            assertThat(model(open).options().degree()).isEqualTo(degree);
            assertThat(open.start()).hasSize(parameters);
            open.await("the first run is converged", () -> open.window().workbench().scene().records().values().stream()
                    .map(RunRecord::verdict)
                    .flatMap(Optional::stream)
                    .anyMatch(Verdict.Converged.class::isInstance));
            ClassRegionsFigure figure = (ClassRegionsFigure) shown(open).orElseThrow();
            assertThat(figure.target()).singleElement().satisfies(line -> assertThat(line.closed())
                    .isTrue());
        }
    }

    @Test
    @DisplayName("are drawn when the degree of two features is raised, and undo makes the border straight again")
    void degree() {
        try (OpenWindow open = Furnished.window(
                Fixtures.EXPERIMENTS.forLogistic(BuiltInData.dataset("two_rings"), List.of("x1", "x2"), "ring"))) {
            awaitFigure(open, LogisticMapFigure.class);
            slide(open, 0.2); // of 1 to 6
            assertThat(model(open).options().degree()).isEqualTo(2);
            assertThat(model(open).objective().parameterNames())
                    .containsExactly("intercept", "x1", "x2", "x1^2", "x1*x2", "x2^2");
            awaitFigure(open, ClassRegionsFigure.class);
            slide(open, 1);
            assertThat(model(open).options().degree()).isEqualTo(6);
            assertThat(open.start()).hasSize(28);
            open.fx(() -> open.window().workbench().undo());
            open.settle();
            assertThat(model(open).options().degree()).isEqualTo(1);
            awaitFigure(open, LogisticMapFigure.class);
        }
    }

    @Test
    @DisplayName("a plane through two features bends as well, and l1 is typed beside the ridge")
    void surface() {
        try (OpenWindow open = Furnished.window(
                Fixtures.EXPERIMENTS.forLinear(BuiltInData.dataset("chips"), List.of("test_1"), "test_2"))) {
            Furnished.choose(open, "#problem", "2 features");
            awaitFigure(open, SurfaceFitFigure.class);
            slide(open, 0.4);
            assertThat(model(open).options().degree()).isEqualTo(3);
            assertThat(open.start()).hasSize(10);
            assertThat(open.find("#lasso-slider").isVisible()).isTrue();
            open.fx(() -> {
                TextField lasso = (TextField) open.find("#lasso");
                lasso.setText("0.5");
                lasso.fireEvent(new javafx.event.ActionEvent());
            });
            open.settle();
            assertThat(model(open).options().l1()).isEqualTo(0.5);
            assertThat(model(open).options().degree()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("with l1 a method that searches lines is refused in a sentence, and the run keeps its own")
    void refused() {
        Problem lasso = Problems.linear(
                BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", new ModelOptions(false, 1, 0, 0.1, false));
        try (OpenWindow open = Furnished.window(Fixtures.EXPERIMENTS.forModel((Problem.OnData) lasso))) {
            Furnished.choose(open, "#optimizer", "newton");
            open.await("it is said", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                    .anyMatch(toast -> toast.getText().contains("newton does not go with l1")));
            assertThat(open.experiment().runs().getFirst().recipe().optimizer()).isEqualTo("gd");
        }
    }
}
