package fallline.app.controls;

import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Where the keyboard goes after the mouse was used.
public final class Focus {
    private Focus() {}

    /// After a click on `control` the keyboard belongs to the window again; reached by Tab it keeps it.
    public static void returnedAfterClick(Node control) {
        control.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> toWindow(control));
    }

    /// After a choice made with the mouse the keyboard belongs to the window again; reached by Tab the box keeps it.
    public static void returnedAfterChoice(ComboBoxBase<?> box) {
        boolean[] clicked = {false};
        box.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> clicked[0] = true);
        box.showingProperty().subscribe((_, open) -> {
            if (!open && clicked[0]) {
                clicked[0] = false;
                Platform.runLater(() -> toWindow(box));
            }
        });
    }

    /// Makes what can be clicked, but is no button, a stop of the Tab key at which Enter and Space do the same.
    public static void pressable(Node node, AccessibleRole role, Runnable action) {
        node.setFocusTraversable(true);
        node.setAccessibleRole(role);
        node.getStyleClass().add("pressable");
        node.getProperties().put(Focus.class, action);
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (plain && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                event.consume();
                action.run();
            }
        });
    }

    /// Whether Enter and Space do something at a node that is no button.
    public static boolean isPressable(Node node) {
        return node.getProperties().containsKey(Focus.class);
    }

    /// Gives the keyboard to the window that `node` is in, or to the sheet that it is on.
    public static void toWindow(Node node) {
        if (node.getScene() != null) {
            Sheet.around(node).orElse(node.getScene().getRoot()).requestFocus();
        }
    }

    /// A press on anything that takes no keys itself gives the keyboard to the window.
    public static void rootTakesOver(Node root) {
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node target && !isInKeyTaker(target)) {
                Sheet.around(target).orElse(root).requestFocus();
            }
        });
    }

    private static boolean isInKeyTaker(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof Control && node.isFocusTraversable()) {
                return true;
            }
        }
        return false;
    }
}
