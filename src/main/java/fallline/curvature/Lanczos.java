package fallline.curvature;

import fallline.algebra.SymmetricEigen;
import fallline.objective.Objective;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// The extreme eigenvalues of a Hessian that is too large to be computed in full, from products with vectors alone.
///
/// Lanczos' iteration with full reorthogonalisation: after k products the eigenvalues of a k × k matrix of three
/// diagonals come close to the extreme ones of H. It starts from a fixed vector and stops when what is wanted is
/// known to an accuracy relative to the largest in size, or after 300 products. Source: Golub & Van Loan, Matrix
/// Computations, 4th ed., 10.1–10.3.
final class Lanczos {
    private static final int MOST_PRODUCTS = 300;
    private static final int FIRST_LOOK = 10;
    private static final double ACCURACY = 1e-10;

    private Lanczos() {}

    /// What is wanted.
    ///
    /// @param top how many of the largest
    /// @param smallest whether λmin is to be settled too
    /// @param accuracy of all, relative to the largest in size
    record Wanted(int top, boolean smallest, double accuracy) {}

    /// The extreme eigenvalues of the Hessian at θ in the sense of descent: of J where it is minimised, of −J where it
    /// is maximised.
    ///
    /// @param objective used by this thread alone
    static Extremes of(Objective objective, double[] theta) {
        SpectrumEnds ends = of(
                CurvatureProduct.of(objective, theta, 0, Optional.empty()), new Wanted(1, true, ACCURACY), () -> false);
        return new Extremes(ends.smallest(), ends.top(), ends.settled());
    }

    /// The ends of the spectrum of a matrix.
    static SpectrumEnds of(CurvatureProduct matrix, Wanted wanted, BooleanSupplier cancelled) {
        int n = matrix.size();
        int most = Math.min(n, MOST_PRODUCTS);
        double[][] basis = new double[most][];
        double[] diagonal = new double[most];
        double[] off = new double[most];
        double[] next = start(n);
        double[] product = new double[n];
        SpectrumEnds found = unknown();
        for (int k = 0; k < most && !cancelled.getAsBoolean(); k++) {
            basis[k] = next;
            matrix.times(next, product);
            diagonal[k] = dot(product, next);
            next = product.clone();
            orthogonalise(next, basis, k);
            orthogonalise(next, basis, k); // once more: the first round leaves what rounding brought in
            off[k] = Math.sqrt(dot(next, next));
            if (!Double.isFinite(off[k])) {
                return unknown();
            }
            boolean whole = k == n - 1 || off[k] <= 1e-14 * (Math.abs(diagonal[k]) + off[Math.max(0, k - 1)]);
            if (whole || k == most - 1 || (k >= FIRST_LOOK && k % 5 == 0)) {
                found = look(diagonal, off, k + 1, whole, wanted);
                if (found.settled()) {
                    return found;
                }
            }
            for (int i = 0; i < n; i++) {
                next[i] /= off[k];
            }
        }
        return found;
    }

    private static SpectrumEnds unknown() {
        return new SpectrumEnds(Double.NaN, new double[] {Double.NaN}, false, false);
    }

    /// A vector of length 1 that is square to no eigenvector but by bad luck: its components have no pattern.
    private static double[] start(int n) {
        double[] v = new double[n];
        double golden = 0;
        for (int i = 0; i < n; i++) {
            golden += 0.6180339887498949;
            golden -= Math.floor(golden);
            v[i] = 0.5 + golden * (i % 2 == 0 ? 1 : -1);
        }
        double length = Math.sqrt(dot(v, v));
        for (int i = 0; i < n; i++) {
            v[i] /= length;
        }
        return v;
    }

    /// Takes from `v` what lies along the basis vectors 0 … last.
    private static void orthogonalise(double[] v, double[][] basis, int last) {
        for (int j = 0; j <= last; j++) {
            double along = dot(v, basis[j]);
            for (int i = 0; i < v.length; i++) {
                v[i] = Math.fma(-along, basis[j][i], v[i]);
            }
        }
    }

    /// The ends of the small matrix; they are settled when the residuals of all that are wanted, the last components of
    /// their eigenvectors times what is left, are small.
    private static SpectrumEnds look(double[] diagonal, double[] off, int size, boolean whole, Wanted wanted) {
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = diagonal[i];
            if (i > 0) {
                matrix[i * size + i - 1] = off[i - 1];
                matrix[(i - 1) * size + i] = off[i - 1];
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(size);
        eigen.decompose(matrix);
        double[] values = eigen.values();
        int[] falling = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double scale = Math.max(Math.abs(values[falling[0]]), Math.abs(values[falling[size - 1]]));
        double residual = wanted.smallest ? Math.abs(eigen.vector(size - 1, falling[size - 1])) : 0;
        double[] largest = new double[Math.min(wanted.top, size)];
        for (int i = 0; i < largest.length; i++) {
            largest[i] = values[falling[i]];
            residual = Math.max(residual, Math.abs(eigen.vector(size - 1, falling[i])));
        }
        boolean settled = whole || off[size - 1] * residual <= wanted.accuracy * scale;
        return new SpectrumEnds(values[falling[size - 1]], largest, false, settled);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
