package fallline.objective.model;

import fallline.algebra.DoubleDouble;
import fallline.algebra.SingularValues;
import java.util.Arrays;
import java.util.Optional;

/// Least squares by Householder's QR, a block of rows at a time: minimises ‖b + X w − y‖² + penalty·‖w‖².
///
/// The triangle R of what was read so far stands on top of the next block, and both are reduced together (the
/// sequential form of TSQR: Demmel, Grigori, Hoemmen, Langou 2012), so that memory does not grow with the rows. The
/// point is then refined: the slope Xᵀ(y − X w) is taken with twice the digits and RᵀR δ = slope is solved for what is
/// missing, which is a contraction as long as the condition number of X is below about 1e14 (Björck 1996, Numerical
/// Methods for Least Squares Problems, 2.9 and 6.6).
final class LeastSquares {
    private static final int BLOCK = 1_024;
    private static final double EPSILON = 0x1p-52;
    private static final int MOST_ROUNDS = 8;

    private final int n;
    /// By column: n columns of [1 X] and y; the first n rows hold the triangle, the others the block.
    private final double[][] work;

    private LeastSquares(int n) {
        this.n = n;
        this.work = new double[n + 1][n + BLOCK];
    }

    /// A solution.
    ///
    /// @param point `[b, w1 … wk]`
    /// @param fullRank false if the columns are dependent; the point is then the shortest of the solutions
    record Solution(double[] point, boolean fullRank) {}

    /// @param x k columns of m numbers
    /// @param y m numbers
    /// @param penalty ≥ 0
    /// @return empty if numbers overflow on the way
    static Optional<Solution> solve(double[][] x, double[] y, double penalty) {
        LeastSquares qr = factored(x, y);
        for (int j = 1; penalty > 0 && j < qr.n; j++) {
            for (double[] column : qr.work) {
                column[qr.n] = 0;
            }
            qr.work[j][qr.n] = Math.sqrt(penalty);
            qr.reduce(1);
        }
        return qr.solution().map(found -> found.fullRank() ? qr.refined(found.point(), x, y, penalty) : found);
    }

    private static LeastSquares factored(double[][] x, double[] y) {
        var qr = new LeastSquares(x.length + 1);
        for (int from = 0; from < y.length; from += BLOCK) {
            int rows = Math.min(BLOCK, y.length - from);
            for (int i = 0; i < rows; i++) {
                qr.work[0][qr.n + i] = 1;
            }
            for (int j = 0; j < x.length; j++) {
                System.arraycopy(x[j], from, qr.work[j + 1], qr.n, rows);
            }
            System.arraycopy(y, from, qr.work[qr.n], qr.n, rows);
            qr.reduce(rows);
        }
        return qr;
    }

    /// The point with its last digits right: corrections are added while they shrink.
    private Solution refined(double[] point, double[][] x, double[] y, double penalty) {
        double[] best = point;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] change = correction(DoubleDouble.slope(x, y, best, penalty));
            double size = 0;
            double[] next = best.clone();
            for (int j = 0; j < n; j++) {
                next[j] += change[j];
                size = Math.max(size, next[j] == best[j] ? 0 : Math.abs(change[j] / next[j]));
            }
            if (!(size < before / 2)) {
                break;
            }
            best = next;
            before = size;
        }
        return new Solution(best, true);
    }

    /// Solves RᵀR δ = slope.
    private double[] correction(double[] slope) {
        double[] half = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = slope[i];
            for (int j = 0; j < i; j++) {
                rest = Math.fma(-work[i][j], half[j], rest);
            }
            half[i] = rest / work[i][i];
        }
        return backSubstitution(half);
    }

    /// Turns the block's `rows` rows into zeros by reflections (Golub & Van Loan, Matrix Computations, 4th ed.,
    /// 5.1–5.2). Above the block a column has one entry that takes part: the diagonal's.
    private void reduce(int rows) {
        for (int j = 0; j < n; j++) {
            double[] v = work[j];
            double below = dot(v, v, rows);
            if (below == 0) {
                continue;
            }
            double length = Math.sqrt(Math.fma(v[j], v[j], below));
            double alpha = v[j] > 0 ? -length : length;
            double head = v[j] - alpha;
            double scale = 2 / Math.fma(head, head, below);
            for (int c = j + 1; c <= n; c++) {
                double[] column = work[c];
                double factor = scale * Math.fma(head, column[j], dot(v, column, rows));
                column[j] = Math.fma(-factor, head, column[j]);
                for (int i = n; i < n + rows; i++) {
                    column[i] = Math.fma(-factor, v[i], column[i]);
                }
            }
            v[j] = alpha;
        }
    }

    private double dot(double[] a, double[] b, int rows) {
        double sum = 0;
        for (int i = n; i < n + rows; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    private Optional<Solution> solution() {
        boolean full = true;
        for (int j = 0; j < n; j++) {
            double norm = 0;
            for (int i = 0; i <= j; i++) {
                norm = Math.fma(work[j][i], work[j][i], norm);
            }
            full &= Math.abs(work[j][j]) > 16 * n * EPSILON * Math.sqrt(norm);
            if (!(norm < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        double[] point = full ? backSubstitution(work[n]) : shortest();
        for (double value : point) {
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Solution(point, full));
    }

    /// Solves R p = right.
    private double[] backSubstitution(double[] right) {
        double[] point = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = right[i];
            for (int j = i + 1; j < n; j++) {
                rest = Math.fma(-work[j][i], point[j], rest);
            }
            point[i] = rest / work[i][i];
        }
        return point;
    }

    /// R⁺ times the right-hand side, by the singular values.
    private double[] shortest() {
        double[][] r = new double[n][n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(work[j], 0, r[j], 0, j + 1);
        }
        return SingularValues.shortest(r, Arrays.copyOf(work[n], n), 16 * n * EPSILON);
    }
}
