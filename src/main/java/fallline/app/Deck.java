package fallline.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A card in which one of several panes lies on top; the titles are its tabs.
final class Deck extends VBox {
    private final List<PlotPane> panes;
    private final Consumer<PlotPane> enlarge;
    private final HBox titles = new HBox();
    private final Label subtitle = new Label();
    private final HBox tools = new HBox();
    private final Button menuButton = new Button();
    private final Button enlargeButton = new Button();
    private final HBox header = new HBox();
    private final StackPane content = new StackPane();
    private PlotPane top;

    /// @param top the pane that lies on top at first
    /// @param enlarged whether the deck fills the window, and its button makes it small again
    /// @param enlarge called with the pane that is to fill the window, or to be small again
    Deck(List<PlotPane> panes, PlotPane top, boolean enlarged, Consumer<PlotPane> enlarge) {
        this.panes = List.copyOf(panes);
        this.top = top;
        this.enlarge = enlarge;
        compose(enlarged);
        listen();
        lay(top);
    }

    /// The pane that lies on top.
    PlotPane top() {
        return top;
    }

    private void compose(boolean enlarged) {
        getStyleClass().addAll("card", "deck");
        header.getStyleClass().add("card-header");
        titles.getStyleClass().add("deck-titles");
        tools.getStyleClass().add("deck-tools");
        content.getStyleClass().add("deck-content");
        subtitle.getStyleClass().add("card-subtitle");
        subtitle.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        titles.setMinWidth(Region.USE_PREF_SIZE);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        header.setAlignment(Pos.CENTER_LEFT);
        menuButton.setGraphic(Icons.MORE.sized(12));
        menuButton.setTooltip(new Tooltip("What can be done with this picture"));
        menuButton.setAccessibleText("Picture menu");
        enlargeButton.setGraphic((enlarged ? Icons.SHRINK : Icons.ENLARGE).sized(11));
        enlargeButton.setTooltip(new Tooltip(enlarged ? "Back among the others (Esc)" : "Fill the window"));
        enlargeButton.setAccessibleText(enlarged ? "Make small" : "Maximise");
        for (Button button : List.of(menuButton, enlargeButton)) {
            button.getStyleClass().addAll("tool", "square");
            button.setFocusTraversable(false);
        }
        header.getChildren().setAll(titles, subtitle, gap, tools, menuButton, enlargeButton);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        setMinSize(0, 0);
        getChildren().setAll(header, content);
    }

    private void listen() {
        enlargeButton.setOnAction(_ -> enlarge.accept(top));
        menuButton.setOnAction(_ -> menu().show(menuButton, Side.BOTTOM, 0, 4));
        header.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                enlarge.accept(top);
            }
        });
        content.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!top.menu().isEmpty()) {
                menu().show(content, event.getScreenX(), event.getScreenY());
            }
        });
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(top.menu());
        menu.setOnHidden(_ -> menu.getItems().clear());
        return menu;
    }

    /// Puts a pane on top.
    void lay(PlotPane pane) {
        Bindings.unbindContent(tools.getChildren(), top.tools());
        top = pane;
        Bindings.bindContent(tools.getChildren(), pane.tools());
        titles.getChildren().setAll(panes.stream().map(this::tab).toList());
        subtitle.textProperty().bind(pane.subtitleProperty());
        content.getChildren().setAll(pane.content());
        boolean hasMenu = !pane.menu().isEmpty();
        menuButton.setVisible(hasMenu);
        menuButton.setManaged(hasMenu);
        menuButton.setId(pane.id() + "-menu");
        enlargeButton.setId(pane.id() + "-enlarge");
        setId(pane.id() + "-card");
    }

    private Label tab(PlotPane pane) {
        Label tab = new Label();
        tab.textProperty().bind(pane.titleProperty());
        tab.setId(pane.id() + "-title");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.getStyleClass().add("card-title");
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
        subtitle.textProperty().unbind();
        Bindings.unbindContent(tools.getChildren(), top.tools());
        tools.getChildren().clear();
        content.getChildren().clear();
    }
}
