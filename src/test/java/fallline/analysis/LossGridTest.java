package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.experiment.view.LossLook.Bounds;
import fallline.objective.Objective;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A grid of losses")
class LossGridTest {
    private static final Bounds BOUNDS = new Bounds(-2, 2, 10, 18);

    @Test
    @DisplayName("has J at even places, the lowest row first, all other parameters held")
    void places() {
        Objective objective =
                Formulas.minimise("x + 100*y + 1000*z", "x", "y", "z").objective();
        double[] values = LossGrid.sample(objective, Plane.ofParameters(new double[] {7, 7, 7}, 0, 2), BOUNDS, 3, 2);
        assertThat(values).containsExactly(10698, 10700, 10702, 18698, 18700, 18702);
    }

    @Test
    @DisplayName("computed by several threads has the same bits, holes included")
    void together() {
        Objective objective =
                Formulas.minimise("log(x) + sqrt(y - 12)/x", "x", "y").objective();
        Plane plane = Plane.ofParameters(new double[2], 0, 1);
        double[] expected = LossGrid.sample(objective.twin(), plane, BOUNDS, 41, 37);
        for (int threads : new int[] {0, 1, 2, 5, 100}) {
            assertThat(LossGrid.sampleTogether(objective, plane, BOUNDS, 41, 37, threads, () -> false))
                    .hasValueSatisfying(values -> assertThat(values).containsExactly(expected));
        }
        assertThat(expected).contains(Double.NaN);
    }
}
