package fallline.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.MouseEvent;

/// Where the keyboard goes after the mouse was used.
public final class Focus {
    private Focus() {}

    /// After a click on `control` the keyboard belongs to the window again; reached by Tab it keeps it.
    public static void returnedAfterClick(Node control) {
        control.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> toWindow(control));
    }

    /// Gives the keyboard to the window that `node` is in.
    public static void toWindow(Node node) {
        if (node.getScene() != null) {
            node.getScene().getRoot().requestFocus();
        }
    }

    /// A press on anything that takes no keys itself gives the keyboard to the window.
    public static void rootTakesOver(Node root) {
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node target && !isInKeyTaker(target)) {
                root.requestFocus();
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
