package fallline.app.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A card over the whole window, behind which nothing can be reached until it is closed; the window's keys rest, since
/// the keyboard is on the curtain. Escape closes it.
public final class Sheet {
    private final Stage stage;
    private final StackPane curtain = new StackPane();
    private final VBox card = new VBox();
    private final Runnable onEscape;

    /// @param onEscape runs when Escape is pressed; it closes the sheet if it means to
    public Sheet(Stage stage, String id, Runnable onEscape, Node... content) {
        this.stage = stage;
        this.onEscape = onEscape;
        curtain.setId(id);
        curtain.getStyleClass().add("curtain");
        curtain.setAlignment(Pos.CENTER);
        card.getStyleClass().addAll("card", "sheet");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.getChildren().setAll(content);
        curtain.getChildren().setAll(card);
        curtain.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onEscape.run();
        }
    }

    /// A button as sheets have them.
    public static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll("tool", "big");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Shows the sheet; the first control that can have the keyboard gets it.
    public void open() {
        Scene scene = stage.getScene();
        if (scene != null
                && scene.getRoot() instanceof Pane root
                && !root.getChildren().contains(curtain)) {
            root.getChildren().add(curtain);
            curtain.setFocusTraversable(true);
            curtain.requestFocus();
        }
    }

    /// Takes the sheet away; a second call does nothing.
    public void close() {
        if (curtain.getParent() instanceof Pane root) {
            root.getChildren().remove(curtain);
            root.requestFocus();
        }
    }

    /// Whether the sheet is to be seen.
    public boolean isOpen() {
        return curtain.getParent() != null;
    }
}
