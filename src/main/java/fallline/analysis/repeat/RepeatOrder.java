package fallline.analysis.repeat;

import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import java.util.Optional;

/// A run that is to be repeated: `count` times, with the streams 1, 2, … of the experiment's seed, and from a new
/// random start each time if the start is random.
///
/// @param start where the experiment says that runs start
public record RepeatOrder(RunTask task, Start start, int count) {
    /// What of the run varies from repeat to repeat.
    public Chance chance() {
        return Chance.of(task.recipe(), start);
    }

    /// The task of one repeat: its recipe under another stream, and another start if that is random. Held-out rows are
    /// not measured.
    ///
    /// @param stream from 1
    public RunTask repeat(int stream) {
        RunRecipe recipe = task.recipe().withStream(stream);
        double[] from = start instanceof Start.Random random
                ? random.point(task.objective(), task.seed(), stream)
                : task.start();
        return new RunTask(
                task.objective(), task.optimizer(), recipe, from, task.seed(), task.steps(), Optional.empty());
    }

    /// Whether the other order leads to the same repeats.
    public boolean isSame(RepeatOrder other) {
        return count == other.count && start.equals(other.start) && task.leadsToSameTrace(other.task);
    }
}
