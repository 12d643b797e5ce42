package fallline.algebra;

import java.util.Optional;

/// Solves A·x = b for a dense symmetric A by elimination with partial pivoting (Golub & Van Loan 2013, algorithm
/// 3.4.1), in one fixed order of operations. An instance holds the arrays for one size and allocates nothing.
///
/// Where a pivot is so much smaller than its column that A may be singular, [SingularSystem] looks closer, in a way
/// that does not depend on units; if A is singular to rounding, x is the shortest solution.
public final class LinearSystem {
    private static final double DOUBTFUL = 1e-6;

    private final int n;
    private final double[] a;
    private final double[] right;

    /// @param size n ≥ 1
    public LinearSystem(int size) {
        n = size;
        a = new double[n * n];
        right = new double[n];
    }

    /// Solves the system. Where numbers are not finite, the solution is not either.
    ///
    /// @param matrix A, n × n, row-major; left as it is
    /// @param x b before, the solution after
    /// @return false if A is singular
    public boolean solve(double[] matrix, double[] x) {
        System.arraycopy(matrix, 0, a, 0, n * n);
        System.arraycopy(x, 0, right, 0, n);
        boolean clear = true;
        for (int k = 0; k < n; k++) {
            swapRows(k, pivot(k), x);
            double diagonal = a[k * n + k];
            clear &= !(Math.abs(diagonal) <= DOUBTFUL * largest(matrix, k));
            if (diagonal == 0) {
                continue;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / diagonal;
                if (factor != 0) {
                    for (int j = k + 1; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                    }
                    x[i] -= factor * x[k];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double rest = x[i];
            for (int j = i + 1; j < n; j++) {
                rest -= a[i * n + j] * x[j];
            }
            x[i] = rest == 0 ? 0 : rest / a[i * n + i];
        }
        return clear || !takeShortest(matrix, x);
    }

    /// @return whether A is singular to rounding
    private boolean takeShortest(double[] matrix, double[] x) {
        Optional<double[]> shortest = SingularSystem.shortest(matrix, right);
        shortest.ifPresent(solution -> System.arraycopy(solution, 0, x, 0, n));
        return shortest.isPresent();
    }

    private double largest(double[] matrix, int column) {
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, Math.abs(matrix[i * n + column]));
        }
        return most;
    }

    /// The row from `k` on with the largest number in column `k`.
    private int pivot(int k) {
        int best = k;
        for (int i = k + 1; i < n; i++) {
            if (Math.abs(a[i * n + k]) > Math.abs(a[best * n + k])) {
                best = i;
            }
        }
        return best;
    }

    private void swapRows(int i, int j, double[] x) {
        if (i == j) {
            return;
        }
        for (int k = 0; k < n; k++) {
            double kept = a[i * n + k];
            a[i * n + k] = a[j * n + k];
            a[j * n + k] = kept;
        }
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }
}
