package fallline.analysis.question;

/// The numbers at one step of a run.
///
/// @param theta the parameters
/// @param gradient ∂J/∂θ over all rows
/// @param loss J over all rows
/// @param rate the learning rate of the step that led here; NaN at 0
public record StepRow(int step, double[] theta, double[] gradient, double loss, double rate) {}
