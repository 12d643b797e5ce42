package fallline.objective;

/// The row kernels in plain Java, one block in several sweeps over scratch arrays that stay in the first cache.
final class ScalarKernel implements RowKernel {
    private final double[] first = new double[BLOCK];
    private final double[] second = new double[BLOCK];

    @Override
    public void squares(double[][] x, double[] y, int from, int rows, double[] theta, double[] sums, boolean gradient) {
        double[] residual = first;
        affine(x, from, rows, theta, residual);
        for (int i = 0; i < rows; i++) {
            residual[i] -= y[from + i];
        }
        sums[0] += dot(residual, residual, 0, rows);
        if (gradient) {
            moments(residual, x, from, rows, sums, 1);
        }
    }

    @Override
    public void squaresProduct(double[][] x, int from, int rows, double[] direction, double[] sums) {
        affine(x, from, rows, direction, first);
        moments(first, x, from, rows, sums, 0);
    }

    @Override
    public void crossEntropy(
            double[][] x, double[] y, int from, int rows, double[] theta, double[] sums, boolean gradient) {
        double[] loss = first;
        double[] slope = second;
        affine(x, from, rows, theta, loss);
        for (int i = 0; i < rows; i++) {
            double sign = Math.fma(-2, y[from + i], 1);
            double t = sign * loss[i];
            double e = Elementary.exp(-Math.abs(t));
            loss[i] = Math.max(t, 0) + Elementary.log1p(e);
            slope[i] = sign * Elementary.quotient(t < 0 ? e : 1, e);
        }
        sums[0] += sum(loss, rows);
        if (gradient) {
            moments(slope, x, from, rows, sums, 1);
        }
    }

    @Override
    public void crossEntropyProduct(
            double[][] x, int from, int rows, double[] theta, double[] direction, double[] sums) {
        double[] weighted = second;
        affine(x, from, rows, theta, first);
        affine(x, from, rows, direction, weighted);
        for (int i = 0; i < rows; i++) {
            double e = Elementary.exp(-Math.abs(first[i]));
            weighted[i] *= Elementary.quotient(e, e) * Elementary.quotient(1, e);
        }
        moments(weighted, x, from, rows, sums, 0);
    }

    @Override
    public RowKernel twin() {
        return new ScalarKernel();
    }

    /// z = b + Σ wⱼ xⱼ for each row of the block.
    private static void affine(double[][] x, int from, int rows, double[] theta, double[] z) {
        double intercept = theta[0];
        double weight = theta[1];
        double[] column = x[0];
        for (int i = 0; i < rows; i++) {
            z[i] = Math.fma(weight, column[from + i], intercept);
        }
        for (int j = 1; j < x.length; j++) {
            double w = theta[j + 1];
            double[] next = x[j];
            for (int i = 0; i < rows; i++) {
                z[i] = Math.fma(w, next[from + i], z[i]);
            }
        }
    }

    /// Adds Σ a to `sums[at]` and Σ a·xⱼ to the places after it.
    private static void moments(double[] a, double[][] x, int from, int rows, double[] sums, int at) {
        sums[at] += sum(a, rows);
        for (int j = 0; j < x.length; j++) {
            sums[at + 1 + j] += dot(a, x[j], from, rows);
        }
    }

    private static double sum(double[] a, int rows) {
        double l0 = 0;
        double l1 = 0;
        double l2 = 0;
        double l3 = 0;
        double l4 = 0;
        double l5 = 0;
        double l6 = 0;
        double l7 = 0;
        int i = 0;
        for (; i <= rows - 8; i += 8) {
            l0 += a[i];
            l1 += a[i + 1];
            l2 += a[i + 2];
            l3 += a[i + 3];
            l4 += a[i + 4];
            l5 += a[i + 5];
            l6 += a[i + 6];
            l7 += a[i + 7];
        }
        int rest = rows - i;
        l0 += rest > 0 ? a[i] : 0;
        l1 += rest > 1 ? a[i + 1] : 0;
        l2 += rest > 2 ? a[i + 2] : 0;
        l3 += rest > 3 ? a[i + 3] : 0;
        l4 += rest > 4 ? a[i + 4] : 0;
        l5 += rest > 5 ? a[i + 5] : 0;
        l6 += rest > 6 ? a[i + 6] : 0;
        return ((l0 + l1) + (l2 + l3)) + ((l4 + l5) + (l6 + l7));
    }

    /// Σ aᵢ bᵢ over `a[0 … rows − 1]` and `b[from …]`.
    private static double dot(double[] a, double[] b, int from, int rows) {
        double l0 = 0;
        double l1 = 0;
        double l2 = 0;
        double l3 = 0;
        double l4 = 0;
        double l5 = 0;
        double l6 = 0;
        double l7 = 0;
        int i = 0;
        for (; i <= rows - 8; i += 8) {
            int k = from + i;
            l0 = Math.fma(a[i], b[k], l0);
            l1 = Math.fma(a[i + 1], b[k + 1], l1);
            l2 = Math.fma(a[i + 2], b[k + 2], l2);
            l3 = Math.fma(a[i + 3], b[k + 3], l3);
            l4 = Math.fma(a[i + 4], b[k + 4], l4);
            l5 = Math.fma(a[i + 5], b[k + 5], l5);
            l6 = Math.fma(a[i + 6], b[k + 6], l6);
            l7 = Math.fma(a[i + 7], b[k + 7], l7);
        }
        int rest = rows - i;
        int k = from + i;
        l0 = rest > 0 ? Math.fma(a[i], b[k], l0) : l0;
        l1 = rest > 1 ? Math.fma(a[i + 1], b[k + 1], l1) : l1;
        l2 = rest > 2 ? Math.fma(a[i + 2], b[k + 2], l2) : l2;
        l3 = rest > 3 ? Math.fma(a[i + 3], b[k + 3], l3) : l3;
        l4 = rest > 4 ? Math.fma(a[i + 4], b[k + 4], l4) : l4;
        l5 = rest > 5 ? Math.fma(a[i + 5], b[k + 5], l5) : l5;
        l6 = rest > 6 ? Math.fma(a[i + 6], b[k + 6], l6) : l6;
        return ((l0 + l1) + (l2 + l3)) + ((l4 + l5) + (l6 + l7));
    }
}
