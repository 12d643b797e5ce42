package fallline.experiment.run;

/// All that a run's future depends on, at one step.
///
/// @param theta the parameters
/// @param state the optimizer's state
/// @param memory what schedule, averaging and look-ahead remember
public record Checkpoint(
        int step, double[] theta, double[] state, double[] memory, long gradientEvaluations, long functionEvaluations) {
    /// The numbers that it holds.
    int size() {
        return theta.length + state.length + memory.length;
    }
}
