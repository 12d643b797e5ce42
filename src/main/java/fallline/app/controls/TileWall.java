package fallline.app.controls;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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

/// Tiles with pictures, found by typing. Arrow keys go from one to the next and back to the search, Enter takes one.
public final class TileWall extends StackPane {
    private final TextField search;
    private final Consumer<ButtonBase> onEnter;
    private final FlowPane flow = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(flow);
    private final Label nothing;
    private List<Tile> tiles = List.of();

    /// A tile with the words under which it is found.
    public record Tile(ButtonBase button, String words) {
        private boolean matches(String wanted) {
            String known = words.toLowerCase(Locale.ROOT);
            return Arrays.stream(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(known::contains);
        }
    }

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
        List<ButtonBase> found = tiles.stream()
                .filter(tile -> tile.matches(search.getText()))
                .map(Tile::button)
                .toList();
        flow.getChildren().setAll(found);
        nothing.setVisible(found.isEmpty() && !tiles.isEmpty());
        scroll.setVvalue(0);
    }

    private void onSearchKey(KeyEvent event) {
        if (flow.getChildren().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            flow.getChildren().getFirst().requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
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
