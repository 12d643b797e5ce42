package fallline.figure.plot;

import java.util.Arrays;
import java.util.Optional;

/// Where most values of a function lie, however high or low a few of them are, by Tukey's fences: the quartiles, and
/// one and a half times their distance beyond them (*Exploratory Data Analysis*, 1977, chapter 2).
///
/// @param least of all finite values
/// @param lower fence
/// @param upper fence
/// @param most of all finite values
public record CommonRange(double least, double lower, double upper, double most) {
    private static final double FENCE = 1.5;

    /// A value is far off where it lies so many distances of the quartiles beyond one of them.
    private static final double FAR = 12;

    private static final double LIMIT = 1e300;

    /// Of the finite values among these; empty if there are none.
    public static Optional<CommonRange> of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> Math.abs(value) <= LIMIT)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int last = sorted.length - 1;
        double first = sorted[last / 4];
        double third = sorted[last - last / 4];
        double room = FENCE * (third - first);
        return Optional.of(new CommonRange(sorted[0], first - room, third + room, sorted[last]));
    }

    /// The same of the negated values.
    public CommonRange negated() {
        return new CommonRange(-most, -upper, -lower, -least);
    }

    /// The distance of the quartiles.
    public double spread() {
        return (upper - lower) / (1 + 2 * FENCE);
    }

    /// Whether the least value lies so far below the others that there may be a pole.
    public boolean fallsOff() {
        return least < lower - (FAR - FENCE) * spread();
    }
}
