package fallline.optimizer;

/// What people should know about an optimizer.
///
/// @param name as shown: `Gradient descent`
/// @param paper author and year
/// @param about what it does, in one sentence
/// @param matters which hyperparameters matter, in one sentence
/// @param fails when it fails, in one sentence
public record OptimizerCard(String name, String paper, String about, String matters, String fails) {}
