package fallline.experiment.judge;

/// How far a run has come, and how long the rest takes at its present pace.
///
/// @param done the share of J(θ₀) − bottom that is gained, at most 1; NaN where the bottom is not known
/// @param more about how many steps more to a millionth of it; NaN where that is not known
/// @param condition κ = λmax/λmin here; NaN where an eigenvalue is not positive, or the method does not mind
public record Slowness(double done, double more, double condition) {
    /// From here on a narrow valley is what makes a method slow.
    private static final double NARROW = 1_000;

    /// Whether one direction is much flatter than another.
    public boolean isNarrow() {
        return condition >= NARROW;
    }
}
