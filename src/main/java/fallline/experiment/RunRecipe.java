package fallline.experiment;

import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a run is made: optimizer, hyperparameters, schedule, batching, and the changes on the way.
///
/// @param optimizer the optimizer's id
/// @param hyperparameters values by name; those that are not here have the optimizer's defaults
/// @param stream which random numbers of the seed it draws, from 0; runs with the same stream see the same batches
/// @param changes ordered by step, at most one for each (step, setting)
/// @param modifiers what is done to the gradient before the rule
/// @param lineSearch what shortens the steps, if anything does
public record RunRecipe(
        String optimizer,
        Map<String, HyperValue> hyperparameters,
        Schedule schedule,
        Batching batching,
        int stream,
        List<Change> changes,
        Modifiers modifiers,
        Optional<Backtracking> lineSearch)
        implements RunSource {
    /// No method and no settings: all that a path has which was computed elsewhere.
    public static final RunRecipe NONE = of("", Map.of());

    public RunRecipe {
        hyperparameters = Map.copyOf(hyperparameters);
        changes = merged(changes);
    }

    /// A recipe without modifiers and line search.
    public RunRecipe(
            String optimizer,
            Map<String, HyperValue> hyperparameters,
            Schedule schedule,
            Batching batching,
            int stream,
            List<Change> changes) {
        this(optimizer, hyperparameters, schedule, batching, stream, changes, Modifiers.NONE, Optional.empty());
    }

    /// A full-batch recipe with a constant schedule and no changes.
    public static RunRecipe of(String optimizer, Map<String, HyperValue> hyperparameters) {
        return new RunRecipe(optimizer, hyperparameters, Schedule.constant(), Batching.full(), 0, List.of());
    }

    /// The recipe with another value of one hyperparameter, from step 0 on.
    public RunRecipe with(String name, HyperValue value) {
        Map<String, HyperValue> values = new HashMap<>(hyperparameters);
        values.put(name, value);
        return new RunRecipe(optimizer, values, schedule, batching, stream, changes, modifiers, lineSearch);
    }

    /// The recipe with another schedule from step 0 on.
    public RunRecipe withSchedule(Schedule other) {
        return new RunRecipe(optimizer, hyperparameters, other, batching, stream, changes, modifiers, lineSearch);
    }

    /// The recipe with other random numbers of the seed.
    public RunRecipe withStream(int other) {
        return new RunRecipe(optimizer, hyperparameters, schedule, batching, other, changes, modifiers, lineSearch);
    }

    /// The recipe with other modifiers from step 0 on.
    public RunRecipe withModifiers(Modifiers others) {
        return new RunRecipe(optimizer, hyperparameters, schedule, batching, stream, changes, others, lineSearch);
    }

    /// The recipe with another line search, or none.
    public RunRecipe withLineSearch(Optional<Backtracking> other) {
        return new RunRecipe(optimizer, hyperparameters, schedule, batching, stream, changes, modifiers, other);
    }

    /// The recipe with these hyperparameters from step 0 on; all others have the optimizer's defaults.
    public RunRecipe withHyperparameters(Map<String, HyperValue> values) {
        return new RunRecipe(optimizer, values, schedule, batching, stream, changes, modifiers, lineSearch);
    }

    /// The recipe with another optimizer and its hyperparameters; changes and the line search go.
    public RunRecipe withOptimizer(String id, Map<String, HyperValue> values) {
        return new RunRecipe(id, values, schedule, batching, stream, List.of(), modifiers, Optional.empty());
    }

    /// The recipe as it is, of an optimizer that takes the same settings under another id.
    public RunRecipe withOptimizerId(String id) {
        return new RunRecipe(id, hyperparameters, schedule, batching, stream, changes, modifiers, lineSearch);
    }

    /// The recipe with another batching from step 0 on.
    public RunRecipe withBatching(Batching other) {
        return new RunRecipe(optimizer, hyperparameters, schedule, other, stream, changes, modifiers, lineSearch);
    }

    /// The recipe with these changes instead of its own.
    public RunRecipe withChanges(List<Change> others) {
        return new RunRecipe(optimizer, hyperparameters, schedule, batching, stream, others, modifiers, lineSearch);
    }

    /// The recipe with one more change; what it sets wins over an earlier change at the same step.
    public RunRecipe withChange(Change change) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return withChanges(all);
    }

    /// One change a step, ordered; of two that set the same thing at the same step the later in the list wins.
    private static List<Change> merged(List<Change> changes) {
        List<Change> result = new ArrayList<>();
        List<Change> ordered =
                changes.stream().sorted(Comparator.comparingInt(Change::step)).toList();
        for (Change next : ordered) {
            Change previous = result.isEmpty() ? null : result.getLast();
            if (previous != null && previous.step() == next.step()) {
                Map<String, HyperValue> values = new HashMap<>(previous.hyperparameters());
                values.putAll(next.hyperparameters());
                Optional<Schedule> schedule = next.schedule().or(previous::schedule);
                Optional<Batching> batching = next.batching().or(previous::batching);
                Optional<Modifiers> modifiers = next.modifiers().or(previous::modifiers);
                result.set(result.size() - 1, new Change(next.step(), values, schedule, batching, modifiers));
            } else {
                result.add(next);
            }
        }
        return List.copyOf(result);
    }
}
