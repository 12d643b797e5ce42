package fallline.analysis;

import fallline.experiment.ViewState.Bounds;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import java.util.Optional;

/// The part of a loss surface that is shown until the user asks for another.
///
/// It depends on problem and start only, so that it does not swim while runs change.
public final class LossWindow {
    private static final double PADDING = 0.3;
    private static final double AROUND_ORIGIN = 0.5;

    private LossWindow() {}

    /// Bounds for one parameter that hold the start and, where it is known, the best point; the vertical range says
    /// nothing.
    public static Bounds suggested(Objective objective, double start) {
        double best = objective.optimum().map(found -> found.point()[0]).orElse(Double.NaN);
        double[] across = span(start, best);
        return new Bounds(across[0], across[1], across[0], across[1]);
    }

    /// Bounds in a plane of two parameters that hold the start and, where it is known, the best point.
    ///
    /// @param equal whether both parameters mean the same (a formula's), so that the box is a square
    public static Bounds suggested(Objective objective, double[] start, Plane plane, boolean equal) {
        Plane.Projection from = plane.project(start);
        Optional<Plane.Projection> best = objective.optimum().map(optimum -> plane.project(optimum.point()));
        double[] across = span(from.x(), best.map(Plane.Projection::x).orElse(Double.NaN));
        double[] upwards = span(from.y(), best.map(Plane.Projection::y).orElse(Double.NaN));
        if (equal) {
            double half = Math.max(across[1] - across[0], upwards[1] - upwards[0]) / 2;
            across = around((across[0] + across[1]) / 2, half);
            upwards = around((upwards[0] + upwards[1]) / 2, half);
        }
        return new Bounds(across[0], across[1], upwards[0], upwards[1]);
    }

    private static double[] span(double start, double best) {
        double from = usable(start);
        if (Double.isNaN(best)) {
            double length = Math.max(1, Math.abs(from));
            return new double[] {Math.min(0, from) - AROUND_ORIGIN * length, Math.max(0, from) + AROUND_ORIGIN * length
            };
        }
        double least = Math.max(1e-3 * Math.abs(best), 1e-9);
        double length = Math.max(Math.abs(from - best), least);
        double low = Math.min(from, best) - PADDING * length;
        double high = Math.max(from, best) + PADDING * length;
        // The far side of the best point is shown too, so that an overshooting path stays in the picture.
        return from < best
                ? new double[] {low, Math.max(high, best + 0.6 * length)}
                : new double[] {Math.min(low, best - 0.6 * length), high};
    }

    private static double usable(double start) {
        return Double.isFinite(start) ? Math.clamp(start, -1e150, 1e150) : 1;
    }

    private static double[] around(double middle, double half) {
        return new double[] {middle - half, middle + half};
    }
}
