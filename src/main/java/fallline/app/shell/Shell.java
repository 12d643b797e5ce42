package fallline.app.shell;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.feature.Feature;
import fallline.app.feature.Surroundings;
import fallline.app.feature.Tool;
import fallline.app.menu.MenuStrip;
import fallline.app.paint.ScrolledContent;
import fallline.app.pane.PaneGrid;
import fallline.app.pane.PlotPane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
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
/// The pseudo-class `:narrow` holds while there is no room for four panes, `:low` while there is little room for the
/// column, and `:small` while there is room for one pane only; then the list of runs lies in the column's scroller.
public final class Shell extends StackPane implements Surroundings {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    /// Less than this is low.
    private static final double LOW_BELOW = 800;

    /// A window of 900×600, less the frame that the desktop puts around it.
    private static final double SMALL_WIDTH = 890;

    private static final double SMALL_HEIGHT = 560;

    /// In less, the toolbar leaves its last tools to the menus.
    private static final double LAST_TOOLS = 640;

    private static final double GAP_WIDE = 10;
    private static final double GAP_NARROW = 8;

    private final List<Feature> features;
    private final PaneGrid grid;
    private final ReadOnlyBooleanProperty narrow;
    private final ReadOnlyBooleanWrapper small = new ReadOnlyBooleanWrapper();

    private final BorderPane frame = new BorderPane();
    private Optional<Node> side = Optional.empty();
    private Runnable arrangeColumn = () -> {};
    private Optional<Furniture> beforePresenting = Optional.empty();
    private boolean lent;
    private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();

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
        this.features = features;
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

    /// The parts of the window in reading order: toolbar, what is always in sight of the left column, its cards, each
    /// pane and each part of the footer.
    public List<Parent> regions() {
        List<Parent> all = new ArrayList<>();
        Stream.of(frame.getTop(), frame.getLeft(), grid, frame.getBottom())
                .flatMap(Stream::ofNullable)
                .map(Parent.class::cast)
                .forEach(part -> {
                    if (part == frame.getTop()) {
                        all.add(part);
                    } else {
                        part.getChildrenUnmodifiable().stream()
                                .filter(Parent.class::isInstance)
                                .forEach(child -> all.add((Parent) child));
                    }
                });
        return all;
    }

    @Override
    public void column(Optional<Region> instead) {
        lent = instead.isPresent();
        taken.set(lent || beforePresenting.isPresent());
        if (instead.isPresent()) {
            frame.setLeft(instead.get());
        } else {
            side.ifPresent(frame::setLeft);
            arrangeColumn.run();
        }
    }

    @Override
    public void panes(Set<String> only) {
        grid.showOnly(only);
    }

    @Override
    public List<String> shownPanes() {
        return grid.offered().stream().filter(grid::isOnTop).map(PlotPane::id).toList();
    }

    @Override
    public void present(List<String> panes, Optional<Region> strip) {
        if (strip.isPresent() && beforePresenting.isEmpty()) {
            beforePresenting = Optional.of(new Furniture(
                    Optional.ofNullable(frame.getTop()),
                    Optional.ofNullable(frame.getLeft()),
                    Optional.ofNullable(frame.getBottom())));
            frame.setTop(null);
            frame.setLeft(null);
        }
        pseudoClassStateChanged(PRESENTING, strip.isPresent());
        strip.ifPresent(frame::setBottom);
        grid.present(strip.isPresent() ? panes : List.of());
        if (strip.isEmpty()) {
            Optional<Furniture> before = beforePresenting;
            beforePresenting = Optional.empty();
            before.ifPresent(all -> {
                Node centre = frame.getCenter();
                frame.setCenter(null); // the keyboard goes by Tab in the order in which these come
                frame.setBottom(null);
                all.top.ifPresent(frame::setTop);
                all.left.ifPresent(frame::setLeft);
                frame.setCenter(centre);
                all.bottom.ifPresent(frame::setBottom);
            });
        }
        taken.set(lent || beforePresenting.isPresent());
        follow();
    }

    @Override
    public ReadOnlyBooleanProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /// What stands around the panes.
    private record Furniture(Optional<Node> top, Optional<Node> left, Optional<Node> bottom) {}

    /// The panes have as many places as there is room for; on a stage there is always room.
    private void follow() {
        boolean free = beforePresenting.isEmpty();
        pseudoClassStateChanged(SMALL, small.get() && free);
        grid.setSingle(small.get() && free);
        pseudoClassStateChanged(NARROW, narrow.get() || !free);
        grid.setNarrow(narrow.get() && free);
        grid.setGap(narrow.get() || !free ? GAP_NARROW : GAP_WIDE);
    }

