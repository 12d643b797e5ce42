package fallline.experiment.judge;

import fallline.objective.DomainFault;
import java.util.List;
import java.util.Optional;

/// How a run ended: a word that does not change when J is scaled or parameters are scaled or shifted, the numbers that
/// say so, and what mends it.
///
/// f is J in the sense of descent: −J where it is maximised.
public sealed interface Verdict {
    /// The last step of the run.
    int step();

    /// What mends it, the best first.
    default List<Cure> cures() {
        return List.of();
    }

    /// θ₀ or J(θ₀) is not finite.
    record CannotStart(int step, Optional<DomainFault> fault, List<Cure> cures) implements Verdict {}

    /// At `step` J is finite, but ∇J is not.
    record NoSlope(int step, double loss, List<Cure> cures) implements Verdict {}

    /// An operation at `step` had an argument outside its domain, at finite parameters.
    record LeftDomain(int step, int lastFinite, DomainFault fault, List<Cure> cures) implements Verdict {}

    /// Numbers ceased to be finite at `step`.
    ///
    /// @param lastFinite the last step that was finite
    /// @param turn the step from which J rose for good
    /// @param pace the rate there
    record Diverged(int step, int lastFinite, int turn, Pace pace, boolean rises, List<Cure> cures)
            implements Verdict {}

    /// A plane separates the classes: J falls for ever as the weights grow.
    record Separable(int step, double loss, double gradientNorm) implements Verdict {}

    /// J falls for ever along the last step.
    ///
    /// @param doublings how often the step was doubled, and J fell by no less each time
    record Unbounded(int step, double loss, int doublings) implements Verdict {}

    /// At most a millionth of what was gained is left.
    ///
    /// @param left what is left to gain: J − J* of a convex problem, else what the curvature leaves
    /// @param share that as a share of what there was
    /// @param above J − J* where the best value is known, else NaN
    /// @param local whether a better place is known
    /// @param sample the rows from which the curvature was taken; 0 for all
    record Converged(
            int step, double loss, double left, double share, double above, boolean local, int sample, List<Cure> cures)
            implements Verdict {}

    /// Level ground that rises in one direction and falls in another.
    record Saddle(int step, double smallest, double largest, int sample, List<Cure> cures) implements Verdict {}

    /// Level ground that falls in every direction that bends.
    record Maximum(int step, double smallest, double largest, int sample, List<Cure> cures) implements Verdict {}

    /// Level ground without curvature in some direction, along which J falls.
    record Degenerate(int step, int falling, int directions, int sample, List<Cure> cures) implements Verdict {}

    /// Ground so level that there is nothing to follow.
    ///
    /// @param number a share or a count, as `kind` says
    record Flat(int step, Kind kind, double number, int sample, List<Cure> cures) implements Verdict {
        /// What says so.
        public enum Kind {
            /// The curvature moves J by no more than `number` of its range.
            BEND,
            /// J does not change in `number` directions, which are all.
            DIRECTIONS,
            /// The next step that curvature suggests is `number` times as long as this one: the minimum is at infinity.
            INFINITY,
            /// Slope and curvature change J by no more than `number` of its range over the whole box.
            BOX
        }
    }

    /// All steps are used, J is finite, above its start and rising.
    record Diverging(int step, int turn, Pace pace, boolean rises, List<Cure> cures) implements Verdict {}

    /// The noise of the batches holds J up.
    ///
    /// @param mean the mean of J − bottom over the last steps, of J where the bottom is not known
    /// @param spread half of the difference of the highest and the lowest
    record Hovering(int step, double mean, double spread, boolean overBottom, List<Cure> cures) implements Verdict {}

    /// Up and down without getting lower.
    ///
    /// @param low the lower end: of the parameter where there is one, else of J
    /// @param pace the rate at the end
    /// @param atLimit whether the rate is the limit, so that it goes on for ever
    record Oscillating(
            int step, double low, double high, boolean ofParameter, Pace pace, boolean atLimit, List<Cure> cures)
            implements Verdict {}

    /// The method's own stop.
    ///
    /// @param test what it stopped by
    record AtRest(int step, String test, double gradientNorm) implements Verdict {}

    /// Steps too small to move a parameter, or a rate that has died away.
    ///
    /// @param rate the last rate; NaN where the rule has none
    /// @param share of the run's largest rate
    record Stalled(int step, double rate, double share, double gradientNorm, List<Cure> cures) implements Verdict {}

    /// On its way, but so slowly that it needs more than twenty times the steps so far.
    record Crawling(int step, Slowness slowness, List<Cure> cures) implements Verdict {}

    /// On its way.
    record NotThereYet(int step, Slowness slowness, List<Cure> cures) implements Verdict {}

    /// A path that was computed elsewhere, of which only losses are known: they neither left the finite numbers nor
    /// rise at the end, and more cannot be told from them.
    ///
    /// @param from the first recorded loss
    /// @param to the last
    /// @param known how many are recorded
    record Recorded(int step, double from, double to, int known) implements Verdict {}

    /// One word or two, for a table: `converged`, `left the domain`.
    default String word() {
        return switch (this) {
            case CannotStart _ -> "cannot start";
            case NoSlope _ -> "no slope";
            case LeftDomain _ -> "left the domain";
            case Diverged _ -> "diverged";
            case Separable _ -> "no minimum (separable)";
            case Unbounded _ -> "unbounded";
            case Converged _ -> "converged";
            case Saddle _ -> "saddle";
            case Maximum _ -> "maximum";
            case Degenerate _ -> "degenerate";
            case Flat _ -> "flat";
            case Diverging _ -> "diverging";
            case Hovering _ -> "hovering";
            case Oscillating _ -> "oscillating";
            case AtRest _ -> "at rest";
            case Stalled _ -> "stalled";
            case Crawling _ -> "crawling";
            case NotThereYet _ -> "not there yet";
            case Recorded _ -> "recorded";
        };
    }

    /// How good it is: good only where it is there or truly on its way.
    default Tone tone() {
        return switch (this) {
            case Converged _ -> Tone.GOOD;
            case NotThereYet v ->
                v.slowness().done() > 0 && Double.isFinite(v.slowness().more()) ? Tone.GOOD : Tone.QUIET;
            case Recorded _ -> Tone.QUIET;
            case CannotStart _, NoSlope _, LeftDomain _, Diverged _, Diverging _, Unbounded _ -> Tone.BAD;
            default -> Tone.DOUBTFUL;
        };
    }

    /// Why, with its numbers, in one sentence without a full stop.
    default String cause() {
        return Cause.of(this);
    }

    /// Word and cause: `converged: at most 3.1×10⁻¹² is left to gain`.
    default String sentence() {
        return word() + ": " + cause();
    }
}
