package fallline.experiment.run;

import fallline.algebra.Norm;
import fallline.experiment.RecordedPath;
import fallline.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The trace of a path that was computed elsewhere: its loss as it was recorded, and where its parameters are those of
/// the problem, ∇J, J and J over the test rows of the problem at the recorded points.
public final class RecordedTrace {
    private RecordedTrace() {}

    /// @param cancelled asked at every step; once true, what there is comes back
    static Trace of(RunTask task, RecordedPath path, BooleanSupplier cancelled) {
        Objective objective = task.objective().twin();
        Optional<Objective> test = task.test().map(Objective::twin);
        List<String> names = objective.parameterNames();
        boolean onSurface = path.covers(names);
        int n = names.size();
        int rows = path.rows();
        int length = path.lastStep() + 1;
        double[] loss = unknown(length);
        double[] gradientNorm = unknown(length);
        double[] rate = unknown(length);
        double[] tested = unknown(onSurface && test.isPresent() ? length : 0);
        double[] values = unknown(onSurface ? rows : 0);
        double[] positions = new double[onSurface ? rows * n : 0];
        double[] gradient = new double[n];
        int[] steps = new int[rows];
        for (int row = 0; row < rows; row++) {
            int step = path.step(row);
            steps[row] = step;
            loss[step] = path.loss(row);
            rate[step] = path.number(RecordedPath.RATE, row);
            if (onSurface && !cancelled.getAsBoolean()) {
                double[] theta = RecordedTask.point(path, names, row);
                System.arraycopy(theta, 0, positions, row * n, n);
                values[row] = objective.gradient(theta, gradient);
                gradientNorm[step] = Norm.of(gradient);
                test.ifPresent(held -> tested[step] = held.value(theta));
            } else {
                gradientNorm[step] = path.number(RecordedPath.GRADIENT_NORM, row);
            }
        }
        boolean counts = path.has(RecordedPath.EVALUATIONS);
        return new Trace(
                n,
                length,
                Measurements.of(loss, gradientNorm, Optional.empty(), tested, length),
                rate,
                counts ? evaluations(path, length) : new int[length],
                positions,
                List.of(),
                new int[length],
                Optional.of(Recording.of(steps, values, counts, loss)));
    }

    private static double[] unknown(int length) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    /// What was counted up to every step; between recorded steps what was counted last.
    private static int[] evaluations(RecordedPath path, int length) {
        int[] counts = new int[length];
        int row = 0;
        int last = 0;
        for (int step = 0; step < length; step++) {
            if (step == path.step(row)) {
                last = Math.max(last, (int) path.number(RecordedPath.EVALUATIONS, row));
                row++;
            }
            counts[step] = last;
        }
        return counts;
    }

    /// The recorded points alone, as if each were a step, with J of the problem; up to the first that is not finite.
    ///
    /// @param trace a recorded one that lies on the surface
    public static Trace known(Trace trace) {
        Recording recording = trace.recording().orElseThrow();
        int n = trace.dimension();
        int length = 0;
        boolean finite = true;
        while (finite && length < recording.steps().length) {
            int step = recording.steps()[length];
            finite = Double.isFinite(recording.values()[length]) && Double.isFinite(trace.gradientNorm(step));
            length++;
        }
        double[] gradientNorm = new double[length];
        double[] rate = new double[length];
        double[] positions = new double[length * n];
        for (int row = 0; row < length; row++) {
            int step = recording.steps()[row];
            gradientNorm[row] = trace.gradientNorm(step);
            rate[row] = trace.rate(step);
            for (int i = 0; i < n; i++) {
                positions[row * n + i] = trace.parameter(step, i);
            }
        }
        double[] loss = Arrays.copyOf(recording.values(), length);
        return new Trace(
                n,
                length,
                Measurements.of(loss, gradientNorm, Optional.empty(), new double[0], length),
                rate,
                new int[length],
                positions,
                List.of(),
                new int[length]);
    }
}
