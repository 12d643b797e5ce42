package fallline.experiment.ensemble;

import fallline.objective.Goal;

/// What a run is to reach: J less than ε above a reference (or below it, where J is made large).
///
/// @param reference J* or any other value
/// @param epsilon ε > 0
public record Target(double reference, double epsilon) {
    /// Whether a value is there; one that is not finite is not.
    public boolean isReached(Goal goal, double value) {
        double rest = goal == Goal.MAXIMISE ? reference - value : value - reference;
        return rest < epsilon && Double.isFinite(value);
    }
}
