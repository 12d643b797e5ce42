package fallline.objective.model;

import fallline.algebra.Cholesky;
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
            if (!Cholesky.factor(hessian)) {
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

    private double[] solve(double[] gradient) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = gradient[i] / size[i];
        }
        Cholesky.solve(hessian, x);
        for (int i = 0; i < n; i++) {
            x[i] /= size[i];
        }
        return x;
    }
}
