package fallline.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.RandomStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dense solvers.
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
                x[i] = dot(a, i * n, truth);
            }
            double[] b = x.clone();
            new LinearSystem(n).solve(a, x);
            for (int i = 0; i < n; i++) {
                assertThat(dot(a, i * n, x)).isCloseTo(b[i], within(1e-11));
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
    @DisplayName("a singular system gets its shortest solution, or the nearest to one, and says so")
    void singular() {
        LinearSystem system = new LinearSystem(2);
        double[] free = {4, 0};
        assertThat(system.solve(new double[] {2, 0, 0, 0}, free)).isFalse();
        assertThat(free).containsExactly(2, 0);
        double[] contradiction = {4, 1};
        assertThat(system.solve(new double[] {2, 0, 0, 0}, contradiction)).isFalse();
        assertThat(contradiction).containsExactly(2, 0);
        double[] line = {2, 2};
        assertThat(system.solve(new double[] {1, 1, 1, 1}, line)).isFalse();
        assertThat(line).containsExactly(new double[] {1, 1}, within(1e-15));
        double[] nothing = {3, 5};
        assertThat(system.solve(new double[4], nothing)).isFalse();
        assertThat(nothing).containsExactly(0, 0);
        double[] regular = {1, 1};
        assertThat(system.solve(new double[] {1e13, 0, 0, 1}, regular)).isTrue();
        assertThat(regular[1]).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 30})
    @DisplayName(
            "of whole-number matrices without full rank the shortest solutions by eigenvalues and singular values agree")
    void shortest(int n) {
        for (long seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.of(seed);
            double[] a = new double[n * n];
            int rank = seed % 2 == 0 ? n - 1 : (n + 1) / 2;
            for (int r = 0; r < rank; r++) {
                double[] g = new double[n];
                for (int i = 0; i < n; i++) {
                    g[i] = random.below(7) - 3;
                }
                for (int i = 0; i < n * n; i++) {
                    a[i] += (r % 3 == 0 ? -1 : 1) * g[i / n] * g[i % n];
                }
            }
            double[] right = new double[n];
            double[][] columns = new double[n][n];
            for (int i = 0; i < n; i++) {
                right[i] = random.normal();
                System.arraycopy(a, i * n, columns[i], 0, n); // symmetric: rows are columns
            }
            double[] x = right.clone();
            assertThat(new LinearSystem(n).solve(a, x)).as("seed " + seed).isFalse();
            double[] other = SingularValues.shortest(columns, right, 1e-12);
            assertThat(x).containsExactly(other, within(1e-9 * Norm.of(other)));
        }
    }

    @Test
    @DisplayName("Cholesky's factors solve positive definite systems and refuse others")
    void cholesky() {
        double[][] a = {{4, 0, 0}, {2, 5, 0}, {1, 3, 6}};
        double[] x = {4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18};
        assertThat(Cholesky.factor(a)).isTrue();
        Cholesky.solve(a, x);
        assertThat(x).containsExactly(new double[] {1, 2, 3}, within(1e-14));
        assertThat(Cholesky.factor(new double[][] {{1, 0}, {2, 1}})).isFalse();
    }

    @Test
    @DisplayName("norms neither overflow nor vanish")
    void norms() {
        assertThat(Norm.of(new double[] {3, 4})).isEqualTo(5);
        assertThat(Norm.of(new double[] {3e200, 4e200})).isCloseTo(5e200, within(1e185));
        assertThat(Norm.scaled(new double[] {3e-200, 4e-200})).isCloseTo(5e-200, within(1e-215));
        assertThat(Norm.of(new double[] {1, Double.NaN})).isNaN();
    }

    private static double dot(double[] a, int from, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[from + i] * b[i];
        }
        return sum;
    }
}
