package fallline.problem;

import fallline.data.Dataset;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem.ModelOptions;
import java.util.List;
import java.util.Optional;

/// What a model is made of.
///
/// @param features the columns that the prediction reads
/// @param target the column that is predicted
/// @param positive which of two classes is coded 1; empty to leave the choice to the model
/// @param design the hidden layers; empty for the usual ones, and for models that have none
public record ModelDraft(
        Dataset data,
        List<String> features,
        String target,
        Optional<String> positive,
        Optional<NeuralNetwork.Design> design,
        ModelOptions options) {
    public ModelDraft {
        features = List.copyOf(features);
    }

    /// A draft that leaves the rest to the model.
    public ModelDraft(Dataset data, List<String> features, String target, ModelOptions options) {
        this(data, features, target, Optional.empty(), Optional.empty(), options);
    }

    /// The same of other data.
    public ModelDraft withData(Dataset other) {
        return new ModelDraft(other, features, target, positive, design, options);
    }

    /// The same with another choice of the class that is coded 1.
    public ModelDraft withPositive(Optional<String> other) {
        return new ModelDraft(data, features, target, other, design, options);
    }

    /// The same with other hidden layers.
    public ModelDraft withDesign(NeuralNetwork.Design other) {
        return new ModelDraft(data, features, target, positive, Optional.of(other), options);
    }

    /// The same with other options.
    public ModelDraft withOptions(ModelOptions other) {
        return new ModelDraft(data, features, target, positive, design, other);
    }
}
