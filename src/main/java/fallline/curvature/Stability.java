package fallline.curvature;

import java.util.Optional;

/// How the learning rate α acts on the quadratic that the curvature describes: where it is best, where it diverges.
///
/// On a quadratic every method below runs along each eigenvector by itself, with the eigenvalue λ. Rates are those of
/// the whole step, with schedules and changes applied. A weight decay d adds d to both eigenvalues.
/// Sources: Goh, *Why Momentum Really Works*, Distill 2017 (gradient descent, momentum); Lessard, Recht, Packard 2016,
/// *Analysis and Design of Optimization Algorithms via Integral Quadratic Constraints* (Nesterov's method on
/// quadratics).
///
/// @param limit from this rate on the method diverges along the steepest direction
/// @param best the rate that converges fastest in the slowest direction; half the limit where λmin ≤ 0
/// @param flip from this rate on the steepest direction changes sides from step to step
/// @param convergent whether both eigenvalues are positive, so that `best` is the best
public record Stability(double limit, double best, double flip, boolean convergent) {

    /// Gradient descent: θ ← θ − α∇J. Along λ the error is multiplied by 1 − αλ: it changes sides from 1/λ on and grows
    /// from 2/λ on; both ends of the spectrum shrink equally at 2/(λmin + λmax).
    ///
    /// @return empty if no direction curves upwards (λmax ≤ 0 or not a number): no rate is too large or none is
    /// right
    public static Optional<Stability> ofGradientDescent(double smallest, double largest) {
        return ofMomentum(smallest, largest, 0, 0);
    }

    /// Momentum: v ← βv + (1 − dampening)·∇J, θ ← θ − αv.
    ///
    /// Along λ the error obeys r² − (1 + β − aλ) r + β = 0 with a = α(1 − dampening): it grows from aλ = 2(1 + β)
    /// on, and changes sides (the roots' real part is negative) from aλ = 1 + β on. At a = 2(1 + β)/(λmin + λmax)
    /// both ends
    /// of the spectrum shrink equally, which is the best rate for this β.
    ///
    /// @param beta 0 ≤ β < 1
    /// @param dampening less than 1
    /// @return empty as above, or if β is 1 or more, or dampening is 1 or more
    public static Optional<Stability> ofMomentum(double smallest, double largest, double beta, double dampening) {
        double factor = (1 + beta) / (1 - dampening);
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY && beta >= 0 && beta < 1 && dampening < 1)) {
            return Optional.empty();
        }
        boolean convergent = smallest > 0;
        double limit = 2 * factor / largest;
        double best = convergent ? 2 * factor / (smallest + largest) : limit / 2;
        return Optional.of(new Stability(limit, best, limit / 2, convergent));
    }

    /// Nesterov's method: the same velocity, θ ← θ − α(∇J + βv).
    ///
    /// Along λ, with c = 1 − αλ, the error obeys r² − (1 + β) c r + β c = 0: it grows from αλ = 2(1 + β)/(1 + 2β)
    /// on and changes sides from αλ = 1 on. The best rate, at which both ends of the spectrum shrink equally, is
    /// found by
    /// halving.
    ///
    /// @param beta 0 ≤ β < 1
    /// @return empty as above
    public static Optional<Stability> ofNesterov(double smallest, double largest, double beta) {
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY && beta >= 0 && beta < 1)) {
            return Optional.empty();
        }
        boolean convergent = smallest > 0;
        double limit = 2 * (1 + beta) / ((1 + 2 * beta) * largest);
        double best = convergent ? bestNesterov(smallest, largest, beta, limit) : limit / 2;
        return Optional.of(new Stability(limit, best, 1 / largest, convergent));
    }

    private static double bestNesterov(double smallest, double largest, double beta, double limit) {
        double low = 1 / largest;
        double high = limit;
        for (int i = 0; i < 60; i++) {
            double rate = (low + high) / 2;
            if (nesterovFactor(1 - rate * smallest, beta) > nesterovFactor(1 - rate * largest, beta)) {
                low = rate;
            } else {
                high = rate;
            }
        }
        return low;
    }

    /// The larger root's size of r² − (1 + β) c r + β c.
    private static double nesterovFactor(double c, double beta) {
        double half = (1 + beta) * c / 2;
        double discriminant = half * half - beta * c;
        return discriminant < 0 ? Math.sqrt(beta * c) : Math.abs(half) + Math.sqrt(discriminant);
    }

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
