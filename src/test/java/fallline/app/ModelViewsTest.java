package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.paint.FigureView;
import fallline.app.problem.ProblemKind;
import fallline.experiment.Start;
import fallline.figure.fit.ClassRegionsFigure;
import fallline.figure.fit.NetworkFigure;
import fallline.figure.fit.SurfaceFitFigure;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem;
import java.awt.geom.Point2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the models in the window")
class ModelViewsTest {
    private static Figure figure(OpenWindow open) {
        return open.fx(() -> ((FigureView) open.find("#fit-figure"))
                .shown()
                .map(FigureView.Shown::figure)
                .orElseThrow());
    }

    private static void fire(OpenWindow open, String button) {
        open.fx(() -> open.find(button, ButtonBase.class).fire());
    }

    private static void awaitFigure(OpenWindow open, Class<? extends Figure> kind) {
        open.await("a " + kind.getSimpleName() + " is shown", () -> ((FigureView) open.find("#fit-figure"))
                .shown()
                .filter(shown -> kind.isInstance(shown.figure()))
                .isPresent());
    }

    private static Problem.Network network(OpenWindow open) {
        return (Problem.Network) open.experiment().problem();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1 feature, LINEAR",
        "2 features, PLANE",
        "polynomial, POLYNOMIAL",
        "logistic, LOGISTIC",
        "softmax, SOFTMAX",
        "network, NETWORK"
    })
    @DisplayName("are one click each in the chooser, with data that teach them")
    void choose(String typed, ProblemKind kind) {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", typed);
            open.await(
                    "the model is there",
                    () -> ProblemKind.of(open.window().workbench().experiment().problem()) == kind);
            assertThat(((Problem.OnData) open.experiment().problem()).data().rows())
                    .isGreaterThan(10);
        }
    }

    @Test
    @DisplayName("softmax on iris shows a region for each species, over the two features that are chosen")
    void softmax() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", "softmax");
            awaitFigure(open, ClassRegionsFigure.class);
            ClassRegionsFigure first = (ClassRegionsFigure) figure(open);
            assertThat(first.names()).containsExactly("setosa", "versicolor", "virginica");
            assertThat(first.xLabel()).isEqualTo("petal_length_cm");
            assertThat(first.note()).isEqualTo("2 other features at their means");

            open.fx(() -> open.find("#fit-upwards", ComboBox.class)
                    .getSelectionModel()
                    .select(3));
            open.await("the other feature is shown", () -> ((FigureView) open.find("#fit-figure"))
                    .shown()
                    .filter(shown -> shown.figure() instanceof ClassRegionsFigure regions
                            && regions.yLabel().equals("sepal_width_cm"))
                    .isPresent());

            open.fx(() ->
                    open.find("#fit-across", ComboBox.class).getSelectionModel().select(3));
            open.await(
                    "the two have changed places",
                    () -> open.window().workbench().view().fit().across() == 3
                            && open.window().workbench().view().fit().upwards() == 0);
        }
    }

    @Test
    @DisplayName("a plane is turned by dragging, and turned back by a double click")
    void turn() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", "2 features");
            awaitFigure(open, SurfaceFitFigure.class);
            double before = open.window().workbench().view().fit().azimuth();
            javafx.geometry.Point2D middle = open.onScreen("fit", new javafx.geometry.Point2D(150, 120));
            open.robot()
                    .drag(middle, MouseButton.PRIMARY)
                    .moveBy(20, 0)
                    .moveBy(20, 0)
                    .drop();
            open.await(
                    "it is turned", () -> open.window().workbench().view().fit().azimuth() > before + 5);
        }
    }

    @Test
    @DisplayName("layers, activation and weights of a network are changed in the card, each undone alone")
    void settings() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", "network");
            open.await(
                    "the network is there",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Network);
            assertThat(network(open).design().hidden()).containsExactly(8);

            fire(open, "#layers-2");
            assertThat(network(open).design().hidden()).containsExactly(8, 8);
            Furnished.enter(open, "#units-2", "3");
            assertThat(network(open).design().hidden()).containsExactly(8, 3);
            fire(open, "#activation-relu");
            assertThat(network(open).design().activation()).isEqualTo(Activation.RELU);
            fire(open, "#weights-he");
            assertThat(open.experiment().start()).isEqualTo(new Start.Random(Start.Spread.HE, 1));

            Furnished.enter(open, "#units-1", "65");
            assertThat(network(open).design().hidden()).containsExactly(8, 3);

            open.fx(() -> open.window().workbench().undo());
            assertThat(open.experiment().start()).isEqualTo(new Start.Random(Start.Spread.GLOROT, 1));
            open.fx(() -> open.window().workbench().undo());
            assertThat(network(open).design().activation()).isEqualTo(Activation.TANH);
            open.fx(() -> open.window().workbench().undo());
            assertThat(network(open).design().hidden()).containsExactly(8, 8);
        }
    }

    @Test
    @DisplayName("squared errors for words are refused in a sentence, and the network stays")
    void refusal() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", "network");
            open.await(
                    "the network is there",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Network);
            fire(open, "#network-loss-mse");
            assertThat(network(open).design().loss()).isEqualTo(NeuralNetwork.Loss.CROSS_ENTROPY);
        }
    }

    @Test
    @DisplayName(
            "a click on a weight in the network's drawing opens a field, which changes the start; undo takes it back")
    void editWeight() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#problem", "network");
            open.await(
                    "the network is there",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Network);
            fire(open, "#tab-network");
            awaitFigure(open, NetworkFigure.class);
            double before = open.experiment().startPoint()[5];

            Point2D at = open.fx(() -> {
                FigureView.Shown shown =
                        ((FigureView) open.find("#fit-figure")).shown().orElseThrow();
                Size size = shown.size();
                return ((NetworkFigure) shown.figure()).place(size, 5);
            });
            open.robot().clickOn(open.onScreen("fit", new javafx.geometry.Point2D(at.getX(), at.getY())));
            open.await("the field is open", () -> open.find("#weight-card").isVisible());
            Furnished.enter(open, "#weight-field", "1.25");
            open.await(
                    "the start has changed",
                    () -> open.window().workbench().experiment().startPoint()[5] == 1.25);
            open.await("the drawing shows it", () -> ((FigureView) open.find("#fit-figure"))
                    .shown()
                    .filter(shown -> shown.figure() instanceof NetworkFigure drawn && drawn.theta()[5] == 1.25)
                    .isPresent());

            open.fx(() -> open.window().workbench().undo());
            assertThat(open.experiment().startPoint()[5]).isEqualTo(before);
        }
    }
}
