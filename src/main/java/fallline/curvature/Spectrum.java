package fallline.curvature;

import fallline.algebra.SymmetricEigen;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The eigenvalues and eigenvectors of a Hessian.
///
/// @param values n numbers, ascending; all NaN if the Hessian is not finite
/// @param vectors `vectors[i]` is the unit eigenvector of `values[i]`, its component of largest size positive
public record Spectrum(double[] values, double[][] vectors) {
    /// Decomposes a Hessian: one and two parameters by closed forms, more by [SymmetricEigen].
    public static Spectrum of(Hessian hessian) {
        int n = hessian.size();
        if (!hessian.isFinite()) {
            double[] unknown = new double[n];
            Arrays.fill(unknown, Double.NaN);
            double[][] none = new double[n][n];
            for (double[] vector : none) {
                Arrays.fill(vector, Double.NaN);
            }
            return new Spectrum(unknown, none);
        }
        return switch (n) {
            case 1 -> new Spectrum(new double[] {hessian.get(0, 0)}, new double[][] {{1}});
            case 2 -> ofTwo(hessian.get(0, 0), hessian.get(0, 1), hessian.get(1, 1));
            default -> ofMany(hessian);
        };
    }

    /// The eigenvalues of ((a, b), (b, d)): the larger in size from the mean and half the distance of both, the other
    /// from the determinant, which Kahan's formula gives without cancellation. Scaled, so that nothing overflows.
    private static Spectrum ofTwo(double a, double b, double d) {
        double scale = Math.max(Math.abs(b), Math.max(Math.abs(a), Math.abs(d)));
        if (scale == 0) {
            return new Spectrum(new double[2], new double[][] {{1, 0}, {0, 1}});
        }
        int shift = -Math.getExponent(scale);
        double p = Math.scalb(a, shift);
        double q = Math.scalb(b, shift);
        double r = Math.scalb(d, shift);
        double mean = (p + r) / 2;
        double half = (p - r) / 2;
        double distance = Math.sqrt(Math.fma(half, half, q * q));
        double square = q * q;
        double determinant = Math.fma(p, r, -square) - Math.fma(q, q, -square);
        double large = mean >= 0 ? mean + distance : mean - distance;
        double other = large == 0 ? 0 : determinant / large;
        double low = Math.min(large, other);
        double high = Math.max(large, other);
        // the eigenvector of the higher one is (cos φ, sin φ) with tan 2φ = q/half
        double c = distance == 0 ? 1 : Math.sqrt((1 + Math.abs(half) / distance) / 2);
        double s = distance == 0 ? 0 : q / (2 * distance * c);
        double[] upper = half >= 0 ? new double[] {c, s} : new double[] {s, c};
        double[] lower = {-upper[1], upper[0]};
        return new Spectrum(
                new double[] {Math.scalb(low, -shift), Math.scalb(high, -shift)},
                new double[][] {signed(lower), signed(upper)});
    }

    private static Spectrum ofMany(Hessian hessian) {
        int n = hessian.size();
        var eigen = new SymmetricEigen(n);
        eigen.decompose(hessian.entries());
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> eigen.values()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = eigen.values()[order[i]];
            for (int j = 0; j < n; j++) {
                vectors[i][j] = eigen.vector(j, order[i]);
            }
            signed(vectors[i]);
        }
        return new Spectrum(values, vectors);
    }

    private static double[] signed(double[] vector) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            if (Math.abs(vector[i]) > Math.abs(vector[largest])) {
                largest = i;
            }
        }
        if (vector[largest] < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = 0.0 - vector[i];
            }
        }
        return vector;
    }

    /// λmin.
    public double smallest() {
        return values[0];
    }

    /// λmax.
    public double largest() {
        return values[values.length - 1];
    }

    /// κ = λmax/λmin where both are positive, else infinite (NaN where the eigenvalues are).
    public double condition() {
        if (Double.isNaN(smallest())) {
            return Double.NaN;
        }
        return smallest() > 0 ? largest() / smallest() : Double.POSITIVE_INFINITY;
    }

    /// The spectrum of −H.
    public Spectrum negated() {
        int n = values.length;
        double[] turned = new double[n];
        double[][] same = new double[n][];
        for (int i = 0; i < n; i++) {
            turned[i] = 0.0 - values[n - 1 - i];
            same[i] = vectors[n - 1 - i];
        }
        return new Spectrum(turned, same);
    }
}
