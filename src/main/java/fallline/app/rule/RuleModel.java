package fallline.app.rule;

import fallline.optimizer.Optimizer;
import fallline.optimizer.rule.RuleReading;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the editor of rules knows: the rule that is open, and the user's own catalogue.
public final class RuleModel {
    /// The rule that is open in the editor.
    ///
    /// @param kept whether the user's catalogue has it with the text that runs
    record Draft(String id, RuleReading reading, boolean kept) {}

    private final ReadOnlyObjectWrapper<Optional<Draft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Optimizer>> library = new ReadOnlyObjectWrapper<>(List.of());

    RuleModel() {}

    ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    void setDraft(Optional<Draft> next) {
        draft.set(next);
    }

    /// The user's own catalogue.
    public ReadOnlyObjectProperty<List<Optimizer>> library() {
        return library.getReadOnlyProperty();
    }

    void setLibrary(List<Optimizer> next) {
        library.set(List.copyOf(next));
    }
}
