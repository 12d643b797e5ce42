package fallline.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The shortest solution of A·x = b for a symmetric A that is singular to rounding.
///
/// Whether it is does not depend on units: A is scaled to D^−½ A D^−½ with D = |diag A|, and an
/// eigenvalue up to 16·n·2⁻⁵² of the largest in size counts as 0. Where b is not in A's range, the solution is the
/// shortest of those that leave the least of b: A⁺·b.
final class SingularSystem {
    private static final double EPSILON = 0x1p-52;

    private SingularSystem() {}

    /// The shortest solution; empty if A is regular, or not finite.
    static Optional<double[]> shortest(double[] matrix, double[] b) {
        int n = b.length;
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            double size = Math.abs(matrix[i * n + i]);
            for (int j = 0; j < n && matrix[i * n + i] == 0; j++) {
                size = Math.max(size, Math.abs(matrix[i * n + j]));
            }
            root[i] = size > 0 ? 1 / Math.sqrt(size) : 1;
        }
        double[] scaled = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i * n + j] = root[i] * matrix[i * n + j] * root[j];
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(n);
        eigen.decompose(scaled);
        double top = 0;
        for (double value : eigen.values()) {
            top = Math.max(top, Math.abs(value));
        }
        if (Double.isNaN(eigen.values()[0])) {
            return Optional.empty();
        }
        List<double[]> empty = new ArrayList<>();
        List<double[]> full = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double[] direction = new double[n];
            for (int i = 0; i < n; i++) {
                direction[i] = root[i] * eigen.vector(i, k);
            }
            if (Math.abs(eigen.values()[k]) <= 16 * n * EPSILON * top) {
                empty.add(direction);
            } else {
                full.add(direction);
                values.add(eigen.values()[k]);
            }
        }
        if (empty.isEmpty()) {
            return Optional.empty();
        }
        square(empty);
        double[] reached = without(b.clone(), empty);
        double[] x = new double[n];
        for (int k = 0; k < full.size(); k++) {
            double share = dot(full.get(k), reached) / values.get(k);
            for (int i = 0; i < n; i++) {
                x[i] += share * full.get(k)[i];
            }
        }
        return Optional.of(without(x, empty));
    }

    /// Makes the directions unit vectors that are square to each other.
    private static void square(List<double[]> directions) {
        for (int k = 0; k < directions.size(); k++) {
            double[] direction = directions.get(k);
            for (int j = 0; j < k; j++) {
                subtract(direction, directions.get(j));
            }
            double length = Math.sqrt(dot(direction, direction));
            for (int i = 0; i < direction.length && length > 0; i++) {
                direction[i] /= length;
            }
        }
    }

    /// Takes from `x` what lies along the directions.
    private static double[] without(double[] x, List<double[]> directions) {
        directions.forEach(direction -> subtract(x, direction));
        return x;
    }

    private static void subtract(double[] from, double[] unit) {
        double along = dot(from, unit);
        for (int i = 0; i < from.length; i++) {
            from[i] -= along * unit[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
