package fallline.app.transport;

/// A stretch that plays by itself when the window opens.
///
/// @param lastStep where it stops; 0 for nothing to play
/// @param stepsPerSecond how fast
public record Opening(int lastStep, double stepsPerSecond) {
    /// The window stands still.
    public static final Opening STILL = new Opening(0, 1);
}
