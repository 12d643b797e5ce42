package fallline.app.shell;

import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.feature.Feature;
import fallline.app.feature.Tool;
import fallline.app.menu.MenuStrip;
import fallline.app.pane.PaneGrid;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.collections.ListChangeListener;
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
import javafx.scene.transform.Scale;

/// The window's inside: toolbar, left column, panes, footer, as the features bring them; over it what passes by.
///
/// The pseudo-class `:narrow` holds while there is no room for four panes.
public final class Shell extends StackPane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double GAP_WIDE = 10;
    private static final double GAP_NARROW = 8;

    private final PaneGrid grid;
    private final ReadOnlyBooleanProperty narrow;

    /// Of everything in the window, about its upper left corner.
    private final Scale scale = new Scale(1, 1);

    /// @param size of the interface in percent
    public Shell(
            List<Feature> features,
            MenuStrip menus,
            PaneGrid grid,
            Node toasts,
            ReadOnlyBooleanProperty narrow,
            ReadOnlyIntegerProperty size) {
        this.grid = grid;
        this.narrow = narrow;
        getChildren().addListener(this::onChildren);
        size.subscribe(percent -> {
            scale.setX(percent.doubleValue() / 100);
            scale.setY(percent.doubleValue() / 100);
            requestLayout();
        });
        compose(features, menus, toasts);
        bind();
    }

    private void onChildren(ListChangeListener.Change<? extends Node> change) {
        while (change.next()) {
            change.getRemoved().forEach(child -> child.getTransforms().remove(scale));
            change.getAddedSubList().forEach(child -> child.getTransforms().add(scale));
        }
    }

    /// The width of the window in the pixels of the interface, larger ones or smaller.
    public DoubleBinding roomProperty() {
        return widthProperty().divide(scale.xProperty());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double times = scale.getX();
        if (times == 1) {
            return;
        }
        double width = getWidth() / times;
        double height = getHeight() / times;
        for (Node child : getManagedChildren()) {
            Pos place = Optional.ofNullable(getAlignment(child)).orElse(Pos.CENTER);
            layoutInArea(child, 0, 0, width, height, 0, getMargin(child), place.getHpos(), place.getVpos());
            child.setLayoutX(times * child.getLayoutX());
            child.setLayoutY(times * child.getLayoutY());
        }
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
            List<Node> heads = features.stream()
                    .flatMap(feature -> feature.heads().stream())
                    .toList();
            frame.setLeft(column(heads, cards));
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
        Tips.on(name, Term.NAME);
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

    /// @param heads always in sight
    /// @param cards scrolled where there is too little room
    private static Node column(List<Node> heads, List<Node> cards) {
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
        VBox head = new VBox();
        head.getStyleClass().add("column-head-cards");
        head.getChildren().setAll(heads);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox side = new VBox(head, scroll);
        side.getStyleClass().add("side-column");
        return side;
    }

    private void bind() {
        narrow.subscribe(now -> {
            pseudoClassStateChanged(NARROW, now);
            grid.setNarrow(now);
            grid.setGap(now ? GAP_NARROW : GAP_WIDE);
        });
    }
}
