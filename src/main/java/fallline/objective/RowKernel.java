package fallline.objective;

/// The inner loops of models on data: sums over one block of rows, the same bits whatever carries them out.
///
/// What every implementation computes, to the bit: row i of the block has z = fma(wₖ, xₖ, … fma(w₁, x₁, b)); whatever
/// is summed over the rows goes to eight lanes, row i to lane i mod 8, by addition or by fused multiply-add, each lane
/// from the first row to the last; then a sum is ((l₀+l₁)+(l₂+l₃))+((l₄+l₅)+(l₆+l₇)), and is added to what stands in
/// `sums`. A caller goes through the blocks in order. Elementary functions are those of [Elementary].
///
/// In all methods `x` has k columns, of which rows `from … from + rows − 1` are meant, 1 ≤ rows ≤ [#BLOCK]; θ is
/// `[b, w₁ … wₖ]`; `sums` belongs to the caller. An implementation may hold scratch arrays: one thread at a time.
interface RowKernel {
    /// The most rows that one call takes; a multiple of 8.
    int BLOCK = 1_024;

    /// Adds Σ r² to `sums[0]` and, with `gradient`, Σ r and Σ r·xⱼ to `sums[1 …]`, where r = z − y.
    void squares(double[][] x, double[] y, int from, int rows, double[] theta, double[] sums, boolean gradient);

    /// Adds Σ u and Σ u·xⱼ to `sums[0 …]`, where u = v₀ + Σ vⱼ xⱼ and v is the direction.
    void squaresProduct(double[][] x, int from, int rows, double[] direction, double[] sums);

    /// Adds the cross-entropy Σ ln(1 + e^t) to `sums[0]` and, with `gradient`, Σ d and Σ d·xⱼ to `sums[1 …]`, where
    /// t = (1 − 2y)·z, d = (1 − 2y)·σ(t) = σ(z) − y and y is 0 or 1.
    void crossEntropy(double[][] x, double[] y, int from, int rows, double[] theta, double[] sums, boolean gradient);

    /// Adds Σ h·u and Σ h·u·xⱼ to `sums[0 …]`, where h = σ(z)·σ(−z) and u as above.
    void crossEntropyProduct(double[][] x, int from, int rows, double[] theta, double[] direction, double[] sums);

    /// A kernel with scratch arrays of its own.
    RowKernel twin();
}
