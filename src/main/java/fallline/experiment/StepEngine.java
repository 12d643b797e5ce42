package fallline.experiment;

import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.SampledObjective;
import fallline.optimizer.BatchSource;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import java.util.List;

/// The state of one run and its step. One thread uses it at a time; nothing is allocated by a step.
///
/// The step is a pure function of what [#save] stores, so a run goes on from any checkpoint with the same bits.
final class StepEngine implements Evaluation {
    private final Objective objective;
    private final Update update;
    private final SettingsTimeline settings;
    private final boolean maximise;
    private final double[] theta;
    private final double[] state;
    private final double[] gradient;
    private final double[] start;
    private int step;
    private double loss;
    private double rate = Double.NaN;
    private long gradientEvaluations;
    private long functionEvaluations;
    private boolean measured;

    /// @throws IllegalArgumentException with a sentence, if the recipe does not fit optimizer or data
    StepEngine(RunTask task) {
        objective = task.objective().twin();
        int n = objective.dimension();
        update = task.optimizer().update(n);
        settings = new SettingsTimeline(task);
        maximise = objective.goal() == Goal.MAXIMISE;
        theta = task.start().clone();
        start = task.start();
        gradient = new double[n];
        state = new double[task.optimizer().stateSize(n)];
        reset();
    }

    /// Goes back to step 0.
    void reset() {
        System.arraycopy(start, 0, theta, 0, theta.length);
        settings.select(0);
        update.start(theta, settings.hyper(), state);
        step = 0;
        rate = Double.NaN;
        gradientEvaluations = 0;
        functionEvaluations = 0;
        measured = false;
    }

    /// Measures J and ∇J over all rows at the current parameters; the method's own count does not change.
    void measure() {
        loss = objective.gradient(theta, gradient);
        measured = true;
    }

    /// Makes the step from k to k + 1.
    void advance() {
        settings.select(step);
        rate = update.step(theta, settings.hyper(), state, step + 1, this);
        step++;
        measured = false;
    }

    /// The stages of the coming step for one parameter, whose LaTeX is `name`.
    List<Stage> explain(int index, String name) {
        settings.select(step);
        long gradients = gradientEvaluations;
        long functions = functionEvaluations;
        List<Stage> stages =
                update.explain(theta.clone(), settings.hyper(), state.clone(), step + 1, index, name, this);
        gradientEvaluations = gradients;
        functionEvaluations = functions;
        return stages;
    }

    /// The 0-based rows of the coming step's batch; empty when it sees all rows.
    int[] batchRows() {
        settings.select(step);
        BatchSource batches = settings.batches();
        return batches.isFull()
                ? new int[0]
                : java.util.Arrays.copyOfRange(batches.rows(), batches.from(), batches.to());
    }

    @Override
    public double gradient(double[] at, double[] into) {
        gradientEvaluations++;
        BatchSource batches = settings.batches();
        double value;
        if (!batches.isFull()) {
            value = ((SampledObjective) objective).gradient(at, batches.rows(), batches.from(), batches.to(), into);
        } else if (measured && at == theta) {
            measured = false; // the update may move theta in place and ask again
            System.arraycopy(gradient, 0, into, 0, gradient.length);
            value = loss;
        } else {
            value = objective.gradient(at, into);
        }
        if (maximise) {
            negate(into, theta.length);
            return -value;
        }
        return value;
    }

    @Override
    public double value(double[] at) {
        functionEvaluations++;
        double value = objective.value(at);
        return maximise ? -value : value;
    }

    @Override
    public void hessianTimes(double[] at, double[] direction, double[] product) {
        objective.hessianTimes(at, direction, product);
        if (maximise) {
            negate(product, theta.length);
        }
    }

    private static void negate(double[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = -numbers[i];
        }
    }

    /// Stores all that the rest of the run depends on.
    Checkpoint save() {
        return new Checkpoint(step, theta.clone(), state.clone(), gradientEvaluations, functionEvaluations);
    }

    /// Goes to a stored step.
    void restore(Checkpoint checkpoint) {
        step = checkpoint.step();
        System.arraycopy(checkpoint.theta(), 0, theta, 0, theta.length);
        System.arraycopy(checkpoint.state(), 0, state, 0, state.length);
        gradientEvaluations = checkpoint.gradientEvaluations();
        functionEvaluations = checkpoint.functionEvaluations();
        rate = Double.NaN;
        measured = false;
    }

    /// Whether parameters, J and ∇J, as measured, are all finite.
    boolean isFinite() {
        boolean finite = Double.isFinite(loss);
        for (int i = 0; finite && i < theta.length; i++) {
            finite = Double.isFinite(theta[i]) && Double.isFinite(gradient[i]);
        }
        return finite;
    }

    /// The Euclidean norm of the measured ∇J, scaled so that large components do not overflow.
    double gradientNorm() {
        double largest = 0;
        for (double component : gradient) {
            largest = Math.max(largest, Math.abs(component));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double component : gradient) {
            sum += (component / largest) * (component / largest);
        }
        return largest * StrictMath.sqrt(sum);
    }

    int step() {
        return step;
    }

    /// The current parameters: the engine's own array, to be read only.
    double[] theta() {
        return theta;
    }

    double loss() {
        return loss;
    }

    /// The measured ∇J: the engine's own array, to be read only.
    double[] measuredGradient() {
        return gradient;
    }

    /// The rate of the step that led here; NaN at the start.
    double rate() {
        return rate;
    }

    long gradientEvaluations() {
        return gradientEvaluations;
    }

    long functionEvaluations() {
        return functionEvaluations;
    }
}
