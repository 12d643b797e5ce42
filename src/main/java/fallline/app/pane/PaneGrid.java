package fallline.app.pane;

import fallline.app.pane.PlacedPane.Place;
import fallline.file.user.Shares;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Gives the panes their places: four cards where there is room, three with tabs where there is not, one when it fills
/// the window, or when the window is too small for more.
public final class PaneGrid extends Region {
    private final List<PlacedPane> panes;
    private final Map<Place, Deck> decks = new EnumMap<>(Place.class);
    private final Map<Place, PlotPane> tops = new EnumMap<>(Place.class);
    private final ObjectProperty<Shares> shares = new SimpleObjectProperty<>(Shares.USUAL);
    private final Region leftHandle = new Region();
    private final Region upperHandle = new Region();
    private double gap;
    private boolean narrow;
    private boolean single;
    private Set<String> only = Set.of();
    private List<String> presented = List.of();
    private Optional<Laid> beforePresenting = Optional.empty();
    private Optional<PlotPane> singleTop = Optional.empty();
    private Optional<PlotPane> lowerTop = Optional.empty();
    private Optional<PlotPane> enlarged = Optional.empty();

    /// @param panes in the order of the tabs, at least one
    public PaneGrid(List<PlacedPane> panes) {
        this.panes = List.copyOf(panes);
        getStyleClass().add("pane-grid");
        setMinSize(0, 0);
        handle(leftHandle, "split-left", Cursor.H_RESIZE, event -> {
            double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            shares.set(new Shares(x / getWidth(), shares.get().upper()));
        });
        handle(upperHandle, "split-upper", Cursor.V_RESIZE, event -> {
            double y = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
            shares.set(new Shares(shares.get().left(), y / getHeight()));
        });
        shares.subscribe(_ -> requestLayout());
        panes.forEach(placed -> placed.pane().offeredProperty().subscribe((_, now) -> onOffered(placed.pane(), now)));
        arrange();
    }

