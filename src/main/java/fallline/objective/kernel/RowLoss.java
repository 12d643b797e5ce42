package fallline.objective.kernel;

/// How the sums of a kernel become a loss: mean loss = lossFactor·Σ/m, gradient = slopeFactor·Σ/m, each with a penalty.
///
/// @param dimension the number of parameters
public record RowLoss(int dimension, double lossFactor, double slopeFactor, Ridge ridge) {}
