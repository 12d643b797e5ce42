package fallline.curvature;

/// How the learning rate α of a method acts on the quadratic that the curvature describes: where it is best, where it
/// diverges. The text of a rule says its limits (docs/optimizers.md).
///
/// On a quadratic the methods run along each eigenvector by itself, with the eigenvalue λ. Rates are those of the whole
/// step, with schedules and changes applied.
/// Sources of the limits: Goh, *Why Momentum Really Works*, Distill 2017 (gradient descent, momentum); Lessard, Recht,
/// Packard 2016, *Analysis and Design of Optimization Algorithms via Integral Quadratic Constraints* (Nesterov's method
/// on quadratics).
///
/// @param limit from this rate on the method diverges along the steepest direction
/// @param best the rate that converges fastest in the slowest direction; half the limit where none converges
/// @param flip from this rate on the steepest direction changes sides from step to step
/// @param convergent whether `best` is the best
public record Stability(double limit, double best, double flip, boolean convergent) {
    /// The zones of the learning-rate slider.
    public Zones zones() {
        return new Zones(best / 10, flip, limit);
    }

    /// Where a rate α crawls (α < good), is good, oscillates (α ≥ oscillates), diverges (α ≥ diverges).
    ///
    /// A rate crawls below a tenth of the best: it then needs about ten times as many steps. It oscillates where
    /// the steepest direction changes sides from step to step. On an elongated bowl the best rate lies in that
    /// zone: it pays to overshoot across the valley to be faster along it.
    ///
    /// @param good the smallest rate that does not crawl
    /// @param oscillates the smallest rate that oscillates
    /// @param diverges the smallest rate that diverges
    public record Zones(double good, double oscillates, double diverges) {}
}
