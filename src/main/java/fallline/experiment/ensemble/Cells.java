package fallline.experiment.ensemble;

import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Objective;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Single cells of an [Ensemble] by the ordinary engine: the reference for everything faster.
public final class Cells {
    private Cells() {}

    /// Computes one cell, and the verdict on its run; empty if it was cancelled.
    public static Optional<Verdict> judged(Ensemble ensemble, int cell, Outcomes outcomes, BooleanSupplier cancelled) {
        RunTask task = untested(ensemble.cell(cell));
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        Optional<Verdict> verdict = cancelled.getAsBoolean() ? Optional.empty() : Judge.verdict(task, trace, cancelled);
        if (verdict.isPresent()) {
            write(ensemble, task, trace, cell, outcomes);
        }
        return verdict;
    }

    /// The parameters of a cell at steps, however many there are; of a run that ended before, those of its last step.
    /// Empty if it was cancelled.
    public static Optional<double[][]> at(Ensemble ensemble, int cell, int[] steps, BooleanSupplier cancelled) {
        RunTask task = untested(ensemble.cell(cell));
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        double[][] found = new double[steps.length][];
        for (int i = 0; i < found.length; i++) {
            found[i] = Replay.theta(task, trace, Math.min(steps[i], trace.lastStep()));
        }
        return Optional.of(found);
    }

    /// Computes one cell; nothing is written if it was cancelled.
    static void run(Ensemble ensemble, int cell, Outcomes outcomes, BooleanSupplier cancelled) {
        RunTask task = untested(ensemble.cell(cell));
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        if (!cancelled.getAsBoolean()) {
            write(ensemble, task, trace, cell, outcomes);
        }
    }

    private static void write(Ensemble ensemble, RunTask task, Trace trace, int cell, Outcomes outcomes) {
        int last = trace.lastStep();
        int evaluations = trace.evaluations(last);
        outcomes.setEnd(cell, last, trace.loss(last), evaluations, trace.allEvaluations(last) - evaluations);
        double[] theta = Replay.theta(task, trace, last);
        for (int i = 0; outcomes.hasParameters() && i < theta.length; i++) {
            outcomes.setParameter(i, cell, theta[i]);
        }
        for (int mark = 0; outcomes.hasParameters() && mark < outcomes.marks(); mark++) {
            double[] then = Replay.theta(task, trace, Math.min(outcomes.markStep(mark), last));
            for (int i = 0; i < then.length; i++) {
                outcomes.setMarked(mark, i, cell, then[i]);
            }
        }
        ensemble.target().ifPresent(target -> reach(target, task, trace, cell, outcomes));
        boolean finite = trace.lastFiniteStep() == last;
        outcomes.publish(
                cell, finite ? CellState.FINISHED : broken(task.objective().twin(), theta));
    }

    /// How a run ended that is not finite at `theta`.
    static CellState broken(Objective objective, double[] theta) {
        for (double number : theta) {
            if (!Double.isFinite(number)) {
                return CellState.DIVERGED;
            }
        }
        return objective.domainFault(theta).isPresent() ? CellState.LEFT_DOMAIN : CellState.DIVERGED;
    }

    /// Whether J at a point reaches a target; outside of its domain J has no value that could.
    static boolean reaches(Target target, Objective objective, double loss, Supplier<double[]> theta) {
        return target.isReached(objective.goal(), loss)
                && (Double.isFinite(loss) || broken(objective.twin(), theta.get()) != CellState.LEFT_DOMAIN);
    }

    private static void reach(Target target, RunTask task, Trace trace, int cell, Outcomes outcomes) {
        int step = 0;
        while (step < trace.length() && !reachesAt(target, task, trace, step)) {
            step++;
        }
        if (step == trace.length()) {
            outcomes.setReached(cell, -1, -1, -1);
        } else {
            int evaluations = trace.evaluations(step);
            outcomes.setReached(cell, step, evaluations, trace.allEvaluations(step) - evaluations);
        }
    }

    private static boolean reachesAt(Target target, RunTask task, Trace trace, int step) {
        return reaches(target, task.objective(), trace.loss(step), () -> Replay.theta(task, trace, step));
    }

    /// The run without what is measured over test rows.
    private static RunTask untested(RunTask task) {
        return new RunTask(task.objective(), task.optimizer(), task.recipe(), task.start(), task.seed(), task.steps());
    }
}
