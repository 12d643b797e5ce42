package fallline.problem;

/// A kind of problem: what holds for every problem of it. How one problem is written down is its [Notation].
///
/// [Families] names them all.
public interface Family {
    /// As experiment files call it: `formula`, `linear-regression`.
    String word();

    /// As people call it: `Linear regression`.
    String title();

    /// Whether J is a quadratic function of θ, so that its curvature is the same everywhere.
    default boolean isQuadratic() {
        return false;
    }

    /// Whether a descent from equal parameters keeps them equal, so that it has to start at random ones.
    default boolean startsAtRandom() {
        return false;
    }
}
