package fallline.experiment.run;

import fallline.objective.DomainFault;

/// How a run ended, with the numbers that say so.
public sealed interface Verdict {
    /// ‖∇J‖ is small and the curvature is nowhere negative (CONTRACT: ‖∇J‖ ≤ 1e-6·max(1, ‖∇J(start)‖) and
    /// λmin ≥ −1e-8·max(1, λmax)).
    record Converged(int step, double loss, double gradientNorm) implements Verdict {}

    /// ‖∇J‖ is as small as for [Converged], but the surface still falls in some direction.
    record Saddle(int step, double gradientNorm, double smallestEigenvalue) implements Verdict {}

    /// Parameters, J or ∇J ceased to be finite at `step`.
    ///
    /// @param lastFinite the last step that was finite; −1 when the start was not
    /// @param turn the step from which J rose for good
    /// @param rate the learning rate there
    /// @param limit the largest stable rate 2/λmax there, or NaN where it is not known
    record Diverged(int step, int lastFinite, int turn, double rate, double limit) implements Verdict {}

    /// All steps are used, J is finite but higher than ever and above where it started: with more steps it diverges.
    ///
    /// @param turn the step from which J rose for good
    /// @param rate the learning rate there
    /// @param limit the largest stable rate 2/λmax there, or NaN where it is not known
    record Diverging(int step, int turn, double rate, double limit) implements Verdict {}

    /// An operation at `step` had an argument outside its domain, at finite parameters.
    record LeftDomain(int step, int lastFinite, DomainFault fault) implements Verdict {}

    /// The steps have become so small that nothing moves, though the gradient is not small.
    record Stalled(int step, double gradientNorm, double stepLength) implements Verdict {}

    /// The surface is so flat that J hardly changes, though the gradient is not yet zero.
    record Flat(int step, double gradientNorm) implements Verdict {}

    /// J goes up and down without getting lower.
    record Oscillating(int step, double lowest, double highest) implements Verdict {}

    /// All steps are used, and J is still on its way.
    record BudgetUsed(int step, double loss, double gradientNorm) implements Verdict {}

    /// All steps are used, and J falls for ever towards infinity: it has no minimum, because a plane separates the
    /// classes.
    record Endless(int step, double loss, double gradientNorm) implements Verdict {}

    /// Whether the run ended before its last step.
    default boolean endedEarly() {
        return this instanceof Diverged || this instanceof LeftDomain;
    }

    /// One word or two, for a table: `converged`, `left the domain`.
    default String word() {
        return switch (this) {
            case Converged _ -> "converged";
            case Saddle _ -> "saddle";
            case Diverged _ -> "diverged";
            case Diverging _ -> "diverging";
            case LeftDomain _ -> "left the domain";
            case Stalled _ -> "stalled (tiny steps)";
            case Flat _ -> "flat";
            case Oscillating _ -> "oscillating";
            case BudgetUsed _ -> "budget used";
            case Endless _ -> "no minimum (separable)";
        };
    }
}
