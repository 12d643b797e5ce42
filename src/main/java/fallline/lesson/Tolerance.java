package fallline.lesson;

/// How far a number may be from the right one.
///
/// @param amount the distance, or the share of the right number's size
/// @param relative whether it is a share; of a right number that is 0 it is a distance
public record Tolerance(double amount, boolean relative) {
    /// One per cent.
    public static final Tolerance USUAL = new Tolerance(0.01, true);

    /// A fifth of the way.
    public static final Tolerance OF_PREDICTION = new Tolerance(0.2, true);

    /// Whether a number is near enough. Infinite numbers are near themselves.
    ///
    /// @param size what a share is a share of, where that is not the right number itself
    public boolean holds(double given, double right, double size) {
        double most = relative && size != 0 ? amount * Math.abs(size) : amount;
        return given == right || Math.abs(given - right) <= most * (1 + 1e-12);
    }

    /// Whether a number is near enough.
    public boolean holds(double given, double right) {
        return holds(given, right, right);
    }
}
