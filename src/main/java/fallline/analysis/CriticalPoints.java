package fallline.analysis;

import fallline.experiment.view.LossLook.Bounds;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the points of a rectangle where the gradient of a function of two parameters vanishes.
///
/// Newton's method for ∇J = 0 starts from every node of a grid, with exact first and second derivatives; its step
/// −H⁺∇J is cut to half the rectangle, and H⁺ leaves out directions in which H is singular. Nearby ends are one point.
/// A point is degenerate if an eigenvalue of H is smaller than 10⁻⁶ of what is usual in the rectangle. A grid can miss
/// points; it does not invent any.
public final class CriticalPoints {
    private static final int STARTS = 21;
    private static final int ROUNDS = 120;
    private static final int MOST = 40;
    private static final double SMALL_STEP = 1e-14;
    private static final double SMALL_GRADIENT = 1e-8;
    private static final double SINGULAR = 1e-13;
    private static final double SAME = 1e-4;
    private static final double DEGENERATE = 1e-6;

    private final Objective objective;
    private final Bounds bounds;
    private final double width;
    private final double height;
    private final double[] theta = new double[2];
    private final double[] gradient = new double[2];
    private final double[] column = new double[2];
    private final double[] direction = new double[2];
    // the Hessian at theta, its eigenvalues and the first one's unit vector
    private double hxx;
    private double hxy;
    private double hyy;
    private double low;
    private double high;
    private double cos;
    private double sin;

    private CriticalPoints(Objective objective, Bounds bounds) {
        this.objective = objective;
        this.bounds = bounds;
        width = bounds.right() - bounds.left();
        height = bounds.top() - bounds.bottom();
    }

    /// The points in `bounds`, by kind and then by J; at most 40.
    ///
    /// @param objective used by this thread alone
    /// @throws IllegalArgumentException unless it has two parameters
    public static List<CriticalPoint> of(Objective objective, Bounds bounds) {
        if (objective.dimension() != 2) {
            throw new IllegalArgumentException(
                    "critical points are sought for two parameters, got " + objective.dimension());
        }
        return new CriticalPoints(objective, bounds).find();
    }

    private List<CriticalPoint> find() {
        double[] norms = new double[STARTS * STARTS];
        double[] curvatures = new double[STARTS * STARTS];
        for (int i = 0; i < norms.length; i++) {
            goTo(i);
            norms[i] = evaluate() ? Math.hypot(gradient[0], gradient[1]) : Double.NaN;
            curvatures[i] = Math.max(Math.abs(low), Math.abs(high));
        }
        double usualGradient = usual(norms);
        double usualCurvature = usual(curvatures);
        List<CriticalPoint> found = new ArrayList<>();
        for (int i = 0; i < norms.length && found.size() < MOST; i++) {
            goTo(i);
            if (descend(SMALL_GRADIENT * usualGradient)) {
                add(found, usualCurvature);
            }
        }
        found.sort(Comparator.comparing(CriticalPoint::kind).thenComparingDouble(CriticalPoint::value));
        return found;
    }

    /// The nodes lie a little off the middle, so that none falls on a symmetry of the function.
    private void goTo(int start) {
        int across = start % STARTS;
        int up = start / STARTS;
        theta[0] = bounds.left() + width * (across + 0.47) / STARTS;
        theta[1] = bounds.bottom() + height * (up + 0.53) / STARTS;
    }

    private static double usual(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /// Goes to where the gradient vanishes; whether that was reached, in the rectangle.
    private boolean descend(double small) {
        for (int round = 0; round < ROUNDS; round++) {
            if (!evaluate()) {
                return false;
            }
            double along = cos * gradient[0] + sin * gradient[1];
            double across = -sin * gradient[0] + cos * gradient[1];
            double largest = Math.max(Math.abs(low), Math.abs(high));
            double a = Math.abs(low) > SINGULAR * largest ? -along / low : 0;
            double b = Math.abs(high) > SINGULAR * largest ? -across / high : 0;
            double dx = cos * a - sin * b;
            double dy = sin * a + cos * b;
            double share = Math.hypot(dx / width, dy / height);
            if (!(share < 1e300)) {
                return false;
            }
            double cut = Math.min(1, 0.5 / Math.max(share, 1e-300));
            theta[0] += cut * dx;
            theta[1] += cut * dy;
            if (Math.abs(theta[0] - bounds.left() - width / 2) > 2 * width
                    || Math.abs(theta[1] - bounds.bottom() - height / 2) > 2 * height) {
                return false;
            }
            if (share < SMALL_STEP) {
                break;
            }
        }
        return evaluate()
                && Math.hypot(gradient[0], gradient[1]) <= small
                && theta[0] >= bounds.left()
                && theta[0] <= bounds.right()
                && theta[1] >= bounds.bottom()
                && theta[1] <= bounds.top();
    }

    /// Gradient, Hessian and its eigenvalues at theta; whether they are finite.
    private boolean evaluate() {
        objective.gradient(theta, gradient);
        direction[0] = 1;
        direction[1] = 0;
        objective.hessianTimes(theta, direction, column);
        hxx = column[0];
        hxy = column[1];
        direction[0] = 0;
        direction[1] = 1;
        objective.hessianTimes(theta, direction, column);
        hyy = column[1];
        hxy = (hxy + column[0]) / 2;
        double middle = (hxx + hyy) / 2;
        double half = (hxx - hyy) / 2;
        double reach = Math.hypot(half, hxy);
        low = middle - reach;
        high = middle + reach;
        double angle = 0.5 * StrictMath.atan2(2 * hxy, hxx - hyy) + Math.PI / 2;
        cos = StrictMath.cos(angle);
        sin = StrictMath.sin(angle);
        return Double.isFinite(gradient[0] + gradient[1] + low + high);
    }

    private void add(List<CriticalPoint> found, double usualCurvature) {
        for (CriticalPoint other : found) {
            if (Math.hypot((other.x() - theta[0]) / width, (other.y() - theta[1]) / height) < SAME) {
                return;
            }
        }
        double flat = DEGENERATE * Math.max(usualCurvature, Math.max(Math.abs(low), Math.abs(high)));
        CriticalPoint.Kind kind = Math.abs(low) <= flat || Math.abs(high) <= flat
                ? CriticalPoint.Kind.DEGENERATE
                : low > 0
                        ? CriticalPoint.Kind.MINIMUM
                        : high < 0 ? CriticalPoint.Kind.MAXIMUM : CriticalPoint.Kind.SADDLE;
        found.add(new CriticalPoint(theta[0], theta[1], objective.value(theta), low, high, kind));
    }
}
