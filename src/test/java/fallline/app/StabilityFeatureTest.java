package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.DirectionBars;
import fallline.figure.curve.Series;
import fallline.optimizer.HyperValue;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stability in the window")
class StabilityFeatureTest {
    private static Experiment bowl(String optimizer, double rate) {
        Experiment bowl = Trial.bowl();
        String first = bowl.runs().getFirst().name();
        RunRecipe recipe = RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate)));
        return bowl.withRun(first, new Run(first, recipe));
    }

    private static void choose(OpenWindow open, String measure) {
        open.robot().rightClickOn("#convergence-figure");
        open.robot().clickOn(measure);
    }

    private static <T> boolean shows(OpenWindow open, Class<T> figure) {
        return open.fx(() -> open.figure("convergence")
                .shown()
                .filter(shown -> figure.isInstance(shown.figure()))
                .isPresent());
    }

    @Test
    @DisplayName("Sharpness stands in the menu of the curves: λmax with its limit, and then what each direction holds")
    void measures() {
        try (OpenWindow open = Furnished.window(bowl("gd", 0.01))) {
            open.settle();
            choose(open, "Sharpness");
            assertThat(open.view().convergence().measure()).isEqualTo(Measure.SHARPNESS);
            open.await(
                    "λmax is known",
                    () -> open.fx(() -> open.figure("convergence")
                            .shown()
                            .filter(shown -> shown.figure() instanceof ConvergenceFigure figure
                                    && figure.yLabel().equals("sharpness λmax")
                                    && figure.note().startsWith("dashed"))
                            .isPresent()));
            List<Series> series = open.fx(() -> ((ConvergenceFigure)
                            open.figure("convergence").shown().orElseThrow().figure())
                    .series());
            assertThat(series.getFirst().at(0)).isPositive();
            assertThat(series).anySatisfy(line -> assertThat(line.at(0)).isCloseTo(200, within(1e-9)));
            choose(open, "What is left, by direction");
            open.await("the bars are there", () -> shows(open, DirectionBars.class));
            open.press(KeyCode.ESCAPE);
        }
    }

    @Test
    @DisplayName("the rate of Adam has a limit, that of Lion has none that is known, and the slider says so")
    void bounds() {
        try (OpenWindow open = Furnished.window(bowl("adam", 0.1))) {
            open.await("the limit is known", () -> open.find("#mark-limit").isVisible());
            assertThat(open.find("#rate-bound").isVisible()).isFalse();
        }
        try (OpenWindow open = Furnished.window(bowl("lion", 0.1))) {
            open.await("what is known is said", () -> open.find("#rate-bound").isVisible());
            assertThat(open.text("#rate-bound")).isEqualTo("no bound known");
            assertThat(open.find("#mark-limit").isVisible()).isFalse();
        }
    }
}
