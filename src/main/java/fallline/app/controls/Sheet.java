package fallline.app.controls;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A card over the whole window, behind which nothing can be reached until it is closed; the window's keys rest, since
/// the keyboard is on the curtain. Escape closes it.
public final class Sheet {
    private final Stage stage;
    private final StackPane curtain = new StackPane();
    private final VBox card = new VBox();
    private final Runnable onEscape;

    /// Nothing, behind the last control: where a walk backwards from the first begins.
    private final Region end = new Region();

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
        curtain.setAccessibleRole(AccessibleRole.DIALOG);
        end.setManaged(false);
        curtain.getChildren().setAll(card, end);
        curtain.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onEscape.run();
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            walk(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    /// Tab stays in the sheet: after the last control comes the first, and the other way round.
    private void walk(TraversalDirection direction) {
        Scene scene = curtain.getScene();
        ArrowGroup.settle(scene);
        Node owner = scene.getFocusOwner();
        boolean on = direction == TraversalDirection.NEXT;
        boolean inside = around(owner).filter(at -> at == curtain).isPresent() && owner != curtain;
        (inside ? owner : on ? curtain : end).requestFocusTraversal(direction);
        Node now = scene.getFocusOwner();
        if (around(now).filter(at -> at == curtain).isEmpty() || now == curtain) {
            (on ? curtain : end).requestFocusTraversal(direction);
        }
    }

    /// The sheet that a node is on.
    public static Optional<Node> around(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("curtain")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /// A button as sheets have them.
    public static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll("tool", "big");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Shows the sheet, which has the keyboard from then on. Its controls are ready for the very next key: one without
    /// a skin, which it would get at the next pulse only, drops whatever is typed into it.
    public void open() {
        Scene scene = stage.getScene();
        if (scene != null
                && scene.getRoot() instanceof Pane root
                && !root.getChildren().contains(curtain)) {
            root.getChildren().add(curtain);
            curtain.applyCss();
            root.layout(); // text that wraps says only now how high it is
            curtain.requestFocus();
        }
    }

    /// Takes the sheet away; a second call does nothing.
    public void close() {
        if (curtain.getParent() instanceof Pane root) {
            root.getChildren().remove(curtain);
            below(root).requestFocus();
        }
    }

    /// The sheet that this one lay upon, or the window.
    private static Node below(Pane root) {
        return root.getChildren().reversed().stream()
                .filter(child -> child.isVisible() && child.getStyleClass().contains("curtain"))
                .findFirst()
                .orElse(root);
    }

    /// Whether the sheet is to be seen.
    public boolean isOpen() {
        return curtain.getParent() != null;
    }
}
