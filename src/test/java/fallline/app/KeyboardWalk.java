package fallline.app;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Rows;
import fallline.app.paint.FigureView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A user without a mouse, who goes through a window by Tab, and within groups by arrows. FX thread.
final class KeyboardWalk {
    private static final int MOST = 150;

    private final Scene scene;
    private final List<Node> stops = new ArrayList<>();
    private final Set<Node> reached = new LinkedHashSet<>();

    private KeyboardWalk(Scene scene) {
        this.scene = scene;
    }

    /// Walks from where the keyboard is until it comes to a stop for the second time.
    static KeyboardWalk of(Scene scene, boolean backwards) {
        KeyboardWalk walk = new KeyboardWalk(scene);
        for (int i = 0; i < MOST; i++) {
            walk.press(KeyCode.TAB, backwards);
            Node now = scene.getFocusOwner();
            if (walk.reached.contains(now)) {
                return walk;
            }
            walk.stops.add(now);
            walk.reached.add(now);
            if (ArrowGroup.of(now).isPresent()) {
                walk.goThrough(now);
            }
        }
        throw new AssertionError("no end after " + MOST + " stops: " + names(walk.stops));
    }

    /// Walks on by Tab until the keyboard is at the control with this id.
    static void to(Scene scene, String id) {
        KeyboardWalk walk = new KeyboardWalk(scene);
        for (int i = 0; i < MOST && !id.equals(scene.getFocusOwner().getId()); i++) {
            walk.press(KeyCode.TAB, false);
        }
    }

    private void goThrough(Node first) {
        press(KeyCode.HOME, false);
        for (int i = 0; i < 40; i++) {
            Node before = scene.getFocusOwner();
            reached.add(before);
            press(KeyCode.RIGHT, false);
            if (scene.getFocusOwner() == before) {
                return;
            }
        }
        throw new AssertionError("no end of the group of " + name(first));
    }

    private void press(KeyCode code, boolean shift) {
        Event.fireEvent(
                scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        if (ArrowGroup.of(scene.getFocusOwner()).isPresent()) {
            scene.getFocusOwner().getParent().getParent().applyCss();
        }
        scene.getRoot().layout();
    }

    /// Where Tab stopped, in order.
    List<Node> stops() {
        return stops;
    }

    /// Where the keyboard was, by Tab or by arrows.
    Set<Node> reached() {
        return reached;
    }

    /// Every control that somebody with a mouse could use now.
    static List<Node> usable(Node root) {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible() || node.isDisabled() || node instanceof MenuBar || node instanceof ScrollBar) {
            return; // F10 opens the menus; a scroll pane follows the keyboard
        }
        if (node instanceof ButtonBase
                || node instanceof ComboBoxBase<?>
                || node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof ToggleSwitch
                || node instanceof TableView<?>
                || node instanceof ListView<?>
                || node instanceof FigureView
                || node.getStyleClass().contains("pressable")) {
            all.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    /// What a screen reader calls a control; empty if it has no name.
    static String called(Node root, Node node) {
        String own = node.getAccessibleText();
        if (own != null && !own.isBlank()) {
            return own;
        }
        Object text = node instanceof Labeled labeled
                ? labeled.getText()
                : node instanceof FigureView ? node.queryAccessibleAttribute(AccessibleAttribute.TEXT) : "";
        if (text != null && !text.toString().isBlank()) {
            return text.toString();
        }
        if (node.getProperties().get(Rows.class) instanceof Label unseen) {
            return unseen.getText();
        }
        return labels(root)
                .filter(label -> label.getLabelFor() == node)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    private static Stream<Label> labels(Node node) {
        Stream<Label> own = node instanceof Label label ? Stream.of(label) : Stream.empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(KeyboardWalk::labels))
                : own;
    }

    static String names(Iterable<? extends Node> nodes) {
        List<String> words = new ArrayList<>();
        nodes.forEach(node -> words.add(name(node)));
        return words.stream().collect(Collectors.joining(", "));
    }

    static String name(Node node) {
        String words = node.getClass().getSimpleName() + "#" + node.getId();
        for (Parent at = node.getParent(); node.getId() == null && at != null; at = at.getParent()) {
            if (at.getId() != null) {
                return words + " in " + at.getId();
            }
        }
        return words;
    }
}
