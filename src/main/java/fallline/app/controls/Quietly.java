package fallline.app.controls;

/// Tells a control's echo from a gesture: what a model puts into a control is not the user's doing. It belongs to the
/// FX thread.
public final class Quietly {
    private int depth;

    /// Changes controls; until this returns, what they report [#isQuiet].
    public void run(Runnable change) {
        depth++;
        try {
            change.run();
        } finally {
            depth--;
        }
    }

    /// Whether controls are being changed by the program just now.
    public boolean isQuiet() {
        return depth > 0;
    }
}
