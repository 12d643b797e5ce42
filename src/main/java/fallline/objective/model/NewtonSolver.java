package fallline.objective.model;

import fallline.objective.Objective;

/// Newton's method with step halving for a convex model on data, from θ = 0.
final class NewtonSolver {
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;
    /// Once a step changes no prediction by more, the next one is exact to rounding: the error is squared.
    private static final double SMALL = 1e-8;

    private final Objective objective;
    private final int n;
    private final double[] size;
    private final double[][] hessian;

    /// How the search ended.
    sealed interface Outcome {}

    /// At the minimum.
    record Found(double[] point) implements Outcome {}

    /// Without a minimum: the steps ran away or the Hessian ceased to be positive definite, at `last`.
    record Failed(double[] last) implements Outcome {}

    private NewtonSolver(Objective objective, double[][] x) {
        this.objective = objective;
        this.n = objective.dimension();
        this.size = new double[n];
        this.hessian = new double[n][n];
        size[0] = 1;
        for (int j = 0; j < x.length; j++) {
            for (double value : x[j]) {
                size[j + 1] = Math.max(size[j + 1], Math.abs(value));
            }
        }
    }

    /// Looks for the minimum of `objective`, whose parameter j + 1 multiplies the column `x[j]`.
    static Outcome minimum(Objective objective, double[][] x) {
        return new NewtonSolver(objective, x).minimum();
    }

    private Outcome minimum() {
        double[] theta = new double[n];
        double[] gradient = new double[n];
        double loss = objective.gradient(theta, gradient);
        for (int step = 0; step < MOST_STEPS; step++) {
            fillHessian(theta);
            if (!factor()) {
                return new Failed(theta);
            }
            double[] move = solve(gradient);
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(move[j]) * size[j]);
            }
            double share = 1;
            double[] next = minus(theta, move, share);
            double reached = objective.value(next);
            for (int i = 0; i < MOST_HALVINGS && largest > SMALL && !(reached <= loss); i++) {
                share /= 2;
                next = minus(theta, move, share);
                reached = objective.value(next);
            }
            theta = next;
            loss = objective.gradient(theta, gradient);
            if (largest <= SMALL) {
                return new Found(theta);
            }
        }
        return new Failed(theta);
    }

    private static double[] minus(double[] theta, double[] move, double share) {
        double[] next = new double[theta.length];
        for (int j = 0; j < next.length; j++) {
            next[j] = Math.fma(-share, move[j], theta[j]);
        }
        return next;
    }

    /// The Hessian in units in which every feature is at most 1, so that its condition is the data's, not the units'.
    private void fillHessian(double[] theta) {
        double[] direction = new double[n];
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            objective.hessianTimes(theta, direction, hessian[j]);
            direction[j] = 0;
            for (int i = 0; i < n; i++) {
                hessian[j][i] /= size[i] * size[j];
            }
        }
    }

    /// Cholesky's H = L Lᵀ in place (lower half); false if H is not clearly positive definite.
    private boolean factor() {
        double scale = 0;
        for (int j = 0; j < n; j++) {
            scale = Math.max(scale, hessian[j][j]);
        }
        for (int j = 0; j < n; j++) {
            double pivot = hessian[j][j];
            for (int q = 0; q < j; q++) {
                pivot = Math.fma(-hessian[j][q], hessian[j][q], pivot);
            }
            if (!(pivot > 1e-15 * hessian[j][j]) || !(scale > Double.MIN_NORMAL)) {
                return false;
            }
            hessian[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double rest = hessian[i][j];
                for (int q = 0; q < j; q++) {
                    rest = Math.fma(-hessian[i][q], hessian[j][q], rest);
                }
                hessian[i][j] = rest / hessian[j][j];
            }
        }
        return true;
    }

    private double[] solve(double[] gradient) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = gradient[i] / size[i];
            for (int q = 0; q < i; q++) {
                rest = Math.fma(-hessian[i][q], x[q], rest);
            }
            x[i] = rest / hessian[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double rest = x[i];
            for (int q = i + 1; q < n; q++) {
                rest = Math.fma(-hessian[q][i], x[q], rest);
            }
            x[i] = rest / hessian[i][i];
        }
        for (int i = 0; i < n; i++) {
            x[i] /= size[i];
        }
        return x;
    }
}
