package fallline.experiment;

/// All that a run's future depends on, at one step.
///
/// @param theta the parameters
/// @param state the optimizer's state
record Checkpoint(int step, double[] theta, double[] state, long gradientEvaluations, long functionEvaluations) {
    /// The numbers that it holds.
    int size() {
        return theta.length + state.length;
    }
}
