package fallline.app.palette;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.controls.Fold;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.feature.Command;
import fallline.app.feature.Key;
import fallline.app.pane.PlotPane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/// What stands in the window by a name of its own and is no command: settings, the buttons of the left column, and the
/// entries of the panes' menus. Looked up when somebody asks, since other problems and optimizers have others. FX
/// thread.
public final class Names {
    private final Map<Node, String> labelled = new HashMap<>();
    private final List<Command> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Names() {}

    /// Every setting, also one that is folded away, and every button of the left column; choosing one brings the
    /// keyboard to it.
    ///
    /// @param bring brings the keyboard to a control, and the control into sight
    public static List<Command> settings(Parent root, Consumer<Node> bring) {
        Names names = new Names();
        names.readLabels(root);
        names.collect(root, false, bring);
        return names.found;
    }

    /// The entries of the panes' menus, each after the name of its view.
    public static List<Command> menus(List<PlotPane> panes) {
        return panes.stream()
                .flatMap(pane ->
                        entries("pane-" + pane.id(), pane.titleProperty().get() + ": ", pane.menu()))
                .toList();
    }

    private static Stream<Command> entries(String id, String before, List<MenuItem> items) {
        return items.stream()
                .filter(MenuItem::isVisible)
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .flatMap(item -> item instanceof Menu menu
                        ? entries(id, before + menu.getText() + ": ", menu.getItems())
                        : Stream.of(entry(id, before, item)));
    }

    private static Command entry(String id, String before, MenuItem item) {
        Command command = Command.of(id + "-" + item.getText(), before + item.getText(), item::fire)
                .enabledWhen(() -> !item.isDisable());
        if (item instanceof CheckMenuItem check) {
            command = command.switching(check::isSelected);
        } else if (item instanceof RadioMenuItem radio) {
            command = command.switching(radio::isSelected);
        }
        return item.getAccelerator() == null
                ? command
                : command.on(Key.shown(item.getAccelerator().getDisplayText()));
    }

    private void readLabels(Node node) {
        if (node instanceof Label label && label.getLabelFor() != null) {
            labelled.put(label.getLabelFor(), label.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::readLabels);
        }
    }

    /// @param beside whether the node is in the left column
    private void collect(Node node, boolean beside, Consumer<Node> bring) {
        boolean folded = node.getParent() instanceof Fold;
        if ((!node.isVisible() && !folded)
                || node.getStyleClass().contains("curtain")
                || node.getStyleClass().contains("run-list")) {
            return;
        }
        boolean inColumn = beside || node.getStyleClass().contains("side-column");
        if (isSetting(node, inColumn)) {
            add("Setting: ", node, bring);
        } else if (node instanceof Button) {
            if (inColumn) {
                add("Button: ", node, bring);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inColumn, bring));
        }
    }

    private static boolean isSetting(Node node, boolean inColumn) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ToggleSwitch
                || node instanceof CheckBox
                || (inColumn && node instanceof ToggleButton);
    }

    private void add(String kind, Node node, Consumer<Node> bring) {
        String title = kind + called(node);
        if (!title.equals(kind) && known.add(title)) { // a slider is called as its field is
            found.add(Command.of("control-" + title, title, () -> bring.accept(node))
                    .enabledWhen(() -> !node.isDisabled() && Sheet.around(node).isEmpty() && node.getScene() != null));
        }
    }

    private String called(Node node) {
        return Stream.of(
                        Optional.ofNullable(node.getAccessibleText()),
                        Optional.ofNullable(labelled.get(node)),
                        node.getProperties().get(Rows.class) instanceof Label unseen
                                ? Optional.of(unseen.getText())
                                : Optional.<String>empty(),
                        node instanceof Labeled words ? Optional.ofNullable(words.getText()) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }
}
