package fallline.experiment.judge;

import fallline.experiment.SettingsAt;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.DomainFault;
import fallline.objective.Objective;
import fallline.optimizer.batch.Batching;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Says how a finished run ended: one ordered list of tests, of which the first that holds gives the word.
///
/// No test depends on the units of J or of the parameters. The numbers of the tests are those of docs/verdicts.md.
public final class Judge {
    private final RunTask task;
    private final Trace trace;
    private final BooleanSupplier cancelled;
    private final Facts facts;
    private final Objective objective;
    private final Paces paces;
    private final Remedies remedies;
    private final boolean batches;

    private Judge(RunTask task, Trace trace, BooleanSupplier cancelled) {
        this.task = task;
        this.trace = trace;
        this.cancelled = cancelled;
        facts = Facts.of(task);
        objective = task.objective().twin();
        paces = new Paces(task);
        remedies = new Remedies(task);
        SettingsAt settings = SettingsAt.of(task.recipe(), Math.max(0, trace.lastStep() - 1));
        batches = !(settings.batching() instanceof Batching.Full)
                || settings.modifiers().gradientNoise() > 0;
    }

    /// The verdict on `trace`, which is the whole trace of `task`.
    public static Verdict verdict(RunTask task, Trace trace) {
        return of(task, trace, () -> false);
    }

    /// As [#verdict(RunTask, Trace)]; empty if it was cancelled.
    ///
    /// @param cancelled asked now and then
    public static Optional<Verdict> verdict(RunTask task, Trace trace, BooleanSupplier cancelled) {
        Verdict verdict = of(task, trace, cancelled);
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(verdict);
    }

    private static Verdict of(RunTask task, Trace trace, BooleanSupplier cancelled) {
        return trace.recording().isPresent()
                ? RecordedJudge.verdict(task, trace, cancelled)
                : ofPoints(task, trace, cancelled);
    }

    /// The verdict on a trace of which every step is known.
    static Verdict ofPoints(RunTask task, Trace trace, BooleanSupplier cancelled) {
        return new Judge(task, trace, cancelled).verdict();
    }

    private Verdict verdict() {
        int last = trace.lastStep();
        if (!isFinite(task.start()) || !Double.isFinite(trace.loss(0))) {
            Optional<DomainFault> fault =
                    isFinite(task.start()) ? objective.domainFault(task.start()) : Optional.empty();
            return new Verdict.CannotStart(0, fault, remedies.elsewhere());
        }
        int finite = trace.lastFiniteStep();
        return finite < last ? broken(last, finite) : whole(last);
    }

    private static boolean isFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /// Tests 2 and 3: `last` is the first step that is not finite.
    private Verdict broken(int last, int finite) {
        double[] theta = theta(last);
        double loss = trace.loss(last);
        boolean place = isFinite(theta);
        if (place && Double.isFinite(loss) && Math.abs(loss) < Ray.LARGE) {
            return new Verdict.NoSlope(last, loss, remedies.noSlope(last));
        }
        Optional<DomainFault> fault = place ? objective.domainFault(theta) : Optional.empty();
        if (fault.isPresent()) {
            return new Verdict.LeftDomain(last, finite, fault.get(), remedies.leftDomain(finite));
        }
        if (finite >= 0 && f(finite) <= f(0)) {
            if (facts.separable()) {
                return new Verdict.Separable(finite, trace.loss(finite), trace.gradientNorm(finite));
            }
            if (isUnbounded(last, finite)) {
                return new Verdict.Unbounded(finite, trace.loss(finite), 0);
            }
        }
        int from = Math.max(0, finite);
        int turn = turn(from);
        Paces.Found pace = paceAt(turn);
        return new Verdict.Diverged(
                last, finite, turn, pace.pace(), facts.sign() > 0, remedies.tooFast(turn, pace, from));
    }

    private boolean isUnbounded(int last, int finite) {
        if (facts.convex() || facts.knowsBest() || facts.bounded() || finite == 0) {
            return false;
        }
        for (int k = 0; k < finite; k++) {
            if (f(k) < f(finite)) {
                return false;
            }
        }
        if (f(last) == Double.NEGATIVE_INFINITY) {
            return true;
        }
        double[] here = theta(finite);
        double[] move = theta(finite - 1);
        for (int i = 0; i < move.length; i++) {
            move[i] = here[i] - move[i];
        }
        return Ray.falls(at -> facts.sign() * objective.value(at), here, move) >= 0;
    }

    private Verdict whole(int last) {
        if (facts.separable() && f(last) <= f(0)) {
            return new Verdict.Separable(last, trace.loss(last), trace.gradientNorm(last));
        }
        Course course = Course.of(task, trace, last, facts.sign(), cancelled);
        Ending end = new Ending(task, facts, course, trace.gradientNorm(last), cancelled);
        if (facts.knowsConvexBest()) {
            double gap = end.course().end() - facts.best();
            double all = course.start() - facts.best();
            if (gap <= Math.max(Ending.TAU * all, end.rounding())) {
                return new Verdict.Converged(
                        last,
                        trace.loss(last),
                        Math.max(0, gap),
                        all > 0 ? Math.max(0, gap) / all : 0,
                        gap,
                        false,
                        0,
                        List.of());
            }
        } else {
            Optional<Verdict> ground = Ground.of(end, cancelled);
            if (ground.isPresent()) {
                return ground.get();
            }
        }
        return switch (Trend.of(end, batches)) {
            case UP -> {
                int turn = turn(last);
                Paces.Found pace = paceAt(turn);
                yield new Verdict.Diverging(
                        last, turn, pace.pace(), facts.sign() > 0, remedies.tooFast(turn, pace, last));
            }
            case HOVERING -> hovering(end);
            case SWINGING -> oscillating(end);
            case DOWN -> standing(end).orElseGet(() -> onItsWay(end));
        };
    }

