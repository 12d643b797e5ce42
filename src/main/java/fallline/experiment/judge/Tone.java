package fallline.experiment.judge;

/// How good something is.
public enum Tone {
    /// On its way, or there.
    GOOD,
    /// Worth a second look.
    DOUBTFUL,
    /// Not what anybody wants.
    BAD,
    /// Nothing to judge yet.
    QUIET
}
