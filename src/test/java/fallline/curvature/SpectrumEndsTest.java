package fallline.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The ends of a spectrum")
class SpectrumEndsTest {
    /// J = ½ xᵀAx with 2 on the diagonal of A and −1 beside it: λₖ = 2 − 2 cos(kπ/(n + 1)).
    private record Chain(int dimension, Goal goal) implements Objective {
        @Override
        public List<String> parameterNames() {
            return IntStream.range(0, dimension).mapToObj(i -> "x" + i).toList();
        }

        @Override
        public double value(double[] theta) {
            double[] product = new double[dimension];
            return gradient(theta, product);
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            hessianTimes(theta, theta, gradient);
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += 0.5 * theta[i] * gradient[i];
            }
            return sum;
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            for (int i = 0; i < dimension; i++) {
                double before = i > 0 ? direction[i - 1] : 0;
                double after = i + 1 < dimension ? direction[i + 1] : 0;
                product[i] = 2 * direction[i] - before - after;
            }
        }

        @Override
        public Objective twin() {
            return this;
        }
    }

    private static double eigenvalue(int k, int n) {
        return 2 - 2 * Math.cos(k * Math.PI / (n + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 41, 150})
    @DisplayName("of a chain are 2 − 2 cos(kπ/(n + 1)), three at the top")
    void chain(int n) {
        Chain chain = new Chain(n, Goal.MINIMISE);
        double[] theta = new double[n];
        SpectrumEnds both = SpectrumEnds.at(chain, theta, 0, Optional.empty(), () -> false);
        assertThat(both.exact()).isTrue();
        assertThat(both.top()).isCloseTo(eigenvalue(n, n), within(1e-13));
        assertThat(both.smallest()).isCloseTo(eigenvalue(1, n), within(1e-13));
        assertThat(both.condition()).isCloseTo(eigenvalue(n, n) / eigenvalue(1, n), within(1e-6));
        SpectrumEnds top = SpectrumEnds.sharpest(chain, theta, 0, Optional.empty(), 3, 1e-9, () -> false);
        assertThat(top.settled()).isTrue();
        for (int rank = 0; rank < 3; rank++) {
            assertThat(top.largest()[rank]).isCloseTo(eigenvalue(n - rank, n), within(1e-8));
        }
    }

    @Test
    @DisplayName("of more than 500 parameters come from products alone, and say so")
    void large() {
        int n = 700;
        SpectrumEnds ends =
                SpectrumEnds.at(new Chain(n, Goal.MINIMISE), new double[n], 0, Optional.empty(), () -> false);
        assertThat(ends.exact()).isFalse();
        assertThat(ends.top()).isCloseTo(eigenvalue(n, n), within(1e-3));
    }

    @Test
    @DisplayName("turn round with the goal, and hold the decay of a rule")
    void goalAndDecay() {
        SpectrumEnds ends =
                SpectrumEnds.at(new Chain(9, Goal.MAXIMISE), new double[9], 0.5, Optional.empty(), () -> false);
        assertThat(ends.top()).isCloseTo(0.5 - eigenvalue(1, 9), within(1e-13));
        assertThat(ends.smallest()).isCloseTo(0.5 - eigenvalue(9, 9), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 120})
    @DisplayName("divided by P are the eigenvalues of P⁻¹H: λ v = P⁻¹H v at the end of a power iteration")
    void preconditioned(int n) {
        Chain chain = new Chain(n, Goal.MINIMISE);
        double[] divisors = new SplittableRandom(n).doubles(n, 0.5, 20).toArray();
        SpectrumEnds ends =
                SpectrumEnds.sharpest(chain, new double[n], 0, Optional.of(divisors), 1, 1e-10, () -> false);
        double[] v = new double[n];
        Arrays.fill(v, 1);
        double[] product = new double[n];
        double value = 0;
        for (int k = 0; k < 20_000; k++) {
            chain.hessianTimes(v, v, product);
            value = 0;
            for (int i = 0; i < n; i++) {
                product[i] /= divisors[i];
                value = Math.max(value, Math.abs(product[i]));
            }
            for (int i = 0; i < n; i++) {
                v[i] = product[i] / value;
            }
        }
        assertThat(ends.top()).isCloseTo(value, within(1e-7));
    }

    @Test
    @DisplayName("are given up when nobody wants them any more")
    void cancelled() {
        SpectrumEnds ends =
                SpectrumEnds.at(new Chain(600, Goal.MINIMISE), new double[600], 0, Optional.empty(), () -> true);
        assertThat(ends.settled()).isFalse();
        assertThat(ends.top()).isNaN();
    }
}
