package fallline.analysis.events;

import fallline.experiment.Change;
import fallline.experiment.run.PathPositions;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.objective.SampledObjective;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Finds what happened along a run. One pass over its numbers; any thread, and slow only where the parameters of its
/// steps are not kept.
///
/// A rise of J and a turn of the path are events where they begin, not at every step that goes on with them: a run that
/// zigzags to its end has one turn. In a run on batches, where single steps go up and down with the rows they see,
/// both are looked for from one epoch's end to the next.
///
/// * *J gets worse* at step t: J(t) − J(b) > 10⁻¹² max(|J(t)|, |J(b)|) in the sense of descent, b the step compared
///   with, and at b it did not get worse.
/// * *The path turns back* at step t: ⟨θ(c) − θ(t), θ(t) − θ(b)⟩ < 0 with the steps b < t < c that are compared, both
///   displacements longer than 10⁻¹⁴ ‖θ(t)‖ (below that there is only rounding), and it did not at b.
/// * *The rate changes* at step t: the sign of rate(t → t+1) − rate(t−1 → t) is another than a step before. A single
///   step down is one event and not two; what a line search finds is a result and no event.
///
/// Of a recorded path the steps that are known are compared, whatever lies between them.
public final class EventFinder {
    private static final double ROUNDING = 1e-12;
    private static final double LEAST_STEP = 1e-14;

    /// So many numbers may be computed to go to steps whose parameters are not kept.
    private static final double WORK = 5e8;

    private static final int BETWEEN_QUESTIONS = 4096;

    private final RunTask task;
    private final Trace trace;
    private final BooleanSupplier cancelled;
    private final int last;
    private final Map<EventKind, BitSet> found = new EnumMap<>(EventKind.class);

    private EventFinder(RunTask task, Trace trace, BooleanSupplier cancelled) {
        this.task = task;
        this.trace = trace;
        this.cancelled = cancelled;
        last = trace.lastFiniteStep();
    }

    /// What happened in the run whose trace this is; anything once `cancelled`, which is asked now and then.
    public static RunEvents of(RunTask task, Trace trace, BooleanSupplier cancelled) {
        return new EventFinder(task, trace, cancelled).find();
    }

    private RunEvents find() {
        if (last < 0) {
            return RunEvents.NONE;
        }
        Epochs epochs = Epochs.of(task);
        changes();
        epochs(epochs);
        losses(epochs);
        rates();
        boolean coarse = turns(epochs);
        return new RunEvents(found, coarse);
    }

    private void note(EventKind kind, int step) {
        found.computeIfAbsent(kind, _ -> new BitSet()).set(step);
    }

    private void changes() {
        for (Change change : task.recipe().changes()) {
            if (change.step() <= last) {
                note(EventKind.CHANGE, change.step());
            }
        }
    }

    private void epochs(Epochs epochs) {
        for (int step = 1; step <= last; step++) {
            if (epochs.ends(step)) {
                note(EventKind.EPOCH, step);
            }
        }
    }

    /// Looks for the best J, and for steps from which on it gets worse.
    private void losses(Epochs epochs) {
        double sign = task.objective().goal() == Goal.MINIMISE ? 1 : -1;
        double best = Double.POSITIVE_INFINITY;
        int bestAt = -1;
        double before = Double.NaN;
        boolean falling = true;
        for (int step = 0; step <= last; step++) {
            double loss = sign * trace.loss(step);
            if (Double.isNaN(loss)) {
                continue;
            }
            if (loss < best) {
                best = loss;
                bestAt = step;
            }
            if (epochs.isCompared(step)) {
                boolean worse = loss - before > ROUNDING * Math.max(Math.abs(loss), Math.abs(before));
                if (worse && falling) {
                    note(EventKind.WORSE, step);
                }
                falling = !worse;
                before = loss;
            }
        }
        if (bestAt >= 0) {
            note(EventKind.BEST, bestAt);
        }
    }

    private void rates() {
        boolean told = task.recorded().isPresent()
                || (task.optimizer().hasRate() && task.recipe().lineSearch().isEmpty());
        int way = 0;
        int wayBefore = 0;
        int since = 0;
        for (int step = 1; told && step < last; step++) {
            double now = trace.rate(step + 1);
            double earlier = trace.rate(step);
            double change = now - earlier;
            boolean same = !(Math.abs(change) > ROUNDING * Math.max(Math.abs(now), Math.abs(earlier)));
            int next = same ? 0 : change > 0 ? 1 : -1;
            if (next != way) {
                // behind a single step that goes another way, what was before goes on
                boolean goesOn = since == step - 1 && next == wayBefore && way != 0 && step > 1;
                if (!goesOn) {
                    note(EventKind.RATE, step);
                }
                wayBefore = way;
                way = next;
                since = step;
            }
        }
    }

    /// Looks for steps from which on the path turns back. Returns whether it was looked for between stored steps only.
    private boolean turns(Epochs epochs) {
        if (!trace.hasPath()) {
            return false;
        }
        PathPositions stored = new PathPositions(trace);
        boolean replays = !stored.complete() && cost() <= WORK;
        Turns turns = new Turns(trace.dimension());
        if (replays) {
            Replay replay = new Replay(task, trace);
            for (int step = 0; step <= last && !isCancelled(step); step++) {
                if (epochs.isCompared(step)) {
                    replay.moveTo(step);
                    turns.visit(step, replay.theta());
                }
            }
        } else {
            double[] theta = new double[trace.dimension()];
            for (int i = 0; i < stored.count() && !isCancelled(i); i++) {
                int step = stored.step(i);
                if (!stored.complete() || epochs.isCompared(step)) {
                    stored.read(i, theta);
                    turns.visit(step, theta);
                }
            }
        }
        return !stored.complete() && !replays;
    }

    private boolean isCancelled(int step) {
        return step % BETWEEN_QUESTIONS == 0 && cancelled.getAsBoolean();
    }

    /// How many numbers going to every step would take.
    private double cost() {
        int rows = task.objective() instanceof SampledObjective sampled ? sampled.rows() : 1;
        return (double) last
                * trace.dimension()
                * Math.min(rows, Epochs.of(task).mostRows(rows));
    }

    /// The last two displacements, one pair of steps after the other.
    private final class Turns {
        private final double[] here;
        private final double[] came;
        private int at = -1;
        private boolean hasCome;
        private boolean turning;

        Turns(int dimension) {
            here = new double[dimension];
            came = new double[dimension];
        }

        void visit(int step, double[] theta) {
            if (at >= 0) {
                double dot = 0;
                double square = 0;
                double squareBefore = 0;
                double size = 0;
                for (int i = 0; i < theta.length; i++) {
                    double go = theta[i] - here[i];
                    dot += go * came[i];
                    square += go * go;
                    squareBefore += came[i] * came[i];
                    size += here[i] * here[i];
                    came[i] = go;
                }
                double floor = LEAST_STEP * LEAST_STEP * size;
                boolean turned = hasCome && dot < 0 && square > floor && squareBefore > floor;
                if (turned && !turning) {
                    note(EventKind.TURN, at);
                }
                turning = turned;
                hasCome = true;
            }
            System.arraycopy(theta, 0, here, 0, here.length);
            at = step;
        }
    }
}