    private double f(int step) {
        return facts.sign() * trace.loss(step);
    }

    private double[] theta(int step) {
        return Replay.theta(task, trace, step);
    }

    /// The step from which f rose for good, up to `from`.
    private int turn(int from) {
        int turn = from;
        while (turn > 0 && f(turn) >= f(turn - 1)) {
            turn--;
        }
        return turn;
    }

    private Paces.Found paceAt(int step) {
        return paces.at(step, theta(step), trace.rate(Math.min(step + 1, trace.lastStep())));
    }

    private Verdict hovering(Ending end) {
        Course course = end.course();
        int last = course.last();
        int from = last - course.quarter() + 1;
        double mean = course.mean(from, last);
        double spread = (course.highest(from, last) - course.least(from, last)) / 2;
        boolean known = end.knowsBottom();
        return new Verdict.Hovering(
                last, known ? mean - end.bottom() : facts.sign() * mean, spread, known, remedies.hovering());
    }

    private Verdict oscillating(Ending end) {
        Course course = end.course();
        int last = course.last();
        int from = last - course.quarter() + 1;
        boolean one = course.dimension() == 1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = Math.max(0, Math.min(from, last - 1)); k <= last; k++) {
            double value = one ? course.parameter(k, 0) : trace.loss(k);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        Paces.Found pace = paces.at(Math.max(0, last - 1), course.theta(last - 1), trace.rate(last));
        boolean atLimit = Math.abs(pace.pace().rate() - pace.pace().limit())
                <= 1e-9 * pace.pace().limit();
        return new Verdict.Oscillating(last, low, high, one, pace.pace(), atLimit, remedies.swinging(last, pace));
    }

    /// Tests 12 and 13.
    private Optional<Verdict> standing(Ending end) {
        Course course = end.course();
        int last = course.last();
        if (last == 0) {
            return Optional.empty();
        }
        double[] move = course.move(last);
        boolean still = true;
        boolean same = true;
        for (int i = 0; i < move.length; i++) {
            still &= Math.abs(move[i]) <= 0x1p-53 * Math.abs(end.theta()[i]);
            same &= move[i] == 0;
        }
        Optional<String> test = same ? ownStop(end) : Optional.empty();
        if (still && !task.objective().lasso().isNone() && !task.optimizer().goesStraightDown()) {
            test = Optional.of("where the steps of " + task.optimizer().card().name()
                    + " and of l1 cancel each other, which is not where J is least: gradient descent goes there");
        }
        if (test.isPresent()) {
            return Optional.of(new Verdict.AtRest(last, test.get(), end.gradientNorm()));
        }
        double rate = trace.rate(last);
        double largest = 0;
        for (int k = 1; k <= last; k++) {
            largest = Math.max(largest, Math.abs(trace.rate(k)));
        }
        boolean rated = task.optimizer().hasRate() || (task.recorded().isPresent() && largest > 0);
        boolean dead = rated && Math.abs(rate) <= 1e-6 * largest;
        return still || dead
                ? Optional.of(new Verdict.Stalled(
                        last,
                        rate,
                        dead && largest > 0 ? Math.abs(rate) / largest : 1,
                        end.gradientNorm(),
                        remedies.stalled()))
                : Optional.empty();
    }

    /// What a method that stops by itself stopped by.
    private Optional<String> ownStop(Ending end) {
        double steepest = 0;
        for (double slope : end.gradient()) {
            steepest = Math.max(steepest, Math.abs(slope));
        }
        double resting = task.optimizer().restingSlope();
        if (resting > 0 && steepest <= resting) {
            return Optional.of(task.optimizer().card().name() + " stops by its own test, the largest slope "
                    + Digits.plain(steepest) + " ≤ " + Digits.plain(resting));
        }
        if (task.optimizer().searchesLines() || task.recipe().lineSearch().isPresent()) {
            return Optional.of("its line search finds no lower point, at ‖∇J‖ = " + Digits.plain(end.gradientNorm()));
        }
        return Optional.empty();
    }

    /// Test 14.
    private Verdict onItsWay(Ending end) {
        Course course = end.course();
        int last = course.last();
        if (last == 0) {
            return new Verdict.NotThereYet(last, new Slowness(Double.NaN, Double.NaN, Double.NaN), remedies.more(20));
        }
        Progress.Found found = Progress.of(end, batches);
        double[] ends = RawEnds.of(end.model());
        boolean minds = task.optimizer().hasRate() && !task.optimizer().learnsCurvature();
        double condition = minds && ends[0] > 0 && course.dimension() > 1 ? ends[1] / ends[0] : Double.NaN;
        Slowness slowness = new Slowness(found.done(), found.more(), condition);
        Paces.Found pace = paces.at(Math.max(0, last - 1), course.theta(last - 1), trace.rate(last));
        return found.crawling()
                ? new Verdict.Crawling(last, slowness, remedies.slow(slowness, pace, last))
                : new Verdict.NotThereYet(last, slowness, remedies.slow(slowness, pace, last));
    }
}
