package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.HoldOut;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.Series;
import fallline.figure.fit.TestRowsFigure;
import fallline.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Test rows")
class TestRowsFeatureTest {
    private static Problem.OnData problem(OpenWindow open) {
        return (Problem.OnData) open.experiment().problem();
    }

    private static List<Series> curves(OpenWindow open) {
        return open.fx(() -> ((ConvergenceFigure)
                        open.figure("convergence").shown().orElseThrow().figure())
                .series());
    }

    private static void hold(OpenWindow open, double share) {
        open.fx(() -> {
            Slider slider = (Slider) open.find("#test-slider");
            slider.setValue(share / 0.5);
            open.window().workbench().endGesture();
        });
        open.settle();
    }

    @Test
    @DisplayName("are none at first; the slider holds some out, and the test loss is a second curve")
    void slider() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.settle();
            assertThat(problem(open).data().holdOut()).isEmpty();
            assertThat(curves(open)).extracting(Series::kind).containsExactly(Series.Kind.RUN);
            assertThat(open.text("#test-share")).isEqualTo("none");

            hold(open, 0.3);
            assertThat(problem(open).data().holdOut()).contains(new HoldOut(0.3, 0));
            assertThat(open.text("#test-share")).isEqualTo("30 %");
            assertThat(problem(open).objective().rows()).isEqualTo(70);
            open.await("the second curve is painted", () -> curves(open).size() == 2);
            Series test = curves(open).get(1);
            assertThat(test.kind()).isEqualTo(Series.Kind.BESIDE);
            assertThat(test.name()).isEqualTo("test");
            double[] start = open.experiment().startPoint();
            assertThat(open.fx(() -> open.window()
                            .workbench()
                            .scene()
                            .chosenTrace()
                            .orElseThrow()
                            .testLoss(0)))
                    .isEqualTo(problem(open).heldOut().orElseThrow().twin().value(start));
        }
    }

    @Test
    @DisplayName("are drawn hollow in the fit and scored beside the training rows, and one undo takes them back")
    void fit() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            hold(open, 0.2);
            assertThat(open.fx(() -> open.figure("fit").shown().orElseThrow().figure()))
                    .isInstanceOfSatisfying(TestRowsFigure.class, figure -> assertThat(figure.x())
                            .hasSize(20));
            open.await(
                    "both are scored",
                    () -> ((Labeled) open.find("#score")).getText().contains("test R²"));

            open.fx(() -> open.window().workbench().undo());
            open.settle();
            assertThat(problem(open).data().holdOut()).isEqualTo(Optional.empty());
            assertThat(curves(open)).hasSize(1);
            open.await(
                    "the test is gone",
                    () -> !((Labeled) open.find("#score")).getText().contains("test"));
        }
    }
}
