package fallline.experiment.ensemble;

import fallline.objective.Goal;

/// What a run is to reach: J less than ε above J* (or below it, where J is made large), or a J that was typed.
///
/// @param reference J*; 0 where J* is not known and `epsilon` is the J itself, in the sense of descent
/// @param epsilon ε > 0, or that J
/// @param known whether the reference is a value that J cannot go below
public record Target(double reference, double epsilon, boolean known) {
    /// J less than ε above a best value.
    public Target(double reference, double epsilon) {
        this(reference, epsilon, true);
    }

    /// A J itself: less than it, or more where J is made large.
    public static Target level(Goal goal, double loss) {
        return new Target(0, goal == Goal.MAXIMISE ? -loss : loss, false);
    }

    /// Whether a value is there. NaN never is. −∞ is below every J that can be typed, and so it is there: the verdict
    /// takes it for a J that falls without bound, too. Where J* is known J cannot be −∞, and numbers have failed.
    public boolean isReached(Goal goal, double value) {
        double rest = goal == Goal.MAXIMISE ? reference - value : value - reference;
        return rest < epsilon && (Double.isFinite(value) || !known);
    }
}
