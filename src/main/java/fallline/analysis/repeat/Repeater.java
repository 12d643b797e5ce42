package fallline.analysis.repeat;

import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Repeats a run, on all cores: of each trace only what [Repeats] needs is kept.
public final class Repeater {
    private static final int MOST_STEPS = 2000;

    private Repeater() {}

    /// All repeats that are ordered, or those that were computed before it was cancelled. A run that draws no lots has
    /// none: they would all be the run itself.
    ///
    /// @param soFar gets what there is after each repeat
    public static Repeats all(RepeatOrder order, BooleanSupplier cancelled, Consumer<Repeats> soFar) {
        Repeats known = new Repeats(order, steps(order.task().steps()), List.of());
        int[] steps = known.steps();
        int last = order.chance().any() ? order.count() : 0;
        int atOnce = Runtime.getRuntime().availableProcessors();
        for (int first = 1; first <= last; first += atOnce) {
            for (Optional<Repeat> next : some(order, first, Math.min(first + atOnce - 1, last), steps, cancelled)) {
                if (next.isEmpty() || cancelled.getAsBoolean()) {
                    return known;
                }
                known = known.with(next.get());
                soFar.accept(known);
            }
        }
        return known;
    }

    /// Some streams at once, each with a thread: they take about equally long.
    private static List<Optional<Repeat>> some(
            RepeatOrder order, int first, int last, int[] steps, BooleanSupplier cancelled) {
        List<ForkJoinTask<Optional<Repeat>>> jobs = IntStream.rangeClosed(first + 1, last)
                .mapToObj(stream -> ForkJoinTask.adapt(() -> one(order.repeat(stream), steps, cancelled))
                        .fork())
                .toList();
        List<Optional<Repeat>> all = new ArrayList<>();
        all.add(one(order.repeat(first), steps, cancelled));
        jobs.forEach(job -> all.add(job.join()));
        return all;
    }

    private static Optional<Repeat> one(RunTask task, int[] steps, BooleanSupplier cancelled) {
        Trace trace = TraceRecorder.record(task, cancelled, _ -> {});
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        double worst = task.objective().goal() == Goal.MINIMISE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return Judge.verdict(task, trace, cancelled)
                .map(Verdict::word)
                .map(word -> Repeat.of(task, trace, steps, worst, Replay.theta(task, trace, trace.lastStep()), word));
    }

    /// All steps, or [#MOST_STEPS] at equal distances.
    static int[] steps(int all) {
        int[] steps = new int[Math.min(all, MOST_STEPS) + 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (int) ((long) i * all / (steps.length - 1));
        }
        return steps;
    }
}
