package fallline.figure.label;

/// A named point of the data.
///
/// @param label `minimum (1, 1)`, `least squares`, `drag the start`; may be empty
/// @param sign what a known point is drawn as; a start and a next step have their own
public record Landmark(double x, double y, String label, Sign sign) {
    /// The signs of known points.
    public enum Sign {
        /// The best point: a star.
        BEST,
        /// A minimum that is not the best: a small open star.
        LOCAL,
        /// Two bows back to back.
        SADDLE,
        /// An open hat.
        PEAK,
        /// Nothing, because another sign stands there already.
        NONE
    }

    /// The same point where another sign stands already: the best keeps its name, the others need none.
    public Landmark unsigned() {
        return new Landmark(x, y, sign == Sign.BEST ? label : "", Sign.NONE);
    }

    /// A best point, or one whose sign does not matter.
    public Landmark(double x, double y, String label) {
        this(x, y, label, Sign.BEST);
    }
}
