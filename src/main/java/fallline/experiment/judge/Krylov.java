package fallline.experiment.judge;

import fallline.algebra.SymmetricEigen;
import fallline.data.RandomStream;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The local model of very many parameters, from Hessian-vector products alone.
///
/// D is estimated from products with fixed vectors of ±1 (Bekas, Kokiopoulou & Saad 2007). Lanczos' iteration with full
/// reorthogonalisation then starts at D^−½∇f, so that what is left to gain is that of the gradient's own Krylov space:
/// Gauss quadrature of ĝᵀĤ⁻¹ĝ (Golub & Meurant, *Matrices, Moments and Quadrature*, chapter 7).
final class Krylov {
    private static final int PROBES = 16;
    private static final int MOST_PRODUCTS = 64;
    private static final double ETA = 1e-8;

    private Krylov() {}

    static LocalModel model(
            Objective objective, double[] theta, double[] gradient, double sign, BooleanSupplier cancelled) {
        int n = theta.length;
        double[] diagonal = diagonal(objective, theta, cancelled);
        double[] root = new double[n];
        double typical = 0;
        boolean finite = true;
        for (double entry : diagonal) {
            typical += entry / n;
            finite &= Double.isFinite(entry);
        }
        for (int i = 0; i < n; i++) {
            // an estimate close to 0 is bad luck or a dead parameter: neither may blow up the units
            double size = Math.max(diagonal[i], 1e-3 * typical);
            root[i] = size > 0 && finite ? 1 / Math.sqrt(size) : 1;
        }
        double[][] basis = new double[MOST_PRODUCTS][];
        double[] alpha = new double[MOST_PRODUCTS];
        double[] beta = new double[MOST_PRODUCTS];
        double[] next = scaled(gradient, root);
        if (!(normalise(next) > 0)) {
            RandomStream random = RandomStream.of(2);
            Arrays.setAll(next, _ -> random.normal());
            normalise(next);
        }
        double[] direction = new double[n];
        double[] product = new double[n];
        int size = 0;
        while (size < MOST_PRODUCTS && finite && !cancelled.getAsBoolean()) {
            basis[size] = next;
            for (int i = 0; i < n; i++) {
                direction[i] = root[i] * next[i];
            }
            objective.surveyTimes(theta, direction, product);
            double[] rest = new double[n];
            for (int i = 0; i < n; i++) {
                rest[i] = sign * root[i] * product[i];
            }
            alpha[size] = dot(rest, next);
            finite = Double.isFinite(alpha[size]);
            for (int round = 0; round < 2; round++) {
                for (int j = 0; j <= size; j++) {
                    double along = dot(rest, basis[j]);
                    for (int i = 0; i < n; i++) {
                        rest[i] -= along * basis[j][i];
                    }
                }
            }
            beta[size] = normalise(rest);
            size++;
            if (!(beta[size - 1] > 1e-13 * (Math.abs(alpha[size - 1]) + 1e-300))) {
                break;
            }
            next = rest;
        }
        if (!finite || size == 0) {
            double[] level = next.clone();
            Arrays.fill(root, 1);
            return new LocalModel(
                    new double[1], new double[][] {level}, root, new double[n], ETA, Optional.empty(), false);
        }
        return ritz(basis, alpha, beta, size, root, diagonal);
    }

    private static LocalModel ritz(
            double[][] basis, double[] alpha, double[] beta, int size, double[] root, double[] diagonal) {
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = alpha[i];
            if (i > 0) {
                matrix[i * size + i - 1] = beta[i - 1];
                matrix[(i - 1) * size + i] = beta[i - 1];
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(size);
        eigen.decompose(matrix);
        double[][] vectors = new double[size][root.length];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < size; j++) {
                double weight = eigen.vector(j, k);
                for (int i = 0; i < root.length; i++) {
                    vectors[k][i] += weight * basis[j][i];
                }
            }
        }
        return new LocalModel(
                Arrays.copyOf(eigen.values(), size), vectors, root, diagonal, ETA, Optional.empty(), true);
    }

    private static double[] diagonal(Objective objective, double[] theta, BooleanSupplier cancelled) {
        int n = theta.length;
        double[] sum = new double[n];
        double[] signs = new double[n];
        double[] product = new double[n];
        RandomStream random = RandomStream.of(1);
        for (int p = 0; p < PROBES && !cancelled.getAsBoolean(); p++) {
            for (int i = 0; i < n; i++) {
                signs[i] = random.next() < 0 ? -1 : 1;
            }
            objective.surveyTimes(theta, signs, product);
            for (int i = 0; i < n; i++) {
                sum[i] += signs[i] * product[i] / PROBES;
            }
        }
        for (int i = 0; i < n; i++) {
            sum[i] = Math.abs(sum[i]);
        }
        return sum;
    }

    private static double[] scaled(double[] v, double[] by) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            result[i] = v[i] * by[i];
        }
        return result;
    }

    /// Divides `v` by its length, which is returned.
    private static double normalise(double[] v) {
        double length = Math.sqrt(dot(v, v));
        for (int i = 0; i < v.length && length > 0; i++) {
            v[i] /= length;
        }
        return length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
