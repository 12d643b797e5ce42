package fallline.app.controls;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A part of a card that is folded away under one line, which names it and sums it up.
public final class Fold extends VBox {
    private final ToggleButton head = new ToggleButton();
    private final Label summary = new Label();
    private final VBox body;

    /// @param id of the line that opens and closes it; the summary is `id-summary`
    public Fold(String id, String caption, Term term, Node... content) {
        body = new VBox(content);
        getStyleClass().add("fold");
        FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
        Label name = Rows.caption(caption);
        summary.setId(id + "-summary");
        summary.getStyleClass().add("note");
        summary.setMinWidth(0);
        HBox line = new HBox(chevron, name, Rows.space(), summary);
        line.getStyleClass().add("fold-line");
        head.setId(id);
        head.getStyleClass().add("fold-head");
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.setGraphic(line);
        head.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(head.widthProperty());
        line.setMinWidth(0);
        head.setMinWidth(0);
        head.setPrefWidth(100);
        Tips.on(head, term);
        head.setAccessibleText(caption);
        body.getStyleClass().add("fold-body");
        body.visibleProperty().bind(head.selectedProperty());
        body.managedProperty().bind(body.visibleProperty());
        head.selectedProperty()
                .subscribe(open -> chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        managedProperty().bind(visibleProperty());
        getChildren().setAll(head, body);
    }

    /// Sums up what is inside in a few words.
    public void say(String words) {
        if (!words.equals(summary.getText())) {
            summary.setText(words);
            Tips.on(summary, words);
        }
    }

    /// Whether it is open.
    public boolean isOpen() {
        return head.isSelected();
    }

    /// Calls `action` each time it is opened.
    public void onOpened(Runnable action) {
        head.selectedProperty().subscribe(open -> {
            if (open) {
                action.run();
            }
        });
    }
}
