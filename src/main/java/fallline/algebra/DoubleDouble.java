package fallline.algebra;

/// Sums with twice the digits of a double, as unevaluated pairs (Dekker 1971; Ogita, Rump & Oishi 2005).
public final class DoubleDouble {
    private double high;
    private double low;

    private DoubleDouble() {}

    /// Xᵀ(y − b − X w) − penalty·w for `point` = `[b, w₁ … wₖ]`, with a 1 before each row of X.
    public static double[] slope(double[][] x, double[] y, double[] point, double penalty) {
        DoubleDouble[] sums = new DoubleDouble[point.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = new DoubleDouble();
        }
        DoubleDouble residual = new DoubleDouble();
        for (int i = 0; i < y.length; i++) {
            residual.high = 0;
            residual.low = 0;
            residual.add(y[i]);
            residual.add(-point[0]);
            for (int j = 0; j < x.length; j++) {
                residual.addProduct(-point[j + 1], x[j][i]);
            }
            sums[0].add(residual.high);
            sums[0].add(residual.low);
            for (int j = 0; j < x.length; j++) {
                sums[j + 1].addProduct(residual.high, x[j][i]);
                sums[j + 1].addProduct(residual.low, x[j][i]);
            }
        }
        double[] slope = new double[point.length];
        for (int j = 0; j < slope.length; j++) {
            if (j > 0) {
                sums[j].addProduct(-penalty, point[j]);
            }
            slope[j] = sums[j].high + sums[j].low;
        }
        return slope;
    }

    /// Adds a number.
    private void add(double a) {
        double sum = high + a;
        double part = sum - high;
        double lost = (high - (sum - part)) + (a - part);
        renormalise(sum, low + lost);
    }

    /// Adds a·b.
    private void addProduct(double a, double b) {
        double product = a * b;
        double rest = Math.fma(a, b, -product);
        double sum = high + product;
        double part = sum - high;
        double lost = (high - (sum - part)) + (product - part);
        renormalise(sum, low + lost + rest);
    }

    private void renormalise(double sum, double rest) {
        high = sum + rest;
        low = rest - (high - sum);
    }
}
