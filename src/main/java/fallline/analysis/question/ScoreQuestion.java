package fallline.analysis.question;

import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.problem.Problem;
import fallline.problem.Score;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.Optional;

/// The question how well the chosen run's model predicts at the playhead: asked on the FX thread, answered on any.
public record ScoreQuestion(Problem.OnData problem, RunTask task, Trace trace, int step) {
    /// Empty for a formula, and where there is no path yet.
    public static Optional<ScoreQuestion> of(Scene scene) {
        if (!(scene.experiment().problem() instanceof Problem.OnData problem)) {
            return Optional.empty();
        }
        Optional<RunRecord> record = scene.record(scene.chosen().name());
        Optional<RunTask> task =
                record.flatMap(RunRecord::traced).filter(known -> known.objective() == problem.objective());
        Optional<Trace> trace =
                record.flatMap(RunRecord::trace).filter(known -> known.hasPath() && known.lastFiniteStep() >= 0);
        return task.isEmpty() || trace.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScoreQuestion(problem, task.get(), trace.get(), scene.shownStep(trace.get())));
    }

    public Scores answer() {
        Replay replay = new Replay(task, trace);
        replay.moveTo(step);
        double[] theta = replay.theta();
        return new Scores(
                Score.of(problem.objective().twin(), theta),
                problem.heldOut().map(rows -> Score.of(rows.twin(), theta)));
    }
}
