package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.figure.label.Landmark;
import fallline.figure.path.Trail;
import fallline.figure.plot.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Parts of a plane that hold what one may want to see.
final class MapBounds {
    private static final double PADDING = 0.15;
    private static final double FARTHEST = 1e150;
    /// Of a run that diverged, so many times its first step is shown.
    private static final double DIVERGED = 60;

    /// After so many steps not every one is looked at.
    private static final int DENSE = 4_000;

    private MapBounds() {}

    /// All of the paths; of those that diverge, their beginning.
    static Bounds ofPaths(List<Trail> trails) {
        return around(points(trails));
    }

    /// The marks, with room for the ends of the paths that came near.
    ///
    /// @param marks at least one
    static Bounds ofMarks(List<Landmark> marks, List<Trail> trails, Bounds shown) {
        List<double[]> points = new ArrayList<>();
        marks.forEach(mark -> points.add(new double[] {mark.x(), mark.y()}));
        double across = shown.right() - shown.left();
        double upwards = shown.top() - shown.bottom();
        List<double[]> wanted = new ArrayList<>(points);
        for (Trail trail : trails) {
            int end = trail.length() - 1;
            for (double[] mark : points) {
                boolean near = Math.abs(trail.x()[end] - mark[0]) < across / 4
                        && Math.abs(trail.y()[end] - mark[1]) < upwards / 4;
                if (near && !trail.diverged()) {
                    wanted.add(new double[] {2 * mark[0] - trail.x()[end], 2 * mark[1] - trail.y()[end]});
                    wanted.add(new double[] {trail.x()[end], trail.y()[end]});
                }
            }
        }
        double least = marks.size() == 1 ? 0.05 : 0;
        for (double[] mark : points) {
            wanted.add(new double[] {mark[0] - least * across, mark[1] - least * upwards});
            wanted.add(new double[] {mark[0] + least * across, mark[1] + least * upwards});
        }
        return around(wanted);
    }

    /// What is shown of a plane that is not of two parameters: the path that it was laid through, or as much as its
    /// start is away from where it passes.
    static Bounds ofPlane(PlaneChoice choice, Plane.Projection start, List<Trail> trails) {
        return switch (choice) {
            case PlaneChoice.Components(String run) -> ofPaths(ofRun(trails, run));
            case PlaneChoice.FilterNormalised _ -> new Bounds(-1, 1, -1, 1);
            case PlaneChoice.RandomPair _ -> {
                double whole = Math.hypot(Math.hypot(start.x(), start.y()), start.distance());
                double half = whole > 1e-12 && whole < FARTHEST ? 1.2 * whole : 1;
                yield new Bounds(-half, half, -half, half);
            }
            case PlaneChoice.Parameters _, PlaneChoice.ThreePoints _ -> ofPaths(trails);
        };
    }

    private static List<Trail> ofRun(List<Trail> trails, String run) {
        List<Trail> own =
                trails.stream().filter(trail -> trail.name().equals(run)).toList();
        return own.isEmpty() ? trails : own;
    }

    private static List<double[]> points(List<Trail> trails) {
        List<double[]> points = new ArrayList<>();
        for (Trail trail : trails) {
            int last = trail.length() - 1;
            int begin = trail.head(0);
            int second = Math.min(last, begin + 1);
            double first = Math.hypot(trail.x()[second] - trail.x()[begin], trail.y()[second] - trail.y()[begin]);
            for (int step = begin; step <= last; step += step < DENSE ? 1 : 1 + last / DENSE) {
                double away = Math.hypot(trail.x()[step] - trail.x()[begin], trail.y()[step] - trail.y()[begin]);
                if (trail.diverged() && away > DIVERGED * first) {
                    break;
                }
                points.add(new double[] {trail.x()[step], trail.y()[step]});
            }
        }
        return points;
    }

    private static Bounds around(List<double[]> points) {
        double[] x = points.stream()
                .mapToDouble(point -> point[0])
                .filter(MapBounds::isNear)
                .toArray();
        double[] y = points.stream()
                .mapToDouble(point -> point[1])
                .filter(MapBounds::isNear)
                .toArray();
        Span across = opened(x, y);
        Span upwards = opened(y, x);
        return new Bounds(across.lo(), across.hi(), upwards.lo(), upwards.hi());
    }

    private static boolean isNear(double value) {
        return Math.abs(value) < FARTHEST;
    }

    /// A path that does not move along an axis gets a twentieth of its length along the other.
    private static Span opened(double[] values, double[] others) {
        double length = extent(values);
        double least = 0.05 * extent(others);
        Span span = Span.around(values);
        if (length >= least || values.length == 0) {
            return span.padded(PADDING);
        }
        double middle = span.middle();
        return new Span(middle - least / 2, middle + least / 2).padded(PADDING);
    }

    private static double extent(double[] values) {
        double lo = Arrays.stream(values).min().orElse(0);
        return Arrays.stream(values).max().orElse(0) - lo;
    }
}
