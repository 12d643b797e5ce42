package fallline.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    /// ½ θᵀAθ.
    record Quadratic(double[][] a, Goal goal) implements Objective {
        @Override
        public int dimension() {
            return a.length;
        }

        @Override
        public List<String> parameterNames() {
            return IntStream.range(0, a.length).mapToObj(i -> "x" + i).toList();
        }

        @Override
        public double value(double[] theta) {
            double[] product = new double[a.length];
            hessianTimes(theta, theta, product);
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += 0.5 * theta[i] * product[i];
            }
            return sum;
        }

        @Override
        public double gradient(double[] theta, double[] gradient) {
            hessianTimes(theta, theta, gradient);
            return value(theta);
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            for (int i = 0; i < a.length; i++) {
                product[i] = 0;
                for (int j = 0; j < a.length; j++) {
                    product[i] += a[i][j] * direction[j];
                }
            }
        }

        @Override
        public Objective twin() {
            return this;
        }
    }

    private static Spectrum of(double[][] a) {
        return Spectrum.of(Hessian.at(new Quadratic(a, Goal.MINIMISE), new double[a.length]));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 2, 2, 2",
        "1, 0, 5, 1, 5",
        "5, 0, 1, 1, 5",
        "0, 1, 0, -1, 1",
        "3, 4, -3, -5, 5",
        "2, 2, 5, 1, 6",
        "1, 1, 1, 0, 2",
        "0, 0, 0, 0, 0",
        "-2, -2, -5, -6, -1",
        "1e300, 0, -1e300, -1e300, 1e300"
    })
    @DisplayName("two parameters: whole eigenvalues come out exactly")
    void two(double a, double b, double d, double low, double high) {
        assertThat(of(new double[][] {{a, b}, {b, d}}).values()).containsExactly(low, high);
    }

    @Test
    @DisplayName("two parameters: a condition number of 1e12 keeps the small eigenvalue")
    void illConditioned() {
        // (1 + 1e-12, 1 − 1e-12; …) has the eigenvalues 2 and 2e-12, up to the rounding of the entries
        double a = 1 + 0x1p-40;
        double b = 1 - 0x1p-40;
        Spectrum spectrum = of(new double[][] {{a, b}, {b, a}});
        assertThat(spectrum.values()).containsExactly(0x1p-39, 2);
        assertThat(spectrum.condition()).isEqualTo(0x1p40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 30})
    @DisplayName("H v = λ v, vectors are orthonormal, values ascend and add up to the trace")
    void decomposition(int n) {
        var random = new SplittableRandom(n);
        for (int trial = 0; trial < 20; trial++) {
            double[][] a = new double[n][n];
            double trace = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = random.nextDouble(-1, 1);
                    a[j][i] = a[i][j];
                }
                trace += a[i][i];
            }
            Spectrum spectrum = of(a);
            assertThat(spectrum.values()).isSorted();
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += spectrum.values()[k];
                double[] v = spectrum.vectors()[k];
                for (int i = 0; i < n; i++) {
                    double product = 0;
                    for (int j = 0; j < n; j++) {
                        product += a[i][j] * v[j];
                    }
                    assertThat(product).isCloseTo(spectrum.values()[k] * v[i], within(1e-13 * n));
                }
                for (int l = 0; l <= k; l++) {
                    double dot = 0;
                    for (int i = 0; i < n; i++) {
                        dot += v[i] * spectrum.vectors()[l][i];
                    }
                    assertThat(dot).isCloseTo(k == l ? 1 : 0, within(1e-13 * n));
                }
            }
            assertThat(sum).isCloseTo(trace, within(1e-13 * n));
            assertThat(of(a).values()).isEqualTo(spectrum.values());
        }
    }

    @Test
    @DisplayName("where the objective is maximised, the descent's Hessian is turned round, and so is the spectrum")
    void maximise() {
        var hill = new Quadratic(new double[][] {{-2, 0}, {0, -6}}, Goal.MAXIMISE);
        double[] top = {0, 0};
        assertThat(Spectrum.of(Hessian.at(hill, top)).values()).containsExactly(-6, -2);
        assertThat(Spectrum.of(Hessian.ofDescent(hill, top)).values()).containsExactly(2, 6);
        Spectrum negated = Spectrum.of(Hessian.at(hill, top)).negated();
        assertThat(negated.smallest()).isEqualTo(2);
        assertThat(negated.largest()).isEqualTo(6);
        assertThat(negated.condition()).isEqualTo(3);
        assertThat(negated.vectors()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    }

    @Test
    @DisplayName("outside the domain the eigenvalues are NaN, not an exception")
    void notFinite() {
        Spectrum spectrum = of(new double[][] {{Double.NaN, 0}, {0, 1}});
        assertThat(spectrum.smallest()).isNaN();
        assertThat(spectrum.condition()).isNaN();
    }

    @Test
    @DisplayName("more than 500 parameters are refused")
    void tooMany() {
        var large = new Quadratic(new double[501][501], Goal.MINIMISE);
        assertThatThrownBy(() -> Hessian.at(large, new double[501])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("finds the few eigenvalues of many parameters that all say the same")
    void manyEqualColumns() {
        int n = 301;
        double[][] a = new double[n][n];
        a[0][0] = 2;
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n; j++) {
                a[i][j] = 4 / 3.0;
            }
        }

        double[] values = Spectrum.of(Hessian.at(new Quadratic(a, Goal.MINIMISE), new double[n]))
                .values();

        assertThat(values[n - 1]).isCloseTo(400, within(1e-10));
        assertThat(values[n - 2]).isCloseTo(2, within(1e-12));
        for (int i = 0; i < n - 2; i++) {
            assertThat(values[i]).isCloseTo(0, within(1e-10));
        }
    }
}
