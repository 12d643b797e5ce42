package fallline.app.shell;

import fallline.app.feature.Feature;
import fallline.app.feature.Tool;
import fallline.app.menu.MenuStrip;
import fallline.app.pane.PaneGrid;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's inside: toolbar, left column, panes, footer, as the features bring them; over it what passes by.
///
/// The pseudo-class `:narrow` holds while there is no room for four panes.
public final class Shell extends StackPane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double GAP_WIDE = 10;
    private static final double GAP_NARROW = 8;

    private final PaneGrid grid;
    private final ReadOnlyBooleanProperty narrow;

    public Shell(List<Feature> features, MenuStrip menus, PaneGrid grid, Node toasts, ReadOnlyBooleanProperty narrow) {
        this.grid = grid;
        this.narrow = narrow;
        compose(features, menus, toasts);
        bind();
    }

    private void compose(List<Feature> features, MenuStrip menus, Node toasts) {
        getStyleClass().add("shell");
        StackPane panes = new StackPane(grid);
        panes.getStyleClass().add("panes");
        panes.setMinSize(0, 0);
        BorderPane frame = new BorderPane();
        frame.setTop(toolbar(features, menus));
        List<Node> cards =
                features.stream().flatMap(feature -> feature.cards().stream()).toList();
        if (!cards.isEmpty()) {
            frame.setLeft(column(cards));
        }
        frame.setCenter(panes);
        VBox footer = new VBox();
        features.forEach(feature -> footer.getChildren().addAll(feature.footer()));
        frame.setBottom(footer);
        getChildren().setAll(frame, toasts);
        StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
        toasts.setViewOrder(-1); // before sheets, which are put over all else
        footer.layoutBoundsProperty()
                .subscribe(bounds -> StackPane.setMargin(toasts, new Insets(0, 0, bounds.getHeight(), 0)));
    }

    private static Node toolbar(List<Feature> features, MenuStrip menus) {
        HBox bar = new HBox();
        bar.getStyleClass().add("toolbar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setFillHeight(false);
        Label name = new Label("Fall Line", new Logo());
        name.getStyleClass().add("brand");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().addAll(name, menus.bar());
        bar.getChildren().addAll(tools(features, Tool.Place.CHOICE));
        bar.getChildren().addAll(tools(features, Tool.Place.LINE));
        bar.getChildren().add(gap);
        bar.getChildren().addAll(tools(features, Tool.Place.ACTION));
        bar.getChildren().add(menus.more());
        bar.getChildren().addAll(tools(features, Tool.Place.LAST));
        return bar;
    }

    private static List<Node> tools(List<Feature> features, Tool.Place place) {
        return features.stream()
                .flatMap(feature -> feature.toolbar().stream())
                .filter(tool -> tool.place() == place)
                .map(Tool::node)
                .toList();
    }

    private static Node column(List<Node> cards) {
        VBox column = new VBox();
        column.getStyleClass().add("column");
        column.getChildren().setAll(cards);
        column.setMinWidth(0); // what is too wide in a card is cut there, not the whole column
        VBox.setVgrow(cards.getLast(), Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("column");
        scroll.getStyleClass().add("column-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private void bind() {
        narrow.subscribe(now -> {
            pseudoClassStateChanged(NARROW, now);
            grid.setNarrow(now);
            grid.setGap(now ? GAP_NARROW : GAP_WIDE);
        });
    }
}
