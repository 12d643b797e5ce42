package fallline.experiment.run;

import fallline.algebra.Norm;
import fallline.objective.Objective;
import fallline.objective.SampledObjective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Measures what is no part of the steps of a path: J and ‖∇J‖ over all rows where they are not known yet, and J over
/// the rows that are held out for a test. It goes from coarse to fine, on several threads.
///
/// The end does not depend on the order. A run ends after its first step whose J or ∇J over all rows is not finite. As
/// soon as such a step is found, the path behind it is cut off and no longer measured; when all steps before the cut
/// are measured, it is the first one, wherever the search began.
public final class StepMeasurer {
    /// From so many rows on an objective uses the threads itself.
    private static final int SHARED_ROWS = 100_000;

    private static final int MOST_PARTS = 8;
    private static final long WAVE_NANOS = 60_000_000;

    private final RunTask task;
    private final Trace path;
    private final boolean full;
    private final double[] loss;
    private final double[] gradientNorm;
    private final double[] test;

    /// Written between the waves only.
    private final BitSet known;

    /// The number of rows up to the first step that is known not to be finite.
    private final AtomicInteger end;

    private final List<Part> parts = new ArrayList<>();

    /// @param path the whole path of `task`
    StepMeasurer(RunTask task, Trace path) {
        this.task = task;
        this.path = path;
        Measurements before = path.measurements();
        full = before.known().isPresent();
        known = before.known().map(steps -> (BitSet) steps.clone()).orElseGet(BitSet::new);
        loss = full ? before.loss().clone() : before.loss();
        gradientNorm = full ? before.gradientNorm().clone() : before.gradientNorm();
        test = new double[task.test().isPresent() ? path.length() : 0];
        Arrays.fill(test, Double.NaN);
        end = new AtomicInteger(path.length());
    }

    /// What one thread measures with.
    private final class Part {
        private final Objective objective = task.objective().twin();
        private final Optional<Objective> held = task.test().map(Objective::twin);
        private final double[] theta = new double[path.dimension()];
        private final double[] gradient = new double[path.dimension()];
        private Optional<Replay> replay = Optional.empty();

        void measure(int[] steps, int from, int to, BooleanSupplier cancelled) {
            for (int i = from; i < to && !cancelled.getAsBoolean(); i++) {
                if (steps[i] < end.get()) {
                    measure(steps[i]);
                }
            }
        }

        private void measure(int step) {
            moveTo(step);
            if (full && !known.get(step)) {
                double value = ((SampledObjective) objective).measure(theta, gradient);
                objective.lasso().shorten(gradient, theta);
                loss[step] = value;
                gradientNorm[step] = Norm.of(gradient);
                boolean finite =
                        Double.isFinite(value) && StepEngine.allFinite(theta) && StepEngine.allFinite(gradient);
                if (!finite) {
                    end.accumulateAndGet(step + 1, Math::min);
                }
            }
            held.ifPresent(rows -> test[step] = rows.value(theta));
        }

        private void moveTo(int step) {
            if (path.hasPositions()) {
                for (int i = 0; i < theta.length; i++) {
                    theta[i] = path.parameter(step, i);
                }
                return;
            }
            if (replay.isEmpty()) {
                replay = Optional.of(new Replay(task, path));
            }
            replay.get().moveTo(step);
            System.arraycopy(replay.get().theta(), 0, theta, 0, theta.length);
        }
    }

    /// The path with all its measurements.
    ///
    /// @param cancelled asked at every step; once true, what there is comes back
    /// @param progress gets what is measured so far, now and then
    public Trace measured(BooleanSupplier cancelled, Consumer<Trace> progress) {
        int[] order = CoarseToFine.order(path.lastStep());
        int wave = 2;
        int done = 0;
        while (done < order.length && !cancelled.getAsBoolean()) {
            int to = Math.min(done + wave, order.length);
            long begun = System.nanoTime();
            measure(order, done, to, cancelled);
            if (cancelled.getAsBoolean()) {
                break; // of this wave nobody knows what is measured
            }
            for (int i = done; i < to && full; i++) {
                known.set(order[i]);
            }
            done = to;
            if (done < order.length) {
                progress.accept(soFar());
                wave = nextWave(wave, System.nanoTime() - begun);
            }
        }
        return done == order.length ? complete() : soFar();
    }

    /// Twice as many steps while they take little time, half as many when they take long.
    private static int nextWave(int wave, long nanos) {
        if (nanos < WAVE_NANOS) {
            return Math.min(2 * wave, 1 << 20);
        }
        return nanos > 4 * WAVE_NANOS ? Math.max(2, wave / 2) : wave;
    }

    private void measure(int[] order, int from, int to, BooleanSupplier cancelled) {
        int count = Math.min(threads(), to - from);
        while (parts.size() < count) {
            parts.add(new Part());
        }
        List<ForkJoinTask<?>> helpers = new ArrayList<>();
        for (int p = 1; p < count; p++) {
            Part part = parts.get(p);
            int begin = share(from, to, p, count);
            int until = share(from, to, p + 1, count);
            helpers.add(ForkJoinTask.adapt(() -> part.measure(order, begin, until, cancelled))
                    .fork());
        }
        parts.getFirst().measure(order, from, share(from, to, 1, count), cancelled);
        helpers.forEach(ForkJoinTask::join);
    }

    private static int share(int from, int to, int part, int parts) {
        return from + (int) ((long) (to - from) * part / parts);
    }

    private int threads() {
        return task.objective().surveyedRows() >= SHARED_ROWS
                ? 1
                : Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
    }

    private Trace soFar() {
        int length = end.get();
        Optional<BitSet> steps = full ? Optional.of((BitSet) known.clone()) : Optional.empty();
        return path.with(
                Measurements.of(
                        full ? Arrays.copyOf(loss, length) : loss,
                        full ? Arrays.copyOf(gradientNorm, length) : gradientNorm,
                        steps,
                        Arrays.copyOf(test, Math.min(test.length, length)),
                        length),
                length);
    }

    private Trace complete() {
        int length = end.get();
        return path.with(
                Measurements.of(
                        length < loss.length ? Arrays.copyOf(loss, length) : loss,
                        length < gradientNorm.length ? Arrays.copyOf(gradientNorm, length) : gradientNorm,
                        Optional.empty(),
                        length < test.length ? Arrays.copyOf(test, length) : test,
                        length),
                length);
    }
}
