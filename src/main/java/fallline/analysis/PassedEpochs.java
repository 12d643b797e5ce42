package fallline.analysis;

import fallline.experiment.Change;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.objective.SampledObjective;
import fallline.optimizer.batch.Batching;
import java.util.List;

/// How many epochs a run has seen: the rows that its steps drew, divided by how many rows there are.
///
/// A step over all rows is one epoch, a mini-batch its share of one. A step counts once however often it asks for J or
/// ∇J: what a line search costs is seen among evaluations.
public final class PassedEpochs {
    private PassedEpochs() {}

    /// Whether the task has rows, so that there are epochs.
    public static boolean has(RunTask task) {
        return task.objective() instanceof SampledObjective && task.recorded().isEmpty();
    }

    /// The epochs seen after each of the first `length` steps, 0 for the start.
    ///
    /// @throws IllegalArgumentException if the task has no rows
    public static double[] of(RunTask task, int length) {
        if (!(task.objective() instanceof SampledObjective sampled)
                || task.recorded().isPresent()) {
            throw new IllegalArgumentException("there are no epochs without rows");
        }
        int rows = sampled.rows();
        RunRecipe recipe = task.recipe();
        List<Change> changes = recipe.changes().stream()
                .filter(change -> change.batching().isPresent())
                .toList();
        Batching batching = recipe.batching();
        int next = 0;
        long seen = 0;
        double[] epochs = new double[length];
        for (int step = 0; step + 1 < length; step++) {
            while (next < changes.size() && changes.get(next).step() <= step) {
                batching = changes.get(next++).batching().orElseThrow();
            }
            seen += drawn(batching, rows, step);
            epochs[step + 1] = (double) seen / rows;
        }
        return epochs;
    }

    /// How many rows the step from `step` to `step + 1` draws.
    private static int drawn(Batching batching, int rows, int step) {
        return switch (batching) {
            case Batching.Full _ -> rows;
            case Batching.Shuffled(int size) -> {
                int batches = (int) (((long) rows + size - 1) / size);
                long from = step % batches * (long) size;
                yield (int) Math.min(size, rows - from);
            }
            case Batching.Given(List<int[]> given) -> given.get(step % given.size()).length;
        };
    }
}
