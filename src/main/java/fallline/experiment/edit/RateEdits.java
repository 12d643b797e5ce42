package fallline.experiment.edit;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import java.util.Optional;

/// Learning rates multiplied: by a key, or as the cure of a divergence.
///
/// An experiment stays as it is where the optimizer has no rate, or does not take the new one.
public final class RateEdits {
    private static final String RATE = Hyperparameter.LEARNING_RATE;

    private RateEdits() {}

    /// Multiplies the learning rate of a run: with `from` = 0 everywhere, recorded changes of the rate included; else
    /// from that step on.
    public static Experiment withScaledRate(
            Experiment experiment, String run, Optimizer optimizer, double factor, int from) {
        if (!optimizer.hasRate()) {
            return experiment;
        }
        RunRecipe recipe = experiment.runOrFirst(run).recipe();
        if (from > 0) {
            double rate = factor * SettingsAt.of(recipe, from).rate(optimizer);
            return with(experiment, run, optimizer, recipe.withChange(change(from, rate)), rate);
        }
        double base = factor * SettingsAt.base(recipe).rate(optimizer);
        RunRecipe scaled = recipe.with(RATE, HyperValue.of(base));
        for (Change change : recipe.changes()) {
            if (change.hyperparameters().get(RATE) instanceof HyperValue.Amount(double rate)) {
                scaled = scaled.withChange(change(change.step(), factor * rate));
            }
        }
        return with(experiment, run, optimizer, scaled, base);
    }

    /// Halves the rate at the place that made a run diverge: the last change of the rate at `turn` or before, or else
    /// the recipe's own.
    ///
    /// @param turn the step from which on J rose for good
    public static Experiment withCuredRate(Experiment experiment, String run, Optimizer optimizer, int turn) {
        if (!optimizer.hasRate()) {
            return experiment;
        }
        RunRecipe recipe = experiment.runOrFirst(run).recipe();
        double rate = 0.5 * SettingsAt.of(recipe, turn).rate(optimizer);
        Optional<Change> last = recipe.changes().stream()
                .filter(change ->
                        change.step() <= turn && change.hyperparameters().containsKey(RATE))
                .reduce((_, later) -> later);
        RunRecipe cured = last.map(found -> recipe.withChange(change(found.step(), rate)))
                .orElseGet(() -> recipe.with(RATE, HyperValue.of(rate)));
        return with(experiment, run, optimizer, cured, rate);
    }

    private static Change change(int step, double rate) {
        return Change.of(step, RATE, HyperValue.of(rate));
    }

    private static Experiment with(
            Experiment experiment, String run, Optimizer optimizer, RunRecipe recipe, double rate) {
        Hyperparameter parameter = optimizer.hyperparameters().get(optimizer.indexOf(RATE));
        boolean takes = parameter.kind() instanceof Hyperparameter.Range range
                && range.limits().contains(rate);
        return takes ? experiment.withRun(run, experiment.runOrFirst(run).withRecipe(recipe)) : experiment;
    }
}
