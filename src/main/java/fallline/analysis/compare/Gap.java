package fallline.analysis.compare;

/// One quantity of two runs, with how far apart it is.
///
/// @param quantity its name: `x`, `J`, `m, running mean of the gradient`
public record Gap(String quantity, double one, double other) {
    /// The difference relative to the larger of the two; 0 if they are the same, 1 if one is not finite.
    public double relative() {
        if (Double.doubleToLongBits(one) == Double.doubleToLongBits(other)) {
            return 0;
        }
        double difference = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
        return Double.isNaN(difference) ? one == other ? 0 : 1 : difference;
    }

    /// How many doubles one has to go on from one to the other; −1 where one is not a number.
    public long ulps() {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.isNaN(one) && Double.isNaN(other) ? 0 : -1;
        }
        long from = place(one);
        long to = place(other);
        long way = to - from;
        boolean overflows = ((to ^ from) & (to ^ way)) < 0;
        return overflows ? Long.MAX_VALUE : Math.abs(way);
    }

    /// The doubles in their order as whole numbers; both zeros have the same place.
    private static long place(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }
}
