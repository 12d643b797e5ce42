package fallline.experiment.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Computes the trace of a run: its path, and J and ‖∇J‖ over all rows.
///
/// They are measured at every step at once, except in a run of which no step uses all rows and whose rows are many:
/// there the path comes first and [StepMeasurer] does the rest. Both ways lead to the same bits.
public final class TraceRecorder {
    /// Parameters of all steps are stored up to so many a step …
    private static final int ALWAYS_STORED_DIMENSION = 4;

    /// … or up to so many numbers in all.
    private static final int STORED_NUMBERS = 1 << 22;

    /// Checkpoints lie at least so many steps apart …
    private static final int LEAST_INTERVAL = 256;

    /// … and hold about so many numbers in all.
    private static final int CHECKPOINT_NUMBERS = 1 << 20;

    private static final long PROGRESS_NANOS = 50_000_000;

    /// From so many rows on a step takes longer than asking for the time.
    private static final int SLOW_ROWS = 4096;

    private static final int QUICK_STEPS = 0x100;

    private final RunTask task;
    private final StepEngine engine;
    private final int interval;

    /// Whether only the path is computed, and its start measured.
    private final boolean pathOnly;

    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private double[] loss;
    private double[] gradientNorm;
    private double[] rate;
    private int[] evaluations;
    private int[] functionEvaluations;
    private double[] positions;
    private int length;
    private double leastLoss = Double.NaN;
    private double largestLoss = Double.NaN;

    private TraceRecorder(RunTask task) {
        this.task = task;
        engine = new StepEngine(task);
        int rows = task.steps() + 1;
        int n = task.start().length;
        interval = interval(rows, engine.save().size());
        pathOnly = engine.measuresLater(task.steps());
        loss = new double[rows];
        gradientNorm = new double[rows];
        if (pathOnly) {
            Arrays.fill(loss, Double.NaN);
            Arrays.fill(gradientNorm, Double.NaN);
        }
        rate = new double[rows];
        evaluations = new int[rows];
        functionEvaluations = new int[rows];
        boolean stored = n <= ALWAYS_STORED_DIMENSION || (long) rows * n <= STORED_NUMBERS;
        positions = new double[stored ? rows * n : 0];
    }

    /// A power of two, since the rest of a division by it is asked for at every step.
    static int interval(int rows, int size) {
        int interval = LEAST_INTERVAL;
        while ((long) (rows / interval) * size > CHECKPOINT_NUMBERS) {
            interval *= 2;
        }
        return interval;
    }

    /// Takes all the steps of `task`, or as many as stay finite, and returns the whole trace.
    ///
    /// @param cancelled asked at every step; once true, what there is comes back
    /// @param progress gets the trace so far, now and then
    /// @throws IllegalArgumentException with a sentence, if the recipe does not fit
    public static Trace record(RunTask task, BooleanSupplier cancelled, Consumer<Trace> progress) {
        Path path = path(task, cancelled, progress);
        return path.rest().isPresent() ? path.rest().get().measured(cancelled, progress) : path.trace();
    }

    /// As [#record], but leaves for later what is measured beside the path.
    public static Path path(RunTask task, BooleanSupplier cancelled, Consumer<Trace> progress) {
        return task.recorded()
                .map(path -> new Path(RecordedTrace.of(task, path, cancelled), Optional.empty()))
                .orElseGet(() -> new TraceRecorder(task).run(cancelled, progress));
    }

    /// A run that has taken its steps.
    ///
    /// @param rest measures what is not yet measured; empty if nothing is left
    public record Path(Trace trace, Optional<StepMeasurer> rest) {}

    private Path run(BooleanSupplier cancelled, Consumer<Trace> progress) {
        long shown = System.nanoTime();
        int patience = task.objective().surveyedRows() < SLOW_ROWS ? QUICK_STEPS : 1;
        engine.measure();
        append();
        boolean finite = engine.isFinite();
        while (finite && engine.step() < task.steps() && !cancelled.getAsBoolean()) {
            engine.advance();
            if (!pathOnly) {
                engine.measure();
            }
            append();
            finite = pathOnly ? engine.pointIsFinite() : engine.isFinite();
            if ((engine.step() & (patience - 1)) == 0 && System.nanoTime() - shown > PROGRESS_NANOS) {
                progress.accept(trace());
                shown = System.nanoTime();
            }
        }
        if (length < loss.length) {
            trim();
        }
        Trace trace = trace();
        boolean rest = (pathOnly && length > 1) || task.test().isPresent();
        return new Path(trace, rest ? Optional.of(new StepMeasurer(task, trace)) : Optional.empty());
    }

    private void append() {
        int step = engine.step();
        if (!pathOnly || step == 0) {
            measured(step);
        }
        rate[step] = engine.rate();
        evaluations[step] = (int) engine.gradientEvaluations();
        functionEvaluations[step] = (int) engine.functionEvaluations();
        if (positions.length > 0) {
            double[] theta = engine.theta();
            for (int i = 0, to = step * theta.length; i < theta.length; i++, to++) {
                positions[to] = theta[i]; // few numbers, for which a call of arraycopy takes longer than the copying
            }
        }
        if ((step & (interval - 1)) == 0) {
            checkpoints.add(engine.save());
        }
        length = step + 1;
    }

    private void measured(int step) {
        loss[step] = engine.loss();
        if (Double.isFinite(loss[step])) {
            leastLoss = leastLoss <= loss[step] ? leastLoss : loss[step];
            largestLoss = largestLoss >= loss[step] ? largestLoss : loss[step];
        }
        gradientNorm[step] = engine.gradientNorm();
    }

    private void trim() {
        loss = Arrays.copyOf(loss, length);
        gradientNorm = Arrays.copyOf(gradientNorm, length);
        rate = Arrays.copyOf(rate, length);
        evaluations = Arrays.copyOf(evaluations, length);
        functionEvaluations = Arrays.copyOf(functionEvaluations, length);
        positions = Arrays.copyOf(positions, positions.length == 0 ? 0 : length * task.start().length);
    }

    private Trace trace() {
        return new Trace(
                task.start().length,
                length,
                new Measurements(loss, gradientNorm, known(), new double[0], leastLoss, largestLoss),
                rate,
                evaluations,
                positions,
                List.copyOf(checkpoints),
                functionEvaluations);
    }

    private Optional<BitSet> known() {
        if (!pathOnly) {
            return Optional.empty();
        }
        BitSet start = new BitSet();
        start.set(0);
        return Optional.of(start);
    }
}
