package fallline.picture;

import fallline.experiment.run.Replay;
import fallline.experiment.run.Trace;
import fallline.workbench.RunRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The complete state of runs at any step, by one kept [Replay] a trace. One thread uses it at a time.
public final class RunMoments {
    private final Map<String, Trace> traces = new HashMap<>();
    private final Map<String, Replay> replays = new HashMap<>();

    /// The run called `name`, moved to `step`.
    public Replay at(String name, RunRecord record, int step) {
        Trace trace = record.trace().orElseThrow();
        if (traces.get(name) != trace) {
            traces.put(name, trace);
            replays.put(name, new Replay(record.traced().orElseThrow(), trace));
        }
        Replay replay = Objects.requireNonNull(replays.get(name));
        replay.moveTo(step);
        return replay;
    }

    /// The parameters of the run at `step`; of a recorded path those of the last step up to there that is known.
    public double[] theta(String name, RunRecord record, int step) {
        Trace trace = record.trace().orElseThrow();
        if (!trace.hasPositions()) {
            return at(name, record, step).theta();
        }
        double[] theta = new double[trace.dimension()];
        int known = trace.recordedStep(step);
        for (int i = 0; i < theta.length; i++) {
            theta[i] = trace.parameter(known, i);
        }
        return theta;
    }
}
