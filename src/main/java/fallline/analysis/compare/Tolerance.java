package fallline.analysis.compare;

/// How far two numbers may differ and still count as the same.
public enum Tolerance {
    /// Not in one bit.
    EXACT("exactly", 0),
    TIGHT("to 10⁻¹²", 1e-12),
    /// What two programs that sum in another order agree to.
    USUAL("to 10⁻⁹", 1e-9),
    LOOSE("to 10⁻⁶", 1e-6);

    private final String words;
    private final double relative;

    Tolerance(String words, double relative) {
        this.words = words;
        this.relative = relative;
    }

    /// As it follows a verb: `to 10⁻⁹`.
    public String words() {
        return words;
    }

    /// Whether two numbers are the same.
    ///
    /// @param scale the largest size that either quantity has had so far: what lies near zero on its way from one
    ///     side to the other is no less exact for it
    boolean same(double one, double other, double scale) {
        if (Double.doubleToLongBits(one) == Double.doubleToLongBits(other)) {
            return true;
        }
        return this != EXACT && Math.abs(one - other) <= relative * scale;
    }
}
