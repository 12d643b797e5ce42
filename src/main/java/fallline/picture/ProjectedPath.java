package fallline.picture;

import fallline.analysis.Plane;
import fallline.experiment.run.PathPositions;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.figure.path.Aside;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A run's path seen from a plane: three numbers a step, however many parameters there are.
///
/// @param x one number for every finite step; NaN for one that is not recorded
/// @param y one number for every finite step
/// @param distance how far every step is from the plane
record ProjectedPath(double[] x, double[] y, double[] distance) {
    private static ProjectedPath empty(Trace trace) {
        int length = trace.lastFiniteStep() + 1;
        return new ProjectedPath(new double[length], new double[length], new double[length]);
    }

    /// The steps whose positions are stored; between those that are not, places are interpolated.
    static ProjectedPath ofStored(Trace trace, Plane plane) {
        PathPositions positions = new PathPositions(trace);
        ProjectedPath path = empty(trace);
        if (trace.recording().isPresent()) {
            path.fill(Double.NaN);
        }
        double[] theta = new double[trace.dimension()];
        int before = 0;
        for (int i = 0; i < positions.count(); i++) {
            positions.read(i, theta);
            int step = positions.step(i);
            path.set(step, plane.project(theta));
            if (trace.recording().isEmpty()) {
                path.interpolate(before, step);
            }
            before = step;
        }
        for (int step = before + 1; step < path.x.length; step++) {
            path.x[step] = path.x[before];
            path.y[step] = path.y[before];
            path.distance[step] = path.distance[before];
        }
        return path;
    }

    /// Every step, replayed from the start; empty if `cancelled`, which is asked at every step.
    static Optional<ProjectedPath> replayed(RunTask task, Trace trace, Plane plane, BooleanSupplier cancelled) {
        ProjectedPath path = empty(trace);
        Replay replay = new Replay(task, trace);
        for (int step = 0; step < path.x.length; step++) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            replay.moveTo(step);
            path.set(step, plane.project(replay.theta()));
        }
        return Optional.of(path);
    }

    private void fill(double value) {
        Arrays.fill(x, value);
        Arrays.fill(y, value);
        Arrays.fill(distance, value);
    }

    private void set(int step, Plane.Projection at) {
        x[step] = at.x();
        y[step] = at.y();
        distance[step] = at.distance();
    }

    private void interpolate(int from, int to) {
        for (int step = from + 1; step < to; step++) {
            double share = (double) (step - from) / (to - from);
            x[step] = x[from] + share * (x[to] - x[from]);
            y[step] = y[from] + share * (y[to] - y[from]);
            distance[step] = distance[from] + share * (distance[to] - distance[from]);
        }
    }

    /// How far the steps are from the plane, compared with how far the path goes in it.
    Aside aside(Plane plane) {
        float[] shares = new float[distance.length];
        double reach = reach(x, y, plane);
        boolean beside = false;
        for (int step = 0; step < shares.length; step++) {
            shares[step] = share(distance[step], reach);
            beside |= shares[step] > 1e-6f;
        }
        return beside ? new Aside(shares, 1) : Aside.NONE;
    }

    /// d/(d + reach), 0 for no distance.
    static float share(double distance, double reach) {
        return distance > 0 ? (float) (1 / (1 + reach / distance)) : 0;
    }

    /// The diagonal of the box around a path, in units of the parameters.
    static double reach(double[] x, double[] y, Plane plane) {
        return Math.hypot(extent(x) * length(plane.across()), extent(y) * length(plane.upwards()));
    }

    private static double extent(double[] values) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                lo = Math.min(lo, value);
                hi = Math.max(hi, value);
            }
        }
        return hi - lo;
    }

    private static double length(double[] direction) {
        double square = 0;
        for (double value : direction) {
            square += value * value;
        }
        return Math.sqrt(square);
    }
}
