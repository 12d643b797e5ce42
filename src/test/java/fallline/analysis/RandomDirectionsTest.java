package fallline.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.objective.kernel.WeightBlock;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RandomDirectionsTest {
    /// A network 3 – 4 – 2: W1 (4 × 3), b1, W2 (2 × 4), b2.
    private static final List<WeightBlock> BLOCKS = List.of(new WeightBlock(0, 4, 3), new WeightBlock(16, 2, 4));

    private static double norm(double[] values, int from, int to) {
        return Math.sqrt(Arrays.stream(values, from, to).map(v -> v * v).sum());
    }

    @RepeatedTest(20)
    @DisplayName("every filter of a normalised direction is as long as that of the weights, biases are 0")
    void filters(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
        double[] theta = random.doubles(26, -2, 2).toArray();
        double[] direction = RandomDirections.filterNormalised(theta, BLOCKS, info.getCurrentRepetition(), 1);
        for (int unit = 0; unit < 4; unit++) {
            assertThat(norm(direction, 3 * unit, 3 * unit + 3))
                    .isEqualTo(norm(theta, 3 * unit, 3 * unit + 3), within(1e-12));
        }
        for (int unit = 0; unit < 2; unit++) {
            int from = 16 + 4 * unit;
            assertThat(norm(direction, from, from + 4)).isEqualTo(norm(theta, from, from + 4), within(1e-12));
        }
        assertThat(Arrays.copyOfRange(direction, 12, 16)).containsOnly(0);
        assertThat(Arrays.copyOfRange(direction, 24, 26)).containsOnly(0);
        assertThat(norm(direction, 0, 26)).isGreaterThan(0);
    }

    @Test
    @DisplayName("without blocks all parameters are one filter")
    void oneFilter() {
        double[] direction = RandomDirections.filterNormalised(new double[] {3, 0, 4}, List.of(), 7, 1);
        assertThat(norm(direction, 0, 3)).isEqualTo(5, within(1e-12));
        assertThat(direction[1]).as("a weight of 0 is no bias").isNotZero();
    }

    @Test
    @DisplayName("a pair has length 1 and stands at right angles; a seed gives the same pair, another another")
    void pair() {
        double[][] pair = RandomDirections.pair(50, 3);
        assertThat(norm(pair[0], 0, 50)).isEqualTo(1, within(1e-14));
        assertThat(norm(pair[1], 0, 50)).isEqualTo(1, within(1e-14));
        double dot = 0;
        for (int i = 0; i < 50; i++) {
            dot += pair[0][i] * pair[1][i];
        }
        assertThat(dot).isEqualTo(0, within(1e-15));
        assertThat(RandomDirections.pair(50, 3)).isDeepEqualTo(pair);
        assertThat(RandomDirections.pair(50, 4)[0]).isNotEqualTo(pair[0]);
    }

    @Test
    @DisplayName("components of random directions are as often negative as positive and shrink with the dimension")
    void isotropic() {
        int n = 4000;
        double[][] pair = RandomDirections.pair(n, 11);
        double mean = Arrays.stream(pair[0]).average().orElseThrow();
        assertThat(mean).as("its deviation is 1/n").isEqualTo(0, within(4.0 / n));
        double fourth = Arrays.stream(pair[0]).map(v -> n * v * n * v * v * v).sum() / n * n / n;
        assertThat(fourth).as("the fourth moment of a normal number is 3").isEqualTo(3, within(0.35));
    }
}
