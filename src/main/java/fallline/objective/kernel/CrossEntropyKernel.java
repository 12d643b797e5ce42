package fallline.objective.kernel;

/// The sums of logistic regression: ln(1 + e^t) with t = (1 − 2y)·z, z = b + Σ wⱼ xⱼ, θ = `[b, w₁ … wₖ]`, y 0 or 1.
public final class CrossEntropyKernel implements BlockKernel {
    private static final int BLOCK = 1_024;

    private final Lanes lanes;
    private final int features;
    private final double[] first = new double[BLOCK];
    private final double[] second = new double[BLOCK];

    public CrossEntropyKernel(Lanes lanes, int features) {
        this.lanes = lanes;
        this.features = features;
    }

    @Override
    public int blockRows() {
        return BLOCK;
    }

    @Override
    public int numbersPerRow() {
        return features + 1;
    }

    @Override
    public void value(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums) {
        SquaresKernel.affine(lanes, x, at, rows, theta, first);
        lanes.functions().crossEntropy(first, y, at, first, second, rows);
        sums[0] += lanes.sum(first, 0, rows);
    }

    @Override
    public void gradient(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums) {
        value(x, y, at, rows, theta, sums);
        SquaresKernel.moments(lanes, second, x, at, rows, sums);
    }

    /// The weight of a row is σ(z)·σ(−z).
    @Override
    public void product(double[][] x, double[] y, int at, int rows, double[] theta, double[] direction, double[] sums) {
        SquaresKernel.affine(lanes, x, at, rows, theta, first);
        SquaresKernel.affine(lanes, x, at, rows, direction, second);
        for (int i = 0; i < rows; i++) {
            double e = Elementary.exp(-Math.abs(first[i]));
            second[i] *= Elementary.quotient(e, e) * Elementary.quotient(1, e);
        }
        SquaresKernel.moments(lanes, second, x, at, rows, sums);
    }
}
