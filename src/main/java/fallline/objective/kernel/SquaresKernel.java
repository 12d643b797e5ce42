package fallline.objective.kernel;

/// The sums of linear regression: r² and its slope by θ = `[b, w₁ … wₖ]`, divided by 2, where r = b + Σ wⱼ xⱼ − y.
///
/// The prediction of a row is fma(wₖ, xₖ, … fma(w₁, x₁, b)).
public final class SquaresKernel implements BlockKernel {
    private static final int BLOCK = 1_024;

    private final Lanes lanes;
    private final int features;
    private final double[] residual = new double[BLOCK];

    public SquaresKernel(Lanes lanes, int features) {
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
        residuals(x, y, at, rows, theta);
        sums[0] += lanes.dot(residual, 0, residual, 0, rows);
    }

    @Override
    public void gradient(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums) {
        if (features == 1) {
            lanes.squaresOfLine(theta[0], theta[1], x[0], y, at, rows, sums);
            return;
        }
        residuals(x, y, at, rows, theta);
        sums[0] += lanes.dot(residual, 0, residual, 0, rows);
        moments(lanes, residual, x, at, rows, sums);
    }

    @Override
    public void product(double[][] x, double[] y, int at, int rows, double[] theta, double[] direction, double[] sums) {
        affine(lanes, x, at, rows, direction, residual);
        moments(lanes, residual, x, at, rows, sums);
    }

    private void residuals(double[][] x, double[] y, int at, int rows, double[] theta) {
        affine(lanes, x, at, rows, theta, residual);
        for (int i = 0; i < rows; i++) {
            residual[i] -= y[at + i];
        }
    }

    /// z = b + Σ wⱼ xⱼ for each row of the block.
    static void affine(Lanes lanes, double[][] x, int at, int rows, double[] theta, double[] z) {
        lanes.line(theta[0], theta[1], x[0], at, z, 0, rows);
        for (int j = 1; j < x.length; j++) {
            lanes.addScaled(theta[j + 1], x[j], at, z, 0, rows);
        }
    }

    /// Adds Σ a to `sums[1]` and Σ a·xⱼ to the places after it.
    static void moments(Lanes lanes, double[] a, double[][] x, int at, int rows, double[] sums) {
        sums[1] += lanes.sum(a, 0, rows);
        for (int j = 0; j < x.length; j++) {
            sums[j + 2] += lanes.dot(a, 0, x[j], at, rows);
        }
    }
}