    @Override
    public Optional<String> lay(String pane) {
        return grid.lay(pane);
    }

    @Override
    public Map<String, Node> controls() {
        Map<String, Node> all = new HashMap<>();
        features.forEach(feature -> all.putAll(feature.controls()));
        return all;
    }

    private DoubleBinding roomBelowProperty() {
        return heightProperty().divide(scale.yProperty());
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
        frame.setMinSize(0, 0); // a scaled frame is never larger than the window
        frame.setTop(toolbar(features, menus));
        List<Node> cards =
                features.stream().flatMap(feature -> feature.cards().stream()).toList();
        if (!cards.isEmpty()) {
            side = Optional.of(column(
                    features.stream()
                            .flatMap(feature -> feature.heads().stream())
                            .toList(),
                    features.stream()
                            .flatMap(feature -> feature.lists().stream())
                            .toList(),
                    cards));
            side.ifPresent(frame::setLeft);
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

    private Node toolbar(List<Feature> features, MenuStrip menus) {
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
        HBox line = group(features, Tool.Place.LINE);
        HBox.setHgrow(line, Priority.SOMETIMES);
        line.setMinWidth(0);
        HBox actions = group(features, Tool.Place.ACTION);
        HBox last = group(features, Tool.Place.LAST);
        small.subscribe(now -> {
            name.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            line.setVisible(!now);
            actions.setVisible(!now); // in the menus, as is all else
        });
        last.visibleProperty().bind(roomProperty().greaterThanOrEqualTo(LAST_TOOLS));
        bar.getChildren().addAll(line, gap, actions, menus.more(), last);
        ArrowGroup.ofButtonsIn(bar);
        return bar;
    }

    /// Tools that come and go together.
    private static HBox group(List<Feature> features, Tool.Place place) {
        HBox group = new HBox();
        group.getStyleClass().add("tool-group");
        group.setAlignment(Pos.CENTER_LEFT);
        group.getChildren().setAll(tools(features, place));
        group.managedProperty().bind(group.visibleProperty());
        return group;
    }

    private static List<Node> tools(List<Feature> features, Tool.Place place) {
        return features.stream()
                .flatMap(feature -> feature.toolbar().stream())
                .filter(tool -> tool.place() == place)
                .map(Tool::node)
                .toList();
    }

    /// @param heads always in sight
    /// @param lists below them; they scroll by themselves, and in a small window with all else
    /// @param cards scrolled where there is too little room
    private Node column(List<Node> heads, List<Node> lists, List<Node> cards) {
        VBox column = new VBox();
        column.getStyleClass().add("column");
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
        scroll.setMinHeight(0);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS); // its place stays, so that all cards are of one width
        scroll.skinProperty().subscribe(_ -> showBar(scroll));
        ScrolledContent.paintOnlyChanges(scroll);
        VBox listed = new VBox();
        listed.getStyleClass().add("column-head-cards");
        VBox beside = new VBox(head, listed, scroll);
        beside.getStyleClass().add("side-column");
        arrangeColumn = () -> {
            boolean now = small.get();
            listed.getChildren().clear();
            column.getChildren().clear();
            (now ? column : listed).getChildren().setAll(lists);
            column.getChildren().addAll(cards);
            listed.setVisible(!now);
            listed.setManaged(!now);
        };
        small.subscribe(_ -> {
            if (frame.getLeft() == null || frame.getLeft() == beside) {
                arrangeColumn.run();
            }
        });
        return beside;
    }

    /// The bar is seen only while there is something to scroll.
    private static void showBar(ScrollPane scroll) {
        for (Node node : scroll.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.opacityProperty()
                        .bind(Bindings.when(bar.visibleAmountProperty().lessThan(bar.maxProperty()))
                                .then(1.0)
                                .otherwise(0.0));
            }
        }
    }

    private void bind() {
        roomBelowProperty().subscribe(height -> pseudoClassStateChanged(LOW, height.doubleValue() < LOW_BELOW));
        small.bind(roomProperty()
                .lessThan(SMALL_WIDTH)
                .or(roomBelowProperty().lessThan(SMALL_HEIGHT))
                .and(widthProperty().greaterThan(0)));
        small.subscribe(_ -> follow());
        narrow.subscribe(_ -> follow());
    }
}
