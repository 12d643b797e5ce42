package fallline.experiment;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.List;

/// f(x, y) = (1 − x)² + 100 (y − x²)², written by hand, to test the engine without the formula language.
record Rosenbrock(Goal goal) implements Objective {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("x", "y");
    }

    @Override
    public double value(double[] p) {
        double valley = p[1] - p[0] * p[0];
        return sign() * ((1 - p[0]) * (1 - p[0]) + 100 * valley * valley);
    }

    @Override
    public double gradient(double[] p, double[] gradient) {
        double valley = p[1] - p[0] * p[0];
        gradient[0] = sign() * (-2 * (1 - p[0]) - 400 * p[0] * valley);
        gradient[1] = sign() * (200 * valley);
        return value(p);
    }

    @Override
    public void hessianTimes(double[] p, double[] direction, double[] product) {
        double xx = 2 - 400 * (p[1] - 3 * p[0] * p[0]);
        product[0] = sign() * (xx * direction[0] - 400 * p[0] * direction[1]);
        product[1] = sign() * (-400 * p[0] * direction[0] + 200 * direction[1]);
    }

    private double sign() {
        return goal == Goal.MINIMISE ? 1 : -1;
    }

    @Override
    public Objective twin() {
        return this;
    }
}
