package fallline.experiment.run;

import fallline.objective.Objective;
import fallline.optimizer.Stage;
import java.util.List;
import java.util.Optional;

/// Goes to any step of a run by replaying it from the checkpoint before. One thread uses it at a time.
///
/// Of a path that was computed elsewhere nothing is replayed: there are its recorded parameters, and no stages.
public final class Replay {
    private final RunTask task;
    private final Trace trace;
    private final Optional<StepEngine> engine;
    private int step;

    /// A reader of `trace`, which is the trace of `task`.
    public Replay(RunTask task, Trace trace) {
        this.task = task;
        this.trace = trace;
        engine = task.recorded().isPresent() ? Optional.empty() : Optional.of(new StepEngine(task));
    }

    /// A copy of the parameters at one step: where they are stored nothing is replayed. As [#theta()] for a recorded
    /// path.
    ///
    /// @throws IndexOutOfBoundsException if the trace has no such step
    public static double[] theta(RunTask task, Trace trace, int step) {
        if (trace.hasPositions() && task.recorded().isEmpty()) {
            double[] theta = new double[trace.dimension()];
            for (int i = 0; i < theta.length; i++) {
                theta[i] = trace.parameter(step, i);
            }
            return theta;
        }
        Replay replay = new Replay(task, trace);
        replay.moveTo(step);
        return replay.theta();
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
        this.step = step;
        engine.ifPresent(steps -> {
            Checkpoint before = checkpointBefore(step);
            if (steps.step() > step || steps.step() < before.step()) {
                steps.restore(before);
            }
            while (steps.step() < step) {
                steps.advance();
            }
        });
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

    /// A copy of the parameters here; of a recorded path those of the last step that is known, or the problem's start
    /// if none are.
    public double[] theta() {
        return engine.map(steps -> steps.theta().clone()).orElseGet(this::recorded);
    }

    private double[] recorded() {
        double[] theta = task.start().clone();
        int known = trace.recordedStep(step);
        for (int i = 0; trace.hasPath() && i < theta.length; i++) {
            theta[i] = trace.parameter(known, i);
        }
        return theta;
    }

    /// A copy of the optimizer's state here; no numbers where no optimizer is known.
    public double[] state() {
        return engine.map(steps -> steps.save().state()).orElse(new double[0]);
    }

    /// What scales the step that starts here; nothing where no optimizer is known.
    public StepScale scale() {
        return engine.map(steps -> new ComingStep(steps).scale()).orElse(StepScale.NONE);
    }

    /// The stages of the step that starts here, for one parameter; none where no optimizer is known.
    ///
    /// @param name LaTeX of that parameter
    public List<Stage> explain(int parameter, String name) {
        return engine.map(steps -> new ComingStep(steps).explain(parameter, name))
                .orElse(List.of());
    }

    /// A copy of ∇J over the rows of the step that starts here, in the sense of the objective (not turned round when
    /// maximising).
    public double[] fullGradient() {
        if (engine.isPresent()) {
            engine.get().measure();
            return engine.get().measuredGradient().clone();
        }
        Objective objective = task.objective().twin();
        double[] gradient = new double[objective.dimension()];
        objective.gradient(theta(), gradient);
        return gradient;
    }

    /// A copy of the point at which the step that starts here takes its gradient: that of the rule itself, also
    /// where the run shows the mean of its points.
    public double[] ruleTheta() {
        return engine.map(steps -> new ComingStep(steps).lookingPoint()).orElseGet(this::recorded);
    }

    /// The gradient over the rows of the step that starts here, as the rule reads it but for modifiers, in the sense of
    /// the objective; without l1, which the proximal step does. That over all rows where no optimizer is known.
    public double[] stepGradient() {
        return engine.map(steps -> new ComingStep(steps).gradient()).orElseGet(this::fullGradient);
    }

    /// The 0-based rows of the batch of the step that starts here; empty when it sees all rows.
    public int[] batchRows() {
        return engine.map(steps -> new ComingStep(steps).rows()).orElse(new int[0]);
    }
}
