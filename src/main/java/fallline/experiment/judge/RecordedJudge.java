package fallline.experiment.judge;

import fallline.experiment.run.RecordedTrace;
import fallline.experiment.run.Recording;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/// Judges a path that was computed elsewhere by what is known of it.
///
/// Where its parameters are known it is judged as any other, with J, slope and curvature of the problem at the recorded
/// points. Where only losses are, so are only the tests that need no more: whether they left the finite numbers (3) and
/// whether they rise at the end (10).
final class RecordedJudge {
    private RecordedJudge() {}

    static Verdict verdict(RunTask task, Trace trace, BooleanSupplier cancelled) {
        Recording recording = trace.recording().orElseThrow();
        if (!recording.onSurface()) {
            double sign = task.objective().goal() == Goal.MAXIMISE ? -1 : 1;
            return ofLosses(trace, recording.steps(), sign);
        }
        Trace known = RecordedTrace.known(trace);
        RunTask points = new RunTask(
                task.objective(),
                task.optimizer(),
                task.source(),
                task.start(),
                task.seed(),
                Math.max(1, known.lastStep()));
        Verdict verdict = Judge.ofPoints(points, known, cancelled);
        double stride = known.lastStep() < 1
                ? 1
                : (double) (recording.steps()[known.lastStep()] - recording.steps()[0]) / known.lastStep();
        return told(verdict, row -> recording.steps()[Math.max(0, row)], stride);
    }

    private static Verdict ofLosses(Trace trace, int[] steps, double sign) {
        int last = steps.length - 1;
        int from = steps[0];
        int end = steps[last];
        if (!Double.isFinite(trace.loss(from))) {
            return new Verdict.CannotStart(from, Optional.empty(), List.of());
        }
        int turn = Double.isFinite(trace.loss(end)) ? last : last - 1;
        while (turn > 0 && sign * trace.loss(steps[turn]) >= sign * trace.loss(steps[turn - 1])) {
            turn--;
        }
        List<Cure> cures = turn > 0 && turn < last ? List.of(new Cure.JumpTo(steps[turn])) : List.of();
        Pace pace = Pace.unknown(trace.rate(end));
        if (!Double.isFinite(trace.loss(end))) {
            return new Verdict.Diverged(end, steps[last - 1], steps[turn], pace, sign > 0, cures);
        }
        return rises(trace, steps, sign)
                ? new Verdict.Diverging(end, steps[turn], pace, sign > 0, cures)
                : new Verdict.Recorded(end, trace.loss(from), trace.loss(end), steps.length);
    }

    /// Test 10, of losses alone.
    private static boolean rises(Trace trace, int[] steps, double sign) {
        int last = steps.length - 1;
        if (last < 1) {
            return false;
        }
        int quarter = Math.max(1, last / 4);
        double start = sign * trace.loss(steps[0]);
        double top = highest(trace, steps, sign, last - quarter + 1, last);
        double before = highest(trace, steps, sign, 0, last - quarter);
        double least = -highest(trace, steps, -sign, 0, last);
        boolean grows = quarter < 2
                ? sign * trace.loss(steps[last]) > sign * trace.loss(steps[last - 1])
                : top > highest(trace, steps, sign, last - 2 * quarter + 1, last - quarter)
                        && highest(trace, steps, sign, last - 2 * quarter + 1, last - quarter)
                                > highest(trace, steps, sign, last - 3 * quarter + 1, last - 2 * quarter);
        double rounding = 8 * 0x1p-52 * Math.abs(top);
        return grows && top > start + 1e-6 * (start - least) + rounding && top > before + 1e-6 * (before - least);
    }

    private static double highest(Trace trace, int[] steps, double sign, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int row = from; row <= to; row++) {
            highest = Math.max(highest, sign * trace.loss(steps[row]));
        }
        return highest;
    }

    /// A verdict on the recorded points, told in their steps; of its cures those that change no setting.
    ///
    /// @param stride how many steps lie between two points
    private static Verdict told(Verdict verdict, IntUnaryOperator step, double stride) {
        int end = step.applyAsInt(verdict.step());
        List<Cure> cures = verdict.cures().stream()
                .filter(Cure.JumpTo.class::isInstance)
                .map(Cure.JumpTo.class::cast)
                .<Cure>map(jump -> new Cure.JumpTo(step.applyAsInt(jump.step())))
                .toList();
        return switch (verdict) {
            case Verdict.CannotStart v -> new Verdict.CannotStart(end, v.fault(), cures);
            case Verdict.NoSlope v -> new Verdict.NoSlope(end, v.loss(), cures);
            case Verdict.LeftDomain v -> new Verdict.LeftDomain(end, step.applyAsInt(v.lastFinite()), v.fault(), cures);
            case Verdict.Diverged v ->
                new Verdict.Diverged(
                        end, step.applyAsInt(v.lastFinite()), step.applyAsInt(v.turn()), v.pace(), v.rises(), cures);
            case Verdict.Separable v -> new Verdict.Separable(end, v.loss(), v.gradientNorm());
            case Verdict.Unbounded v -> new Verdict.Unbounded(end, v.loss(), v.doublings());
            case Verdict.Converged v ->
                new Verdict.Converged(end, v.loss(), v.left(), v.share(), v.above(), v.local(), v.sample(), cures);
            case Verdict.Saddle v -> new Verdict.Saddle(end, v.smallest(), v.largest(), v.sample(), cures);
            case Verdict.Maximum v -> new Verdict.Maximum(end, v.smallest(), v.largest(), v.sample(), cures);
            case Verdict.Degenerate v -> new Verdict.Degenerate(end, v.falling(), v.directions(), v.sample(), cures);
            case Verdict.Flat v -> new Verdict.Flat(end, v.kind(), v.number(), v.sample(), cures);
            case Verdict.Diverging v ->
                new Verdict.Diverging(end, step.applyAsInt(v.turn()), v.pace(), v.rises(), cures);
            case Verdict.Hovering v -> new Verdict.Hovering(end, v.mean(), v.spread(), v.overBottom(), cures);
            case Verdict.Oscillating v ->
                new Verdict.Oscillating(end, v.low(), v.high(), v.ofParameter(), v.pace(), v.atLimit(), cures);
            case Verdict.AtRest v -> new Verdict.AtRest(end, v.test(), v.gradientNorm());
            case Verdict.Stalled v -> new Verdict.Stalled(end, v.rate(), v.share(), v.gradientNorm(), cures);
            case Verdict.Crawling v -> new Verdict.Crawling(end, spaced(v.slowness(), stride), cures);
            case Verdict.NotThereYet v -> new Verdict.NotThereYet(end, spaced(v.slowness(), stride), cures);
            case Verdict.Recorded v -> v;
        };
    }

    private static Slowness spaced(Slowness slowness, double stride) {
        return new Slowness(slowness.done(), slowness.more() * stride, slowness.condition());
    }
}
