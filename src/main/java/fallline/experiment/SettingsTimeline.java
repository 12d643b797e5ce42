package fallline.experiment;

import fallline.objective.SampledObjective;
import fallline.optimizer.BatchSource;
import fallline.optimizer.Batching;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The settings of a run at each of its steps: the recipe's, then those of its changes. One thread uses it at a time.
final class SettingsTimeline {
    /// Settings that hold from `step` until the next segment.
    private record Segment(int step, double[] hyper, Schedule schedule, BatchSource batches) {}

    private final List<Segment> segments = new ArrayList<>();
    private final int rateIndex;
    private final double[] hyper;
    private int current;

    /// @throws IllegalArgumentException with a sentence, if a setting is unknown or out of range
    SettingsTimeline(RunTask task) {
        Optimizer optimizer = task.optimizer();
        RunRecipe recipe = task.recipe();
        checkLineSearch(task);
        rateIndex = index(optimizer, Hyperparameter.LEARNING_RATE);
        double[] values = new double[optimizer.hyperparameters().size()];
        for (int i = 0; i < values.length; i++) {
            Hyperparameter parameter = optimizer.hyperparameters().get(i);
            values[i] = parameter.encode(parameter.initial(), optimizer.id());
        }
        apply(recipe.hyperparameters(), optimizer, values);
        Schedule schedule = recipe.schedule();
        BatchSource batches = source(recipe.batching(), task);
        segments.add(new Segment(0, values, schedule, batches));
        for (Change change : recipe.changes()) {
            values = values.clone();
            apply(change.hyperparameters(), optimizer, values);
            schedule = change.schedule().orElse(schedule);
            BatchSource before = batches;
            batches = change.batching().map(other -> source(other, task)).orElse(before);
            segments.add(new Segment(change.step(), values, schedule, batches));
        }
        hyper = segments.getFirst().hyper().clone();
    }

    /// The place of a hyperparameter that not every optimizer has; -1 if this one has not.
    private static int index(Optimizer optimizer, String name) {
        return optimizer.hyperparameters().stream().map(Hyperparameter::name).toList().indexOf(name);
    }

    private static void apply(Map<String, HyperValue> changes, Optimizer optimizer, double[] values) {
        changes.forEach((name, value) -> {
            int index = optimizer.indexOf(name);
            values[index] = optimizer.hyperparameters().get(index).encode(value, optimizer.id());
        });
    }

    private static void checkLineSearch(RunTask task) {
        if (task.recipe().lineSearch().isPresent() && !task.optimizer().takesLineSearch()) {
            throw new IllegalArgumentException(
                    task.optimizer().id() + " takes no line search: gd and newton do");
        }
    }

    private static BatchSource source(Batching batching, RunTask task) {
        boolean full = batching instanceof Batching.Full;
        if (!full && !(task.objective() instanceof SampledObjective)) {
            throw new IllegalArgumentException("a formula has no rows to batch: its batch must be full");
        }
        boolean searches = task.recipe().lineSearch().isPresent();
        if (!full && (searches || task.optimizer().needsFullBatch())) {
            throw new IllegalArgumentException((searches ? "a line search" : task.optimizer().id())
                    + " needs the gradient over all rows: its batch must be full");
        }
        int rows = task.objective() instanceof SampledObjective sampled ? sampled.rows() : 0;
        return new BatchSource(batching, rows, task.seed(), task.recipe().stream());
    }

    /// Moves to the step from `step` to `step + 1`; steps may come in any order.
    void select(int step) {
        if (segments.get(current).step() > step) {
            current = 0;
        }
        while (current + 1 < segments.size() && segments.get(current + 1).step() <= step) {
            current++;
        }
        Segment segment = segments.get(current);
        System.arraycopy(segment.hyper(), 0, hyper, 0, hyper.length);
        if (rateIndex >= 0) {
            hyper[rateIndex] = segment.schedule().rate(step, segment.hyper()[rateIndex]);
        }
        segment.batches().select(step);
    }

    /// The hyperparameters of the selected step, the scheduled rate among them.
    double[] hyper() {
        return hyper;
    }

    /// The rows of the selected step.
    BatchSource batches() {
        return segments.get(current).batches();
    }
}
