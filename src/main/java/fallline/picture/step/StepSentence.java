package fallline.picture.step;

import fallline.figure.paint.Numbers;
import fallline.objective.Goal;
import fallline.picture.Names;
import fallline.problem.Problem;

/// Says in one plain sentence what a step does.
final class StepSentence {
    private StepSentence() {}

    /// @param rows how many rows the step's gradient saw; 0 for all
    static String of(
            Problem problem,
            String run,
            int index,
            double[] before,
            double[] after,
            double[] gradient,
            int rows,
            boolean last) {
        String name = Names.shown(problem.objective(), index);
        double moved = after[index] - before[index];
        if (!Double.isFinite(moved)) {
            return "The step is too long for the numbers that a computer has: " + name + " is no longer finite.";
        }
        String seen = rows == 0
                ? ""
                : rows == 1 ? " (over all rows; this step saw one)" : " (over all rows; this step saw " + rows + ")";
        String slope = "The slope in " + name + " is " + Numbers.brief(gradient[index], 4) + seen;
        if (moved == 0) {
            return slope + ": " + run + (last ? " did not move " : " does not move ") + name + ".";
        }
        boolean down = gradient[index] * moved < 0;
        boolean wanted = down == (problem.goal() == Goal.MINIMISE);
        String way = gradient[index] == 0
                ? "along the flat"
                : (down ? "down the slope" : "up the slope") + (wanted ? "" : ", against the aim");
        return slope + ": " + run + (last ? " moved " : " moves ") + name + " by " + Numbers.brief(moved, 4) + ", "
                + way + ".";
    }
}
