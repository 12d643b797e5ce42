package fallline.experiment;

import fallline.optimizer.Batching;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Schedule;
import java.util.Map;
import java.util.Optional;

/// Settings that were changed on the way: the step from `step` to `step + 1` is the first to use them.
///
/// @param step from 0
/// @param hyperparameters the new values by name; may be empty
/// @param schedule the new schedule, if it changed; its clock goes on
/// @param batching the new batching, if it changed
public record Change(
        int step, Map<String, HyperValue> hyperparameters, Optional<Schedule> schedule, Optional<Batching> batching) {
    public Change {
        if (step < 0) {
            throw new IllegalArgumentException("a change's step must be 0 or more, got " + step);
        }
        hyperparameters = Map.copyOf(hyperparameters);
    }

    /// A change of one hyperparameter.
    public static Change of(int step, String name, HyperValue value) {
        return new Change(step, Map.of(name, value), Optional.empty(), Optional.empty());
    }
}
