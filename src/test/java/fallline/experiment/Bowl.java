package fallline.experiment;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.ArrayList;
import java.util.List;

/// J(x) = ½ Σ cᵢ·xᵢ², with the curvatures cᵢ of any sign: bowls, saddles and hills of any number of parameters.
record Bowl(double... curvatures) implements Objective {
    @Override
    public int dimension() {
        return curvatures.length;
    }

    @Override
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= curvatures.length; i++) {
            names.add("x" + i);
        }
        return names;
    }

    @Override
    public Goal goal() {
        return Goal.MINIMISE;
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < curvatures.length; i++) {
            sum += 0.5 * curvatures[i] * x[i] * x[i];
        }
        return sum;
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        for (int i = 0; i < curvatures.length; i++) {
            gradient[i] = curvatures[i] * x[i];
        }
        return value(x);
    }

    @Override
    public void hessianTimes(double[] x, double[] direction, double[] product) {
        for (int i = 0; i < curvatures.length; i++) {
            product[i] = curvatures[i] * direction[i];
        }
    }

    @Override
    public Objective twin() {
        return this;
    }
}
