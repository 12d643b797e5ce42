package fallline.experiment.run;

import fallline.algebra.Norm;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.SampledObjective;
import fallline.objective.kernel.Lasso;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Update;
import fallline.optimizer.batch.BatchSource;
import fallline.optimizer.modifier.GradientModifier;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Plateau;
import java.util.Arrays;
import java.util.function.Supplier;

/// The state of one run and its step. One thread uses it at a time; nothing is allocated by a step.
///
/// The step is a pure function of what [#save] stores, so a run goes on from any checkpoint with the same bits. The
/// point that the run shows is the rule's own θ, or the mean of its θ where the recipe averages.
public final class StepEngine implements Evaluation {
    private static final double[] NOWHERE = {};

    /// Up to so many numbers in all (rows × parameters × steps) the loss is measured at every step at once: a few dozen
    /// milliseconds.
    private static final double NUMBERS_AT_ONCE = 5e7;

    private static final int FEW = 16;

    /// What the rule reads: J without the part that the proximal step does.
    private final Objective objective;

    /// The part of J that the proximal step does; none for most.
    private final Lasso lasso;

    private final Optimizer optimizer;
    private final Update update;
    private final SettingsTimeline settings;
    private final GradientModifier modifier;
    private final boolean maximise;

    /// Whether every step uses a batch, so that what is measured over all rows is no part of any.
    private final boolean neverFull;

    private final double[] theta;
    private final double[] state;
    private final double[] gradient;
    /// Scratch for the slope of all of J; empty without l1.
    private final double[] slope;
    private final double[] start;

    /// What the schedule remembers.
    private final double[] watched;

    /// The mean of the points so far; empty if the run never averages.
    private final double[] mean;

    private final SlowWeights slow;

    /// Where SAM reads the slope.
    private final double[] climbed;

    /// A gradient that was computed before weight decay moved the point, and that point.
    private final double[] preparedGradient;

    private double[] preparedAt = NOWHERE;
    private double preparedValue;
    private boolean averaged;
    private int step;
    /// As the rule reads it.
    private double loss;
    private double rate = Double.NaN;
    private long gradientEvaluations;
    private long functionEvaluations;
    private boolean measured;

    /// @throws IllegalArgumentException with a sentence, if the recipe does not fit optimizer or data
    public StepEngine(RunTask task) {
        objective = task.objective().smooth().twin();
        lasso = task.objective().lasso();
        int n = objective.dimension();
        optimizer = task.optimizer();
        update = task.recipe()
                .lineSearch()
                .map(search -> task.optimizer().update(n, search))
                .orElseGet(() -> task.optimizer().update(n));
        settings = new SettingsTimeline(task);
        neverFull = !settings.everFull();
        modifier = new GradientModifier(task.seed(), task.recipe().stream());
        maximise = objective.goal() == Goal.MAXIMISE;
        theta = task.start().clone();
        start = task.start();
        gradient = new double[n];
        slope = new double[lasso.isNone() ? 0 : n];
        state = new double[task.optimizer().stateSize(n)];
        watched = new double[settings.everWatches() ? Plateau.MEMORY : 0];
        mean = new double[settings.everAverages() ? n : 0];
        slow = new SlowWeights(settings, n);
        climbed = new double[n];
        preparedGradient = new double[n];
        reset();
    }

    /// Goes back to step 0.
    void reset() {
        System.arraycopy(start, 0, theta, 0, theta.length);
        settings.select(0, watched);
        update.start(theta, settings.hyper(), state);
        step = 0;
        rate = Double.NaN;
        gradientEvaluations = 0;
        functionEvaluations = 0;
        measured = false;
        averaged = false;
    }

    /// Whether J and ∇J over all rows are better measured when the path is known: they are no part of any step, and
    /// cost much more than the steps.
    boolean measuresLater(int steps) {
        return neverFull
                && !settings.everWatches()
                && objective.surveyedRows() > 1
                && (double) objective.surveyedRows() * theta.length * steps > NUMBERS_AT_ONCE;
    }

    /// Measures J and ∇J over all rows at the point that is shown; the method's own count does not change.
    public void measure() {
        if (!measured) {
            loss = neverFull
                    ? ((SampledObjective) objective).measure(theta(), gradient)
                    : objective.gradient(theta(), gradient);
            measured = true;
        }
    }

    /// Makes the step from k to k + 1.
    public void advance() {
        settings.select(step, watched);
        slow.begin(step, theta);
        prepare(theta);
        rate = update.step(theta, settings.hyper(), state, step + 1, this);
        lasso.shrink(theta, rate);
        slow.lead(step, theta);
        preparedAt = NOWHERE;
        measured = false;
        if (mean.length > 0) {
            average();
        }
        if (watched.length > 0 && settings.watches(step)) {
            measure();
            settings.observe(step, watched, maximise ? -loss() : loss());
        }
        step++;
    }

    /// Takes the gradient at `at` before decoupled weight decay moves the point; the rule gets it when it asks.
    void prepare(double[] at) {
        if (settings.isPlain()) {
            return;
        }
        Modifiers modifiers = settings.modifiers();
        if (modifiers.decoupledWeightDecay() != 0) {
            preparedValue = gradient(at, preparedGradient);
            GradientModifier.decay(modifiers, settings.rate(), at);
            preparedAt = at;
        }
    }

    /// Takes the point that the step reached into the mean.
    private void average() {
        int count = settings.averagedAfter(step);
        averaged = count > 0;
        for (int i = 0; averaged && i < theta.length; i++) {
            mean[i] = count == 1 ? theta[i] : mean[i] + (theta[i] - mean[i]) / count;
        }
    }

