package fallline.objective.kernel;

/// What one model adds up over a block of rows, the same bits whatever carries it out. One thread uses it at a time.
///
/// In all methods `x` has k columns and `y` is the target, of which rows `at … at + rows − 1` are meant,
/// 1 ≤ rows ≤ [#blockRows]. `sums` belongs to the caller: what the block gives is added to what stands in it. A caller
/// goes through the blocks in order.
public interface BlockKernel {
    /// The most rows that one call takes; a multiple of 8.
    int blockRows();

    /// How many numbers a row takes through the loops: columns, target, activations.
    int numbersPerRow();

    /// Adds the rows' losses to `sums[0]`.
    void value(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums);

    /// Adds the rows' losses to `sums[0]` and their gradients to `sums[1 … n]`.
    void gradient(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums);

    /// Adds the rows' Hessians times `direction` to `sums[1 … n]`.
    void product(double[][] x, double[] y, int at, int rows, double[] theta, double[] direction, double[] sums);
}
