package fallline.picture.step;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.problem.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a step is said to do.
@DisplayName("The sentence of a step")
class StepSentenceTest {
    private static final Problem PARABOLA = Formulas.minimise("w^2", "w");

    /// The step of gradient descent on w² from w at the rate α, by hand: w − 2αw.
    private static String step(double w, double rate) {
        double after = w - 2 * rate * w;
        return StepSentence.of(
                PARABOLA,
                "GD",
                0,
                new double[] {w},
                new double[] {after},
                new double[] {2 * w},
                0,
                w * w,
                after * after,
                false,
                4);
    }

    @Test
    @DisplayName("goes down the slope while J falls")
    void falls() {
        assertThat(step(20, 0.1)).isEqualTo("The slope in w is 40: GD moves w by −4, down the slope.");
    }

    @Test
    @DisplayName("says that it went past the minimum, with both numbers, when J rises")
    void rises() {
        assertThat(step(20, 1.05))
                .isEqualTo(
                        "The slope in w is 40: GD moves w by −42, down the slope past the minimum: J rises from 400 to 484.");
    }

    @Test
    @DisplayName("says no such thing where J stays level")
    void level() {
        assertThat(step(20, 1)).doesNotContain("rises");
    }
}
