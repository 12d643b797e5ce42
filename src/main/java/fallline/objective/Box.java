package fallline.objective;

/// The part of a function's domain that is looked at: an interval for each parameter.
///
/// @param low n lower ends
/// @param high n upper ends, each above its lower one
public record Box(double[] low, double[] high) {
    public Box {
        if (low.length != high.length) {
            throw new IllegalArgumentException(low.length + " lower ends, " + high.length + " upper ends");
        }
    }

    /// The lengths of its sides.
    public double[] lengths() {
        double[] lengths = new double[low.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = high[i] - low[i];
        }
        return lengths;
    }
}
