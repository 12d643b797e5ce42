package fallline.analysis;

/// A point where the gradient vanishes, and what the exact Hessian says of it.
///
/// @param x the first parameter
/// @param y the second parameter
/// @param value J there
/// @param smallest the Hessian's smaller eigenvalue
/// @param largest the larger one
public record CriticalPoint(double x, double y, double value, double smallest, double largest, Kind kind) {
    /// What the eigenvalues' signs say.
    public enum Kind {
        MINIMUM,
        MAXIMUM,
        SADDLE,
        /// An eigenvalue vanishes: second derivatives cannot tell.
        DEGENERATE
    }
}