    /// The line between two cards can be dragged; pressed twice, it goes where it is in a new window.
    private void handle(Region handle, String id, Cursor cursor, Consumer<MouseEvent> onDrag) {
        handle.setId(id);
        handle.setCursor(cursor);
        handle.setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onDrag.accept(event);
            }
        });
        handle.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                shares.set(Shares.USUAL);
            }
        });
    }

    /// How the panes share the window.
    public ObjectProperty<Shares> sharesProperty() {
        return shares;
    }

    /// Arranges the panes for a window that is narrow, or wide.
    public void setNarrow(boolean now) {
        if (now != narrow) {
            remember();
            narrow = now;
            arrange();
        }
    }

    /// Shows one pane at a time, or all again.
    public void setSingle(boolean now) {
        if (now != single) {
            remember();
            single = now;
            arrange();
        }
    }

    /// What lay where.
    private record Laid(
            Map<Place, PlotPane> tops,
            Optional<PlotPane> singleTop,
            Optional<PlotPane> lowerTop,
            Optional<PlotPane> enlarged) {}

    /// Shows these panes side by side, one to four, whatever room there is; or, for none, everything as it was
    /// before.
    ///
    /// @param ids in the order of their places; those that are not there are left out, and where none is, the first
    ///     pane is shown
    public void present(List<String> ids) {
        if (presented.isEmpty() && !ids.isEmpty()) {
            remember();
            beforePresenting = Optional.of(new Laid(Map.copyOf(tops), singleTop, lowerTop, enlarged));
            enlarged = Optional.empty();
        }
        presented = List.copyOf(ids);
        if (ids.isEmpty()) {
            beforePresenting.ifPresent(this::layAs);
            beforePresenting = Optional.empty();
        }
        arrange();
    }

    private void layAs(Laid before) {
        tops.clear();
        tops.putAll(before.tops);
        singleTop = before.singleTop;
        lowerTop = before.lowerTop;
        enlarged = before.enlarged;
    }

    /// Shows the panes with these ids alone, which share the room, or all again for an empty set. Where none of them is
    /// there, all are shown.
    public void showOnly(Set<String> ids) {
        if (!ids.equals(only)) {
            remember();
            only = Set.copyOf(ids);
            enlarged = Optional.empty();
            arrange();
        }
    }

    private void onOffered(PlotPane pane, boolean now) {
        remember();
        if (!now && enlarged.filter(large -> large == pane).isPresent()) {
            enlarged = Optional.empty();
        }
        arrange();
        if (now && pane.isOnRequest()) {
            lay(pane);
        }
    }

    /// The space between the cards.
    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
    }

    /// Lets a pane fill the window, or if one does, gives it back its place.
    public void toggle(PlotPane pane) {
        if (single) {
            return; // it does already
        }
        remember();
        enlarged = enlarged.isPresent() ? Optional.empty() : Optional.of(pane);
        arrange();
    }

    /// The panes that are to be seen now, in the order of the tabs.
    public List<PlotPane> offered() {
        return offered(_ -> true);
    }

    /// Whether a pane lies on top.
    public boolean isOnTop(PlotPane pane) {
        return decks.values().stream().anyMatch(deck -> deck.top() == pane);
    }

    /// Lays a pane on top of the others at its place; while another fills the window, it takes that one's place.
    public void lay(PlotPane pane) {
        if (isOnTop(pane)) {
            return;
        }
        if (enlarged.isPresent() && !single) {
            enlarged = Optional.of(pane);
            arrange();
        } else {
            decks.values().stream().filter(deck -> deck.holds(pane)).findFirst().ifPresent(deck -> deck.lay(pane));
        }
    }

    /// Lays the pane with this id on top at its place.
    ///
    /// @return the id of the one that lay there before, if it was another one
    public Optional<String> lay(String id) {
        return offered().stream()
                .filter(pane -> pane.id().equals(id) && !isOnTop(pane))
                .findFirst()
                .flatMap(pane -> decks.values().stream()
                        .filter(deck -> deck.holds(pane))
                        .findFirst()
                        .map(deck -> {
                            String before = deck.top().id();
                            deck.lay(pane);
                            return before;
                        }));
    }

    /// The pane that is meant by a key: the one that the keyboard was brought to, else the one under the mouse, else
    /// the one with the keyboard, else the enlarged one, else the first.
    public PlotPane meant() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return decks.values().stream()
                .filter(deck -> deck.hasKeyboard() && owner != null && owner.isFocusVisible())
                .findFirst()
                .or(() -> decks.values().stream().filter(Node::isHover).findFirst())
                .or(() -> decks.values().stream().filter(Deck::hasKeyboard).findFirst())
                .or(() -> decks.values().stream().findFirst())
                .map(Deck::top)
                .orElse(panes.getFirst().pane());
    }

    /// Does something with the pane that a key means, if it offers that.
    public void act(PaneAction.Kind kind) {
        meant().actions().stream()
                .filter(action -> action.kind() == kind)
                .findFirst()
                .ifPresent(action -> action.action().run());
    }

    /// Gives an enlarged pane back its place.
    ///
    /// @return whether there was one
    public boolean shrink() {
        boolean was = enlarged.isPresent() && !single;
        if (was) {
            enlarged = Optional.empty();
            arrange();
        }
        return was;
    }

    /// Keeps in mind which panes lie on top.
    private void remember() {
        if (!presented.isEmpty()) {
            return;
        }
        if (single) {
            singleTop = decks.values().stream().map(Deck::top).findFirst();
            return;
        }
        if (enlarged.isPresent()) {
            return;
        }
        decks.forEach((place, deck) -> {
            if (narrow && place.isLower()) {
                lowerTop = Optional.of(deck.top());
            } else {
                tops.put(place, deck.top());
            }
        });
    }

    private void arrange() {
        decks.values().forEach(Deck::clear);
        decks.clear();
        if (enlarged.isPresent() && !single) {
            put(Place.UPPER_LEFT, List.of(enlarged.get()), enlarged);
        } else if (!presented.isEmpty()) {
            arrangePresented();
        } else if (single) {
            put(Place.UPPER_LEFT, offered(), enlarged.or(() -> singleTop));
        } else {
            for (Place place : Place.values()) {
                if (!narrow || !place.isLower()) {
                    put(place, offered(at -> at == place), Optional.ofNullable(tops.get(place)));
                }
            }
            if (narrow) {
                put(Place.LOWER_LEFT, offered(Place::isLower), lowerTop);
            }
        }
        getChildren().setAll(decks.values());
        if (enlarged.isEmpty() && !single && presented.isEmpty()) {
            getChildren().addAll(leftHandle, upperHandle);
        }
    }

    private void arrangePresented() {
        List<PlotPane> all = offered();
        List<PlotPane> shown = presented.stream()
                .flatMap(id -> all.stream().filter(pane -> pane.id().equals(id)))
                .limit(Place.values().length)
                .toList();
        List<PlotPane> some = shown.isEmpty() ? List.of(all.getFirst()) : shown;
        Iterator<PlotPane> next = some.iterator();
        for (Place place : Place.values()) {
            if (next.hasNext()) {
                put(place, List.of(next.next()), Optional.empty());
            }
        }
    }

    private List<PlotPane> offered(Predicate<Place> where) {
        List<PlacedPane> now = panes.stream()
                .filter(placed -> placed.pane().offeredProperty().get())
                .toList();
        boolean some =
                now.stream().anyMatch(placed -> only.contains(placed.pane().id()));
        return now.stream()
                .filter(placed -> where.test(placed.place()))
                .map(PlacedPane::pane)
                .filter(pane -> !some || only.contains(pane.id()))
                .toList();
    }

    private void put(Place place, List<PlotPane> tabs, Optional<PlotPane> top) {
        if (!tabs.isEmpty()) {
            PlotPane first = top.filter(tabs::contains).orElse(tabs.getFirst());
            decks.put(place, new Deck(tabs, first, kind(), this::toggle));
        }
    }

    private Deck.Kind kind() {
        if (!presented.isEmpty()) {
            return Deck.Kind.STAGE;
        }
        return single ? Deck.Kind.ALONE : enlarged.isPresent() ? Deck.Kind.ENLARGED : Deck.Kind.TABS;
    }

    @Override
    protected void layoutChildren() {
        PaneRooms rooms = new PaneRooms(snapSizeX(getWidth()), snapSizeY(getHeight()), gap, shares.get());
        boolean alone = enlarged.isPresent() || single;
        boolean few =
                (!presented.isEmpty() && enlarged.isEmpty()) || (!only.isEmpty() && decks.size() < (narrow ? 3 : 4));
        decks.forEach((place, deck) ->
                give(deck, few ? rooms.ofFew(place, decks.keySet()) : alone ? rooms.whole() : rooms.of(place, narrow)));
        give(upperHandle, few ? PaneRooms.Room.NONE : rooms.upperHandle());
        give(leftHandle, few ? PaneRooms.Room.NONE : rooms.leftHandle(narrow));
    }

    private static void give(Node node, PaneRooms.Room room) {
        node.resizeRelocate(room.x(), room.y(), room.width(), room.height());
    }
}
