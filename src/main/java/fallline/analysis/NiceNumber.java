package fallline.analysis;

/// Numbers with one digit: 1, 2 or 5 times a power of ten.
public final class NiceNumber {
    private NiceNumber() {}

    /// The largest nice number that is not above a positive value.
    public static double below(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / decade;
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * decade;
    }

    /// The smallest nice number that is not below a positive value.
    public static double above(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / decade;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * decade;
    }
}
