package fallline.bench;

import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.List;

/// Rosenbrock's valley, written by hand.
final class Valley implements Objective {
    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("x", "y");
    }

    @Override
    public Goal goal() {
        return Goal.MINIMISE;
    }

    @Override
    public double value(double[] p) {
        double left = 1 - p[0];
        double valley = p[1] - p[0] * p[0];
        return left * left + 100 * (valley * valley);
    }

    @Override
    public double gradient(double[] p, double[] gradient) {
        double x = p[0];
        double y = p[1];
        double left = 1 - x;
        double valley = y - x * x;
        double up = 200 * valley;
        gradient[0] = -2 * left - up * (2 * x);
        gradient[1] = up;
        return left * left + 100 * (valley * valley);
    }

    @Override
    public void hessianTimes(double[] p, double[] direction, double[] product) {
        double mixed = -400 * p[0];
        product[0] = (2 - 400 * (p[1] - 3 * p[0] * p[0])) * direction[0] + mixed * direction[1];
        product[1] = mixed * direction[0] + 200 * direction[1];
    }

    @Override
    public Valley twin() {
        return new Valley();
    }
}
