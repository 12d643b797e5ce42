package fallline.experiment;

import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import java.util.HashMap;
import java.util.Map;

/// The settings of a recipe that hold for the step from `step` to `step + 1`.
///
/// @param hyperparameters those that the recipe or a change names; the others have the optimizer's defaults
public record SettingsAt(
        int step, Map<String, HyperValue> hyperparameters, Schedule schedule, Batching batching, Modifiers modifiers) {
    public SettingsAt {
        hyperparameters = Map.copyOf(hyperparameters);
    }

    /// What the recipe says for this step, its changes up to there included.
    public static SettingsAt of(RunRecipe recipe, int step) {
        Map<String, HyperValue> values = new HashMap<>(recipe.hyperparameters());
        Schedule schedule = recipe.schedule();
        Batching batching = recipe.batching();
        Modifiers modifiers = recipe.modifiers();
        for (Change change : recipe.changes()) {
            if (change.step() <= step) {
                values.putAll(change.hyperparameters());
                schedule = change.schedule().orElse(schedule);
                batching = change.batching().orElse(batching);
                modifiers = change.modifiers().orElse(modifiers);
            }
        }
        return new SettingsAt(step, values, schedule, batching, modifiers);
    }

    /// What the recipe says from the first step on, its changes left aside.
    public static SettingsAt base(RunRecipe recipe) {
        return new SettingsAt(0, recipe.hyperparameters(), recipe.schedule(), recipe.batching(), recipe.modifiers());
    }

    /// The value of a hyperparameter, its default if nothing else is said.
    public HyperValue value(Hyperparameter hyperparameter) {
        HyperValue given = hyperparameters.get(hyperparameter.name());
        return given == null ? hyperparameter.initial() : given;
    }

    /// The values of the hyperparameters that are numbers, by name.
    public Map<String, Double> numbers(Optimizer optimizer) {
        Map<String, Double> numbers = new HashMap<>();
        for (Hyperparameter hyperparameter : optimizer.hyperparameters()) {
            if (value(hyperparameter) instanceof HyperValue.Amount(double amount)) {
                numbers.put(hyperparameter.name(), amount);
            }
        }
        return numbers;
    }

    /// The learning rate, before any schedule.
    ///
    /// @throws IllegalArgumentException if it is not a number, or the optimizer has none
    public double rate(Optimizer optimizer) {
        Hyperparameter rate = optimizer.hyperparameters().get(optimizer.indexOf(Hyperparameter.LEARNING_RATE));
        return rate.encode(value(rate), optimizer.id());
    }
}
