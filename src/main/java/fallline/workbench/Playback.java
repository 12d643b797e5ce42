package fallline.workbench;

/// Turns the time that passes into steps of equal length, however irregular the frames are: what a frame leaves over
/// counts for the next.
public final class Playback {
    /// A window that stood still for a moment does not jump.
    private static final double LONGEST_FRAME = 0.25;

    private double owed;
    private long before;
    private boolean running;

    /// Forgets all time before the next frame.
    public void start() {
        running = false;
        owed = 0;
    }

    /// The steps that are due at the frame at `nanos`.
    ///
    /// @param perSecond steps a second
    public int due(long nanos, double perSecond) {
        if (!running) {
            running = true;
            before = nanos;
            return 0;
        }
        double seconds = Math.min(LONGEST_FRAME, (nanos - before) * 1e-9);
        before = nanos;
        owed += seconds * perSecond;
        int steps = (int) (owed + 1e-9);
        owed = Math.max(0, owed - steps);
        return steps;
    }

    /// Milliseconds until the next step is due; never so long that a window that plays seems to have stood still.
    ///
    /// @param perSecond steps a second
    public long millisToNext(double perSecond) {
        double millis = Math.ceil(1000 * (1 - owed) / perSecond);
        return (long) Math.clamp(millis, 1, 1000 * LONGEST_FRAME - 50);
    }
}
