package fallline.analysis;

import fallline.objective.Objective;

/// J along the line through two consecutive points of a run.
///
/// @param multiples how many steps from the first point, rising
/// @param losses J there
/// @param here J at the first point
/// @param next J at the second point
/// @param slope dJ/ds at the first point, s in steps: ∇J·(θₖ₊₁ − θₖ)
public record StepSection(double[] multiples, double[] losses, double here, double next, double slope) {
    private static final int SAMPLES = 201;

    /// Samples J from `low` to `high` steps.
    ///
    /// @param objective used by this thread alone
    public static StepSection of(Objective objective, double[] from, double[] to, double low, double high) {
        int n = from.length;
        double[] gradient = new double[n];
        double here = objective.gradient(from, gradient);
        double slope = 0;
        for (int i = 0; i < n; i++) {
            slope += gradient[i] * (to[i] - from[i]);
        }
        double[] multiples = new double[SAMPLES];
        double[] losses = new double[SAMPLES];
        double[] theta = new double[n];
        for (int k = 0; k < SAMPLES; k++) {
            double s = low + (high - low) * k / (SAMPLES - 1);
            for (int i = 0; i < n; i++) {
                theta[i] = from[i] + s * (to[i] - from[i]);
            }
            multiples[k] = s;
            losses[k] = objective.value(theta);
        }
        return new StepSection(multiples, losses, here, objective.value(to), slope);
    }
}
