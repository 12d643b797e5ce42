package fallline.objective.kernel;

/// The innermost loops of models on data, over stretches of arrays: the same bits whatever carries them out.
///
/// What every implementation computes, to the bit: element i of a result depends on elements i alone, by the operations
/// that are named, in that order; a sum goes to eight lanes, element i to lane i mod 8, by addition or by fused
/// multiply-add, each lane from the first element to the last, and is ((l₀+l₁)+(l₂+l₃))+((l₄+l₅)+(l₆+l₇)). An
/// implementation may hold scratch: one thread uses an instance at a time.
///
/// An array argument is followed by the place where its stretch begins; `n` is the length of all stretches, n ≥ 1.
public interface Lanes {
    /// out = a + w·x, fused.
    void line(double a, double w, double[] x, int xAt, double[] out, int outAt, int n);

    /// out = out + w·x, fused.
    void addScaled(double w, double[] x, int xAt, double[] out, int outAt, int n);

    /// out = a + Σ_q w[wAt + q·step]·x_q, fused, from q = 0 to count − 1, where x_q begins at xAt + q·stride.
    void combine(
            double a,
            double[] w,
            int wAt,
            int step,
            int count,
            double[] x,
            int xAt,
            int stride,
            double[] out,
            int outAt,
            int n);

    /// Σ aᵢ.
    double sum(double[] a, int at, int n);

    /// Σ aᵢ bᵢ, fused.
    double dot(double[] a, int aAt, double[] b, int bAt, int n);

    /// Adds Σ aᵢ x_qᵢ, fused, to `sums[at + q]` for q = 0 to count − 1, where x_q begins at xAt + q·stride.
    void dots(double[] a, int aAt, double[] x, int xAt, int stride, int count, int n, double[] sums, int at);

    /// Adds Σ r², Σ r and Σ r·x to `sums[0 … 2]`, where r = (b + w·x) − y, the product fused.
    void squaresOfLine(double b, double w, double[] x, double[] y, int at, int n, double[] sums);

    /// Elementary functions over stretches, carried out the same way.
    LaneFunctions functions();
}
