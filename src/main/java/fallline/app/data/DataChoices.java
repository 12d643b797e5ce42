package fallline.app.data;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the data chooser shows.
final class DataChoices {
    private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<DataChoice>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<DataChoice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /// Whether the problem is a model on data.
    ReadOnlyBooleanProperty needed() {
        return needed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<DataChoice>> offered() {
        return offered.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DataChoice>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// `100 rows`.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    void setNeeded(boolean next) {
        needed.set(next);
    }

    void setChoice(List<DataChoice> nextOffered, Optional<DataChoice> nextChosen) {
        offered.set(nextOffered);
        chosen.set(nextChosen);
    }

    void setSummary(String next) {
        summary.set(next);
    }
}
