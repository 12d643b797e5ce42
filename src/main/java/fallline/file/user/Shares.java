package fallline.file.user;

/// How the panes share the window.
///
/// @param left the part of the width that the left panes have
/// @param upper the part of the height that the upper panes have
public record Shares(double left, double upper) {
    public static final double LEAST = 0.2;
    public static final double MOST = 0.8;

    /// Halves, with a little more for the upper panes.
    public static final Shares USUAL = new Shares(0.5, 0.55);

    /// Brought into 0.2 … 0.8.
    ///
    /// @throws IllegalArgumentException for NaN
    public Shares {
        if (Double.isNaN(left) || Double.isNaN(upper)) {
            throw new IllegalArgumentException("a share is a number");
        }
        left = Math.clamp(left, LEAST, MOST);
        upper = Math.clamp(upper, LEAST, MOST);
    }
}
