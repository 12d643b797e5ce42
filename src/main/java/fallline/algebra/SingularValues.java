package fallline.algebra;

/// The singular values of a square matrix by one-sided rotations, A·V = U·Σ, accurate for small ones too, and the
/// shortest solutions that they give (Hestenes 1958; Golub & Van Loan 2013, section 8.6.3).
public final class SingularValues {
    private static final int MOST_SWEEPS = 60;
    private static final double EPSILON = 0x1p-52;

    private final int n;
    /// By column: A·V.
    private final double[][] turned;
    /// By column: V.
    private final double[][] v;

    private SingularValues(double[][] columns) {
        n = columns.length;
        turned = new double[n][];
        v = new double[n][n];
        for (int j = 0; j < n; j++) {
            turned[j] = columns[j].clone();
            v[j][j] = 1;
        }
    }

    /// The shortest x of those that make ‖A·x − b‖ least; not finite where A is not.
    ///
    /// @param columns n columns of n numbers
    /// @param b n numbers
    /// @param cut singular values up to this part of the largest count as 0
    public static double[] shortest(double[][] columns, double[] b, double cut) {
        var decomposed = new SingularValues(columns);
        decomposed.turn();
        return decomposed.solution(b, cut);
    }

    /// Turns pairs of columns until all are at right angles.
    private void turn() {
        boolean turning = true;
        for (int sweep = 0; turning && sweep < MOST_SWEEPS; sweep++) {
            turning = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    turning |= turn(p, q);
                }
            }
        }
    }

    private boolean turn(int p, int q) {
        double alpha = dot(turned[p], turned[p]);
        double beta = dot(turned[q], turned[q]);
        double gamma = dot(turned[p], turned[q]);
        if (!(Math.abs(gamma) > EPSILON * Math.sqrt(alpha) * Math.sqrt(beta))) {
            return false;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.hypot(1, t);
        double s = c * t;
        rotate(turned[p], turned[q], c, s);
        rotate(v[p], v[q], c, s);
        return true;
    }

    private static void rotate(double[] one, double[] other, double c, double s) {
        for (int i = 0; i < one.length; i++) {
            double kept = one[i];
            one[i] = c * kept - s * other[i];
            other[i] = s * kept + c * other[i];
        }
    }

    private double[] solution(double[] b, double cut) {
        double[] values = new double[n];
        double largest = 0;
        for (int j = 0; j < n; j++) {
            values[j] = Norm.of(turned[j]);
            largest = Math.max(largest, values[j]);
        }
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            if (values[j] <= cut * largest) {
                continue;
            }
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += turned[j][i] / values[j] * b[i];
            }
            for (int i = 0; i < n; i++) {
                x[i] += along / values[j] * v[j][i];
            }
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
