package fallline.analysis.repeat;

/// Median and quartiles of a quantity over the repeats, at some steps.
///
/// @param lower what a quarter of the repeats are below; numbers may be infinite where repeats diverged
/// @param upper what a quarter of the repeats are above
public record Quartiles(double[] lower, double[] median, double[] upper) {}
