package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.analysis.repeat.Repeats;
import fallline.analysis.repeat.Scatter;
import fallline.experiment.Run;
import fallline.figure.path.Ellipse;
import fallline.figure.path.EndCloud;
import fallline.figure.path.Trail;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where the repeats of runs ended, on the surface.
final class RepeatEnds {
    private RepeatEnds() {}

    /// The paths with the ends of their repeats, as they are seen in a plane.
    static List<Trail> inPlane(List<Trail> trails, List<Run> runs, Map<String, Repeats> repeats, Plane plane) {
        return with(trails, runs, repeats, known -> cloud(known, plane));
    }

    private static List<Trail> with(
            List<Trail> trails,
            List<Run> runs,
            Map<String, Repeats> repeats,
            Function<Repeats, Optional<EndCloud>> cloud) {
        if (repeats.isEmpty()) {
            return trails;
        }
        List<Trail> with = new ArrayList<>();
        for (int i = 0; i < trails.size(); i++) {
            with.add(trails.get(i)
                    .withEnds(Optional.ofNullable(repeats.get(runs.get(i).name()))
                            .filter(known -> !known.ends().isEmpty())
                            .flatMap(cloud)));
        }
        return with;
    }

    private static Optional<EndCloud> cloud(Repeats repeats, Plane plane) {
        List<double[]> ends = repeats.ends();
        double[] x = new double[ends.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Plane.Projection at = plane.project(ends.get(i));
            x[i] = at.x();
            y[i] = at.y();
        }
        return Optional.of(new EndCloud(x, y, ellipse(x, y)));
    }

    /// Of three ends or more, if their spread is a number at all.
    private static Optional<Ellipse> ellipse(double[] x, double[] y) {
        if (x.length < 3) {
            return Optional.empty();
        }
        Scatter scatter = Scatter.of(x, y);
        return Double.isFinite(scatter.major()) && scatter.major() > 0
                ? Optional.of(new Ellipse(scatter.x(), scatter.y(), scatter.major(), scatter.minor(), scatter.angle()))
                : Optional.empty();
    }

    /// The same on the curve of the only parameter, where they stand at their J.
    static List<Trail> onCurve(List<Trail> trails, List<Run> runs, Map<String, Repeats> repeats, Objective objective) {
        return with(
                trails,
                runs,
                repeats,
                known -> Optional.of(new EndCloud(
                        known.ends().stream().mapToDouble(end -> end[0]).toArray(),
                        known.ends().stream().mapToDouble(objective::value).toArray(),
                        Optional.empty())));
    }
}
