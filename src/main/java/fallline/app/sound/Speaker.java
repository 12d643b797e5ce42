package fallline.app.sound;

/// Where tones come out. Any thread.
interface Speaker extends AutoCloseable {
    /// One short tone; before the last one has faded it glides there.
    ///
    /// @param left in hertz
    /// @param right in hertz, for the other ear
    void tone(double left, double right);

    /// Plays samples once; what was played before ends.
    ///
    /// @param right as many as `left`
    void play(float[] left, float[] right);

    /// Whether anything can be heard.
    boolean isHeard();

    @Override
    void close();
}
