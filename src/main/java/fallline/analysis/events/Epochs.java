package fallline.analysis.events;

import fallline.experiment.Change;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.objective.SampledObjective;
import fallline.optimizer.batch.Batching;
import java.util.List;

/// Where the epochs of a run end: after so many steps as there are batches, counted from step 0 as batches are drawn.
///
/// @param from the steps from which on other batches are drawn, rising from 0
/// @param batches how many batches an epoch has from there on, 1 where every step sees all rows
/// @param rows how many rows a step sees at most from there on; 0 for all
record Epochs(int[] from, int[] batches, int[] rows) {
    static Epochs of(RunTask task) {
        RunRecipe recipe = task.recipe();
        List<Change> changes = recipe.changes().stream()
                .filter(change -> change.batching().isPresent())
                .toList();
        int all = task.objective() instanceof SampledObjective sampled ? sampled.rows() : 0;
        int[] from = new int[changes.size() + 1];
        int[] batches = new int[from.length];
        int[] rows = new int[from.length];
        for (int i = 0; i < from.length; i++) {
            Batching batching =
                    i == 0 ? recipe.batching() : changes.get(i - 1).batching().orElseThrow();
            from[i] = i == 0 ? 0 : changes.get(i - 1).step();
            switch (batching) {
                case Batching.Full _ -> batches[i] = 1;
                case Batching.Shuffled(int size) -> {
                    batches[i] = (int) (((long) all + size - 1) / size);
                    rows[i] = size;
                }
                case Batching.Given(List<int[]> given) -> {
                    batches[i] = given.size();
                    rows[i] =
                            given.stream().mapToInt(batch -> batch.length).max().orElse(0);
                }
            }
        }
        return new Epochs(from, batches, rows);
    }

    /// How many batches the epoch has to which the step from `step − 1` to `step` belongs.
    private int batchesBefore(int step) {
        int i = from.length - 1;
        while (i > 0 && from[i] >= step) {
            i--;
        }
        return batches[i];
    }

    /// Whether an epoch of several steps ends at `step`.
    boolean ends(int step) {
        int each = batchesBefore(step);
        return each > 1 && step > 0 && step % each == 0;
    }

    /// Whether `step` is compared with others: every one that all rows led to, else the ends of epochs.
    boolean isCompared(int step) {
        return step == 0 || step % Math.max(1, batchesBefore(step)) == 0;
    }

    /// How many rows a step sees at most.
    int mostRows(int all) {
        int most = 0;
        for (int size : rows) {
            most = Math.max(most, size == 0 ? all : size);
        }
        return most;
    }
}
