package fallline.experiment.judge;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.Map;

/// Runs for tests, with their verdicts.
final class Judged {
    private static final FileCatalogue OPTIMIZERS = FileCatalogue.load();

    private Judged() {}

    static RunTask task(Objective objective, RunRecipe recipe, int steps, double... start) {
        return new RunTask(objective, OPTIMIZERS.find(recipe.optimizer(), Map.of()), recipe, start, 1, steps);
    }

    static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    static Verdict of(RunTask task) {
        return Judge.verdict(task, trace(task));
    }

    static Verdict of(Objective objective, RunRecipe recipe, int steps, double... start) {
        return of(task(objective, recipe, steps, start));
    }

    static RunRecipe recipe(String optimizer, double rate) {
        return RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate)));
    }
}
