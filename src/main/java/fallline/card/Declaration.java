package fallline.card;

import java.util.Optional;

/// A name with its number and what the number may be: `lr = 0.001 (1e-6 .. 10, log) in [0, inf)`.
///
/// @param written the value as written
/// @param range the ends of its slider, if they are said
/// @param limits what values are allowed at all, if that is said
/// @param begin the offset of the name in its line
/// @param rangeBegin the offset of the range; where the declaration ends if it has none
/// @param end the offset behind the declaration
public record Declaration(
        String name,
        double value,
        String written,
        Optional<Range> range,
        Optional<Limits> limits,
        int begin,
        int rangeBegin,
        int end) {
    /// The ends of a slider, as written: whether they rise is for the reader to judge.
    public record Range(double low, double high, boolean logarithmic) {}

    /// An interval; infinite ends are not included.
    public record Limits(double low, boolean lowIncluded, double high, boolean highIncluded) {}
}
