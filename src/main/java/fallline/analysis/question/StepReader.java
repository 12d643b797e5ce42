package fallline.analysis.question;

import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Objective;
import java.util.Arrays;

/// Reads the rows of one run, quickest in order. One thread uses it at a time.
public final class StepReader {
    private final RunTask task;
    private final Trace trace;
    private final Objective objective;
    private final Replay replay;

    /// @param trace belongs to `task`
    public StepReader(RunTask task, Trace trace) {
        this.task = task;
        this.trace = trace;
        objective = task.objective().twin();
        replay = new Replay(task, trace);
    }

    public RunTask task() {
        return task;
    }

    public Trace trace() {
        return trace;
    }

    /// What happened at a step; of a path that was recorded with gaps, NaN for what is not known.
    public StepRow row(int step) {
        if (!trace.isRecorded(step) || !trace.hasPath()) {
            return new StepRow(step, unknown(), unknown(), trace.loss(step), trace.rate(step), false);
        }
        double[] theta = position(step);
        double[] gradient = new double[theta.length];
        double loss = objective.shortestGradient(theta, gradient);
        return new StepRow(step, theta, gradient, trace.isMeasured(step) ? trace.loss(step) : loss, trace.rate(step));
    }

    private double[] unknown() {
        double[] numbers = new double[trace.dimension()];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    private double[] position(int step) {
        if (!trace.hasPositions()) {
            replay.moveTo(step);
            return replay.theta();
        }
        double[] theta = new double[trace.dimension()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = trace.parameter(step, i);
        }
        return theta;
    }
}
