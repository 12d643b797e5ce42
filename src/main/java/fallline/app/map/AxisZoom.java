package fallline.app.map;

import fallline.experiment.view.SweepLook.Axis;
import java.util.Optional;

/// Zooms along one axis of a sweep map, as far as numbers can be told apart.
final class AxisZoom {
    /// How many numbers lie between the middles of two cells at least.
    private static final double LEAST_ULPS = 4;

    private static final double FARTHEST = 1e250;

    private AxisZoom() {}

    /// The part of an axis between two shares of its length; beyond 0 … 1 it grows. Empty where that cannot be.
    static Optional<Axis> to(Axis axis, double from, double to) {
        double low = at(axis, from);
        double high = at(axis, to);
        double ulp = Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
        boolean told = high - low > LEAST_ULPS * axis.n() * ulp;
        boolean near = Math.abs(low) < FARTHEST && Math.abs(high) < FARTHEST;
        boolean scaled = !axis.log() || low > 1 / FARTHEST;
        return told && near && scaled ? Optional.of(axis.within(low, high)) : Optional.empty();
    }

    private static double at(Axis axis, double share) {
        return axis.log()
                ? axis.min() * Math.pow(axis.max() / axis.min(), share)
                : axis.min() + share * (axis.max() - axis.min());
    }
}
