package fallline.objective.kernel;

/// The elementary functions of models on data, over stretches of arrays: those of [Elementary], to the bit, whatever
/// carries them out. [Lanes] says how stretches are given. An implementation has no state.
public interface LaneFunctions {
    /// loss = ln(1 + eᵗ) and slope = (1 − 2y)·σ(t) = σ(z) − y, where t = (1 − 2y)·z and y is 0 or 1. `loss` may be `z`.
    void crossEntropy(double[] z, double[] y, int yAt, double[] loss, double[] slope, int n);

    /// a = eᵃ.
    void exp(double[] a, int at, int n);

    /// a = tanh a.
    void tanh(double[] a, int at, int n);

    /// a = 1/(1 + e⁻ᵃ).
    void sigmoid(double[] a, int at, int n);
}
