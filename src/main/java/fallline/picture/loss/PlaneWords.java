package fallline.picture.loss;

import fallline.analysis.AxisMeaning;
import fallline.analysis.Plane;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import fallline.number.Numbers;
import fallline.objective.Objective;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// What planes, their axes, and points in and beside them are called.
final class PlaneWords {
    /// Of the length of a point: a point nearer than this lies in the plane, but for rounding.
    private static final double ROUNDING = 1e-9;

    private PlaneWords() {}

    /// The label of an axis.
    static String axis(Problem problem, AxisMeaning meaning) {
        return switch (meaning) {
            case AxisMeaning.Parameter(int index) -> problem.notation().axis(index);
            case AxisMeaning.Component(int number, double share) -> "PC " + number + " (" + percent(share) + ")";
            case AxisMeaning.RandomDirection(int number) -> "random direction " + number;
            case AxisMeaning.FilterNormalised(int number) -> "filter-normalised direction " + number;
            case AxisMeaning.Upright _ -> "at right angles";
            case AxisMeaning.Towards(PathPoint from, PathPoint to) -> point(from) + " → " + point(to);
        };
    }

    /// The axis in a read-out, where room is short.
    private static String brief(Problem problem, AxisMeaning meaning, String coordinate) {
        return switch (meaning) {
            case AxisMeaning.Parameter(int index) -> problem.notation().axis(index);
            case AxisMeaning.Component component -> "PC " + component.number();
            case AxisMeaning.RandomDirection _, AxisMeaning.FilterNormalised _, AxisMeaning.Upright _ -> coordinate;
            case AxisMeaning.Towards _ -> coordinate;
        };
    }

    /// A point's name: `start`, `Adam now`, `end of Adam`.
    static String point(PathPoint point) {
        return switch (point) {
            case PathPoint.Start _ -> "start";
            case PathPoint.Playhead(String run) -> run + " now";
            case PathPoint.End(String run) -> "end of " + run;
            case PathPoint.Step(String run, int step) -> run + " at " + Numbers.whole(step);
        };
    }

    /// What of J is shown, in a few words.
    static String subtitle(Problem problem, PlaneChoice choice) {
        return switch (choice) {
            case PlaneChoice.Parameters(int horizontal, int vertical) ->
                "J(" + problem.notation().axis(horizontal) + ", "
                        + problem.notation().axis(vertical) + ")";
            case PlaneChoice.Components(String run) -> "J in the main plane of " + run + "’s path";
            case PlaneChoice.RandomPair plane -> "J in a random plane at the end of " + plane.run();
            case PlaneChoice.FilterNormalised plane -> "J in a filter-normalised plane at the end of " + plane.run();
            case PlaneChoice.ThreePoints _ -> "J in the plane of three points";
        };
    }

    /// What of the other parameters the axes cannot say; may be empty.
    static String note(Objective objective, Plane plane) {
        int others = objective.dimension() - 2;
        if (others <= 0 || !plane.isOfParameters()) {
            return "";
        }
        if (others > 1) {
            return others + " other parameters as at the playhead";
        }
        for (int i = 0; i < objective.dimension(); i++) {
            if (plane.across()[i] == 0 && plane.upwards()[i] == 0) {
                return objective.parameterNames().get(i) + " as at the playhead";
            }
        }
        return "";
    }

    /// Whether a point is farther from the plane than rounding can make it.
    static boolean isBeside(Plane.Projection projection, double[] theta) {
        double square = 0;
        for (double value : theta) {
            square += value * value;
        }
        return projection.distance() > ROUNDING * Math.sqrt(square);
    }

    /// A point in a read-out: its place, J and ‖∇J‖; for a point beside the plane, J right below or above it and how
    /// far away it is.
    ///
    /// @param objective used by this thread alone
    static List<String> lines(
            Problem problem, Objective objective, Plane plane, double[] theta, double loss, double gradientNorm) {
        Plane.Projection at = plane.project(theta);
        List<String> lines = new ArrayList<>();
        lines.add(brief(problem, plane.acrossMeaning(), "x") + " " + Numbers.brief(at.x(), 4) + "   "
                + brief(problem, plane.upwardsMeaning(), "y") + " " + Numbers.brief(at.y(), 4));
        lines.add("J " + Numbers.brief(loss, 4) + "   ‖∇J‖ " + Numbers.brief(gradientNorm, 4));
        if (isBeside(at, theta)) {
            double shadow = objective.value(plane.point(at.x(), at.y()));
            lines.add("beside the plane by " + Numbers.brief(at.distance(), 3));
            lines.add("J in the plane " + Numbers.brief(shadow, 4));
        }
        return lines;
    }

    /// `93 %`; a decimal more near 0 and 100, where it matters.
    static String percent(double share) {
        double percent = 100 * share;
        boolean narrow = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
        String text = Numbers.fixed(percent, narrow ? 1 : 0);
        if (text.equals("100.0")) {
            return "> 99.9 %";
        }
        return text.equals("0.0") ? "< 0.1 %" : text + " %";
    }
}
