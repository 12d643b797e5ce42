package fallline.analysis.repeat;

/// Quantiles of a few numbers, interpolated between the two nearest of them: for n numbers in order, x₀ … xₙ₋₁, the
/// quantile p stands at the place h = (n − 1)p, on the straight line from the number below to the one above.
///
/// Source: Hyndman & Fan 1996, "Sample quantiles in statistical packages", definition 7; numpy's and R's default.
final class Quantiles {
    private Quantiles() {}

    /// @param sorted rising, at least one number; ±∞ are allowed, NaN is not
    /// @param p from 0 to 1
    static double of(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        double share = place - below;
        double lower = sorted[below];
        if (share == 0) {
            return lower;
        }
        double upper = sorted[below + 1];
        if (lower == upper) {
            return lower;
        }
        // between a finite number and one that is lost, all is lost
        return Double.isInfinite(upper) || Double.isInfinite(lower)
                ? (Double.isInfinite(upper) ? upper : lower)
                : lower + share * (upper - lower);
    }
}
