package fallline.algebra;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Eigenvalues and eigenvectors of a symmetric matrix, by Householder's reduction to three diagonals and QL iterations
/// with implicit shifts. One fixed order of operations; an instance holds the arrays for one size.
///
/// Source: EISPACK's tred2 and tql2 (Bowdler, Martin, Reinsch & Wilkinson 1968) as in JAMA, which is in the public
/// domain.
public final class SymmetricEigen {
    private static final double EPSILON = 0x1p-52;

    private final int n;
    private final double[] vectors;
    private final double[] values;
    private final double[] off;
    private BooleanSupplier cancelled = () -> false;

    /// @param size n ≥ 1
    public SymmetricEigen(int size) {
        n = size;
        vectors = new double[n * n];
        values = new double[n];
        off = new double[n];
    }

    /// Decomposes `matrix` (n × n, row-major, its lower triangle is read); all results are NaN if an entry is not
    /// finite.
    public void decompose(double[] matrix) {
        decompose(matrix, () -> false);
    }

    /// As [#decompose(double\[\])], but given up once `cancelled` says so: the results are then of no use.
    ///
    /// @param cancelled asked n times in each of the three passes
    public void decompose(double[] matrix, BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        System.arraycopy(matrix, 0, vectors, 0, n * n);
        for (double entry : matrix) {
            if (!Double.isFinite(entry)) {
                Arrays.fill(values, Double.NaN);
                Arrays.fill(vectors, Double.NaN);
                return;
            }
        }
        reduce();
        iterate();
    }

    /// The eigenvalues, unordered: the decomposition's own array.
    public double[] values() {
        return values;
    }

    /// Component `i` of the eigenvector of eigenvalue `k`.
    public double vector(int i, int k) {
        return vectors[i * n + k];
    }

    private void reduce() {
        double[] v = vectors;
        for (int j = 0; j < n; j++) {
            values[j] = v[(n - 1) * n + j];
        }
        for (int i = n - 1; i > 0 && !cancelled.getAsBoolean(); i--) {
            reduceRow(i);
        }
        for (int i = 0; i < n - 1 && !cancelled.getAsBoolean(); i++) {
            accumulate(i);
        }
        for (int j = 0; j < n; j++) {
            values[j] = v[(n - 1) * n + j];
            v[(n - 1) * n + j] = 0;
        }
        v[n * n - 1] = 1;
        off[0] = 0;
    }

    private void reduceRow(int i) {
        double[] v = vectors;
        double scale = 0;
        double h = 0;
        for (int k = 0; k < i; k++) {
            scale += Math.abs(values[k]);
        }
        if (scale == 0) {
            off[i] = values[i - 1];
            for (int j = 0; j < i; j++) {
                values[j] = v[(i - 1) * n + j];
                v[i * n + j] = 0;
                v[j * n + i] = 0;
            }
            values[i] = 0;
            return;
        }
        for (int k = 0; k < i; k++) {
            values[k] /= scale;
            h += values[k] * values[k];
        }
        double f = values[i - 1];
        double g = f > 0 ? -StrictMath.sqrt(h) : StrictMath.sqrt(h);
        off[i] = scale * g;
        h -= f * g;
        values[i - 1] = f - g;
        for (int j = 0; j < i; j++) {
            off[j] = 0;
        }
        reflect(i, h);
        values[i] = h;
    }

    /// Applies the similarity transformation of row `i`.
    private void reflect(int i, double h) {
        double[] v = vectors;
        for (int j = 0; j < i; j++) {
            double f = values[j];
            v[j * n + i] = f;
            double g = off[j] + v[j * n + j] * f;
            for (int k = j + 1; k <= i - 1; k++) {
                g += v[k * n + j] * values[k];
                off[k] += v[k * n + j] * f;
            }
            off[j] = g;
        }
        double f = 0;
        for (int j = 0; j < i; j++) {
            off[j] /= h;
            f += off[j] * values[j];
        }
        double hh = f / (h + h);
        for (int j = 0; j < i; j++) {
            off[j] -= hh * values[j];
        }
        for (int j = 0; j < i; j++) {
            double fj = values[j];
            double gj = off[j];
            for (int k = j; k <= i - 1; k++) {
                v[k * n + j] -= fj * off[k] + gj * values[k];
            }
            values[j] = v[(i - 1) * n + j];
            v[i * n + j] = 0;
        }
    }

    private void accumulate(int i) {
        double[] v = vectors;
        v[(n - 1) * n + i] = v[i * n + i];
        v[i * n + i] = 1;
        double h = values[i + 1];
        if (h != 0) {
            for (int k = 0; k <= i; k++) {
                values[k] = v[k * n + i + 1] / h;
            }
            for (int j = 0; j <= i; j++) {
                double g = 0;
                for (int k = 0; k <= i; k++) {
                    g += v[k * n + i + 1] * v[k * n + j];
                }
                for (int k = 0; k <= i; k++) {
                    v[k * n + j] -= g * values[k];
                }
            }
        }
        for (int k = 0; k <= i; k++) {
            v[k * n + i + 1] = 0;
        }
    }

    private void iterate() {
        for (int i = 1; i < n; i++) {
            off[i - 1] = off[i];
        }
        off[n - 1] = 0;
        double shift = 0;
        double largest = 0;
        for (int l = 0; l < n && !cancelled.getAsBoolean(); l++) {
            largest = Math.max(largest, Math.abs(values[l]) + Math.abs(off[l]));
            int m = l;
            while (m < n - 1 && !(Math.abs(off[m]) <= EPSILON * largest)) {
                m++;
            }
            int rounds = 0;
            while (m > l && rounds < 60 && !(Math.abs(off[l]) <= EPSILON * largest)) {
                shift += shift(l);
                sweep(l, m);
                rounds++;
            }
            values[l] += shift;
            off[l] = 0;
        }
    }

    /// Subtracts the implicit shift of the block that begins at `l`.
    private double shift(int l) {
        double g = values[l];
        double p = (values[l + 1] - g) / (2 * off[l]);
        double r = StrictMath.hypot(p, 1);
        if (p < 0) {
            r = -r;
        }
        values[l] = off[l] / (p + r);
        values[l + 1] = off[l] * (p + r);
        double h = g - values[l];
        for (int i = l + 2; i < n; i++) {
            values[i] -= h;
        }
        return h;
    }

    /// One QL sweep over the block from `l` to `m`.
    private void sweep(int l, int m) {
        double next = values[l + 1];
        double beyond = off[l + 1];
        double p = values[m];
        double c = 1;
        double c2 = 1;
        double c3 = 1;
        double s = 0;
        double s2 = 0;
        for (int i = m - 1; i >= l; i--) {
            c3 = c2;
            c2 = c;
            s2 = s;
            double g = c * off[i];
            double h = c * p;
            double r = StrictMath.hypot(p, off[i]);
            off[i + 1] = s * r;
            s = off[i] / r;
            c = p / r;
            p = c * values[i] - s * g;
            values[i + 1] = h + s * (c * g + s * values[i]);
            turn(i, c, s);
        }
        p = -s * s2 * c3 * beyond * off[l] / next;
        off[l] = s * p;
        values[l] = c * p;
    }

    /// Turns eigenvectors `i` and `i + 1` into each other.
    private void turn(int i, double c, double s) {
        double[] v = vectors;
        for (int k = 0; k < n; k++) {
            double h = v[k * n + i + 1];
            v[k * n + i + 1] = s * v[k * n + i] + c * h;
            v[k * n + i] = c * v[k * n + i] - s * h;
        }
    }
}
