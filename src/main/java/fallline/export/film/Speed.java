package fallline.export.film;

/// How fast a film goes.
///
/// @param fps frames a second, 0.1 … 120 in hundredths
/// @param hold seconds for which the first frame and the last are held beyond their own time, 0 … 60
public record Speed(double fps, double hold) {
    public static final double LEAST_FPS = 0.1;
    public static final double MOST_FPS = 120;
    public static final double MOST_HOLD = 60;

    /// 25 frames a second, and no rest.
    public static final Speed USUAL = new Speed(25, 0);

    private static final int HUNDREDTHS = 100;

    /// @throws IllegalArgumentException unless both are within their limits
    public Speed {
        if (!(fps >= LEAST_FPS && fps <= MOST_FPS && hold >= 0 && hold <= MOST_HOLD)) {
            throw new IllegalArgumentException(
                    "a film has 0.1 to 120 frames a second and rests for 0 to 60 seconds, got " + fps + " and " + hold);
        }
    }

    /// Frames a second as a fraction in lowest terms, with [#per] below it.
    int frames() {
        return (int) hundredths() / divisor();
    }

    /// In so many seconds there are [#frames] frames.
    int per() {
        return HUNDREDTHS / divisor();
    }

    /// How many frames more the first and the last one are shown.
    int heldFrames() {
        return (int) Math.round(hold * fps);
    }

    private long hundredths() {
        return Math.round(fps * HUNDREDTHS);
    }

    private int divisor() {
        int a = (int) hundredths();
        int b = HUNDREDTHS;
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
