package fallline.picture.loss;

import fallline.analysis.Plane;
import fallline.experiment.view.LossLook.Bounds;
import fallline.figure.label.CriticalMark;
import fallline.figure.label.Landmark;
import fallline.figure.label.Landmark.Sign;
import fallline.number.Numbers;
import fallline.objective.Objective;
import fallline.objective.formula.KnownPoint;
import fallline.objective.formula.KnownPoint.Kind;
import fallline.problem.Problem;
import java.util.List;

/// The known points of a catalogue function as landmarks. Where there are many of a kind, only their signs are drawn.
final class KnownMarks {
    private static final int MOST_NAMED = 4;
    private static final double SAME = 1e-3;

    private KnownMarks() {}

    /// The points in the plane of the two parameters of a function; empty for other problems.
    static List<Landmark> ofMap(Problem problem, Plane plane) {
        List<KnownPoint.Placed> points = points(problem, 2);
        return points.stream()
                .map(point -> {
                    Plane.Projection at = plane.project(point.at());
                    String place = " (" + Numbers.brief(at.x(), 3) + ", " + Numbers.brief(at.y(), 3) + ")";
                    return new Landmark(at.x(), at.y(), label(points, point, place), sign(point.kind()));
                })
                .toList();
    }

    /// The points on the curve of a function of one parameter, but for maxima, which the curve shows by itself; empty
    /// for other problems.
    static List<Landmark> ofCurve(Problem problem) {
        List<KnownPoint.Placed> points = points(problem, 1);
        Objective objective = problem.objective().twin();
        String name = objective.parameterNames().getFirst();
        return points.stream()
                .filter(point -> point.kind() != Kind.MAXIMUM)
                .map(point -> {
                    double w = point.at()[0];
                    String place = " " + name + " = " + Numbers.brief(w, 4);
                    return new Landmark(
                            w, objective.value(point.at()), label(points, point, place), sign(point.kind()));
                })
                .filter(mark -> Double.isFinite(mark.y()))
                .toList();
    }

    /// The known points; where a point was found whose sign stands there already, at most its name.
    ///
    /// @param shown the part of the plane that is seen: what is a thousandth of it apart is the same point
    static List<Landmark> beside(List<CriticalMark> found, List<Landmark> known, Bounds shown) {
        double across = SAME * (shown.right() - shown.left());
        double up = SAME * (shown.top() - shown.bottom());
        return known.stream()
                .map(mark -> found.stream()
                                .anyMatch(other -> Math.abs(other.x() - mark.x()) <= across
                                        && Math.abs(other.y() - mark.y()) <= up)
                        ? mark.unsigned()
                        : mark)
                .toList();
    }

    private static List<KnownPoint.Placed> points(Problem problem, int dimension) {
        return problem instanceof Problem.Formula formula && formula.variables().size() == dimension
                ? formula.knownPoints()
                : List.of();
    }

    private static String label(List<KnownPoint.Placed> all, KnownPoint.Placed point, String place) {
        long alike = all.stream().filter(other -> other.kind() == point.kind()).count();
        return switch (point.kind()) {
            case MINIMUM -> alike <= MOST_NAMED ? "minimum" + place : "minimum";
            case MINIMUM_IN_THE_BOX, LOCAL_MINIMUM, SADDLE ->
                alike <= MOST_NAMED ? point.kind().word() : "";
            case MAXIMUM -> "";
        };
    }

    private static Sign sign(Kind kind) {
        return switch (kind) {
            case MINIMUM, MINIMUM_IN_THE_BOX -> Sign.BEST;
            case LOCAL_MINIMUM -> Sign.LOCAL;
            case SADDLE -> Sign.SADDLE;
            case MAXIMUM -> Sign.PEAK;
        };
    }
}
