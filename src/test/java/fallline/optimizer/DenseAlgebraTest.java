package fallline.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.curvature.SymmetricEigen;
import fallline.data.RandomStream;
import fallline.optimizer.method.LinearSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dense solvers behind Newton's method.
class DenseAlgebraTest {
    private static double[] symmetric(int n, long seed) {
        RandomStream random = RandomStream.of(seed);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * n + j] = random.normal();
                a[j * n + i] = a[i * n + j];
            }
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 40})
    @DisplayName("eigenvalues and eigenvectors put the matrix together again, and the vectors are orthonormal")
    void eigen(int n) {
        for (long seed = 0; seed < 10; seed++) {
            double[] a = symmetric(n, seed);
            SymmetricEigen eigen = new SymmetricEigen(n);
            eigen.decompose(symmetric(n, seed + 100)); // an instance is used again and again
            eigen.decompose(a);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double entry = 0;
                    double product = 0;
                    for (int k = 0; k < n; k++) {
                        entry += eigen.values()[k] * eigen.vector(i, k) * eigen.vector(j, k);
                        product += eigen.vector(k, i) * eigen.vector(k, j);
                    }
                    assertThat(entry).isCloseTo(a[i * n + j], within(1e-13 * n));
                    assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13 * n));
                }
            }
        }
    }

    @Test
    @DisplayName("the eigenvalues of the second-difference matrix are 2 − 2·cos(kπ/(n + 1))")
    void secondDifferences() {
        int n = 12;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 2;
            if (i > 0) {
                a[i * n + i - 1] = -1;
                a[(i - 1) * n + i] = -1;
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(n);
        eigen.decompose(a);
        double[] values = eigen.values().clone();
        java.util.Arrays.sort(values);
        for (int k = 1; k <= n; k++) {
            assertThat(values[k - 1]).isCloseTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(1e-14));
        }
    }

    @Test
    @DisplayName("a matrix with an entry that is not finite has no eigenvalues")
    void notFinite() {
        SymmetricEigen eigen = new SymmetricEigen(2);
        eigen.decompose(new double[] {1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1});
        assertThat(eigen.values()).containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 40})
    @DisplayName("a linear system's solution gives its right-hand side back")
    void solve(int n) {
        for (long seed = 0; seed < 10; seed++) {
            double[] a = symmetric(n, seed);
            double[] truth = new double[n];
            RandomStream random = RandomStream.of(seed + 50);
            for (int i = 0; i < n; i++) {
                truth[i] = random.normal();
            }
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = Vectors.dot(a, i * n, truth, 0, n);
            }
            double[] b = x.clone();
            new LinearSystem(n).solve(a, x);
            for (int i = 0; i < n; i++) {
                assertThat(Vectors.dot(a, i * n, x, 0, n)).isCloseTo(b[i], within(1e-11));
            }
        }
    }

    @Test
    @DisplayName("a zero on the diagonal is no obstacle")
    void pivots() {
        double[] x = {3, 5};
        new LinearSystem(2).solve(new double[] {0, 1, 2, 0}, x);
        assertThat(x).containsExactly(2.5, 3);
    }

    @Test
    @DisplayName("an unknown that no equation holds stays 0, a contradiction is infinite")
    void singular() {
        double[] free = {4, 0};
        new LinearSystem(2).solve(new double[] {2, 0, 0, 0}, free);
        assertThat(free).containsExactly(2, 0);
        double[] contradiction = {4, 1};
        new LinearSystem(2).solve(new double[] {2, 0, 0, 0}, contradiction);
        assertThat(contradiction[1]).isInfinite();
    }
}
