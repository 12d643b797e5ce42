package fallline.experiment;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.List;

/// J(w) = w² of one parameter, written by hand, to test the engine without the formula language.
public record Quadratic(Goal goal) implements Objective {
    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("w");
    }

    @Override
    public double value(double[] theta) {
        return sign() * theta[0] * theta[0];
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        gradient[0] = sign() * 2 * theta[0];
        return value(theta);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        product[0] = sign() * 2 * direction[0];
    }

    private double sign() {
        return goal == Goal.MINIMISE ? 1 : -1;
    }

    @Override
    public Objective twin() {
        return this;
    }
}
