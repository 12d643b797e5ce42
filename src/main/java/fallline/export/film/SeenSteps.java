package fallline.export.film;

import fallline.experiment.Run;
import fallline.experiment.run.PathPositions;
import fallline.experiment.run.Trace;
import fallline.workbench.Scene;
import java.util.Arrays;

/// Which steps of a stretch a film shows.
final class SeenSteps {
    private SeenSteps() {}

    /// The steps in order, the first and the last of the stretch among them.
    static int[] of(Course.Steps stretch, Scene scene) {
        return switch (stretch.pace()) {
            case Course.Pace.Every(int stride) -> every(stretch.from(), stretch.to(), stride);
            case Course.Pace.Thinned(int frames) -> thinned(stretch.from(), stretch.to(), frames);
            case Course.Pace.ByDistance(int frames) -> byDistance(stretch, frames, scene);
        };
    }

    private static int[] every(int from, int to, int stride) {
        int count = (to - from) / stride + 1;
        boolean added = (to - from) % stride != 0;
        int[] steps = new int[added ? count + 1 : count];
        Arrays.setAll(steps, i -> Math.min(to, from + i * stride));
        return steps;
    }

    private static int[] thinned(int from, int to, int frames) {
        int[] steps = new int[Math.min(frames, to - from + 1)];
        int gaps = Math.max(1, steps.length - 1);
        Arrays.setAll(steps, i -> from + (int) Math.round((double) (to - from) * i / gaps));
        return steps;
    }

    private static int[] byDistance(Course.Steps stretch, int frames, Scene scene) {
        double[] way = way(stretch, scene);
        double whole = way[way.length - 1];
        int[] steps = new int[Math.min(frames, way.length)];
        int count = 0;
        int step = 0;
        for (int i = 0; i < frames - 1; i++) {
            while (step < way.length - 1 && way[step] < whole * i / (frames - 1)) {
                step++;
            }
            if (step < way.length - 1 && (count == 0 || steps[count - 1] < stretch.from() + step)) {
                steps[count++] = stretch.from() + step;
            }
        }
        if (count == 0 || steps[count - 1] < stretch.to()) {
            if (count == steps.length) {
                count--;
            }
            steps[count++] = stretch.to();
        }
        return Arrays.copyOf(steps, count);
    }

    /// How far the shown paths have come at each step of the stretch: each path's share of its own way, added up, so
    /// that a path with large numbers counts as much as one with small ones.
    private static double[] way(Course.Steps stretch, Scene scene) {
        double[] way = new double[stretch.to() - stretch.from() + 1];
        for (Run run : scene.shownRuns()) {
            scene.trace(run.name())
                    .filter(trace -> trace.lastFiniteStep() > stretch.from())
                    .ifPresent(trace -> add(way, shares(trace, stretch)));
        }
        for (int i = 1; i < way.length; i++) {
            way[i] += way[i - 1];
        }
        return way;
    }

    private static void add(double[] way, double[] shares) {
        for (int i = 0; i < way.length; i++) {
            way[i] += shares[i];
        }
    }

    /// How far a path moves in each step, as shares of the whole; between stored steps evenly.
    private static double[] shares(Trace trace, Course.Steps stretch) {
        double[] moved = new double[stretch.to() - stretch.from() + 1];
        if (!trace.hasPath()) {
            return moved;
        }
        PathPositions positions = new PathPositions(trace);
        double[] before = new double[trace.dimension()];
        double[] after = new double[trace.dimension()];
        double whole = 0;
        for (int i = 1; i < positions.count(); i++) {
            int first = positions.step(i - 1);
            int last = positions.step(i);
            if (last <= stretch.from() || first >= stretch.to()) {
                continue;
            }
            positions.read(i - 1, before);
            positions.read(i, after);
            double each = distance(before, after) / (last - first);
            for (int step = Math.max(first, stretch.from()) + 1; step <= Math.min(last, stretch.to()); step++) {
                moved[step - stretch.from()] = each;
                whole += each;
            }
        }
        if (whole > 0 && Double.isFinite(whole)) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] /= whole;
            }
        } else {
            Arrays.fill(moved, 0);
        }
        return moved;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double d = other[i] - one[i];
            sum += d * d;
        }
        return StrictMath.sqrt(sum);
    }
}
