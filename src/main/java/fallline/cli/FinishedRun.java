package fallline.cli;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.workbench.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A run with its whole trace.
record FinishedRun(Run run, RunTask task, Trace trace, Verdict verdict) {
    /// Computes `run` to its end.
    static FinishedRun of(Experiment experiment, Run run, TaskResolver resolver) {
        RunTask task = resolver.resolve(experiment, run);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        return new FinishedRun(run, task, trace, Judge.verdict(task, trace));
    }

    /// The same as the figures read it.
    private RunRecord asRecord() {
        task.objective().optimum(); // figures take it from then on, and would not wait for it
        return RunRecord.ended(task, trace, verdict);
    }

    /// All of them as the figures read them, by name.
    static Map<String, RunRecord> records(List<FinishedRun> runs) {
        return runs.stream().collect(Collectors.toMap(run -> run.run().name(), FinishedRun::asRecord));
    }
}
