package fallline.experiment;

import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One setting that a run changes on its way, as a list of changes shows it.
///
/// @param step the step from `step` to `step + 1` is the first with the new setting
public record RecordedChange(int step, Setting setting) {
    /// What is set, and to what.
    public sealed interface Setting {}

    /// A hyperparameter gets a value.
    public record Hyper(String name, HyperValue value) implements Setting {}

    /// The rate follows another schedule.
    public record Scheduled(Schedule schedule) implements Setting {}

    /// Batches are drawn in another way.
    public record Batched(Batching batching) implements Setting {}

    /// The gradient is modified in another way, or no more.
    public record Modified(Modifiers modifiers) implements Setting {}

    /// All that `recipe` changes on the way, by step and then by name.
    public static List<RecordedChange> of(RunRecipe recipe) {
        List<RecordedChange> all = new ArrayList<>();
        for (Change change : recipe.changes()) {
            new TreeMap<>(change.hyperparameters())
                    .forEach((name, value) -> all.add(new RecordedChange(change.step(), new Hyper(name, value))));
            change.schedule().ifPresent(to -> all.add(new RecordedChange(change.step(), new Scheduled(to))));
            change.batching().ifPresent(to -> all.add(new RecordedChange(change.step(), new Batched(to))));
            change.modifiers().ifPresent(to -> all.add(new RecordedChange(change.step(), new Modified(to))));
        }
        return List.copyOf(all);
    }

    /// This setting as a change of a recipe.
    public Change change() {
        return switch (setting) {
            case Hyper(String name, HyperValue value) -> Change.of(step, name, value);
            case Scheduled(Schedule to) -> Change.ofSchedule(step, to);
            case Batched(Batching to) -> new Change(step, Map.of(), Optional.empty(), Optional.of(to));
            case Modified(Modifiers to) -> Change.ofModifiers(step, to);
        };
    }
}
