package fallline.app;

import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import java.util.List;
import java.util.Optional;

/// J = ½ Σ cᵢ θᵢ² with hand-written derivatives, so that windows are tested without the formula language.
record Valley(List<String> parameterNames, List<Double> curvatures, Goal goal) implements Objective {
    /// J(w) = w².
    static Valley square() {
        return new Valley(List.of("w"), List.of(2.0), Goal.MINIMISE);
    }

    /// J(x, y) = ½ (x² + 6 y²).
    static Valley bowl() {
        return new Valley(List.of("x", "y"), List.of(1.0, 6.0), Goal.MINIMISE);
    }

    /// J(a, b, c, d) = ½ (a² + 2 b² + 3 c² + 4 d²).
    static Valley four() {
        return new Valley(List.of("a", "b", "c", "d"), List.of(1.0, 2.0, 3.0, 4.0), Goal.MINIMISE);
    }

    @Override
    public int dimension() {
        return curvatures.size();
    }

    @Override
    public double value(double[] theta) {
        double sum = 0;
        for (int i = 0; i < theta.length; i++) {
            sum += 0.5 * curvatures.get(i) * theta[i] * theta[i];
        }
        return sum;
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = curvatures.get(i) * theta[i];
        }
        return value(theta);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        for (int i = 0; i < theta.length; i++) {
            product[i] = curvatures.get(i) * direction[i];
        }
    }

    @Override
    public Optional<Optimum> optimum() {
        return Optional.of(new Optimum(new double[dimension()], 0, "quadratic"));
    }

    @Override
    public Objective twin() {
        return this;
    }
}
