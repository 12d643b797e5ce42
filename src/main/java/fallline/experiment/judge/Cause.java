package fallline.experiment.judge;

import static fallline.experiment.judge.Digits.plain;
import static fallline.experiment.judge.Digits.three;

import fallline.objective.DomainFault;

/// The sentence of cause behind a verdict's word.
final class Cause {
    private Cause() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.CannotStart v ->
                v.fault().map(Cause::fault).map(text -> text + " at the start").orElse("J is not finite at the start");
            case Verdict.NoSlope v ->
                "J = " + plain(v.loss()) + " at step " + Digits.whole(v.step())
                        + ", but its gradient is not finite there";
            case Verdict.LeftDomain v -> fault(v.fault()) + " at step " + Digits.whole(v.step());
            case Verdict.Diverged v ->
                v.pace().tooFast() ? tooFast(v.pace()) : grows(v.turn(), v.pace(), v.rises()) + " to infinity";
            case Verdict.Separable v ->
                "a plane separates the classes, so that J falls for ever as the weights grow: J = " + plain(v.loss());
            case Verdict.Unbounded v ->
                "J = " + plain(v.loss()) + " and falls for ever along the last step"
                        + (v.doublings() > 0 ? ", as far as " + v.doublings() + " doublings of it" : "");
            case Verdict.Converged v -> converged(v);
            case Verdict.Saddle v ->
                "level ground that falls in one direction and rises in another: λmin = " + plain(v.smallest())
                        + ", λmax = " + plain(v.largest()) + sample(v.sample());
            case Verdict.Maximum v ->
                "level ground that falls on both sides: "
                        + (v.smallest() == v.largest()
                                ? "λ = " + plain(v.largest())
                                : "λ from " + plain(v.smallest()) + " to " + plain(v.largest()))
                        + sample(v.sample());
            case Verdict.Degenerate v ->
                "level ground without curvature, from which J falls in " + v.falling() + " of " + v.directions()
                        + " directions tried" + sample(v.sample());
            case Verdict.Flat v -> flat(v) + sample(v.sample());
            case Verdict.Diverging v -> v.pace().tooFast() ? tooFast(v.pace()) : grows(v.turn(), v.pace(), v.rises());
            case Verdict.Hovering v ->
                "the noise of the batches holds J "
                        + (v.overBottom() ? plain(v.mean()) + " above the bottom" : "at " + plain(v.mean())) + ", ± "
                        + plain(v.spread());
            case Verdict.Oscillating v -> oscillating(v);
            case Verdict.AtRest v -> v.test();
            case Verdict.Stalled v -> stalled(v);
            case Verdict.Crawling v -> onItsWay(v.slowness(), v.step());
            case Verdict.NotThereYet v -> onItsWay(v.slowness(), v.step());
            case Verdict.Recorded v ->
                (v.known() == 1 ? "one loss is known, " + plain(v.to()) : losses(v))
                        + "; whether that is a minimum, losses alone do not tell";
        };
    }

    private static String losses(Verdict.Recorded v) {
        return "its loss went from " + plain(v.from()) + " to " + plain(v.to()) + " in " + Digits.whole(v.known())
                + " recorded steps";
    }

    private static String fault(DomainFault fault) {
        String argument = three(fault.argument());
        return switch (fault.operation()) {
            case "/" -> "division by " + argument;
            case "^" -> "a fractional power of " + argument;
            default -> fault.operation() + " of " + argument;
        };
    }

    private static String tooFast(Pace pace) {
        String why = pace.oneParameter()
                ? "every step lands farther away than it left"
                : "along the steepest direction every step lands farther away than it left";
        if (pace.momentum() > 0) {
            why = "with β = " + plain(pace.momentum()) + " the swings grow";
        }
        return pace.measured() + " > " + pace.bound() + ": " + why;
    }

    private static String grows(int turn, Pace pace, boolean rises) {
        String rate = Double.isFinite(pace.rate()) ? " at α = " + plain(pace.rate()) : "";
        return "J " + (rises ? "grows" : "falls") + " from step " + Digits.whole(turn) + " on" + rate;
    }

    private static String converged(Verdict.Converged v) {
        if (v.above() == v.left() && v.left() > 0) {
            return "J − J* = " + plain(v.left()) + ", " + plain(v.share()) + " of what there was to gain";
        }
        String left = v.left() <= 0 ? "nothing" : "at most " + plain(v.left());
        String share = v.share() > 0 ? ", " + plain(v.share()) + " of what was gained" : "";
        String where = v.local() ? "; a better place is known, J − J* = " + plain(v.above()) : "";
        return left + " is left to gain" + share + where + sample(v.sample());
    }

    private static String flat(Verdict.Flat v) {
        return switch (v.kind()) {
            case BEND -> "the ground bends by " + plain(v.number()) + " of J's range: no slope shows a way";
            case DIRECTIONS ->
                v.number() == 1
                        ? "J does not change in the one direction there is"
                        : "J does not change in any of " + Digits.whole((long) v.number()) + " directions";
            case INFINITY ->
                "each step that the curvature suggests is " + plain(v.number())
                        + " times as long as the last: the minimum is at infinity";
            case BOX -> "slope and curvature change J by " + plain(v.number()) + " of its range over the whole box";
        };
    }

    private static String oscillating(Verdict.Oscillating v) {
        String what = v.ofParameter() ? "between " : "J between ";
        String ends = what + plain(v.low()) + " and " + plain(v.high());
        String limit = Double.isFinite(v.pace().limit()) ? ": " + v.pace().measured() : "";
        return (v.atLimit() && v.ofParameter() ? "for ever " : "") + ends + limit;
    }

    private static String stalled(Verdict.Stalled v) {
        if (v.share() <= 1e-6) {
            return "the rate has died away: α = " + plain(v.rate()) + ", " + plain(v.share()) + " of its largest";
        }
        return "the steps are too small to change a parameter, at ‖∇J‖ = " + plain(v.gradientNorm());
    }

    private static String onItsWay(Slowness slowness, int step) {
        String far = Double.isNaN(slowness.done())
                ? "J still falls after " + steps(step)
                : slowness.done() < 0
                        ? "J is above its start after " + steps(step)
                        : Digits.percent(slowness.done()) + " of the way after " + steps(step);
        String rest = Double.isFinite(slowness.more())
                ? "; at this rate about " + Digits.about(slowness.more()) + " more"
                : "";
        String narrow =
                slowness.isNarrow() ? "slow in one direction, κ = " + Digits.power(slowness.condition()) + "; " : "";
        return narrow + far + rest;
    }

    private static String steps(int count) {
        return Digits.whole(count) + (count == 1 ? " step" : " steps");
    }

    private static String sample(int rows) {
        return rows == 0 ? "" : " (curvature from " + Digits.whole(rows) + " of the rows)";
    }
}
