package fallline.objective;

/// Whether an objective's small values or its large values are wanted.
///
/// An objective always reports its own value and gradient; who maximises, steps up the gradient.
public enum Goal {
    MINIMISE,
    MAXIMISE
}
