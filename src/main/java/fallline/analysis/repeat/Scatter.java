package fallline.analysis.repeat;

/// The mean and the covariance of points of a plane, and the ellipse that says them: the points at the Mahalanobis
/// distance [#RADIUS] from the mean, within which half of a normal distribution lies.
///
/// In two dimensions the share within the distance r is 1 − exp(−r²/2), so that r = √(2 ln 2) holds a half. Source:
/// Johnson & Wichern, *Applied Multivariate Statistical Analysis*, result 4.7 (r² is χ² with two degrees of freedom).
///
/// @param x the mean across
/// @param y the mean upwards
/// @param major half of the ellipse's longer axis
/// @param minor half of its shorter axis; 0 where all points lie on a line
/// @param angle of the longer axis, from the x axis, in radians
public record Scatter(double x, double y, double major, double minor, double angle) {
    /// How many deviations the ellipse reaches: it holds a half.
    public static final double RADIUS = Math.sqrt(2 * Math.log(2));

    /// Of three points or more; the covariance is that of a sample, divided by n − 1.
    ///
    /// @throws IllegalArgumentException if there are fewer
    public static Scatter of(double[] xs, double[] ys) {
        int n = xs.length;
        if (n < 3) {
            throw new IllegalArgumentException("an ellipse needs at least 3 points, got " + n);
        }
        double x = 0;
        double y = 0;
        for (int i = 0; i < n; i++) {
            x += xs[i] / n;
            y += ys[i] / n;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (xs[i] - x) * (xs[i] - x) / (n - 1);
            xy += (xs[i] - x) * (ys[i] - y) / (n - 1);
            yy += (ys[i] - y) * (ys[i] - y) / (n - 1);
        }
        // eigenvalues of a symmetric 2 × 2 matrix: half the trace ± the root
        double middle = (xx + yy) / 2;
        double root = Math.hypot((xx - yy) / 2, xy);
        double large = middle + root;
        double small = large > 0 ? Math.max(0, (xx * yy - xy * xy) / large) : 0;
        return new Scatter(
                x, y, RADIUS * Math.sqrt(large), RADIUS * Math.sqrt(small), 0.5 * Math.atan2(2 * xy, xx - yy));
    }
}
