package fallline.analysis.sound;

/// How high a loss sounds: an octave a power of ten, the reference at 440 Hz (concert A, ISO 16).
///
/// @param reference the loss at 440 Hz, above 0
public record Pitch(double reference) {
    /// Of the reference, in hertz.
    public static final double MIDDLE = 440;

    /// Three octaves below the middle; a loss of 0 or less sounds as low as that.
    public static final double LOWEST = 55;

    /// Four octaves above the middle; what is higher, or no number any more, sounds as high as that.
    public static final double HIGHEST = 7040;

    /// @throws IllegalArgumentException unless the reference is above 0 and finite
    public Pitch {
        if (!(reference > 0 && reference <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a pitch has a reference above 0, got " + reference);
        }
    }

    /// The pitch for a run that begins so: its first loss, or 1 where that says nothing.
    public static Pitch of(double first) {
        return new Pitch(first > 0 && first <= Double.MAX_VALUE ? first : 1);
    }

    /// In hertz: 440 · 2^log₁₀(loss / reference), within what can be heard well.
    public double frequency(double loss) {
        if (Double.isNaN(loss)) {
            return HIGHEST;
        }
        if (loss <= 0) {
            return LOWEST;
        }
        double decades = StrictMath.log10(loss) - StrictMath.log10(reference);
        return Math.clamp(MIDDLE * StrictMath.pow(2, decades), LOWEST, HIGHEST);
    }

    /// Whether a loss is beyond what the pitch can say: it is at the top already, or no number any more.
    public boolean isBeyond(double loss) {
        return Double.isNaN(loss) || frequency(loss) >= HIGHEST;
    }
}
