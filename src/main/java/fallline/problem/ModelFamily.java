package fallline.problem;

import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.problem.Problem.ModelOptions;
import java.util.Set;

/// A kind of model that is fitted to data. What the window, files and pictures have to know of a kind of model, they
/// ask here, so that one more kind is one more family.
public interface ModelFamily extends Family {
    /// What a model has besides its data, the penalty and the units, which all have.
    enum Option {
        /// Which of two classes is coded 1.
        POSITIVE,
        /// Hidden layers, their activation, and which loss.
        LAYERS,
        /// Whether the squared error carries a ½.
        HALF_LOSS,
        /// The total degree of products of features.
        DEGREE,
        /// The penalty l1·‖w‖₁.
        LASSO
    }

    /// Which columns can be predicted.
    enum Target {
        /// Numbers.
        VALUE,
        /// A column with two different values.
        TWO_CLASSES,
        /// A column with a few different values.
        CLASSES,
        /// Numbers as values, words as classes.
        VALUE_OR_CLASSES
    }

    /// How predictions are drawn over the data.
    enum Fit {
        /// A line, a curve or a plane, with residuals.
        PLANE,
        /// The probability of the second of two classes.
        PROBABILITY,
        /// The function that predicts a value, or the regions of classes, as the target is.
        FUNCTION_OR_REGIONS
    }

    Set<Option> options();

    Target target();

    Fit fit();

    /// Whether θ is an intercept and behind it one weight for each feature.
    default boolean isLinear() {
        return false;
    }

    /// Whether J is convex, so that it has one valley.
    boolean isConvex();

    /// The options of a new model where nobody says otherwise.
    default ModelOptions usualOptions() {
        return ModelOptions.PLAIN;
    }

    /// Whether the column would be read as classes.
    ///
    /// @throws DataException if there is no such column
    default boolean classifies(Dataset data, String target) {
        return switch (target()) {
            case VALUE -> false;
            case TWO_CLASSES, CLASSES -> true;
            case VALUE_OR_CLASSES -> data.column(target) instanceof TextColumn;
        };
    }

    /// The draft of a model that takes the place of a problem: with what the problem before has and the draft leaves
    /// open.
    default ModelDraft inPlaceOf(Problem before, ModelDraft draft) {
        return draft;
    }

    /// The model.
    ///
    /// @throws DataException with a sentence, if a column is missing or does not fit
    /// @throws IllegalArgumentException with a sentence, if an option does not fit
    Problem.OnData make(ModelDraft draft);
}
