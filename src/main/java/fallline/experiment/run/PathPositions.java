package fallline.experiment.run;

import java.util.List;

/// The parameters of a run at those steps for which they are stored: all of them where they are few, else those of the
/// checkpoints. What lies between is had from [Replay], at the price of the steps.
public final class PathPositions {
    private final Trace trace;
    private final List<Checkpoint> checkpoints;
    private final int count;

    /// @param trace with at least one finite step
    public PathPositions(Trace trace) {
        this.trace = trace;
        int last = trace.lastFiniteStep();
        checkpoints = trace.hasPositions()
                ? List.of()
                : trace.checkpoints().stream()
                        .filter(point -> point.step() <= last)
                        .toList();
        count = trace.hasPositions() ? last + 1 : checkpoints.size();
    }

    /// How many steps are stored.
    public int count() {
        return count;
    }

    /// Whether every finite step is stored.
    public boolean complete() {
        return trace.hasPositions();
    }

    /// The step of the stored position `index`; they rise.
    public int step(int index) {
        return complete() ? index : checkpoints.get(index).step();
    }

    /// Writes the parameters of the stored position `index` into `theta`.
    public void read(int index, double[] theta) {
        if (complete()) {
            for (int i = 0; i < theta.length; i++) {
                theta[i] = trace.parameter(index, i);
            }
        } else {
            System.arraycopy(checkpoints.get(index).theta(), 0, theta, 0, theta.length);
        }
    }
}
