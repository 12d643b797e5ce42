package fallline.experiment.run;

import java.util.BitSet;
import java.util.Optional;

/// J and ∇J over all rows, and J over the test rows, at the steps of a path. The arrays may be longer than the path.
///
/// @param loss J at every step
/// @param gradientNorm ‖∇J‖ at every step
/// @param known the steps at which both are measured; empty if they are at all
/// @param test J over the test rows, NaN where it is not measured yet; no numbers where no rows are held out
/// @param least the least finite J that is known; NaN if none is
/// @param largest the largest
record Measurements(
        double[] loss, double[] gradientNorm, Optional<BitSet> known, double[] test, double least, double largest) {
    /// The measurements of a path of `length` rows, with their extent.
    static Measurements of(double[] loss, double[] gradientNorm, Optional<BitSet> known, double[] test, int length) {
        double least = Double.NaN;
        double largest = Double.NaN;
        for (int k = 0; k < length; k++) {
            if (Double.isFinite(loss[k])) {
                least = least <= loss[k] ? least : loss[k];
                largest = largest >= loss[k] ? largest : loss[k];
            }
        }
        return new Measurements(loss, gradientNorm, known, test, least, largest);
    }

    boolean isKnown(int step) {
        return known.isEmpty() || known.get().get(step);
    }
}
