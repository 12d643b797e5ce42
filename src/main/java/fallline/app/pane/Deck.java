package fallline.app.pane;

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
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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

/// A card in which one of several panes lies on top; the titles are its tabs.
final class Deck extends VBox {
    private static final double SIGN = 12;

    private final List<PlotPane> panes;
    private final Consumer<PlotPane> enlarge;
    private final Button menuButton = new Button();
    private final Button enlargeButton = new Button();
    private final boolean enlarged;
    private final DeckHead head;
    private final StackPane content = new StackPane();
    private final VBox foot = new VBox();
    /// Whether the pane's menu is open: what stands in the head with the mouse stays as long.
    private final BooleanProperty menuOpen = new SimpleBooleanProperty();
    private PlotPane top;

    /// @param top the pane that lies on top at first
    /// @param enlarged whether the deck fills the window, and its button makes it small again
    /// @param enlarge called with the pane that is to fill the window, or to be small again
    Deck(List<PlotPane> panes, PlotPane top, boolean enlarged, Consumer<PlotPane> enlarge) {
        this.panes = List.copyOf(panes);
        this.top = top;
        this.enlarged = enlarged;
        this.enlarge = enlarge;
        head = new DeckHead(top, menuButton, enlargeButton, hoverProperty().or(menuOpen));
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
        content.getStyleClass().add("deck-content");
        menuButton.setGraphic(Icons.MORE.sized(SIGN));
        menuButton.setTooltip(new Tooltip("What can be done with this picture"));
        menuButton.setAccessibleText("Picture menu");
        enlargeButton.setGraphic((enlarged ? Icons.SHRINK : Icons.ENLARGE).sized(SIGN - 1));
        enlargeButton.setTooltip(new Tooltip(enlarged ? "Back among the others (M or Esc)" : "Fill the window (M)"));
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
        content.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> menu().show(
                        content, event.getScreenX(), event.getScreenY()));
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
        menu.getItems()
                .add(item(
                        top.id() + "-enlarge-item",
                        enlarged ? "Back among the others" : "Maximise",
                        new KeyCodeCombination(KeyCode.M),
                        () -> enlarge.accept(top)));
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
                panes.stream().map(this::tab).toList(),
                actions().stream().map(this::button).toList());
        content.getChildren().setAll(pane.content());
        Bindings.bindContent(foot.getChildren(), pane.foot());
        setId(pane.id() + "-card");
    }

    private Button button(PaneAction action) {
        PaneAction.Kind kind = action.kind();
        return Chip.button(top.id() + "-" + kind.word(), kind.icon(), kind.title(), kind.tip(), action.action());
    }

    private Label tab(PlotPane pane) {
        Label tab = new Label();
        tab.textProperty().bind(pane.titleProperty());
        tab.setId(pane.id() + "-title");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.getStyleClass().add("card-title");
        Term.ofView(pane.id()).ifPresent(term -> Tips.on(tab, term));
        if (panes.size() > 1) {
            tab.getStyleClass().add(pane == top ? "tab-on" : "tab-off");
            tab.setOnMousePressed(_ -> {
                if (pane != top) {
                    lay(pane);
                }
            });
        }
        return tab;
    }

    /// Lets go of the panes, so that another deck can take them.
    void clear() {
        head.clear();
        content.getChildren().clear();
        Bindings.unbindContent(foot.getChildren(), top.foot());
        foot.getChildren().clear();
    }
}
