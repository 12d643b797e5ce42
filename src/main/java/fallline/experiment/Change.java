package fallline.experiment;

import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import java.util.Map;
import java.util.Optional;

/// Settings that were changed on the way: the step from `step` to `step + 1` is the first to use them.
///
/// @param step from 0
/// @param hyperparameters the new values by name; may be empty
/// @param schedule the new schedule, if it changed; its clock goes on
/// @param batching the new batching, if it changed
/// @param modifiers the new modifiers, if they changed
public record Change(
        int step,
        Map<String, HyperValue> hyperparameters,
        Optional<Schedule> schedule,
        Optional<Batching> batching,
        Optional<Modifiers> modifiers) {
    public Change {
        if (step < 0) {
            throw new IllegalArgumentException("a change's step must be 0 or more, got " + step);
        }
        hyperparameters = Map.copyOf(hyperparameters);
    }

    /// A change that leaves the modifiers alone.
    public Change(
            int step,
            Map<String, HyperValue> hyperparameters,
            Optional<Schedule> schedule,
            Optional<Batching> batching) {
        this(step, hyperparameters, schedule, batching, Optional.empty());
    }

    /// A change of the schedule; its clock is the run's.
    public static Change ofSchedule(int step, Schedule schedule) {
        return new Change(step, Map.of(), Optional.of(schedule), Optional.empty());
    }

    /// A change of the modifiers.
    public static Change ofModifiers(int step, Modifiers modifiers) {
        return new Change(step, Map.of(), Optional.empty(), Optional.empty(), Optional.of(modifiers));
    }

    /// A change of one hyperparameter.
    public static Change of(int step, String name, HyperValue value) {
        return new Change(step, Map.of(name, value), Optional.empty(), Optional.empty());
    }
}
