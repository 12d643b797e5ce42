package fallline.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The gap between two numbers")
class GapTest {
    private static long ulps(double one, double other) {
        return new Gap("x", one, other).ulps();
    }

    @Test
    @DisplayName("is counted in doubles, over zero too")
    void ulps() {
        assertThat(ulps(1, 1)).isZero();
        assertThat(ulps(1, Math.nextUp(1.0))).isEqualTo(1);
        assertThat(ulps(Math.nextUp(1.0), 1)).isEqualTo(1);
        assertThat(ulps(-1, Math.nextDown(-1.0))).isEqualTo(1);
        assertThat(ulps(Double.MIN_VALUE, -Double.MIN_VALUE)).isEqualTo(2);
        assertThat(ulps(0.0, -0.0)).isZero();
        assertThat(ulps(1, 2)).isEqualTo(1L << 52);
        assertThat(ulps(Double.MAX_VALUE, -Double.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(ulps(Double.NaN, 1)).isEqualTo(-1);
        assertThat(ulps(Double.NaN, Double.NaN)).isZero();
    }

    @Test
    @DisplayName("is relative to the larger")
    void relative() {
        assertThat(new Gap("x", 2, 1).relative()).isEqualTo(0.5);
        assertThat(new Gap("x", -1, 1).relative()).isEqualTo(2);
        assertThat(new Gap("x", 0, 0).relative()).isZero();
        assertThat(new Gap("x", 0.0, -0.0).relative()).isZero();
        assertThat(new Gap("x", Double.NaN, 1).relative()).isEqualTo(1);
    }
}
