package fallline.app.problem;

import fallline.app.Desk;
import fallline.app.controls.Sheet;
import fallline.app.controls.Tips;
import fallline.figure.Theme;
import fallline.file.FunctionFolder;
import fallline.objective.CatalogueFunction;
import fallline.objective.FunctionCatalogue;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The functions of the catalogue as pictures, found by typing. Arrow keys go from one to the next, Enter opens it.
final class FunctionGallery {
    private final Desk desk;
    private final FunctionFolder own;
    private final Consumer<CatalogueFunction> onChosen;
    private final Thumbnails thumbnails;
    private final TextField search = new TextField();
    private final FlowPane flow = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(flow);
    private final Label nothing = new Label("No function has these words: try fewer.");
    private final Sheet sheet;
    private List<FunctionTile> tiles = List.of();

    /// @param own the user's functions, which stand first
    /// @param onChosen gets the function that is to be opened; the sheet is closed then
    FunctionGallery(Desk desk, FunctionFolder own, Consumer<CatalogueFunction> onChosen) {
        this.desk = desk;
        this.own = own;
        this.onChosen = onChosen;
        thumbnails = new Thumbnails(desk.background(), Platform::runLater);
        sheet = new Sheet(desk.stage(), "gallery-sheet", this::close, header(), body());
        search.textProperty().subscribe(_ -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        flow.addEventFilter(KeyEvent.KEY_PRESSED, this::onTileKey);
    }

    private HBox header() {
        Label title = new Label("Functions");
        title.getStyleClass().add("about-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        search.setId("gallery-search");
        search.setPromptText("Search: valley, saddle, kinked, cos …");
        search.setAccessibleText("Search for a function");
        Tips.on(search, "Shows the functions whose name, kind, formula or lesson has all these words.");
        HBox.setHgrow(search, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setId("close-gallery");
        close.getStyleClass().addAll("tool", "big");
        close.setOnAction(_ -> close());
        Tips.on(close, "Goes back to the problem that is there.");
        HBox header = new HBox(title, search, close);
        header.getStyleClass().add("gallery-header");
        return header;
    }

    private StackPane body() {
        flow.getStyleClass().add("gallery-flow");
        scroll.getStyleClass().addAll("card-scroll", "gallery");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        nothing.getStyleClass().add("note");
        nothing.setVisible(false);
        return new StackPane(scroll, nothing);
    }

    /// Shows the sheet. The cards are read in the background each time, since the user may have written some meanwhile;
    /// the pictures are painted at the first time.
    void open() {
        search.clear();
        sheet.open();
        search.requestFocus();
        desk.background().execute(() -> {
            FunctionFolder.Content content = own.read();
            List<CatalogueFunction> all = FunctionCatalogue.all();
            Platform.runLater(() -> {
                content.complaints().forEach(desk.notices()::warn);
                fill(content.functions(), all);
            });
        });
    }

    private void close() {
        sheet.close();
    }

    private void fill(List<CatalogueFunction> mine, List<CatalogueFunction> all) {
        List<CatalogueFunction> cards =
                Stream.concat(mine.stream(), all.stream()).toList();
        if (tiles.stream().map(FunctionTile::card).toList().equals(cards)) {
            paint();
            return;
        }
        tiles = cards.stream()
                .map(card -> new FunctionTile(card, mine.contains(card)))
                .toList();
        for (FunctionTile tile : tiles) {
            tile.setOnAction(_ -> choose(tile));
            tile.focusedProperty().subscribe(focused -> {
                if (focused) {
                    reveal(tile);
                }
            });
        }
        filter();
        paint();
    }

    private void paint() {
        Theme theme = desk.appearance().themeProperty().getValue();
        tiles.forEach(tile -> thumbnails.ask(tile.card(), theme, tile::show));
    }

    private void filter() {
        List<FunctionTile> found =
                tiles.stream().filter(tile -> tile.matches(search.getText())).toList();
        flow.getChildren().setAll(found);
        nothing.setVisible(found.isEmpty() && !tiles.isEmpty());
        scroll.setVvalue(0);
    }

    private void choose(FunctionTile tile) {
        close();
        onChosen.accept(tile.card());
    }

    private void onSearchKey(KeyEvent event) {
        if (flow.getChildren().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            flow.getChildren().getFirst().requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            ((FunctionTile) flow.getChildren().getFirst()).fire();
            event.consume();
        }
    }

    private void onTileKey(KeyEvent event) {
        int at = flow.getChildren().indexOf(event.getTarget());
        if (at < 0) {
            return;
        }
        int next =
                switch (event.getCode()) {
                    case RIGHT -> at + 1;
                    case LEFT -> at - 1;
                    case DOWN -> Math.min(at + columns(), flow.getChildren().size() - 1);
                    case UP -> at - columns();
                    case HOME -> 0;
                    case END -> flow.getChildren().size() - 1;
                    default -> at;
                };
        if (event.getCode() == KeyCode.ENTER) {
            ((FunctionTile) flow.getChildren().get(at)).fire();
            event.consume();
        } else if (next < 0) {
            search.requestFocus();
            event.consume();
        } else if (next != at) {
            flow.getChildren()
                    .get(Math.min(next, flow.getChildren().size() - 1))
                    .requestFocus();
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
    private void reveal(FunctionTile tile) {
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
