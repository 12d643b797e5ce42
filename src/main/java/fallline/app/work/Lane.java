package fallline.app.work;

/// A queue of work beside the window's thread, with threads of its own: what is slow in one lane holds up no other.
public enum Lane {
    /// What follows the user's typing: reading formulas and typesetting them. One thread.
    TYPING,
    /// What views need beyond the traces: curvature, critical points, scores, finer surfaces. A thread a processor, and
    /// at least two.
    ANALYSIS,
    /// Composing and painting figures, in the order of their orders. One thread.
    PAINTING,
    /// Reading and writing, through [FileWork] for whatever must not be lost.
    FILES
}