    /// What a step is made with.
    record Parts(
            Optimizer optimizer,
            Update update,
            SettingsTimeline settings,
            GradientModifier modifier,
            Lasso lasso,
            SlowWeights slow) {}

    /// The parts themselves: who uses them does so within [#ask].
    Parts parts() {
        return new Parts(optimizer, update, settings, modifier, lasso, slow);
    }

    /// Answers a question about the coming step, with its settings; what is computed for it changes nothing and is not
    /// counted.
    <T> T ask(Supplier<T> question) {
        settings.select(step, watched);
        long gradients = gradientEvaluations;
        long functions = functionEvaluations;
        boolean known = measured;
        T answer = question.get();
        preparedAt = NOWHERE;
        gradientEvaluations = gradients;
        functionEvaluations = functions;
        measured = known;
        return answer;
    }

    /// ∇J over the coming step's rows at a point, in the sense of the objective and before modifiers, without the part
    /// of J that a proximal step does; to be asked within [#ask].
    double[] rowsGradient(double[] at) {
        double[] into = new double[theta.length];
        BatchSource batches = settings.batches();
        if (batches.isFull() && measured && !averaged && Arrays.equals(at, theta)) {
            System.arraycopy(gradient, 0, into, 0, into.length);
        } else if (batches.isFull()) {
            objective.gradient(at, into);
        } else {
            ((SampledObjective) objective).gradient(at, batches.rows(), batches.from(), batches.to(), into);
        }
        return into;
    }

    @Override
    public double gradient(double[] at, double[] into) {
        if (at == preparedAt) {
            preparedAt = NOWHERE; // the update may move the point in place and ask again
            System.arraycopy(preparedGradient, 0, into, 0, into.length);
            return preparedValue;
        }
        gradientEvaluations++;
        double value = plainGradient(at, into);
        if (settings.isPlain()) {
            return value;
        }
        if (settings.modifiers().sam() != 0
                && GradientModifier.climb(settings.modifiers().sam(), at, into, climbed)) {
            gradientEvaluations++;
            value = plainGradient(climbed, into);
        }
        if (!settings.modifiers().leaveGradient()) {
            modifier.apply(settings.modifiers(), step, into);
        }
        return value;
    }

    /// The gradient over the step's rows in the sense of descent, not modified.
    double plainGradient(double[] at, double[] into) {
        BatchSource batches = settings.batches();
        double value;
        if (!batches.isFull()) {
            value = ((SampledObjective) objective).gradient(at, batches.rows(), batches.from(), batches.to(), into);
        } else if (measured && !averaged && at == theta) {
            measured = false; // the update may move theta in place and ask again
            copy(gradient, into);
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

    /// For few numbers a call of `System.arraycopy` takes longer than the copying.
    private static void copy(double[] from, double[] into) {
        if (from.length > FEW) {
            System.arraycopy(from, 0, into, 0, from.length);
            return;
        }
        for (int i = 0; i < from.length; i++) {
            into[i] = from[i];
        }
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
    public Checkpoint save() {
        double[] memory = Arrays.copyOf(watched, watched.length + mean.length + slow.size());
        System.arraycopy(mean, 0, memory, watched.length, mean.length);
        slow.save(memory, watched.length + mean.length);
        return new Checkpoint(step, theta.clone(), state.clone(), memory, gradientEvaluations, functionEvaluations);
    }

    /// Goes to a stored step.
    public void restore(Checkpoint checkpoint) {
        step = checkpoint.step();
        System.arraycopy(checkpoint.theta(), 0, theta, 0, theta.length);
        System.arraycopy(checkpoint.state(), 0, state, 0, state.length);
        System.arraycopy(checkpoint.memory(), 0, watched, 0, watched.length);
        System.arraycopy(checkpoint.memory(), watched.length, mean, 0, mean.length);
        slow.restore(checkpoint.memory(), watched.length + mean.length);
        averaged = step > 0 && settings.averagedAfter(step - 1) > 0;
        gradientEvaluations = checkpoint.gradientEvaluations();
        functionEvaluations = checkpoint.functionEvaluations();
        rate = Double.NaN;
        measured = false;
    }

    /// Whether parameters, J and ∇J, as measured, are all finite.
    boolean isFinite() {
        return Double.isFinite(loss()) && pointIsFinite() && allFinite(gradient);
    }

    /// Whether all parameters are finite.
    boolean pointIsFinite() {
        return allFinite(theta());
    }

    static boolean allFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /// The Euclidean norm of the measured ∇J; with l1 of the shortest subgradient.
    double gradientNorm() {
        if (lasso.isNone()) {
            return Norm.of(gradient);
        }
        System.arraycopy(gradient, 0, slope, 0, gradient.length);
        lasso.addTo(slope, theta());
        lasso.shorten(slope, theta());
        return Norm.of(slope);
    }

    int step() {
        return step;
    }

    /// The point that the run shows: the engine's own array, to be read only.
    double[] theta() {
        return averaged ? mean : theta;
    }

    /// The rule's own point, also where the run shows a mean: the engine's own array, to be read only.
    double[] rulePoint() {
        return theta;
    }

    /// What the rule remembers: the engine's own array, to be read only.
    double[] ruleState() {
        return state;
    }

    double loss() {
        return lasso.isNone() ? loss : loss + lasso.value(theta());
    }

    /// The measured ∇J, with l1 that of the smooth part: the engine's own array, to be read only.
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
