package fallline.app.pane;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Focus;
import fallline.app.controls.Icons;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A card in which one of several panes lies on top; the titles are its tabs, or a menu where it is alone in the
/// window.
final class Deck extends VBox {
    /// What the deck is among others.
    enum Kind {
        /// One of several.
        TABS,
        /// Fills the window until it is made small again.
        ENLARGED,
        /// The only one that there is room for.
        ALONE,
        /// On a stage: nothing stands in its head but words.
        STAGE
    }

    private static final double SIGN = 12;

    private final List<PlotPane> panes;
    private final Consumer<PlotPane> enlarge;
    private final Button menuButton = new Button();
    private final Button enlargeButton = new Button();
    private final Kind kind;
    private final DeckHead head;
    private final StackPane content = new StackPane();
    private final VBox foot = new VBox();
    /// Whether the pane's menu is open: what stands in the head with the mouse stays as long.
    private final BooleanProperty menuOpen = new SimpleBooleanProperty();
    /// Whether the keyboard is in the head: what stands there with the mouse is there for the keys, too.
    private final BooleanProperty headUsed = new SimpleBooleanProperty();
    private PlotPane top;

    /// @param top the pane that lies on top at first
    /// @param enlarge called with the pane that is to fill the window, or to be small again
    Deck(List<PlotPane> panes, PlotPane top, Kind kind, Consumer<PlotPane> enlarge) {
        this.panes = List.copyOf(panes);
        this.top = top;
        this.kind = kind;
        this.enlarge = enlarge;
        head = new DeckHead(
                top, menuButton, enlargeButton, hoverProperty().or(menuOpen).or(headUsed));
        if (kind == Kind.STAGE) {
            head.setBare();
        }
        compose();
        listen();
        lay(top);
    }

    /// The pane that lies on top.
    PlotPane top() {
        return top;
    }

    private void compose() {
        getStyleClass().addAll("card", "deck");
        boolean enlarged = kind == Kind.ENLARGED;
        boolean sized = kind != Kind.ALONE && kind != Kind.STAGE;
        enlargeButton.setManaged(sized);
        enlargeButton.setVisible(sized);
        content.getStyleClass().add("deck-content");
        menuButton.setGraphic(Icons.MORE.sized(SIGN));
        Tips.brief(menuButton, "What can be done with this picture");
        menuButton.setAccessibleText("Picture menu");
        enlargeButton.setGraphic((enlarged ? Icons.SHRINK : Icons.ENLARGE).sized(SIGN - 1));
        Tips.brief(enlargeButton, enlarged ? "Back among the others (M or Esc)" : "Fill the window (M)");
        enlargeButton.setAccessibleText(enlarged ? "Make small" : "Maximise");
        for (Button button : List.of(menuButton, enlargeButton)) {
            button.getStyleClass().addAll("tool", "square");
            button.setFocusTraversable(false);
        }
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        setMinSize(0, 0);
        foot.managedProperty().bind(Bindings.isNotEmpty(foot.getChildren()));
        getChildren().setAll(head, content, foot);
    }

