package fallline.objective.kernel;

import java.util.Arrays;

/// The sufficient statistics of least squares: with them Σ r² at any θ costs k² operations, whatever the rows.
///
/// For A = [1 X y] they are the means μ of the columns and the triangle of C = Σ (a − μ)(a − μ)ᵀ; with the residual's
/// coefficients c = (b, w, −1) the sum is m·(c·μ)² + c̃ᵀ C c̃, where c̃ leaves out the 1. Centring keeps the digits
/// that Σ aaᵀ would lose where columns lie far from 0. Source: Chan, Golub & LeVeque 1983, "Algorithms for Computing
/// the Sample Variance".
public final class Moments {
    private static final int BLOCK = 1_024;

    private final int rows;
    /// μ of x₁ … xₖ, y.
    private final double[] means;
    /// C, (k + 1)², row-major, symmetric.
    private final double[] products;

    private Moments(int rows, double[] means, double[] products) {
        this.rows = rows;
        this.means = means;
        this.products = products;
    }

    /// Measures rows, in blocks of fixed size and one order: 8 lanes a sum.
    public static Moments of(RowData data) {
        Lanes lanes = new ScalarLanes();
        int k = data.x().length;
        double[][] columns = Arrays.copyOf(data.x(), k + 1);
        columns[k] = data.y();
        int m = data.rows();
        double[] means = new double[k + 1];
        for (int j = 0; j <= k; j++) {
            means[j] = mean(lanes, columns[j]);
        }
        double[] products = new double[(k + 1) * (k + 1)];
        double[][] centred = new double[k + 1][BLOCK];
        for (int at = 0; at < m; at += BLOCK) {
            int count = Math.min(BLOCK, m - at);
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < count; i++) {
                    centred[j][i] = columns[j][at + i] - means[j];
                }
                for (int i = 0; i <= j; i++) {
                    products[j * (k + 1) + i] += lanes.dot(centred[j], 0, centred[i], 0, count);
                }
            }
        }
        for (int j = 0; j <= k; j++) {
            for (int i = 0; i < j; i++) {
                products[i * (k + 1) + j] = products[j * (k + 1) + i];
            }
        }
        return new Moments(m, means, products);
    }

    private static double mean(Lanes lanes, double[] column) {
        double sum = 0;
        for (int at = 0; at < column.length; at += BLOCK) {
            sum += lanes.sum(column, at, Math.min(BLOCK, column.length - at));
        }
        return sum / column.length;
    }

    /// (1/m) Σ r² at θ = `[b, w₁ … wₖ]`.
    public double meanSquare(double[] theta) {
        int n = means.length;
        double centre = theta[0] - means[n - 1];
        for (int j = 0; j < n - 1; j++) {
            centre = Math.fma(theta[j + 1], means[j], centre);
        }
        double spread = 0;
        for (int j = 0; j < n; j++) {
            double row = 0;
            for (int i = 0; i < n; i++) {
                row = Math.fma(products[j * n + i], i == n - 1 ? -1 : theta[i + 1], row);
            }
            spread = Math.fma(row, j == n - 1 ? -1 : theta[j + 1], spread);
        }
        return Math.max(0, Math.fma(centre, centre, spread / rows));
    }

    /// (1/m) Σ (1, x)(1, x)ᵀ·v, written into the first k + 1 places of `product`.
    public void times(double[] v, double[] product) {
        int n = means.length;
        double centre = v[0];
        for (int j = 0; j < n - 1; j++) {
            centre = Math.fma(v[j + 1], means[j], centre);
        }
        product[0] = centre;
        for (int j = 0; j < n - 1; j++) {
            double row = 0;
            for (int i = 0; i < n - 1; i++) {
                row = Math.fma(products[j * n + i], v[i + 1], row);
            }
            product[j + 1] = Math.fma(centre, means[j], row / rows);
        }
    }

    /// (1/m) Σ r², with (1/m) Σ r and (1/m) Σ r·xⱼ written into the first k + 1 places of `slopes`.
    public double meanSquare(double[] theta, double[] slopes) {
        int n = means.length;
        double centre = theta[0] - means[n - 1];
        for (int j = 0; j < n - 1; j++) {
            centre = Math.fma(theta[j + 1], means[j], centre);
        }
        slopes[0] = centre;
        double spread = 0;
        for (int j = 0; j < n; j++) {
            double row = 0;
            for (int i = 0; i < n; i++) {
                row = Math.fma(products[j * n + i], i == n - 1 ? -1 : theta[i + 1], row);
            }
            spread = Math.fma(row, j == n - 1 ? -1 : theta[j + 1], spread);
            if (j < n - 1) {
                slopes[j + 1] = Math.fma(centre, means[j], row / rows);
            }
        }
        return Math.max(0, Math.fma(centre, centre, spread / rows));
    }
}
