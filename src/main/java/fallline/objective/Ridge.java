package fallline.objective;

import fallline.data.DataException;

/// The penalty l2/2·‖w‖² on all parameters but the first.
///
/// @param weight l2 ≥ 0
record Ridge(double weight) {
    Ridge {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new DataException("l2 must be 0 or a positive number, got " + weight + ".");
        }
    }

    double value(double[] theta, int dimension) {
        if (weight == 0) {
            return 0; // not 0·∞ at a parameter that ran away
        }
        double sum = 0;
        for (int j = 1; j < dimension; j++) {
            sum = Math.fma(theta[j], theta[j], sum);
        }
        return 0.5 * weight * sum;
    }

    /// Adds l2·w.
    void addTo(double[] gradient, double[] theta, int dimension) {
        if (weight != 0) {
            for (int j = 1; j < dimension; j++) {
                gradient[j] = Math.fma(weight, theta[j], gradient[j]);
            }
        }
    }
}
