package fallline.experiment.run;

import java.util.Map;
import java.util.Optional;

/// What scales one step besides the gradient.
///
/// @param settings the hyperparameters that are numbers, by name, with schedules and changes applied
/// @param preconditioner the numbers P by which the rule divides the gradient, one a parameter; empty if it does not
public record StepScale(Map<String, Double> settings, Optional<double[]> preconditioner) {
    /// Nothing is known of it.
    public static final StepScale NONE = new StepScale(Map.of(), Optional.empty());

    public StepScale {
        settings = Map.copyOf(settings);
    }
}
