package fallline.picture;

import fallline.experiment.Run;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import fallline.workbench.Scene;
import java.util.Optional;

/// The best value that losses are compared with: J* where it is known, else the best value that any run has seen.
///
/// @param value J* or its stand-in; NaN when nothing finite was seen
/// @param known whether it is J* itself
/// @param goal whether small or large values are good
public record Best(double value, boolean known, Goal goal) {
    public static Best of(Scene scene) {
        Objective objective = scene.experiment().problem().objective();
        Optional<Optimum> optimum = objective.optimumAtHand();
        if (optimum.isPresent()) {
            return new Best(optimum.get().value(), true, objective.goal());
        }
        double best = Double.NaN;
        for (Run run : scene.experiment().runs()) {
            Goal goal = objective.goal();
            double seen = scene.trace(run.name())
                    .filter(trace -> trace.lossDifference().isEmpty()) // another loss is no better one
                    .map(trace -> goal == Goal.MINIMISE ? trace.leastLoss() : trace.largestLoss())
                    .orElse(Double.NaN);
            if (!Double.isNaN(seen) && !better(best, seen, goal)) {
                best = seen;
            }
        }
        return new Best(best, false, objective.goal());
    }

    /// Whether `best` is at least as good as `loss`; nothing is as good as NaN is.
    private static boolean better(double best, double loss, Goal goal) {
        return goal == Goal.MINIMISE ? best <= loss : best >= loss;
    }

    /// How far a loss is from the best, never negative but for rounding.
    public double gap(double loss) {
        return goal == Goal.MINIMISE ? loss - value : value - loss;
    }

    /// What is shown on the axis whether or not J* is known.
    public static String shortName(Goal goal) {
        return goal == Goal.MINIMISE ? "J − J*" : "J* − J";
    }

    /// What the gap is called on an axis.
    public String gapName() {
        if (goal == Goal.MINIMISE) {
            return known ? "J − J*" : "J − least seen";
        }
        return known ? "J* − J" : "largest seen − J";
    }
}
