package fallline.objective.kernel;

import fallline.data.DataException;
import fallline.number.Numbers;
import java.util.List;

/// The penalty l2/2·‖w‖² on some of the parameters: on weights, never on an intercept or a bias.
///
/// @param weight l2 ≥ 0
/// @param penalised where the weights lie in θ
public record Ridge(double weight, List<WeightBlock> penalised) {
    public Ridge {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new DataException("l2 must be 0 or a positive number, got " + Numbers.exact(weight) + ".");
        }
        penalised = List.copyOf(penalised);
    }

    public double value(double[] theta) {
        if (weight == 0) {
            return 0; // not 0·∞ at a parameter that ran away
        }
        double sum = 0;
        for (int b = 0; b < penalised.size(); b++) {
            WeightBlock block = penalised.get(b);
            for (int j = block.at(); j < block.end(); j++) {
                sum = Math.fma(theta[j], theta[j], sum);
            }
        }
        return 0.5 * weight * sum;
    }

    /// Adds l2·w.
    public void addTo(double[] gradient, double[] theta) {
        if (weight == 0) {
            return;
        }
        for (int b = 0; b < penalised.size(); b++) {
            WeightBlock block = penalised.get(b);
            for (int j = block.at(); j < block.end(); j++) {
                gradient[j] = Math.fma(weight, theta[j], gradient[j]);
            }
        }
    }
}
