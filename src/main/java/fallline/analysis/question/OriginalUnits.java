package fallline.analysis.question;

import fallline.data.Standardisation;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.number.Numbers;
import fallline.objective.model.DesignMatrix;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Optional;

/// The question what the parameters of the chosen run at the playhead are in the units of the data: asked on the FX
/// thread, answered on any, for a step between checkpoints is computed again.
///
/// @param names `intercept` and the features' names
public record OriginalUnits(Standardisation units, List<String> names, RunTask task, Trace trace, int step) {
    private static final int DIGITS = 4;
    private static final int MOST = 8;

    /// Empty where θ is in the data's units already, or the run is not there yet.
    public static Optional<OriginalUnits> of(Scene scene) {
        Problem problem = scene.experiment().problem();
        Optional<Standardisation> units = design(problem).flatMap(DesignMatrix::standardisation);
        Optional<RunRecord> record = scene.record(scene.chosen().name());
        Optional<RunTask> task = record.flatMap(RunRecord::traced);
        Optional<Trace> trace =
                record.flatMap(RunRecord::trace).filter(known -> known.hasPath() && known.lastFiniteStep() >= 0);
        boolean fresh =
                task.filter(known -> known.objective() == problem.objective()).isPresent();
        if (units.isEmpty() || trace.isEmpty() || !fresh) {
            return Optional.empty();
        }
        return Optional.of(new OriginalUnits(
                units.get(),
                problem.objective().parameterNames(),
                task.get(),
                trace.get(),
                scene.shownStep(trace.get())));
    }

    private static Optional<DesignMatrix> design(Problem problem) {
        return problem instanceof Problem.OnData model && model.family().isLinear()
                ? Optional.of(model.objective().features())
                : Optional.empty();
    }

    /// `intercept 3.8, x 3.29`.
    public String answer() {
        Replay replay = new Replay(task, trace);
        replay.moveTo(step);
        double[] original = units.toOriginalUnits(replay.theta());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, original.length); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append(' ');
            text.append(Numbers.brief(original[i], DIGITS));
        }
        return text + (original.length > MOST ? ", …" : "");
    }
}
