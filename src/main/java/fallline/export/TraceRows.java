package fallline.export;

import fallline.experiment.run.Recording;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The steps of a trace one after the other, step 0 first; of a recorded path those that are known.
final class TraceRows {
    private final Trace trace;
    private final Replay replay;
    private final boolean recorded;
    private final boolean counts;
    private int step = -1;

    /// @param task the task that the trace belongs to
    TraceRows(RunTask task, Trace trace) {
        this.trace = trace;
        replay = new Replay(task, trace);
        recorded = trace.recording().isPresent();
        counts = trace.recording().map(Recording::counts).orElse(true);
    }

    /// Goes to the next step; false behind the last.
    boolean next() {
        do {
            step++;
        } while (step <= trace.lastStep() && !trace.isRecorded(step));
        if (step > trace.lastStep()) {
            return false;
        }
        if (trace.hasPath() && !trace.hasPositions()) {
            replay.moveTo(step);
        }
        return true;
    }

    int step() {
        return step;
    }

    /// Gradients so far, where they were counted.
    OptionalInt evaluations() {
        return counts ? OptionalInt.of(trace.evaluations(step)) : OptionalInt.empty();
    }

    /// The rate of the step that led here; there is none to step 0.
    OptionalDouble rate() {
        return step == 0 ? OptionalDouble.empty() : known(trace.rate(step), recorded);
    }

    double loss() {
        return trace.loss(step);
    }

    OptionalDouble gradientNorm() {
        return known(trace.gradientNorm(step), recorded && !trace.hasPath());
    }

    /// Whether the parameters are known.
    boolean hasParameters() {
        return trace.hasPath();
    }

    int dimension() {
        return trace.dimension();
    }

    double parameter(int index) {
        return trace.hasPositions() ? trace.parameter(step, index) : replay.theta()[index];
    }

    private static OptionalDouble known(double number, boolean mayBeUnknown) {
        return mayBeUnknown && Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
