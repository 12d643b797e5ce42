package fallline.app.controls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A part of a card, or a whole card, that is folded away under one line, which names it and sums it up.
public final class Fold extends VBox {
    private final ToggleButton head = new ToggleButton();
    private final FittingLabel summary = new FittingLabel("note");
    private final Label name;
    private final HBox line;
    private final VBox body;
    private boolean byHand;

    /// @param id of the line that opens and closes it; the summary is `id-summary`
    public Fold(String id, String caption, Term term, Node... content) {
        body = new VBox(content);
        getStyleClass().add("fold");
        FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
        name = Rows.caption(caption);
        summary.label().setId(id + "-summary");
        summary.getStyleClass().add("at-right");
        HBox.setHgrow(summary, Priority.ALWAYS);
        line = new HBox(chevron, name, summary);
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
        head.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) { // a toggle hears the space bar only
                head.fire();
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        getChildren().setAll(head, body);
    }

    /// Puts something else in the place of the words that sum it up: a picture, a badge.
    public void sumUpBy(Node... nodes) {
        line.getChildren().removeIf(node -> node != line.getChildren().getFirst() && node != name);
        line.getChildren().addAll(nodes);
    }

    /// The name is that of a card.
    public void titleCard() {
        name.getStyleClass().setAll("label", "card-title");
        getStyleClass().add("card-fold");
    }

    /// Sums up what is inside in a few words.
    public void say(String words) {
        summary.say(List.of(words));
    }

    /// Whether it is open.
    public boolean isOpen() {
        return head.isSelected();
    }

    /// Opens it or folds it away, unless a hand decided otherwise.
    ///
    /// @see #remembered
    public void offerOpen(boolean open) {
        if (!byHand) {
            head.setSelected(open);
        }
    }

    /// Opens it, because what is inside is needed now.
    public void open() {
        head.setSelected(true);
    }

    /// Is as a hand left it from now on, and keeps in `folds` how a hand leaves it.
    ///
    /// @param folds which are open, by id; those that no hand has touched are not in it
    public void remembered(ObjectProperty<Map<String, Boolean>> folds) {
        folds.subscribe(known -> {
            Boolean open = known.get(head.getId());
            byHand = open != null;
            if (open != null) {
                head.setSelected(open);
            }
        });
        head.setOnAction(_ -> {
            Map<String, Boolean> next = new HashMap<>(folds.get());
            next.put(head.getId(), head.isSelected());
            folds.set(Map.copyOf(next));
        });
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
