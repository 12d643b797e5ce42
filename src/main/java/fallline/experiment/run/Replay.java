package fallline.experiment.run;

import fallline.optimizer.Stage;
import java.util.List;

/// Goes to any step of a recorded run by replaying it from the checkpoint before. One thread uses it at a time.
public final class Replay {
    private final RunTask task;
    private final Trace trace;
    private final StepEngine engine;

    /// A reader of `trace`, which is the trace of `task`.
    public Replay(RunTask task, Trace trace) {
        this.task = task;
        this.trace = trace;
        engine = new StepEngine(task);
    }

    /// The run that is replayed.
    public RunTask task() {
        return task;
    }

    /// Moves to `step`; moving on by a few steps costs only those.
    ///
    /// @throws IndexOutOfBoundsException if the trace has no such step
    public void moveTo(int step) {
        if (step < 0 || step > trace.lastStep()) {
            throw new IndexOutOfBoundsException("step " + step + " of a trace of " + trace.length() + " rows");
        }
        Checkpoint before = checkpointBefore(step);
        if (engine.step() > step || engine.step() < before.step()) {
            engine.restore(before);
        }
        while (engine.step() < step) {
            engine.advance();
        }
    }

    private Checkpoint checkpointBefore(int step) {
        List<Checkpoint> all = trace.checkpoints();
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all.get(middle).step() <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return all.get(low);
    }

    /// A copy of the parameters here.
    public double[] theta() {
        return engine.theta().clone();
    }

    /// A copy of the optimizer's state here.
    public double[] state() {
        return engine.save().state();
    }

    /// What scales the step that starts here.
    public StepScale scale() {
        return engine.scale();
    }

    /// The stages of the step that starts here, for one parameter.
    ///
    /// @param name LaTeX of that parameter
    public List<Stage> explain(int parameter, String name) {
        return engine.explain(parameter, name);
    }

    /// A copy of ∇J over the rows of the step that starts here, in the sense of the objective (not turned round when
    /// maximising).
    public double[] fullGradient() {
        engine.measure();
        return engine.measuredGradient().clone();
    }

    /// The 0-based rows of the batch of the step that starts here; empty when it sees all rows.
    public int[] batchRows() {
        return engine.batchRows();
    }
}
