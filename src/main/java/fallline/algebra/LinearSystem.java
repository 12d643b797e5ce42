package fallline.algebra;

import java.util.Arrays;

/// Solves A·x = b for a dense symmetric A by elimination with partial pivoting (Golub & Van Loan 2013, algorithm
/// 3.4.1), in one fixed order of operations. An instance holds the arrays for one size and allocates nothing.
///
/// A pivot of at most n·ε times A's largest entry counts as 0. A is singular then, and x is the shortest of the
/// vectors that leave the least of b: A⁺·b, by A's eigenvectors, of which those count whose eigenvalues are larger
/// than n·ε times the largest.
public final class LinearSystem {
    private static final double EPSILON = 0x1p-52;

    private final int n;
    private final double[] a;
    private final double[] right;
    private final SymmetricEigen eigen;

    /// @param size n ≥ 1
    public LinearSystem(int size) {
        n = size;
        a = new double[n * n];
        right = new double[n];
        eigen = new SymmetricEigen(n);
    }

    /// Solves the system. Where numbers are not finite, the solution is not either.
    ///
    /// @param matrix A, n × n, row-major; left as it is
    /// @param x b before, the solution after
    /// @return false if A is singular
    public boolean solve(double[] matrix, double[] x) {
        System.arraycopy(matrix, 0, a, 0, n * n);
        System.arraycopy(x, 0, right, 0, n);
        double largest = 0;
        for (double entry : matrix) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double least = Double.isFinite(largest) ? n * EPSILON * largest : -1;
        for (int k = 0; k < n; k++) {
            swapRows(k, pivot(k), x);
            double diagonal = a[k * n + k];
            if (Math.abs(diagonal) <= least) {
                shortest(matrix, x);
                return false;
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
        return true;
    }

    /// x ← Σ v·(vᵀb)/λ over the eigenvectors that count.
    private void shortest(double[] matrix, double[] x) {
        eigen.decompose(matrix);
        double[] values = eigen.values();
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        Arrays.fill(x, 0);
        for (int k = 0; k < n; k++) {
            if (Math.abs(values[k]) <= n * EPSILON * largest) {
                continue;
            }
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += eigen.vector(i, k) * right[i];
            }
            for (int i = 0; i < n; i++) {
                x[i] += along / values[k] * eigen.vector(i, k);
            }
        }
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