    private void listen() {
        enlargeButton.setOnAction(_ -> enlarge.accept(top));
        menuButton.setOnAction(_ -> menu().show(menuButton, Side.BOTTOM, 0, 4));
        head.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                enlarge.accept(top);
            }
        });
        headUsed.bind(head.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .map(owner -> holds(head, owner))
                .orElse(false));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            event.consume();
            menu().show(content, event.getScreenX(), event.getScreenY());
        });
    }

    /// Whether the keyboard is in this card.
    boolean hasKeyboard() {
        return getScene() != null && holds(this, getScene().getFocusOwner());
    }

    /// Asked of the scene: `focusWithin` stays as it was where a node that has the keyboard moves to another parent.
    private static boolean holds(Node outer, @Nullable Node inner) {
        Node node = inner;
        while (node != null && node != outer) {
            node = node.getParent();
        }
        return node != null;
    }

    /// The pane's own entries, what can be done with its picture, and the size of the pane.
    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(top.menu());
        if (!top.menu().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        actions().forEach(action -> menu.getItems()
                .add(item(
                        top.id() + "-" + action.kind().word() + "-item",
                        action.kind().title(),
                        action.kind().key(),
                        action.action())));
        if (kind != Kind.ALONE) {
            menu.getItems()
                    .add(item(
                            top.id() + "-enlarge-item",
                            kind == Kind.ENLARGED ? "Back among the others" : "Maximise",
                            new KeyCodeCombination(KeyCode.M),
                            () -> enlarge.accept(top)));
        }
        menuOpen.set(true);
        menu.setOnHidden(_ -> {
            menu.getItems().clear();
            menuOpen.set(false);
        });
        return menu;
    }

    private static MenuItem item(String id, String text, KeyCombination key, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setAccelerator(key);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private List<PaneAction> actions() {
        return top.actions().stream()
                .sorted(Comparator.comparing(PaneAction::kind))
                .toList();
    }

    /// Whether it is one of its panes.
    boolean holds(PlotPane pane) {
        return panes.contains(pane);
    }

    /// Puts a pane on top.
    void lay(PlotPane pane) {
        Bindings.unbindContent(foot.getChildren(), top.foot());
        top = pane;
        menuButton.setId(pane.id() + "-menu");
        enlargeButton.setId(pane.id() + "-enlarge");
        head.show(
                pane,
                kind == Kind.ALONE && panes.size() > 1
                        ? List.of(choice())
                        : panes.stream().map(this::tab).toList(),
                actions().stream().map(this::button).toList());
        content.getChildren().setAll(pane.content());
        Bindings.bindContent(foot.getChildren(), pane.foot());
        setId(pane.id() + "-card");
    }

    private Button button(PaneAction action) {
        PaneAction.Kind kind = action.kind();
        return Chip.button(top.id() + "-" + kind.word(), kind.icon(), kind.title(), kind.tip(), action.action());
    }

    /// The title of the one on top, with a menu of all.
    private MenuButton choice() {
        MenuButton choice = new MenuButton();
        choice.textProperty().bind(top.titleProperty());
        choice.setId("pane-choice");
        choice.getStyleClass().addAll("card-title", "pane-choice");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setTooltip(new Tooltip("Shows another view"));
        ToggleGroup group = new ToggleGroup();
        for (PlotPane pane : panes) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(pane.titleProperty());
            item.setId("show-" + pane.id());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(pane == top);
            item.setOnAction(_ -> lay(pane));
            choice.getItems().add(item);
        }
        return choice;
    }

    private Label tab(PlotPane pane) {
        Label tab = new Label();
        tab.textProperty().bind(pane.titleProperty());
        tab.setId(pane.id() + "-title");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.getStyleClass().add("card-title");
        Term.ofView(pane.id()).ifPresent(term -> Tips.on(tab, term));
        if (panes.size() > 1) {
            tab.getStyleClass().addAll("tab", pane == top ? "tab-on" : "tab-off");
            tab.setOnMousePressed(_ -> {
                if (pane != top) {
                    lay(pane);
                }
            });
            Focus.pressable(tab, AccessibleRole.TAB_ITEM, () -> {
                lay(pane);
                focusTab();
            });
            ArrowGroup.admit(tab);
        }
        return tab;
    }

    /// The titles are made anew when another pane lies on top; the keyboard stays on the one that was pressed.
    private void focusTab() {
        Node tab = head.lookup("#" + top.id() + "-title");
        if (tab != null) {
            ArrowGroup.enter(head, tab);
        }
    }

    /// Lets go of the panes, so that another deck can take them.
    void clear() {
        head.clear();
        content.getChildren().clear();
        Bindings.unbindContent(foot.getChildren(), top.foot());
        foot.getChildren().clear();
    }
}
