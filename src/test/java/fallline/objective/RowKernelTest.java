package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.objective.kernel.BlockKernel;
import fallline.objective.kernel.CrossEntropyKernel;
import fallline.objective.kernel.Elementary;
import fallline.objective.kernel.Lanes;
import fallline.objective.kernel.SquaresKernel;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kernels of linear and logistic regression against their definition written out, row by row, on all lanes.
class RowKernelTest {
    private static final List<Lanes> LANES = AllLanes.all();

    private final SplittableRandom random = new SplittableRandom(17);

    private double[][] columns(int features, int rows) {
        double[][] x = new double[features][];
        for (int j = 0; j < features; j++) {
            x[j] = random.doubles(rows, -3, 3).toArray();
        }
        return x;
    }

    /// Σ aᵢ bᵢ over eight lanes; without b the plain sum.
    private static double lanes(double[] a, double[] b) {
        double[] lane = new double[8];
        for (int i = 0; i < a.length; i++) {
            lane[i % 8] = b.length == 0 ? lane[i % 8] + a[i] : Math.fma(a[i], b[i], lane[i % 8]);
        }
        return ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    }

    private static double[] part(double[] column, int from, int rows) {
        return Arrays.copyOfRange(column, from, from + rows);
    }

    private static double z(double[][] x, int row, double[] theta) {
        double z = theta[0];
        for (int j = 0; j < x.length; j++) {
            z = Math.fma(theta[j + 1], x[j][row], z);
        }
        return z;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15, 16, 100, 1_000, 1_023, 1_024})
    @DisplayName("squares and their product are the eight-lane sums, to the bit, for any number of rows")
    void squares(int rows) {
        for (Lanes lanes : LANES) {
            for (int features = 1; features <= 3; features++) {
                int from = random.nextInt(5);
                double[][] x = columns(features, rows + 9);
                double[] y = random.doubles(rows + 9, -3, 3).toArray();
                double[] theta = random.doubles(features + 1, -3, 3).toArray();
                double[] residual = new double[rows];
                double[] u = new double[rows];
                for (int i = 0; i < rows; i++) {
                    u[i] = z(x, from + i, theta);
                    residual[i] = u[i] - y[from + i];
                }
                BlockKernel kernel = new SquaresKernel(lanes, features);
                double[] sums = new double[features + 2];
                kernel.gradient(x, y, from, rows, theta, sums);
                double[] value = new double[features + 2];
                kernel.value(x, y, from, rows, theta, value);
                double[] product = new double[features + 2];
                kernel.product(x, y, from, rows, theta, theta, product);
                assertThat(sums[0]).isEqualTo(lanes(residual, residual)).isEqualTo(value[0]);
                assertThat(sums[1]).isEqualTo(lanes(residual, new double[0]));
                assertThat(product[1]).isEqualTo(lanes(u, new double[0]));
                assertThat(value[1]).isZero();
                for (int j = 0; j < features; j++) {
                    assertThat(sums[j + 2]).isEqualTo(lanes(residual, part(x[j], from, rows)));
                    assertThat(product[j + 2]).isEqualTo(lanes(u, part(x[j], from, rows)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 8, 9, 100, 1_024})
    @DisplayName("cross-entropy and its product are the eight-lane sums, to the bit, for any number of rows")
    void crossEntropy(int rows) {
        for (Lanes lanes : LANES) {
            int from = random.nextInt(5);
            double[][] x = columns(2, rows + 9);
            double[] y = random.ints(rows + 9, 0, 2).asDoubleStream().toArray();
            double[] theta = random.doubles(3, -3, 3).toArray();
            double[] direction = random.doubles(3, -3, 3).toArray();
            double[] loss = new double[rows];
            double[] slope = new double[rows];
            double[] curve = new double[rows];
            for (int i = 0; i < rows; i++) {
                double sign = 1 - 2 * y[from + i];
                double z = z(x, from + i, theta);
                loss[i] = Elementary.softplus(sign * z);
                slope[i] = sign * Elementary.sigmoid(sign * z);
                curve[i] = z(x, from + i, direction)
                        * (Elementary.sigmoid(-Math.abs(z)) * Elementary.sigmoid(Math.abs(z)));
            }
            BlockKernel kernel = new CrossEntropyKernel(lanes, 2);
            double[] sums = new double[4];
            kernel.gradient(x, y, from, rows, theta, sums);
            double[] product = new double[4];
            kernel.product(x, y, from, rows, theta, direction, product);
            assertThat(sums[0]).isEqualTo(lanes(loss, new double[0]));
            assertThat(sums[1]).isEqualTo(lanes(slope, new double[0]));
            assertThat(product[1]).isEqualTo(lanes(curve, new double[0]));
            for (int j = 0; j < 2; j++) {
                assertThat(sums[j + 2]).isEqualTo(lanes(slope, part(x[j], from, rows)));
                assertThat(product[j + 2]).isEqualTo(lanes(curve, part(x[j], from, rows)));
            }
        }
    }

    @Test
    @DisplayName("the sums are near the exact ones")
    void exact() {
        double[][] x = columns(1, 1_024);
        double[] y = random.doubles(1_024, -3, 3).toArray();
        double[] theta = {0, 1};
        BigDecimal truth = BigDecimal.ZERO;
        for (int i = 0; i < 1_024; i++) {
            BigDecimal r = new BigDecimal(x[0][i]).subtract(new BigDecimal(y[i]));
            truth = truth.add(r.multiply(r));
        }
        for (Lanes lanes : LANES) {
            double[] sums = new double[3];
            new SquaresKernel(lanes, 1).value(x, y, 0, 1_024, theta, sums);
            assertThat(sums[0]).isCloseTo(truth.doubleValue(), within(1e-14 * truth.doubleValue()));
        }
    }
}
