package fallline.analysis.tune;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.edit.SuggestedRate;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.schedule.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An optimizer that takes part, with all of its recipe that is not tuned.
///
/// @param base batches, schedule and modifiers; settings that are not tuned; no changes on the way, and stream 0
public record Entrant(Optimizer optimizer, RunRecipe base) {
    /// An optimizer as it is to be tuned in an experiment: with batches, schedule, modifiers and weight decay of the
    /// first run that has it, else of `model`; a schedule that brings rates of its own goes, for it would
    /// leave none to be tuned.
    ///
    /// @param model the run whose batches and schedule go for all that have no run
    public static Entrant of(Experiment experiment, Optimizer optimizer, Run model) {
        Optional<RunRecipe> own = experiment.runs().stream()
                .filter(run -> run.recorded().isEmpty())
                .map(Run::recipe)
                .filter(recipe -> recipe.optimizer().equals(optimizer.id()))
                .findFirst();
        RunRecipe like = own.orElse(model.recipe());
        Schedule schedule = like.schedule().hasOwnRates() ? Schedule.constant() : like.schedule();
        Batching batching =
                optimizer.needsFullBatch() || like.lineSearch().isPresent() ? Batching.full() : like.batching();
        return new Entrant(
                optimizer,
                new RunRecipe(
                        optimizer.id(),
                        firstSettings(experiment, optimizer, own),
                        schedule,
                        batching,
                        0,
                        List.of(),
                        like.modifiers(),
                        own.flatMap(RunRecipe::lineSearch)));
    }

    /// The rule's defaults with a rate that suits the problem: what the window gives a new run.
    private static Map<String, HyperValue> firstSettings(
            Experiment experiment, Optimizer optimizer, Optional<RunRecipe> own) {
        Map<String, HyperValue> values = new HashMap<>(optimizer.firstSettings());
        own.map(RunRecipe::hyperparameters)
                .map(settings -> settings.get(SearchSpace.WEIGHT_DECAY))
                .ifPresent(decay -> values.put(SearchSpace.WEIGHT_DECAY, decay));
        if (optimizer.hasRate()) {
            double rate = SuggestedRate.of(experiment.problem(), experiment.startPoint(), optimizer);
            values.put(Hyperparameter.LEARNING_RATE, HyperValue.of(rate));
        }
        return values;
    }

    /// Whether chance has a part in its steps.
    public boolean drawsLots() {
        return !(base.batching() instanceof Batching.Full) || base.modifiers().gradientNoise() > 0;
    }

    /// Its recipe with these settings.
    public RunRecipe with(Map<String, HyperValue> settings) {
        Map<String, HyperValue> values = new HashMap<>(base.hyperparameters());
        values.putAll(settings);
        return base.withHyperparameters(values);
    }

    /// The recipe that draws the random numbers of another stream.
    static RunRecipe streamed(RunRecipe recipe, int stream) {
        return new RunRecipe(
                recipe.optimizer(),
                recipe.hyperparameters(),
                recipe.schedule(),
                recipe.batching(),
                stream,
                recipe.changes(),
                recipe.modifiers(),
                recipe.lineSearch());
    }
}
