package fallline.analysis;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.List;
import java.util.function.UnaryOperator;

/// An objective whose gradient somebody has spoiled.
record Spoiled(Objective honest, UnaryOperator<double[]> mistake) implements Objective {
    @Override
    public int dimension() {
        return honest.dimension();
    }

    @Override
    public List<String> parameterNames() {
        return honest.parameterNames();
    }

    @Override
    public Goal goal() {
        return honest.goal();
    }

    @Override
    public double value(double[] theta) {
        return honest.value(theta);
    }

    @Override
    public double gradient(double[] theta, double[] gradient) {
        double value = honest.gradient(theta, gradient);
        System.arraycopy(mistake.apply(gradient.clone()), 0, gradient, 0, gradient.length);
        return value;
    }

    @Override
    public double rounding(double[] theta) {
        return honest.rounding(theta);
    }

    @Override
    public void hessianTimes(double[] theta, double[] direction, double[] product) {
        honest.hessianTimes(theta, direction, product);
    }

    @Override
    public Objective twin() {
        return new Spoiled(honest.twin(), mistake);
    }
}
