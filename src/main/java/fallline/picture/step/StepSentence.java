package fallline.picture.step;

import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.problem.Problem;

/// Says in one plain sentence what a step does.
final class StepSentence {
    private StepSentence() {}

    /// @param rows how many rows the step's gradient saw; 0 for all
    /// @param from J where the step begins
    /// @param to J where it ends; NaN where J over all rows is not known yet
    /// @param digits of the numbers in it
    static String of(
            Problem problem,
            String run,
            int index,
            double[] before,
            double[] after,
            double[] gradient,
            int rows,
            double from,
            double to,
            boolean last,
            int digits) {
        String name = problem.objective().parameterNames().get(index);
        double moved = after[index] - before[index];
        if (!Double.isFinite(moved)) {
            return "The step is too long for the numbers that a computer has: " + name + " is no longer finite.";
        }
        String seen = rows == 0
                ? ""
                : rows == 1
                        ? " (over all rows; this step saw one)"
                        : " (over all rows; this step saw " + Numbers.whole(rows) + ")";
        String slope = "The slope in " + name + " is " + Numbers.brief(gradient[index], digits) + seen;
        if (moved == 0) {
            return slope + ": " + run + (last ? " did not move " : " does not move ") + name + ".";
        }
        boolean down = gradient[index] * moved < 0;
        boolean wanted = down == (problem.goal() == Goal.MINIMISE);
        String way = gradient[index] == 0
                ? "along the flat"
                : (down ? "down the slope" : "up the slope") + (wanted ? "" : ", against the aim");
        return slope + ": " + run + (last ? " moved " : " moves ") + name + " by " + Numbers.brief(moved, digits) + ", "
                + way + worse(problem, wanted && gradient[index] != 0, from, to, digits) + ".";
    }

    /// What becomes of J where it goes the wrong way, though the step went the right one.
    private static String worse(Problem problem, boolean rightWay, double from, double to, int digits) {
        boolean minimise = problem.goal() == Goal.MINIMISE;
        if (!(minimise ? to > from : to < from)) {
            return "";
        }
        String change = (minimise ? "J rises" : "J falls") + " from " + Numbers.brief(from, digits) + " to "
                + Numbers.brief(to, digits);
        boolean past = rightWay && problem.objective().dimension() == 1;
        return past ? (minimise ? " past the minimum: " : " past the maximum: ") + change : ", but " + change;
    }
}
