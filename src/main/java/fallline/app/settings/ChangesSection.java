package fallline.app.settings;

import fallline.app.controls.Rows;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.experiment.RecordedChange;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The settings that the run changes on its way, each with a button that takes it back.
final class ChangesSection extends VBox {
    private final SettingsController controller;
    private List<RecordedChange> shown = List.of();

    ChangesSection(SettingsController controller) {
        this.controller = controller;
        getStyleClass().addAll("setting", "changes");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<RecordedChange> changes) {
        if (changes.equals(shown)) {
            return;
        }
        shown = changes;
        setVisible(!changes.isEmpty());
        getChildren().setAll(Rows.caption("Recorded changes", Term.CHANGES));
        for (int i = 0; i < changes.size(); i++) {
            getChildren().add(line(changes.get(i), i));
        }
    }

    private HBox line(RecordedChange change, int index) {
        Label text = new Label(Wording.change(change));
        text.getStyleClass().add("note");
        Button remove = new Button();
        remove.setGraphic(new FontIcon(Feather.X));
        remove.setId("remove-change-" + index);
        remove.setAccessibleText("Remove " + Wording.change(change));
        remove.getStyleClass().add("flat-icon");
        remove.setOnAction(_ -> controller.onRemoveChange(change));
        Tips.on(remove, Term.REMOVE_CHANGE);
        return Rows.line(text, remove);
    }
}
