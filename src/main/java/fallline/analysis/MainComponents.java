package fallline.analysis;

import fallline.algebra.Norm;
import fallline.algebra.SymmetricEigen;
import fallline.experiment.run.PathPositions;
import java.util.Arrays;

/// The two main components of a set of points: the directions in which they vary most (Pearson 1901, Hotelling 1933).
///
/// @param mean of the points
/// @param first of length 1; the last point lies farther along it than the first point
/// @param second of length 1, at right angles to the first
/// @param firstShare of the points' variance that lies along `first`, 0 … 1
/// @param secondShare of the points' variance that lies along `second`
public record MainComponents(double[] mean, double[] first, double[] second, double firstShare, double secondShare) {
    /// The larger of rows and columns is thinned out until the work is bounded.
    private static final double WORK = 4e7;

    private static final int MOST_BY_POINTS = 200;

    /// Below this share of the variance a direction is rounding and another takes its place.
    private static final double LEAST = 1e-13;

    /// Those of a run's path; of evenly spread points of it where there are very many.
    public static MainComponents of(PathPositions path, int dimension) {
        double most = dimension <= MOST_BY_POINTS ? WORK / ((double) dimension * dimension) : MOST_BY_POINTS;
        int count = (int) Math.min(path.count(), Math.max(2, most));
        double[][] points = new double[count][dimension];
        for (int i = 0; i < count; i++) {
            path.read((int) Math.round((path.count() - 1.0) * i / Math.max(1, count - 1)), points[i]);
        }
        return of(points);
    }

    /// Those of the points, each of n ≥ 2 numbers; by the eigenvectors of the n × n covariance, or of the points'
    /// products where there are fewer points than numbers.
    static MainComponents of(double[][] points) {
        int n = points[0].length;
        double scale = 0;
        double[] mean = new double[n];
        for (double[] point : points) {
            for (int i = 0; i < n; i++) {
                mean[i] += point[i] / points.length;
                scale = Math.max(scale, Math.abs(point[i]));
            }
        }
        double[][] rows = new double[points.length][n];
        double all = 0;
        for (int k = 0; k < points.length; k++) {
            for (int i = 0; i < n; i++) {
                double away = scale == 0 ? 0 : points[k][i] / scale - mean[i] / scale;
                rows[k][i] = away;
                all += away * away;
            }
        }
        // A spread that is no more than the rounding of the positions has no directions.
        if (!(all > points.length * n * 0x1p-100)) {
            double[] first = unit(n, 0);
            return new MainComponents(mean, first, upright(first), 0, 0);
        }
        double[][] directions = n <= points.length ? byCovariance(rows) : byPoints(rows);
        double[] first = directions[0];
        normalise(first);
        turn(first, points);
        double firstVariance = variance(rows, first);
        double[] second = directions[1];
        removeAlong(first, second);
        double length = normalise(second);
        double secondVariance = length > 0 ? variance(rows, second) : 0;
        if (!(secondVariance > LEAST * firstVariance)) {
            second = upright(first);
            secondVariance = 0;
        } else {
            turnLargest(second);
        }
        return new MainComponents(mean, first, second, firstVariance / all, secondVariance / all);
    }

    private static double[][] byCovariance(double[][] rows) {
        int n = rows[0].length;
        double[] products = new double[n * n];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i * n + j] += row[i] * row[j];
                }
            }
        }
        return largest(products, n);
    }

    /// If X Xᵀ u = λ u then Xᵀ u is an eigenvector of Xᵀ X.
    private static double[][] byPoints(double[][] rows) {
        int m = rows.length;
        int n = rows[0].length;
        double[] products = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < n; k++) {
                    products[i * m + j] += rows[i][k] * rows[j][k];
                }
            }
        }
        double[][] weights = largest(products, m);
        double[][] directions = new double[2][n];
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    directions[k][j] += weights[k][i] * rows[i][j];
                }
            }
        }
        return directions;
    }

    /// The eigenvectors of the two largest eigenvalues; the second is zero for a matrix of one row.
    ///
    /// @param symmetric n × n, of which the lower half is filled
    private static double[][] largest(double[] symmetric, int n) {
        double[][] largest = {new double[n], new double[n]};
        SymmetricEigen eigen = new SymmetricEigen(n);
        eigen.decompose(symmetric);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]));
        for (int k = 0; k < Math.min(2, n); k++) {
            for (int i = 0; i < n; i++) {
                largest[k][i] = eigen.vector(i, order[k]);
            }
        }
        return largest;
    }

    private static double variance(double[][] rows, double[] direction) {
        double sum = 0;
        for (double[] row : rows) {
            double along = 0;
            for (int i = 0; i < direction.length; i++) {
                along += row[i] * direction[i];
            }
            sum += along * along;
        }
        return sum;
    }

    private static void turn(double[] direction, double[][] points) {
        double forwards = 0;
        double[] start = points[0];
        double[] end = points[points.length - 1];
        for (int i = 0; i < direction.length; i++) {
            forwards += direction[i] * (end[i] - start[i]);
        }
        if (forwards < 0) {
            negate(direction);
        } else if (forwards == 0) {
            turnLargest(direction);
        }
    }

    /// The number that is largest in size becomes positive, so that a plane does not flip when its path changes a
    /// little.
    private static void turnLargest(double[] direction) {
        double largest = 0;
        for (double value : direction) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        if (largest < 0) {
            negate(direction);
        }
    }

    private static void negate(double[] direction) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
    }

    /// Some direction of length 1 at right angles to `first`.
    static double[] upright(double[] first) {
        int least = 0;
        for (int i = 1; i < first.length; i++) {
            least = Math.abs(first[i]) < Math.abs(first[least]) ? i : least;
        }
        double[] direction = unit(first.length, least);
        removeAlong(first, direction);
        normalise(direction);
        return direction;
    }

    /// Takes from `direction` what lies along `first`, which has length 1; twice, against rounding.
    static void removeAlong(double[] first, double[] direction) {
        for (int round = 0; round < 2; round++) {
            double along = 0;
            for (int i = 0; i < first.length; i++) {
                along += first[i] * direction[i];
            }
            for (int i = 0; i < first.length; i++) {
                direction[i] -= along * first[i];
            }
        }
    }

    /// Makes the length 1, and returns what it was; a vector without a length stays.
    static double normalise(double[] direction) {
        double length = Norm.scaled(direction);
        if (!(length > 0) || Double.isInfinite(length)) {
            return 0;
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= length;
        }
        return length;
    }

    private static double[] unit(int n, int index) {
        double[] unit = new double[n];
        unit[index] = 1;
        return unit;
    }
}
