package fallline.analysis.question;

/// The numbers at one step of a run.
///
/// @param theta the parameters
/// @param gradient ∂J/∂θ over all rows
/// @param loss J over all rows
/// @param rate the learning rate of the step that led here; NaN at 0
/// @param known whether the parameters are; not where a path was recorded with gaps, or losses only
public record StepRow(int step, double[] theta, double[] gradient, double loss, double rate, boolean known) {
    /// A row of which everything is known.
    public StepRow(int step, double[] theta, double[] gradient, double loss, double rate) {
        this(step, theta, gradient, loss, rate, true);
    }
}
