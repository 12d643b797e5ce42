package fallline.picture.fit;

import fallline.data.Standardisation;
import fallline.objective.model.DesignMatrix;
import java.util.Arrays;
import java.util.Optional;

/// The features and parameters of a model in the units of its data: fits are drawn in them, standardised or not.
record DataUnits(Optional<Standardisation> standardisation, double[][] standard) {
    static DataUnits of(DesignMatrix features) {
        return new DataUnits(features.standardisation(), features.columns());
    }

    /// One feature's numbers, a row each.
    double[] column(int feature) {
        if (standardisation.isEmpty()) {
            return standard[feature];
        }
        double mean = standardisation.get().means()[feature];
        double deviation = standardisation.get().deviations()[feature];
        double[] values = new double[standard[feature].length];
        Arrays.setAll(values, i -> Math.fma(standard[feature][i], deviation, mean));
        return values;
    }

    /// `[intercept, w1 … wk]` that give the same predictions from the data's own numbers.
    double[] parameters(double[] theta) {
        return standardisation.map(units -> units.toOriginalUnits(theta)).orElse(theta);
    }
}
