package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.objective.Objective;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StartDragTest {
    @Test
    @DisplayName("a start that is dragged into a hole stops at its edge")
    void stops() {
        Objective objective =
                Formulas.minimise("x + sqrt(x - 0.25) + y^2", "x", "y").objective();
        double[] at = StartDrag.stopped(objective, new double[] {2, 1}, new double[] {-1, 4});
        assertThat(at[0]).isEqualTo(0.25, within(3 / 1024.0)).isGreaterThanOrEqualTo(0.25);
        assertThat(at[1]).isEqualTo(1 + 1.75, within(3 / 1024.0));
        assertThat(objective.value(at)).isFinite();
    }

    @Test
    @DisplayName("elsewhere it goes where it is dragged, also out of a hole and within one")
    void goes() {
        Objective objective = Formulas.minimise("x - log(x)", "x").objective();
        assertThat(StartDrag.stopped(objective, new double[] {1}, new double[] {3}))
                .containsExactly(3);
        assertThat(StartDrag.stopped(objective, new double[] {-1}, new double[] {2}))
                .containsExactly(2);
        assertThat(StartDrag.stopped(objective, new double[] {-1}, new double[] {-2}))
                .containsExactly(-2);
    }
}
