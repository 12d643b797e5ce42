package fallline.algebra;

/// Cholesky's factors of a positive definite matrix, A = L·Lᵀ, and solutions by them (Golub & Van Loan 2013, section
/// 4.2). Works in the caller's array.
public final class Cholesky {
    /// A pivot that has lost all but this part of its diagonal entry is rounding.
    private static final double LEAST = 1e-15;

    private Cholesky() {}

    /// Puts L into the lower half of `matrix`, of which the lower half is read.
    ///
    /// @return false if A is not clearly positive definite; the array is spoiled then
    public static boolean factor(double[][] matrix) {
        int n = matrix.length;
        double scale = 0;
        for (int j = 0; j < n; j++) {
            scale = Math.max(scale, matrix[j][j]);
        }
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j][j];
            for (int q = 0; q < j; q++) {
                pivot = Math.fma(-matrix[j][q], matrix[j][q], pivot);
            }
            if (!(pivot > LEAST * matrix[j][j]) || !(scale > Double.MIN_NORMAL)) {
                return false;
            }
            matrix[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double rest = matrix[i][j];
                for (int q = 0; q < j; q++) {
                    rest = Math.fma(-matrix[i][q], matrix[j][q], rest);
                }
                matrix[i][j] = rest / matrix[j][j];
            }
        }
        return true;
    }

    /// Solves A·x = b.
    ///
    /// @param factor what [#factor] left
    /// @param x b before, the solution after
    public static void solve(double[][] factor, double[] x) {
        int n = factor.length;
        for (int i = 0; i < n; i++) {
            double rest = x[i];
            for (int q = 0; q < i; q++) {
                rest = Math.fma(-factor[i][q], x[q], rest);
            }
            x[i] = rest / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double rest = x[i];
            for (int q = i + 1; q < n; q++) {
                rest = Math.fma(-factor[q][i], x[q], rest);
            }
            x[i] = rest / factor[i][i];
        }
    }
}
