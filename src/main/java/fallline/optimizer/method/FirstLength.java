package fallline.optimizer.method;

import fallline.optimizer.Vectors;

/// How L-BFGS and conjugate gradients begin, and when they rest: as PyTorch's LBFGS does.
final class FirstLength {
    /// At a gradient this small J has no digits left for a line search.
    static final double SMALL_GRADIENT = 1e-7;

    private FirstLength() {}

    /// The length of a first step straight down, min(1, 1/|g|₁).
    static double of(double[] gradient) {
        return Math.min(1, 1 / Vectors.sumOfSizes(gradient));
    }

    /// Whether max|g| ≤ 1e-7, where the methods stay.
    static boolean rests(double[] gradient) {
        return Vectors.largest(gradient, 0, gradient.length) <= SMALL_GRADIENT;
    }
}
