package fallline.experiment;

import java.util.List;

/// What happened in a run: J, ‖∇J‖ and the rate of every step, the parameters of every step where they are few, and
/// checkpoints from which any other state is replayed.
///
/// A trace is immutable. While a run is computed, longer and longer traces share the same arrays: rows below
/// [#length] are never written again.
public final class Trace {
    private final int dimension;
    private final int length;
    private final double[] loss;
    private final double[] gradientNorm;
    private final double[] rate;
    private final int[] evaluations;
    private final double[] positions;
    private final List<Checkpoint> checkpoints;
    private final int[] functionEvaluations;
    private final double leastLoss;
    private final double largestLoss;

    /// @param leastLoss the least finite J of the first `length` rows; NaN if none is finite
    /// @param largestLoss the largest
    Trace(
            int dimension,
            int length,
            double[] loss,
            double[] gradientNorm,
            double[] rate,
            int[] evaluations,
            double[] positions,
            List<Checkpoint> checkpoints,
            int[] functionEvaluations,
            double leastLoss,
            double largestLoss) {
        this.dimension = dimension;
        this.length = length;
        this.loss = loss;
        this.gradientNorm = gradientNorm;
        this.rate = rate;
        this.evaluations = evaluations;
        this.positions = positions;
        this.checkpoints = checkpoints;
        this.functionEvaluations = functionEvaluations;
        this.leastLoss = leastLoss;
        this.largestLoss = largestLoss;
    }

    /// The number of parameters.
    public int dimension() {
        return dimension;
    }

    /// The number of rows: one for the start and one a step.
    public int length() {
        return length;
    }

    /// The last recorded step.
    public int lastStep() {
        return length - 1;
    }

    /// The last step at which parameters, J and ∇J were finite, or −1 if the start was not.
    public int lastFiniteStep() {
        int last = length - 1;
        return last >= 0 && isFinite(last) ? last : last - 1;
    }

    private boolean isFinite(int step) {
        if (!Double.isFinite(loss[step]) || !Double.isFinite(gradientNorm[step])) {
            return false;
        }
        for (int i = 0; hasPositions() && i < dimension; i++) {
            if (!Double.isFinite(positions[step * dimension + i])) {
                return false;
            }
        }
        return true;
    }

    /// J over all rows at `step`.
    public double loss(int step) {
        return loss[checked(step)];
    }

    /// The least finite J of all steps; NaN if none is finite.
    public double leastLoss() {
        return leastLoss;
    }

    /// The largest finite J of all steps; NaN if none is finite.
    public double largestLoss() {
        return largestLoss;
    }

    /// ‖∇J‖ over all rows at `step`.
    public double gradientNorm(int step) {
        return gradientNorm[checked(step)];
    }

    /// The learning rate of the step that led to `step`; NaN at 0.
    public double rate(int step) {
        return rate[checked(step)];
    }

    /// How many gradients the method had asked for up to `step`.
    public int evaluations(int step) {
        return evaluations[checked(step)];
    }

    /// How many values without a gradient the method asked for in the whole run.
    public long functionEvaluations() {
        return length == 0 ? 0 : functionEvaluations[length - 1];
    }

    /// How many gradients and values without a gradient the method had asked for up to `step`.
    public int allEvaluations(int step) {
        return evaluations[checked(step)] + functionEvaluations[step];
    }

    /// Whether the parameters of every step are stored, so that [#parameter] answers.
    public boolean hasPositions() {
        return positions.length > 0;
    }

    /// Parameter `index` at `step`, where positions are stored; else see [Replay].
    public double parameter(int step, int index) {
        return positions[checked(step) * dimension + index];
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    private int checked(int step) {
        if (step < 0 || step >= length) {
            throw new IndexOutOfBoundsException("step " + step + " of a trace of " + length + " rows");
        }
        return step;
    }
}
