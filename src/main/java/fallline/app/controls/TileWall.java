package fallline.app.controls;

import fallline.app.find.Ranking;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/// Tiles with pictures, found by typing, the likeliest first. While there is something in the search, the first is
/// highlighted (`:hit`) and Enter takes it. Arrow keys go from one to the next and back to the search.
public final class TileWall extends StackPane {
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

    private final TextField search;
    private final Consumer<ButtonBase> onEnter;
    private final FlowPane flow = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(flow);
    private final Label nothing;
    private List<Tile> tiles = List.of();

    /// A tile with the words under which it is found.
    ///
    /// @param name what it is called; those whose names are meant come first
    /// @param words all that is known of it
    public record Tile(ButtonBase button, String name, String words) {}

    /// @param search whose words a tile must all have to be seen
    /// @param style class of the wall, which says how large it is
    /// @param nothing what is said when no tile has the words
    /// @param onEnter takes the tile with the keyboard, or the first one for Enter in the search
    public TileWall(TextField search, String style, String nothing, Consumer<ButtonBase> onEnter) {
        this.search = search;
        this.onEnter = onEnter;
        this.nothing = new Label(nothing);
        compose(style);
        search.textProperty().subscribe(_ -> filter());
        search.focusedProperty().subscribe(_ -> mark());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        flow.addEventFilter(KeyEvent.KEY_PRESSED, this::onTileKey);
    }

    private void compose(String style) {
        flow.getStyleClass().add("gallery-flow");
        scroll.getStyleClass().addAll("card-scroll", style);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        nothing.getStyleClass().add("note");
        nothing.setVisible(false);
        getChildren().setAll(scroll, nothing);
    }

    /// Shows these tiles, as far as they have the words of the search.
    public void show(List<Tile> all) {
        tiles = List.copyOf(all);
        for (Tile tile : tiles) {
            tile.button().focusedProperty().subscribe(focused -> {
                if (focused) {
                    reveal(tile.button());
                }
            });
        }
        filter();
    }

    private void filter() {
        List<ButtonBase> found = Ranking.found(tiles, search.getText(), Tile::name, Tile::words).stream()
                .map(Tile::button)
                .toList();
        flow.getChildren().setAll(found);
        nothing.setVisible(found.isEmpty() && !tiles.isEmpty());
        scroll.setVvalue(0);
        mark();
    }

    /// Shows which one Enter in the search takes.
    private void mark() {
        boolean typed = search.isFocused() && isTyped();
        for (Node tile : flow.getChildren()) {
            tile.pseudoClassStateChanged(
                    HIT, typed && tile == flow.getChildren().getFirst());
        }
    }

    private boolean isTyped() {
        return !search.getText().isBlank();
    }

    private void onSearchKey(KeyEvent event) {
        if (flow.getChildren().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            // the first is highlighted already while something is typed
            int next = isTyped() && flow.getChildren().size() > 1 ? 1 : 0;
            flow.getChildren().get(next).requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && isTyped()) {
            take(0);
            event.consume();
        }
    }

    private void take(int at) {
        if (flow.getChildren().get(at) instanceof ButtonBase tile) {
            onEnter.accept(tile);
        }
    }

    private void onTileKey(KeyEvent event) {
        int at = flow.getChildren().indexOf(event.getTarget());
        if (at < 0) {
            return;
        }
        int last = flow.getChildren().size() - 1;
        int next =
                switch (event.getCode()) {
                    case RIGHT -> Math.min(at + 1, last);
                    case LEFT -> at - 1;
                    case DOWN -> Math.min(at + columns(), last);
                    case UP -> at - columns();
                    case HOME -> 0;
                    case END -> last;
                    default -> at;
                };
        if (event.getCode() == KeyCode.ENTER) {
            take(at);
            event.consume();
        } else if (next < 0) {
            search.requestFocus();
            event.consume();
        } else if (next != at) {
            flow.getChildren().get(next).requestFocus();
            event.consume();
        }
    }

    /// How many tiles stand in the first row.
    private int columns() {
        double top = flow.getChildren().getFirst().getLayoutY();
        return (int) flow.getChildren().stream()
                .filter(tile -> tile.getLayoutY() == top)
                .count();
    }

    /// Scrolls until the tile is seen.
    public void reveal(Node tile) {
        Bounds bounds = tile.getBoundsInParent();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = flow.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (bounds.getMinY() < top) {
            scroll.setVvalue(bounds.getMinY() / hidden);
        } else if (bounds.getMaxY() > top + seen) {
            scroll.setVvalue((bounds.getMaxY() - seen) / hidden);
        }
    }
}
