package fallline.analysis;

import fallline.objective.Objective;

/// A quadratic J seen in a plane: J(x, y) = value + ½ (aa·(x − x₀)² + 2 au·(x − x₀)(y − y₀) + uu·(y − y₀)²) + gx·(x − x₀)
/// + gy·(y − y₀), exactly.
///
/// A mean of squares is such a function, so that a whole surface of a least-squares problem costs four passes over the
/// rows, however fine its grid is. (x₀, y₀) is the least point of the plane where there is one, so that the contours
/// around it are not lost in rounding.
final class PlaneQuadratic {
    private final double x0;
    private final double y0;
    private final double value;
    private final double gx;
    private final double gy;
    private final double aa;
    private final double au;
    private final double uu;

    private PlaneQuadratic(double[] at, double value, double[] slopes, double[] curvatures) {
        x0 = at[0];
        y0 = at[1];
        this.value = value;
        gx = slopes[0];
        gy = slopes[1];
        aa = curvatures[0];
        au = curvatures[1];
        uu = curvatures[2];
    }

    /// @param objective a quadratic; used by this thread alone
    static PlaneQuadratic of(Objective objective, Plane plane) {
        int n = plane.dimension();
        double[] product = new double[n];
        objective.hessianTimes(plane.origin(), plane.across(), product);
        double[] across = plane.slopes(product);
        objective.hessianTimes(plane.origin(), plane.upwards(), product);
        double uu = plane.slopes(product)[1];
        double[] curvatures = {across[0], across[1], uu};
        double[] gradient = new double[n];
        objective.gradient(plane.origin(), gradient);
        double[] slopes = plane.slopes(gradient);
        double[] at = least(slopes, curvatures);
        double value = objective.gradient(plane.point(at[0], at[1]), gradient);
        return new PlaneQuadratic(at, value, plane.slopes(gradient), curvatures);
    }

    /// Where the slopes vanish; the origin, where that is not one point.
    private static double[] least(double[] slopes, double[] curvatures) {
        double determinant = curvatures[0] * curvatures[2] - curvatures[1] * curvatures[1];
        double x = (curvatures[1] * slopes[1] - curvatures[2] * slopes[0]) / determinant;
        double y = (curvatures[1] * slopes[0] - curvatures[0] * slopes[1]) / determinant;
        boolean clear = determinant > 1e-12 * curvatures[0] * curvatures[2];
        return clear && Double.isFinite(x) && Double.isFinite(y) ? new double[] {x, y} : new double[2];
    }

    double at(double x, double y) {
        double dx = x - x0;
        double dy = y - y0;
        return value + dx * (gx + 0.5 * aa * dx + au * dy) + dy * (gy + 0.5 * uu * dy);
    }
}
