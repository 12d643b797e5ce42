package fallline.optimizer;

import static fallline.optimizer.StageList.matrix;
import static fallline.optimizer.StageList.number;

import fallline.curvature.SymmetricEigen;
import fallline.expr.LatexPrinter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes the steps of Newton's method. Nothing lasts from step to step.
///
/// The Hessian comes column by column from Hessian-vector products, and its halves are averaged.
final class NewtonUpdate implements Update {
    private static final double LEAST_RELATIVE_EIGENVALUE = 1e-8;

    private final int n;
    private final Optional<Backtracking> search;
    private final LinearSystem system;
    private final SymmetricEigen eigen;
    private final double[] hessian;
    private final double[] gradient;
    private final double[] direction;
    private final double[] unit;
    private final double[] column;
    private double value;
    private int trials;

    NewtonUpdate(int dimension, Optional<Backtracking> search) {
        n = dimension;
        this.search = search;
        system = new LinearSystem(dimension);
        eigen = new SymmetricEigen(dimension);
        hessian = new double[dimension * dimension];
        gradient = new double[dimension];
        direction = new double[dimension];
        unit = new double[dimension];
        column = new double[dimension];
    }

    @Override
    public void start(double[] theta, double[] hyper, double[] state) {}

    @Override
    public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        value = evaluation.gradient(theta, gradient);
        turn(theta, hyper, evaluation);
        double length = length(theta, hyper, evaluation);
        if (length > 0) {
            for (int i = 0; i < n; i++) {
                theta[i] += length * direction[i];
            }
        }
        return length;
    }

    /// d ← −(H + μ·I)⁻¹·g, or with |H|.
    private void turn(double[] theta, double[] hyper, Evaluation evaluation) {
        fillHessian(theta, evaluation);
        double damping = hyper[Newton.DAMPING];
        for (int i = 0; i < n; i++) {
            direction[i] = -gradient[i];
        }
        if (hyper[Newton.MODIFIED] != 0) {
            turnDownhill(damping);
        } else {
            for (int i = 0; i < n; i++) {
                hessian[i * n + i] += damping;
            }
            if (!system.solve(hessian, direction)) {
                takeShortest();
            }
        }
    }

    /// Where H is singular, the shortest of the steps that solve the system.
    private void takeShortest() {
        for (int i = 0; i < n; i++) {
            unit[i] = -gradient[i];
        }
        SingularSystem.shortest(hessian, unit).ifPresent(shortest -> System.arraycopy(shortest, 0, direction, 0, n));
        Arrays.fill(unit, 0);
    }

    private void fillHessian(double[] theta, Evaluation evaluation) {
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            evaluation.hessianTimes(theta, unit, column);
            unit[j] = 0;
            for (int i = 0; i < n; i++) {
                hessian[i * n + j] = column[i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * hessian[i * n + j] + 0.5 * hessian[j * n + i];
                hessian[i * n + j] = mean;
                hessian[j * n + i] = mean;
            }
        }
    }

    /// d ← (|H| + μ·I)⁻¹·d, eigenvector by eigenvector.
    private void turnDownhill(double damping) {
        eigen.decompose(hessian);
        double[] values = eigen.values();
        double largest = Vectors.largest(values, 0, n);
        double least = largest == 0 ? 1 : LEAST_RELATIVE_EIGENVALUE * largest;
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += eigen.vector(i, k) * direction[i];
            }
            unit[k] = along / (Math.max(Math.abs(values[k]), least) + damping);
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += eigen.vector(i, k) * unit[k];
            }
            direction[i] = sum;
        }
        Arrays.fill(unit, 0);
    }

    /// The length of the step along d; 0 if the line search finds none.
    private double length(double[] theta, double[] hyper, Evaluation evaluation) {
        double length = hyper[Newton.RATE];
        if (search.isEmpty()) {
            return length;
        }
        double slope = Vectors.dot(gradient, direction);
        for (trials = 1; slope < 0 && trials <= Backtracking.MOST_TRIALS; trials++) {
            for (int i = 0; i < n; i++) {
                column[i] = theta[i] + length * direction[i];
            }
            if (search.get().accepts(value, length * slope, evaluation.value(column))) {
                return length;
            }
            length *= search.get().shrink();
        }
        return 0;
    }

    @Override
    public List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        StageList stages = new StageList();
        value = evaluation.gradient(theta, gradient);
        stages.add("slope", Rule.GRADIENT, "g = \\nabla J", gradient[index]);
        fillHessian(theta, evaluation);
        double curvature = hessian[index * n + index];
        stages.add(
                n == 1 ? "curvature" : "curvature along this parameter",
                "H",
                n == 1 ? "H = J''" : "H = \\nabla^{2} J",
                StageList.fits(n) ? matrix(hessian, n, n) : LatexPrinter.number(curvature),
                curvature);
        turn(theta, hyper, evaluation);
        boolean modified = hyper[Newton.MODIFIED] != 0;
        String damping = hyper[Newton.DAMPING] == 0 ? "" : " + \\mu I";
        String inverted = modified ? "|H|" + damping : "H" + damping;
        stages.add(
                modified ? "jump to the lowest point, negative curvature turned round" : "jump to the level point",
                "d",
                "d = -" + (damping.isEmpty() ? inverted : "(" + inverted + ")") + "^{-1} g",
                written(modified, index),
                direction[index]);
        double length = length(theta, hyper, evaluation);
        if (search.isPresent()) {
            stages.add(
                    length > 0
                            ? "rate from the line search, " + trials + (trials == 1 ? " trial" : " trials")
                            : "the line search finds no way down: θ stays (a modified Hessian always leads down)",
                    Hyperparameter.LEARNING_RATE,
                    "\\alpha",
                    length);
        }
        stages.move("step", name, "\\alpha", theta[index], length, length > 0 ? direction[index] : 0);
        return stages.list();
    }

    /// The direction's right-hand side in numbers: the whole small system, or only what came out.
    private String written(boolean modified, int index) {
        if (modified || !StageList.fits(n)) {
            return LatexPrinter.number(direction[index]);
        }
        return n == 1
                ? "-" + number(gradient[0]) + " / " + number(hessian[0])
                : "-" + matrix(hessian, n, n) + "^{-1} " + matrix(gradient, n, 1);
    }
}
