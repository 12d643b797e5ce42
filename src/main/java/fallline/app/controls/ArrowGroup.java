package fallline.app.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Controls that are one stop of the Tab key: ← → Home and End go from one to the next, as in toolbars of the ARIA
/// Authoring Practices Guide, so that a walk through the window is short. Which controls these are is looked up when a
/// key asks, since heads of panes show more while they are used.
public final class ArrowGroup {
    private final Parent container;
    private final boolean withChoices;

    private ArrowGroup(Parent container, boolean withChoices) {
        this.container = container;
        this.withChoices = withChoices;
    }

    /// Makes a group of the buttons and choices in `container`. After a click the keyboard belongs to the window again.
    public static void in(Parent container) {
        make(container, true);
    }

    /// Makes a group of the buttons in `container`; lists to choose from are stops of their own.
    public static void ofButtonsIn(Parent container) {
        make(container, false);
    }

    private static void make(Parent container, boolean withChoices) {
        ArrowGroup group = new ArrowGroup(container, withChoices);
        container.getProperties().put(ArrowGroup.class, group);
        container.addEventFilter(KeyEvent.KEY_PRESSED, group::onKey);
        container.addEventFilter(MouseEvent.MOUSE_CLICKED, _ -> {
            Node owner =
                    container.getScene() == null ? null : container.getScene().getFocusOwner();
            if (!(owner instanceof ComboBoxBase<?>)
                    && of(owner).filter(group::equals).isPresent()) {
                Focus.toWindow(container);
            }
        });
        container.sceneProperty().subscribe((_, scene) -> {
            if (scene != null) {
                group.settle();
            }
        });
    }

    /// Also a node that is neither button nor choice.
    public static void admit(Node node) {
        node.getProperties().put(ArrowGroup.class.getName(), true);
    }

    /// The group that a node is a member of.
    public static Optional<ArrowGroup> of(@Nullable Node node) {
        if (node == null) {
            return Optional.empty();
        }
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getProperties().get(ArrowGroup.class) instanceof ArrowGroup group) {
                return Optional.of(group).filter(found -> found.isMember(node));
            }
        }
        return Optional.empty();
    }

    /// Whether a node with the keyboard uses this key to move on within its group.
    public static boolean takes(@Nullable Node node, KeyCode code) {
        boolean moves = code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.HOME || code == KeyCode.END;
        return moves && of(node).isPresent();
    }

    /// Brings the keyboard to a member of the group in `container`, so that it can be seen there.
    public static void enter(Parent container, Node member) {
        if (container.getProperties().get(ArrowGroup.class) instanceof ArrowGroup group) {
            List<Node> all = new ArrayList<>();
            group.collect(container, all, true);
            all.forEach(node -> node.setFocusTraversable(node == member));
            container.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /// Lets every group in the scene have one stop, before a key goes on to the next stop.
    public static void settle(Scene scene) {
        settle(scene.getRoot());
    }

    private static void settle(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getProperties().get(ArrowGroup.class) instanceof ArrowGroup group) {
            group.settle();
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(ArrowGroup::settle);
        }
    }

    /// The controls, from left to right and from top to bottom.
    public List<Node> members() {
        List<Node> found = new ArrayList<>();
        collect(container, found, false);
        found.sort(Comparator.comparingDouble(ArrowGroup::line)
                .thenComparingDouble(node -> place(node).getX()));
        return found;
    }

    private static Point2D place(Node node) {
        return node.localToScene(0, 0);
    }

    /// What stands side by side is on one line, whatever the heights are.
    private static double line(Node node) {
        double middle = node.localToScene(node.getLayoutBounds()).getCenterY();
        return Math.rint(middle / 16);
    }

    private void collect(Node node, List<Node> found, boolean all) {
        if (node instanceof MenuBar) {
            return; // F10 and Alt open it
        }
        if (isMember(node)) {
            if (all || (node.isVisible() && !node.isDisabled())) {
                found.add(node);
            } else {
                node.setFocusTraversable(false);
            }
        } else if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>) && (all || node.isVisible())) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found, all));
        }
    }

    private boolean isMember(Node node) {
        return node instanceof ButtonBase
                || (withChoices && node instanceof ComboBoxBase<?>)
                || node.getProperties().containsKey(ArrowGroup.class.getName());
    }

    /// One member is the stop: the one with the keyboard, else the one that was it, else the one that is on, else the
    /// first.
    private void settle() {
        List<Node> members = members();
        Optional<Node> stop = members.stream()
                .filter(Node::isFocused)
                .findFirst()
                .or(() -> members.stream().filter(ArrowGroup::isOn).findFirst().filter(_ -> isChoice(members)))
                .or(() -> members.stream().filter(Node::isFocusTraversable).findFirst())
                .or(() -> members.stream().findFirst());
        List<Node> all = new ArrayList<>();
        collect(container, all, true);
        all.forEach(
                node -> node.setFocusTraversable(stop.filter(one -> one == node).isPresent()));
    }

    private static boolean isOn(Node node) {
        return node instanceof ToggleButton toggle && toggle.isSelected();
    }

    private static boolean isChoice(List<Node> members) {
        return members.stream()
                .allMatch(node -> node instanceof ToggleButton toggle && toggle.getToggleGroup() != null);
    }

    private void onKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        List<Node> members = members();
        int now = members.indexOf(container.getScene().getFocusOwner());
        if (!plain || now < 0 || !takes(members.get(now), event.getCode())) {
            return;
        }
        int next =
                switch (event.getCode()) {
                    case LEFT -> now - 1;
                    case RIGHT -> now + 1;
                    case HOME -> 0;
                    default -> members.size() - 1;
                };
        event.consume();
        if (next >= 0 && next < members.size() && next != now) {
            go(members.get(now), members.get(next));
        }
    }

    /// Moves the keyboard so that it can be seen where it is: only a traversal shows it.
    private void go(Node from, Node to) {
        List<Node> inTree = new ArrayList<>();
        collect(container, inTree, true);
        inTree.forEach(node -> node.setFocusTraversable(node == to));
        boolean after = inTree.indexOf(to) > inTree.indexOf(from);
        from.requestFocusTraversal(after ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        if (!to.isFocused()) {
            to.requestFocus();
        }
    }
}
