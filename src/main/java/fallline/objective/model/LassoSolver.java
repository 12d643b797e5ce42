package fallline.objective.model;

import fallline.algebra.Cholesky;
import fallline.objective.Optimum;
import fallline.objective.kernel.Lasso;
import java.util.Arrays;
import java.util.Optional;

/// Newton's method for a convex model with l1, from θ = 0.
///
/// Each step minimises the quadratic that the smooth part of J is near θ, plus l1·‖w‖₁, by coordinate descent; where
/// the signs are known, exactly, by a linear system of the weights that are not 0. Sources: Friedman, Hastie &
/// Tibshirani 2010, "Regularization Paths for Generalized Linear Models via Coordinate Descent"; Lee, Sun & Saunders
/// 2014, "Proximal Newton-Type Methods for Minimizing Composite Functions".
final class LassoSolver {
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;
    private static final int MOST_SWEEPS = 2_000;
    private static final int SWEEPS_BEFORE_SIGNS = 10;
    /// Once a step changes no prediction by more, the next one is exact to rounding: the error is squared.
    private static final double SMALL = 1e-8;
    /// What is left to gain at the end, as a part of J.
    private static final double LEFT = 1e-12;

    private final DataModel model;
    private final DataModel smooth;
    private final Lasso lasso;
    private final int n;
    /// The largest size of the column that a parameter multiplies.
    private final double[] size;
    private final double[][] hessian;
    private final double[] weight;

    private LassoSolver(DataModel model) {
        this.model = model;
        smooth = model.smooth();
        lasso = model.lasso();
        n = model.dimension();
        size = new double[n];
        hessian = new double[n][n];
        weight = new double[n];
        double[][] x = model.features().columns();
        size[0] = 1;
        for (int j = 0; j < x.length; j++) {
            for (double value : x[j]) {
                size[j + 1] = Math.max(size[j + 1], Math.abs(value));
            }
        }
        for (int j = 0; j < n; j++) {
            weight[j] = lasso.isOn(j) ? lasso.weight() : 0;
        }
    }

    /// The minimum of J; empty if it is not found.
    ///
    /// @param model linear or logistic, not used elsewhere meanwhile
    static Optional<Optimum> minimum(DataModel model) {
        return new LassoSolver(model).minimum();
    }

    private Optional<Optimum> minimum() {
        double[] theta = new double[n];
        double[] gradient = new double[n];
        double loss = model.value(theta);
        for (int step = 0; step < MOST_STEPS; step++) {
            smooth.gradient(theta, gradient);
            fillHessian(theta);
            double[] next = quadraticMinimum(theta, gradient);
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(next[j] - theta[j]) * size[j]);
            }
            double reached = model.value(next);
            for (int i = 0; i < MOST_HALVINGS && largest > SMALL && !(reached <= loss); i++) {
                for (int j = 0; j < n; j++) {
                    next[j] = 0.5 * (theta[j] + next[j]);
                }
                reached = model.value(next);
            }
            theta = next;
            loss = reached;
            if (largest <= SMALL) {
                return found(theta, loss);
            }
        }
        return Optional.empty();
    }

    private Optional<Optimum> found(double[] theta, double loss) {
        double[] slope = new double[n];
        model.gradient(theta, slope);
        lasso.shorten(slope, theta);
        double left = 0;
        for (int j = 0; j < n; j++) {
            left += hessian[j][j] > 0 ? 0.5 * slope[j] * slope[j] / hessian[j][j] : 0;
        }
        return left <= LEFT * Math.abs(loss)
                ? Optional.of(new Optimum(theta, loss, "Newton's method by coordinates"))
                : Optional.empty();
    }

    private void fillHessian(double[] theta) {
        double[] direction = new double[n];
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            smooth.hessianTimes(theta, direction, hessian[j]);
            direction[j] = 0;
        }
    }

    /// The minimum of g·d + ½ dᵀH d + l1·‖w + d‖₁ as θ + d.
    private double[] quadraticMinimum(double[] theta, double[] gradient) {
        double[] at = theta.clone();
        double[] slope = gradient.clone();
        for (int sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
            double moved = sweep(at, slope);
            boolean still = moved <= 1e-14;
            if (still || sweep % SWEEPS_BEFORE_SIGNS == 0) {
                Optional<double[]> exact = withSigns(at, theta, gradient);
                if (exact.isPresent()) {
                    return exact.get();
                }
            }
            if (still) {
                break;
            }
        }
        return at;
    }

    /// One round of coordinate descent.
    ///
    /// @return the most that a prediction changed
    private double sweep(double[] at, double[] slope) {
        double moved = 0;
        for (int j = 0; j < n; j++) {
            double bend = hessian[j][j];
            if (!(bend > 0)) {
                continue;
            }
            double next = Lasso.shrunk(at[j] - slope[j] / bend, weight[j] / bend);
            double change = next - at[j];
            if (change != 0) {
                at[j] = next;
                for (int i = 0; i < n; i++) {
                    slope[i] = Math.fma(change, hessian[j][i], slope[i]);
                }
                moved = Math.max(moved, Math.abs(change) * size[j]);
            }
        }
        return moved;
    }

    /// The minimum of the quadratic if the weights that are not 0 are those of `at`, with their signs; empty if it is
    /// not the minimum over all.
    private Optional<double[]> withSigns(double[] at, double[] theta, double[] gradient) {
        int[] active = new int[n];
        int count = 0;
        for (int j = 0; j < n; j++) {
            if (at[j] != 0 || weight[j] == 0) {
                active[count++] = j;
            }
        }
        active = Arrays.copyOf(active, count);
        double[][] matrix = new double[count][count];
        double[] right = new double[count];
        for (int a = 0; a < count; a++) {
            int j = active[a];
            for (int b = 0; b < count; b++) {
                matrix[a][b] = hessian[j][active[b]] / (size[j] * size[active[b]]);
            }
            // H·(next − θ) = −(g + l1·sign), where θ has weights that the others leave
            double sum = -gradient[j] - weight[j] * Math.signum(at[j]);
            for (int i = 0; i < n; i++) {
                sum = Math.fma(hessian[j][i], theta[i], sum);
            }
            right[a] = sum / size[j];
        }
        if (!Cholesky.factor(matrix)) {
            return Optional.empty();
        }
        Cholesky.solve(matrix, right);
        double[] next = new double[n];
        for (int a = 0; a < count; a++) {
            int j = active[a];
            next[j] = right[a] / size[j];
            if (weight[j] > 0 && next[j] * at[j] <= 0) {
                return Optional.empty();
            }
        }
        return isLeast(next, theta, gradient) ? Optional.of(next) : Optional.empty();
    }

    /// Whether no weight at 0 has a slope steeper than l1.
    private boolean isLeast(double[] next, double[] theta, double[] gradient) {
        for (int j = 0; j < n; j++) {
            if (next[j] == 0 && weight[j] > 0) {
                double slope = gradient[j];
                for (int i = 0; i < n; i++) {
                    slope = Math.fma(hessian[j][i], next[i] - theta[i], slope);
                }
                if (Math.abs(slope) > weight[j] * (1 + 1e-9)) {
                    return false;
                }
            }
        }
        return true;
    }
}
