package fallline.app.table;

import fallline.data.CompleteRows;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.problem.DataProblem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.BitSet;
import java.util.Optional;

/// The question which rows of the data the chosen run's step at the playhead looks at: asked on the FX thread, answered
/// on any.
record BatchRows(RunTask task, Trace trace, int step, DataProblem of) {
    /// Empty where there is no path yet.
    static Optional<BatchRows> of(Scene scene, DataProblem of) {
        Optional<RunRecord> record = scene.record(scene.chosen().name());
        Optional<RunTask> task = record.flatMap(RunRecord::traced)
                .filter(known -> known.objective() == of.problem().objective());
        Optional<Trace> trace = record.flatMap(RunRecord::trace).filter(known -> known.lastFiniteStep() >= 0);
        return task.isEmpty() || trace.isEmpty()
                ? Optional.empty()
                : Optional.of(new BatchRows(task.get(), trace.get(), scene.shownStep(trace.get()), of));
    }

    /// The rows' places in the data; none when the step takes all.
    BitSet answer() {
        Replay replay = new Replay(task, trace);
        replay.moveTo(step);
        int[] batch = replay.batchRows();
        BitSet rows = new BitSet();
        if (batch.length > 0) {
            CompleteRows read = of.rows();
            for (int row : batch) {
                rows.set(read.original(row));
            }
        }
        return rows;
    }
}
