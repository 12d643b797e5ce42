package fallline.experiment.ensemble;

import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.Objective;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Single cells of an [Ensemble] by the ordinary engine: the reference for everything faster.
public final class Cells {
    private Cells() {}

    /// The verdict on the run that a cell stands for; empty if it was cancelled.
    public static Optional<Verdict> verdict(Ensemble ensemble, int cell, BooleanSupplier cancelled) {
        RunTask task = ensemble.cell(cell);
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        return cancelled.getAsBoolean() ? Optional.empty() : Judge.verdict(task, trace, cancelled);
    }

    /// The parameters at a cell's last step, however many there are; empty if it was cancelled.
    public static Optional<double[]> end(Ensemble ensemble, int cell, BooleanSupplier cancelled) {
        RunTask task = untested(ensemble.cell(cell));
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(Replay.theta(task, trace, trace.lastStep()));
    }

    /// Computes one cell; nothing is written if it was cancelled.
    static void run(Ensemble ensemble, int cell, Outcomes outcomes, BooleanSupplier cancelled) {
        RunTask task = untested(ensemble.cell(cell));
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        if (cancelled.getAsBoolean()) {
            return;
        }
        int last = trace.lastStep();
        int evaluations = trace.evaluations(last);
        outcomes.setEnd(cell, last, trace.loss(last), evaluations, trace.allEvaluations(last) - evaluations);
        double[] theta = Replay.theta(task, trace, last);
        for (int i = 0; outcomes.hasParameters() && i < theta.length; i++) {
            outcomes.setParameter(i, cell, theta[i]);
        }
        ensemble.target().ifPresent(target -> reach(target, task.objective().goal(), trace, cell, outcomes));
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

    private static void reach(Target target, Goal goal, Trace trace, int cell, Outcomes outcomes) {
        int step = 0;
        while (step < trace.length() && !target.isReached(goal, trace.loss(step))) {
            step++;
        }
        if (step == trace.length()) {
            outcomes.setReached(cell, -1, -1, -1);
        } else {
            int evaluations = trace.evaluations(step);
            outcomes.setReached(cell, step, evaluations, trace.allEvaluations(step) - evaluations);
        }
    }

    /// The run without what is measured over test rows.
    private static RunTask untested(RunTask task) {
        return new RunTask(task.objective(), task.optimizer(), task.recipe(), task.start(), task.seed(), task.steps());
    }
}
