package fallline.analysis.tune;

import java.util.Arrays;

/// How J at the end depends on the learning rate beside the best one, all other settings as they are.
///
/// @param factors of the best rate, ascending; 1 is in the middle
/// @param loss J at the end, of several streams the median; NaN where the run diverged
public record Sensitivity(double[] factors, double[] loss) {
    /// The factors reach from 1/16 to 16, two to an octave.
    private static final int EACH_SIDE = 8;

    /// All factors.
    static double[] allFactors() {
        double[] factors = new double[2 * EACH_SIDE + 1];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = StrictMath.pow(2, (i - EACH_SIDE) / 2.0);
        }
        return factors;
    }

    /// The median, of an even number of values the mean of the two in the middle; values that are not finite count as
    /// the worst, and a median that is none of a finite value is NaN.
    ///
    /// @param values at least one
    static double median(double[] values) {
        double[] sorted = Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .sorted() // NaN last
                .toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
