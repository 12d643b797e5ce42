package fallline.experiment.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The parameters of a run at those steps for which they are stored: all of them where they are few, else those of the
/// checkpoints. What lies between is had from [Replay], at the price of the steps. Of a recorded path they are the
/// steps that are known.
public final class PathPositions {
    private final Trace trace;
    private final List<Checkpoint> checkpoints;
    private final int count;

    /// The steps that are known of a path that was recorded.
    private final Optional<int[]> recorded;

    /// @param trace with at least one finite step
    public PathPositions(Trace trace) {
        this.trace = trace;
        int last = trace.lastFiniteStep();
        checkpoints = trace.hasPositions()
                ? List.of()
                : trace.checkpoints().stream()
                        .filter(point -> point.step() <= last)
                        .toList();
        recorded = trace.recording().map(known -> Arrays.stream(known.steps())
                .filter(step -> step <= last)
                .toArray());
        count = trace.hasPositions() ? recorded.map(steps -> steps.length).orElse(last + 1) : checkpoints.size();
    }

    /// How many steps are stored.
    public int count() {
        return count;
    }

    /// Whether nothing more can be known: every finite step is stored, or was never recorded.
    public boolean complete() {
        return trace.hasPositions();
    }

    /// The step of the stored position `index`; they rise.
    public int step(int index) {
        if (!complete()) {
            return checkpoints.get(index).step();
        }
        return recorded.isPresent() ? recorded.get()[index] : index;
    }

    /// Writes the parameters of the stored position `index` into `theta`.
    public void read(int index, double[] theta) {
        if (complete()) {
            for (int i = 0; i < theta.length; i++) {
                theta[i] = trace.parameter(step(index), i);
            }
        } else {
            System.arraycopy(checkpoints.get(index).theta(), 0, theta, 0, theta.length);
        }
    }
}
