package fallline.objective.kernel;

import fallline.data.DataException;
import fallline.number.Numbers;
import java.util.List;

/// The penalty l1·‖w‖₁ on some of the parameters: on weights, never on an intercept or a bias.
///
/// It has a kink at 0, so that a step is made of two: the rule's on the smooth part of J, then the proximal step
/// w ← sign(w)·max(|w| − α·l1, 0), which sets small weights to 0. Source: Beck & Teboulle 2009, "A Fast Iterative
/// Shrinkage-Thresholding Algorithm", (1.5).
///
/// @param weight l1 ≥ 0
/// @param penalised where the weights lie in θ
public record Lasso(double weight, List<WeightBlock> penalised) {
    /// No penalty.
    public static final Lasso NONE = new Lasso(0, List.of());

    public Lasso {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new DataException("l1 must be 0 or a positive number, got " + Numbers.exact(weight) + ".");
        }
        penalised = List.copyOf(penalised);
    }

    /// Whether it adds nothing.
    public boolean isNone() {
        return weight == 0;
    }

    /// l1·‖w‖₁.
    public double value(double[] theta) {
        if (weight == 0) {
            return 0; // not 0·∞ at a parameter that ran away
        }
        double sum = 0;
        for (int b = 0; b < penalised.size(); b++) {
            WeightBlock block = penalised.get(b);
            for (int j = block.at(); j < block.end(); j++) {
                sum += Math.abs(theta[j]);
            }
        }
        return weight * sum;
    }

    /// Adds l1·sign(w), with sign(0) = 0.
    public void addTo(double[] gradient, double[] theta) {
        if (weight == 0) {
            return;
        }
        for (int b = 0; b < penalised.size(); b++) {
            WeightBlock block = penalised.get(b);
            for (int j = block.at(); j < block.end(); j++) {
                gradient[j] += weight * Math.signum(theta[j]);
            }
        }
    }

    /// Makes of the gradient with [#addTo] the shortest subgradient: where w = 0 the smooth part's slope counts only so
    /// far as it is steeper than l1. It is 0 where J is least.
    public void shorten(double[] gradient, double[] theta) {
        if (weight == 0) {
            return;
        }
        for (int b = 0; b < penalised.size(); b++) {
            WeightBlock block = penalised.get(b);
            for (int j = block.at(); j < block.end(); j++) {
                if (theta[j] == 0) {
                    gradient[j] = shrunk(gradient[j], weight);
                }
            }
        }
    }

    /// The proximal step after a step of the rate α: w ← sign(w)·max(|w| − α·l1, 0).
    public void shrink(double[] theta, double rate) {
        if (weight == 0) {
            return;
        }
        double threshold = rate * weight;
        for (int b = 0; b < penalised.size(); b++) {
            WeightBlock block = penalised.get(b);
            for (int j = block.at(); j < block.end(); j++) {
                theta[j] = shrunk(theta[j], threshold);
            }
        }
    }

    /// Whether the penalty is on parameter `index`.
    public boolean isOn(int index) {
        return weight > 0 && penalised.stream().anyMatch(block -> index >= block.at() && index < block.end());
    }

    /// The number less the threshold, towards 0 and not beyond; NaN stays NaN.
    public static double shrunk(double number, double threshold) {
        return Math.abs(number) <= threshold ? 0 : number - Math.copySign(threshold, number);
    }
}
