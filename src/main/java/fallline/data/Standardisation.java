package fallline.data;

import java.util.Arrays;

/// The shift and scale that give features the mean 0 and the deviation 1: x′ = (x − μ)/σ.
///
/// σ is the population's, with 1/n. Parameters are laid out as `[intercept, w1 … wk]`.
///
/// @param means μ of each feature
/// @param deviations σ of each feature, > 0
public record Standardisation(double[] means, double[] deviations) {
    /// Measures columns of finite numbers (k columns of m numbers each).
    ///
    /// @throws DataException if a column is constant: it has no deviation to divide by
    public static Standardisation of(double[][] columns) {
        double[] means = new double[columns.length];
        double[] deviations = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double mean = mean(columns[j]);
            double[] squares = new double[columns[j].length];
            for (int i = 0; i < squares.length; i++) {
                double d = columns[j][i] - mean;
                squares[i] = d * d;
            }
            means[j] = mean;
            deviations[j] = Math.sqrt(mean(squares));
            if (!(deviations[j] > 0 && deviations[j] < Double.POSITIVE_INFINITY)) {
                throw new DataException("Feature " + (j + 1) + " cannot be standardised, because its deviation is "
                        + deviations[j] + ": leave it out.");
            }
        }
        return new Standardisation(means, deviations);
    }

    /// New columns in standard units.
    public double[][] apply(double[][] columns) {
        double[][] scaled = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            scaled[j] = new double[columns[j].length];
            for (int i = 0; i < scaled[j].length; i++) {
                scaled[j][i] = (columns[j][i] - means[j]) / deviations[j];
            }
        }
        return scaled;
    }

    /// The parameters for features in original units that give the same predictions: wⱼ/σⱼ and b − Σ wⱼ μⱼ/σⱼ.
    public double[] toOriginalUnits(double[] standard) {
        double[] original = Arrays.copyOf(standard, standard.length);
        for (int j = 0; j < means.length; j++) {
            original[j + 1] = standard[j + 1] / deviations[j];
            original[0] -= original[j + 1] * means[j];
        }
        return original;
    }

    /// The parameters for standardised features that give the same predictions: wⱼ σⱼ and b + Σ wⱼ μⱼ.
    public double[] toStandardUnits(double[] original) {
        double[] standard = Arrays.copyOf(original, original.length);
        for (int j = 0; j < means.length; j++) {
            standard[j + 1] = original[j + 1] * deviations[j];
            standard[0] += original[j + 1] * means[j];
        }
        return standard;
    }

    /// The mean by compensated summation (Neumaier 1974), in row order.
    static double mean(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return (sum + lost) / values.length;
    }
}
