package fallline.app.data;

import fallline.analysis.question.Conditions;
import fallline.problem.Problem.ModelOptions;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the options of a model on data show.
final class OptionsModel {
    private final ReadOnlyObjectWrapper<ModelOptions> options = new ReadOnlyObjectWrapper<>(ModelOptions.PLAIN);
    private final ReadOnlyIntegerWrapper highestDegree = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyBooleanWrapper lasso = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper squares = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper testShare = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<Optional<Conditions>> conditions =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper original = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> warnings = new ReadOnlyObjectWrapper<>(List.of());

    /// The options in force.
    ReadOnlyObjectProperty<ModelOptions> options() {
        return options.getReadOnlyProperty();
    }

    /// Whether the loss is a squared error.
    ReadOnlyBooleanProperty squares() {
        return squares.getReadOnlyProperty();
    }

    /// The highest degree that can be chosen; 1 where there is no choice.
    ReadOnlyIntegerProperty highestDegree() {
        return highestDegree.getReadOnlyProperty();
    }

    /// Whether l1 can be set.
    ReadOnlyBooleanProperty lasso() {
        return lasso.getReadOnlyProperty();
    }

    /// The share of the rows that is held out; 0 for none.
    ReadOnlyDoubleProperty testShare() {
        return testShare.getReadOnlyProperty();
    }

    /// κ before and after standardising, when it is known.
    ReadOnlyObjectProperty<Optional<Conditions>> conditions() {
        return conditions.getReadOnlyProperty();
    }

    /// The parameters at the playhead in the data's units; empty when θ is in them already.
    ReadOnlyStringProperty original() {
        return original.getReadOnlyProperty();
    }

    /// What is odd about the data, a sentence each.
    ReadOnlyObjectProperty<List<String>> warnings() {
        return warnings.getReadOnlyProperty();
    }

    void setOptions(ModelOptions next, boolean isSquares, boolean takesLasso, int highest) {
        highestDegree.set(highest);
        lasso.set(takesLasso);
        options.set(next);
        squares.set(isSquares);
    }

    void setTestShare(double share) {
        testShare.set(share);
    }

    void setConditions(Optional<Conditions> next) {
        conditions.set(next);
    }

    void setOriginal(String next) {
        original.set(next);
    }

    void setWarnings(List<String> next) {
        warnings.set(List.copyOf(next));
    }
}
