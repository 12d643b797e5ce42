package fallline.app;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.RunRecord;
import fallline.experiment.Scene;
import fallline.experiment.Verdict;
import fallline.experiment.Workbench;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.Optional;

/// A learning rate multiplied: by a key, or as the cure of a divergence.
public final class RateChange {
    private static final String RATE = Hyperparameter.LEARNING_RATE;

    private RateChange() {}

    /// The experiment with the chosen run's rate multiplied, if it has one: for the whole run, or from the playhead on
    /// if the view says so. Unchanged when the optimizer does not take the new rate.
    public static Experiment scaled(Workbench workbench, double factor) {
        Scene scene = workbench.scene();
        RunRecipe recipe = scene.chosen().recipe();
        int playhead = scene.view().playhead();
        if (!hasRate(workbench)) {
            return workbench.experiment();
        }
        if (scene.view().fromHere() && playhead > 0) {
            HyperValue value = HyperValue.of(factor * rateAt(workbench, playhead));
            return with(workbench, recipe.withChange(Change.of(playhead, RATE, value)), value);
        }
        HyperValue value = HyperValue.of(factor * base(workbench));
        return with(workbench, recipe.with(RATE, value), value);
    }

    /// The experiment with half the rate at the place that made the chosen run diverge: the last change of the rate
    /// before J rose for good, or else the recipe's own.
    public static Experiment cured(Workbench workbench) {
        Scene scene = workbench.scene();
        RunRecipe recipe = scene.chosen().recipe();
        if (!hasRate(workbench)) {
            return workbench.experiment();
        }
        int turn = scene.record(scene.chosen().name())
                .flatMap(RunRecord::verdict)
                .map(verdict -> verdict instanceof Verdict.Diverged diverged ? diverged.turn() : Integer.MAX_VALUE)
                .orElse(Integer.MAX_VALUE);
        HyperValue value = HyperValue.of(0.5 * rateAt(workbench, turn));
        Optional<Change> change = lastChange(recipe, turn);
        RunRecipe cured = change.map(last -> recipe.withChange(Change.of(last.step(), RATE, value)))
                .orElseGet(() -> recipe.with(RATE, value));
        return with(workbench, cured, value);
    }

    private static boolean hasRate(Workbench workbench) {
        return workbench
                .resolver()
                .optimizer(workbench.experiment(), workbench.scene().chosen())
                .hasRate();
    }

    private static Experiment with(Workbench workbench, RunRecipe recipe, HyperValue value) {
        Experiment experiment = workbench.experiment();
        Run run = workbench.scene().chosen();
        Optimizer optimizer = workbench.resolver().optimizer(experiment, run);
        Hyperparameter rate = optimizer.hyperparameters().get(optimizer.indexOf(RATE));
        boolean takes = rate.kind() instanceof Hyperparameter.Range range
                && value instanceof HyperValue.Amount(double amount)
                && range.limits().contains(amount);
        return takes ? experiment.withRun(run.name(), run.withRecipe(recipe)) : experiment;
    }

    private static double rateAt(Workbench workbench, int step) {
        return lastChange(workbench.scene().chosen().recipe(), step)
                .map(change -> change.hyperparameters().get(RATE))
                .map(value -> value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN)
                .orElseGet(() -> base(workbench));
    }

    private static Optional<Change> lastChange(RunRecipe recipe, int step) {
        return recipe.changes().stream()
                .filter(change ->
                        change.step() <= step && change.hyperparameters().containsKey(RATE))
                .reduce((_, later) -> later);
    }

    private static double base(Workbench workbench) {
        Run run = workbench.scene().chosen();
        Optimizer optimizer = workbench.resolver().optimizer(workbench.experiment(), run);
        HyperValue initial =
                optimizer.hyperparameters().get(optimizer.indexOf(RATE)).initial();
        return run.recipe().hyperparameters().getOrDefault(RATE, initial) instanceof HyperValue.Amount(double amount)
                ? amount
                : Double.NaN;
    }
}
