package fallline.experiment.ensemble;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/// How the cells of an [Ensemble] ended, in flat arrays. Several threads may write cells that differ, while others
/// read: what is read of a cell after its [#state] said that it is done is whole.
public final class Outcomes {
    /// Up to so many parameters their last values are kept, …
    public static final int MOST_PARAMETERS = 8;

    /// … and of more where all of them together are no more numbers than this.
    private static final long MOST_NUMBERS = 1 << 21;

    private static final VarHandle STATES = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final List<CellState> NAMES = List.of(CellState.values());

    private final byte[] states;
    private final double[] loss;
    private final double[][] parameters;
    private final int[] marks;
    private final double[][][] marked;
    private final int[] lastStep;
    private final int[] reachedStep;
    private final int[] reachedGradients;
    private final int[] reachedFunctions;
    private final int[] gradients;
    private final int[] functions;

    private Outcomes(int cells, int dimension, boolean reach, int[] marks) {
        states = new byte[cells];
        loss = new double[cells];
        boolean kept = dimension <= MOST_PARAMETERS || (long) cells * dimension <= MOST_NUMBERS;
        parameters = new double[kept ? dimension : 0][cells];
        this.marks = marks;
        marked = new double[marks.length][parameters.length][cells];
        lastStep = new int[cells];
        reachedStep = new int[reach ? cells : 0];
        reachedGradients = new int[reach ? cells : 0];
        reachedFunctions = new int[reach ? cells : 0];
        gradients = new int[cells];
        functions = new int[cells];
    }

    /// Outcomes of which none is known yet.
    ///
    /// @param marks steps, ascending, of which the parameters are to be kept as those of the last step are
    public static Outcomes of(Ensemble ensemble, int... marks) {
        return new Outcomes(
                ensemble.cells(),
                ensemble.base().objective().dimension(),
                ensemble.target().isPresent(),
                marks.clone());
    }

    /// How many cells there are.
    public int cells() {
        return states.length;
    }

    /// What is known of a cell; all else about it only counts when this is not [CellState#PENDING].
    public CellState state(int cell) {
        return NAMES.get((byte) STATES.getAcquire(states, cell));
    }

    /// Whether a cell has been computed.
    public boolean isDone(int cell) {
        return (byte) STATES.getAcquire(states, cell) != 0;
    }

    /// J at the last step.
    public double loss(int cell) {
        return loss[cell];
    }

    /// Whether the parameters at the last step, and at marks, are kept.
    public boolean hasParameters() {
        return parameters.length > 0;
    }

    /// Parameter `index` at the last step, where [#hasParameters]; else [Cells#at] computes it.
    public double parameter(int index, int cell) {
        return parameters[index][cell];
    }

    /// Parameter `index` at the step of a mark, where [#hasParameters] and the run came so far.
    ///
    /// @param mark from 0
    public double marked(int mark, int index, int cell) {
        return marked[mark][index][cell];
    }

    /// The steps whose parameters are kept.
    int marks() {
        return marks.length;
    }

    /// The step of a mark.
    int markStep(int mark) {
        return marks[mark];
    }

    /// The last step that was taken; of a run that is not [CellState#FINISHED] the one that is not finite.
    public int lastStep(int cell) {
        return lastStep[cell];
    }

    /// The last step at which all was finite, −1 if the start was not.
    public int lastFiniteStep(int cell) {
        return state(cell) == CellState.FINISHED ? lastStep[cell] : lastStep[cell] - 1;
    }

    /// The first step at which J reached the target, −1 if it never did or there is none.
    public int reachedStep(int cell) {
        return reachedStep.length == 0 ? -1 : reachedStep[cell];
    }

    /// How many gradients the method had asked for at [#reachedStep]; −1 if it never came there.
    public int reachedGradients(int cell) {
        return reachedStep.length == 0 ? -1 : reachedGradients[cell];
    }

    /// How many values without a gradient it had asked for there, −1 as above.
    public int reachedFunctions(int cell) {
        return reachedStep.length == 0 ? -1 : reachedFunctions[cell];
    }

    /// How many gradients the method asked for in all.
    public int gradients(int cell) {
        return gradients[cell];
    }

    /// How many values without a gradient it asked for in all.
    public int functions(int cell) {
        return functions[cell];
    }

    void setEnd(int cell, int step, double value, int gradientCount, int functionCount) {
        lastStep[cell] = step;
        loss[cell] = value;
        gradients[cell] = gradientCount;
        functions[cell] = functionCount;
    }

    void setParameter(int index, int cell, double value) {
        parameters[index][cell] = value;
    }

    void setMarked(int mark, int index, int cell, double value) {
        marked[mark][index][cell] = value;
    }

    void setReached(int cell, int step, int gradientCount, int functionCount) {
        reachedStep[cell] = step;
        reachedGradients[cell] = gradientCount;
        reachedFunctions[cell] = functionCount;
    }

    /// Says that all about a cell is written.
    void publish(int cell, CellState state) {
        STATES.setRelease(states, cell, (byte) NAMES.indexOf(state));
    }
}
