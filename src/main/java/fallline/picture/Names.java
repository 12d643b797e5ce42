package fallline.picture;

/// What parameters and points are called in pictures.
public final class Names {
    private Names() {}

    /// The start; in a window, where it can be dragged, the word says so.
    public static String start(Later later) {
        return later.isAtOnce() ? "start" : "drag the start";
    }

    /// The start where J has no value.
    public static String startOutside(Later later) {
        return start(later) + ": J is not finite here";
    }
}
