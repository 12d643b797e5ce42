package fallline.objective.kernel;

/// How the sums of a kernel become a loss: mean loss = lossFactor·Σ/m, gradient = slopeFactor·Σ/m, each with a penalty.
///
/// @param dimension the number of parameters
/// @param lasso the penalty with a kink; its slope is that of sign(0) = 0
public record RowLoss(int dimension, double lossFactor, double slopeFactor, Ridge ridge, Lasso lasso) {
    /// A loss without l1.
    public RowLoss(int dimension, double lossFactor, double slopeFactor, Ridge ridge) {
        this(dimension, lossFactor, slopeFactor, ridge, Lasso.NONE);
    }

    /// The penalties at θ.
    double penalty(double[] theta) {
        return ridge.value(theta) + lasso.value(theta);
    }

    /// Adds the slopes of the penalties.
    void addSlopes(double[] gradient, double[] theta) {
        ridge.addTo(gradient, theta);
        lasso.addTo(gradient, theta);
    }
}
