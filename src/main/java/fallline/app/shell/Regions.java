package fallline.app.shell;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Fold;
import fallline.app.controls.Sheet;
import fallline.app.paint.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// The parts of the window that F6 goes through, in reading order: toolbar, left column, each pane, transport. A pane
/// is entered at its picture. The keyboard's way to the menu under the right mouse button is here, too.
public final class Regions {
    private final Parent root;
    private final Supplier<List<? extends Parent>> parts;

    /// @param parts asked for at every key, since panes come and go
    public Regions(Parent root, Supplier<List<? extends Parent>> parts) {
        this.root = root;
        this.parts = parts;
    }

    /// Listens to the key of menus, and to Shift and F10.
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean asked = event.getCode() == KeyCode.CONTEXT_MENU
                    || (event.getCode() == KeyCode.F10 && event.isShiftDown() && !event.isShortcutDown());
            Node owner = scene.getFocusOwner();
            if (asked && owner != null) {
                event.consume();
                askForMenu(owner);
            }
        });
    }

    private static void askForMenu(Node owner) {
        Bounds place = owner.localToScene(owner.getLayoutBounds());
        Point2D middle = new Point2D(place.getCenterX(), place.getCenterY());
        Point2D onScreen = owner.localToScreen(owner.sceneToLocal(middle));
        if (onScreen != null) {
            owner.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    middle.getX(),
                    middle.getY(),
                    onScreen.getX(),
                    onScreen.getY(),
                    true,
                    new PickResult(owner, middle.getX(), middle.getY())));
        }
    }

    /// Brings the keyboard into the next part of the window, or the one before.
    public void go(int by) {
        Scene scene = root.getScene();
        Node owner = scene.getFocusOwner();
        if (Sheet.around(owner).isPresent()) {
            return;
        }
        ArrowGroup.settle(scene);
        List<? extends Parent> all = parts.get();
        int now = indexOf(all, owner);
        int from = now < 0 && by < 0 ? all.size() : now;
        for (int away = 1; away <= all.size(); away++) {
            if (enter(all.get(Math.floorMod(from + by * away, all.size())))) {
                return;
            }
        }
    }

    /// Brings the keyboard to a control of the window, and the control into sight, whatever folds it lies in.
    public void bring(Node wanted) {
        for (Node at = wanted; at != null; at = at.getParent()) {
            if (at instanceof Fold fold) {
                fold.open();
            }
        }
        root.applyCss();
        root.layout();
        wanted.requestFocus();
        wanted.requestFocusTraversal(TraversalDirection.PREVIOUS);
        boolean passed = !wanted.isFocusTraversable();
        wanted.setFocusTraversable(true);
        Node before = root.getScene().getFocusOwner();
        if (before != null && before != wanted) {
            before.requestFocusTraversal(TraversalDirection.NEXT); // only a traversal shows where the keyboard is
        }
        if (!wanted.isFocused()) {
            wanted.requestFocus();
        }
        if (passed && ArrowGroup.of(wanted).isEmpty()) { // a group sees to its one stop itself
            wanted.focusedProperty().addListener(new PassedAgain(wanted));
        }
    }

    /// What Tab passes by is a stop only as long as it has the keyboard.
    private record PassedAgain(Node node) implements ChangeListener<Boolean> {
        @Override
        public void changed(ObservableValue<? extends Boolean> focused, Boolean before, Boolean now) {
            if (!now) {
                focused.removeListener(this);
                node.setFocusTraversable(false);
            }
        }
    }

    private static int indexOf(List<? extends Parent> all, @Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            int index = all.indexOf(at);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    /// Only a traversal shows where the keyboard is, so it comes from before the stop.
    private static boolean enter(Parent part) {
        List<Node> stops = new ArrayList<>();
        collect(part, stops);
        Optional<Node> stop = stops.stream()
                .filter(FigureView.class::isInstance)
                .findFirst()
                .or(() -> stops.stream().findFirst());
        stop.ifPresent(wanted -> {
            int index = stops.indexOf(wanted);
            Node before = index == 0 ? part : stops.get(index - 1);
            before.requestFocusTraversal(TraversalDirection.NEXT);
            if (!wanted.isFocused()) {
                wanted.requestFocus();
            }
        });
        return stop.isPresent();
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
