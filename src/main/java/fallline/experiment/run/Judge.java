package fallline.experiment.run;

import fallline.curvature.Extremes;
import fallline.objective.DomainFault;
import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Optional;

/// Says how a finished run ended.
public final class Judge {
    private static final double SMALL_GRADIENT = 1e-6;
    private static final double NEGATIVE_CURVATURE = 1e-8;
    private static final double TINY_STEP = 1e-10;
    private static final double TINY_CHANGE = 1e-9;

    private final Trace trace;
    private final Replay replay;
    private final Objective objective;
    private final double sign;

    private Judge(RunTask task, Trace trace) {
        this.trace = trace;
        replay = new Replay(task, trace);
        objective = task.objective().twin();
        sign = objective.goal() == Goal.MAXIMISE ? -1 : 1;
    }

    /// The verdict on `trace`, which is the whole trace of `task`.
    public static Verdict verdict(RunTask task, Trace trace) {
        return new Judge(task, trace).verdict();
    }

    private Verdict verdict() {
        int last = trace.lastStep();
        int finite = trace.lastFiniteStep();
        if (finite < last) {
            Optional<DomainFault> fault = fault(last);
            return fault.<Verdict>map(found -> new Verdict.LeftDomain(last, finite, found))
                    .orElseGet(() -> diverged(last, finite));
        }
        double norm = trace.gradientNorm(last);
        if (norm <= SMALL_GRADIENT * Math.max(1, trace.gradientNorm(0))) {
            return stationary(last, norm);
        }
        return moving(last, norm);
    }

    private Optional<DomainFault> fault(int step) {
        replay.moveTo(step);
        double[] theta = replay.theta();
        for (double number : theta) {
            if (!Double.isFinite(number)) {
                return Optional.empty();
            }
        }
        return objective.domainFault(theta);
    }

    private Verdict stationary(int last, double norm) {
        Extremes curvature = curvature(last);
        double smallest = curvature.smallest();
        double largest = curvature.largest();
        return smallest >= -NEGATIVE_CURVATURE * Math.max(1, largest)
                ? new Verdict.Converged(last, trace.loss(last), norm)
                : new Verdict.Saddle(last, norm, smallest);
    }

    private Extremes curvature(int step) {
        replay.moveTo(step);
        return Extremes.at(objective, replay.theta());
    }

    private Verdict moving(int last, double norm) {
        if (isHighest(last) && last > 1) {
            Verdict.Diverged cause = diverged(last, last);
            return new Verdict.Diverging(last, cause.turn(), cause.rate(), cause.limit());
        }
        if (objective.infimumAtInfinity()) {
            return oscillation(last).orElseGet(() -> new Verdict.Endless(last, trace.loss(last), norm));
        }
        int window = Math.max(1, Math.min(50, last / 4));
        int from = last - window;
        double change = Math.abs(trace.loss(last) - trace.loss(from));
        replay.moveTo(last - 1);
        double[] before = replay.theta();
        replay.moveTo(last);
        double[] after = replay.theta();
        double length = distance(before, after);
        if (length <= TINY_STEP * Math.max(1, distance(after, new double[after.length]))) {
            return norm <= 1e-3 ? new Verdict.Flat(last, norm) : new Verdict.Stalled(last, norm, length);
        }
        if (change <= TINY_CHANGE * Math.max(1e-3, Math.abs(trace.loss(last))) && norm <= 1e-3) {
            return new Verdict.Flat(last, norm);
        }
        return oscillation(last).orElseGet(() -> new Verdict.BudgetUsed(last, trace.loss(last), norm));
    }

    private boolean isHighest(int step) {
        for (int k = 0; k < step; k++) {
            if (sign * trace.loss(k) >= sign * trace.loss(step)) {
                return false;
            }
        }
        return true;
    }

    /// Oscillating: in the last half of the run J rose in at least a third of the steps, and the half's best is hardly
    /// better than what came before it.
    private Optional<Verdict> oscillation(int last) {
        int from = last / 2;
        if (last - from < 8) {
            return Optional.empty();
        }
        int rises = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = from + 1; k <= last; k++) {
            double value = sign * trace.loss(k);
            rises += value > sign * trace.loss(k - 1) ? 1 : 0;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        double earlier = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= from; k++) {
            earlier = Math.min(earlier, sign * trace.loss(k));
        }
        boolean lower = lowest < earlier - 1e-3 * (highest - lowest);
        return 3 * rises >= last - from && !lower
                ? Optional.of(new Verdict.Oscillating(
                        last, Math.min(sign * lowest, sign * highest), Math.max(sign * lowest, sign * highest)))
                : Optional.empty();
    }

    private Verdict.Diverged diverged(int last, int finite) {
        if (finite < 0) {
            return new Verdict.Diverged(last, finite, 0, Double.NaN, Double.NaN);
        }
        int turn = finite;
        while (turn > 0 && sign * trace.loss(turn) >= sign * trace.loss(turn - 1)) {
            turn--;
        }
        double largest = curvature(turn).largest();
        double limit = largest > 0 && Double.isFinite(largest) ? 2 / largest : Double.NaN;
        return new Verdict.Diverged(last, finite, turn, trace.rate(Math.min(turn + 1, last)), limit);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return StrictMath.sqrt(sum);
    }
}
