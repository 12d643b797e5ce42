package fallline.experiment.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What happened in a run: J, ‖∇J‖ and the rate of every step, the parameters of every step where they are few, and
/// checkpoints from which any other state is replayed.
///
/// A trace is immutable. While a run is computed, longer and longer traces share the same arrays: rows below
/// [#length] are never written again. Where J over all rows is no part of the steps it may not be measured yet at some
/// of them ([#isMeasured]); the traces that follow know it at more and more steps, and the last one at all.
///
/// A path that was computed elsewhere has a [Recording]: at steps that it does not know all numbers are NaN.
public final class Trace {
    private final int dimension;
    private final int length;
    private final Measurements measured;
    private final double[] rate;
    private final int[] evaluations;
    private final double[] positions;
    private final List<Checkpoint> checkpoints;
    private final int[] functionEvaluations;
    private final Optional<Recording> recording;

    /// For every step the place of its parameters; no numbers where that is the step itself.
    private final int[] rows;

    Trace(
            int dimension,
            int length,
            Measurements measured,
            double[] rate,
            int[] evaluations,
            double[] positions,
            List<Checkpoint> checkpoints,
            int[] functionEvaluations) {
        this(
                dimension,
                length,
                measured,
                rate,
                evaluations,
                positions,
                checkpoints,
                functionEvaluations,
                Optional.empty());
    }

    /// @param positions the parameters of the recorded steps, where there is a recording
    Trace(
            int dimension,
            int length,
            Measurements measured,
            double[] rate,
            int[] evaluations,
            double[] positions,
            List<Checkpoint> checkpoints,
            int[] functionEvaluations,
            Optional<Recording> recording) {
        this.dimension = dimension;
        this.length = length;
        this.measured = measured;
        this.rate = rate;
        this.evaluations = evaluations;
        this.positions = positions;
        this.checkpoints = checkpoints;
        this.functionEvaluations = functionEvaluations;
        this.recording = recording;
        rows = recording.map(Recording::rows).orElse(new int[0]);
    }

    /// The path up to `length` rows with other measurements of it.
    Trace with(Measurements other, int newLength) {
        boolean whole = newLength == length;
        return new Trace(
                dimension,
                newLength,
                other,
                rate,
                evaluations,
                positions,
                whole
                        ? checkpoints
                        : checkpoints.stream()
                                .filter(point -> point.step() < newLength)
                                .toList(),
                functionEvaluations,
                recording);
    }

    Measurements measurements() {
        return measured;
    }

    /// What happened up to `step`, as if no more were computed: nothing in it says what comes later.
    ///
    /// @throws IndexOutOfBoundsException if the trace has no such step
    public Trace upTo(int step) {
        int rows = checked(step) + 1;
        Measurements all = measured;
        return with(
                Measurements.of(
                        Arrays.copyOf(all.loss(), rows),
                        Arrays.copyOf(all.gradientNorm(), rows),
                        all.known(),
                        all.test().length == 0 ? all.test() : Arrays.copyOf(all.test(), rows),
                        rows),
                rows);
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

    /// The last step at which parameters, J and ∇J were finite, or −1 if the start was not; what is not measured counts
    /// as finite.
    public int lastFiniteStep() {
        int last = length - 1;
        if (last >= 0 && isFinite(last)) {
            return last;
        }
        return recording
                .map(known -> known.steps().length > 1 ? known.before(last - 1) : -1)
                .orElse(last - 1);
    }

    private boolean isFinite(int step) {
        boolean finite = Double.isFinite(measured.loss()[step])
                && (Double.isFinite(measured.gradientNorm()[step]) || !hasPath());
        if (!finite && isMeasured(step)) {
            return false;
        }
        for (int i = 0; hasPositions() && i < dimension; i++) {
            if (!Double.isFinite(parameter(step, i))) {
                return false;
            }
        }
        return true;
    }

    /// J over all rows at `step`; NaN where it is not measured yet.
    public double loss(int step) {
        return measured.loss()[checked(step)];
    }

    /// Whether J and ∇J over all rows are known at `step`.
    public boolean isMeasured(int step) {
        return measured.isKnown(checked(step));
    }

    /// The number of rows at which J and ∇J over all rows are known; [#length] in the end.
    public int measuredRows() {
        return measured.known().map(known -> known.get(0, length).cardinality()).orElse(length);
    }

    /// Whether rows are held out, so that [#testLoss] answers.
    public boolean hasTest() {
        return measured.test().length > 0;
    }

    /// J without its penalty over the test rows at `step`; NaN where it is not measured yet.
    public double testLoss(int step) {
        return measured.test()[checked(step)];
    }

    /// The least finite J of all steps; NaN if none is finite.
    public double leastLoss() {
        return measured.least();
    }

    /// The largest finite J of all steps; NaN if none is finite.
    public double largestLoss() {
        return measured.largest();
    }

    /// ‖∇J‖ over all rows at `step`; NaN where it is not measured yet.
    public double gradientNorm(int step) {
        return measured.gradientNorm()[checked(step)];
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

    /// Parameter `index` at `step`, where positions are stored; else see [Replay]. NaN at a step that is not recorded.
    public double parameter(int step, int index) {
        int row = rows.length == 0 ? checked(step) : rows[checked(step)];
        return row < 0 ? Double.NaN : positions[row * dimension + index];
    }

    /// What is known of it, if it was computed elsewhere.
    public Optional<Recording> recording() {
        return recording;
    }

    /// Whether anything is known at `step`: always, but for paths that were recorded with gaps.
    public boolean isRecorded(int step) {
        return rows.length == 0 || rows[checked(step)] >= 0;
    }

    /// `step`, or the last one before it that is recorded; the first that is recorded where none is before it.
    public int recordedStep(int step) {
        return recording.map(known -> known.before(step)).orElse(step);
    }

    /// Whether the parameters are known at all: not where only losses were recorded.
    public boolean hasPath() {
        return recording.isEmpty() || recording.get().onSurface();
    }

    /// The first step at which a recorded loss is another than J of this problem there, if there is one.
    public Optional<Recording.Difference> lossDifference() {
        return recording.flatMap(Recording::difference);
    }

    /// The steps to which a [Replay] goes without making any.
    public List<Integer> storedSteps() {
        return checkpoints.stream().map(Checkpoint::step).toList();
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
