package fallline.figure.path;

/// How far the steps of a path lie beside the plane that it is drawn in: 0 is in it, 1 endlessly far away.
///
/// @param shares one number for every `stride` steps; empty for a path that lies in the plane
/// @param stride how many steps share a number, at least 1
public record Aside(float[] shares, int stride) {
    /// A path in the plane.
    public static final Aside NONE = new Aside(new float[0], 1);

    private static final int BANDS = 4;
    private static final double THINNEST = 0.4;

    /// Whether all of the path lies in the plane.
    boolean isNone() {
        return shares.length == 0;
    }

    /// Which of a few widths the step is drawn with, 0 for the full one.
    int band(int step) {
        if (shares.length == 0) {
            return 0;
        }
        float share = shares[Math.min(step / stride, shares.length - 1)];
        return share < 0.02f ? 0 : (int) Math.min(BANDS - 1, 1 + share * (BANDS - 1));
    }

    /// The width of a band in units of the full one.
    static double width(int band) {
        return 1 - (1 - THINNEST) * band / (BANDS - 1);
    }
}
