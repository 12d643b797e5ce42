package fallline.app.problem;

import fallline.app.controls.Sheet;
import fallline.app.controls.TileWall;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.figure.paint.Theme;
import fallline.file.user.FunctionFolder;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.FunctionCard;
import fallline.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The functions of the catalogue as pictures, found by typing. Arrow keys go from one to the next, Enter opens it.
final class FunctionGallery {
    private static final double COMPLAINT_WIDTH = 734;

    private final Desk desk;
    private final FunctionFolder own;
    private final Consumer<CatalogueFunction> onChosen;
    private final Thumbnails thumbnails;
    private final TextField search = new TextField();
    private final TileWall wall =
            new TileWall(search, "gallery", "No function has these words: try fewer.", ButtonBase::fire);
    private final Label complaints = new Label();
    private final KeepLine keep = new KeepLine(this::keep);
    private final Sheet sheet;
    private final Asking<FunctionFolder, Cards> reading;
    private List<FunctionTile> tiles = List.of();

    /// @param own the user's functions, which stand first
    /// @param onChosen gets the function that is to be opened; the sheet is closed then
    FunctionGallery(Desk desk, FunctionFolder own, Consumer<CatalogueFunction> onChosen) {
        this.desk = desk;
        this.own = own;
        this.onChosen = onChosen;
        thumbnails = new Thumbnails(
                desk.questions().lane(Lane.ANALYSIS, "Painting a function"),
                desk.questions().own());
        reading = desk.questions()
                .on(Lane.FILES, "Reading the functions", FunctionGallery::read, (_, cards) -> show(cards));
        sheet = new Sheet(desk.stage(), "gallery-sheet", this::close, header(), keep, complaints, wall);
    }

    private HBox header() {
        complaints.setId("gallery-complaints");
        complaints.getStyleClass().addAll("note", "verdict-doubtful");
        complaints.setWrapText(true);
        complaints.setMinHeight(Region.USE_PREF_SIZE);
        complaints.setMaxWidth(COMPLAINT_WIDTH);
        complaints.setVisible(false);
        complaints.managedProperty().bind(complaints.visibleProperty());
        Label title = new Label("Functions");
        title.getStyleClass().add("about-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        search.setId("gallery-search");
        search.setPromptText("Search: valley, saddle, kinked, cos …");
        search.setAccessibleText("Search for a function");
        Tips.on(search, "Shows the functions whose name, kind, formula or lesson has all these words.");
        HBox.setHgrow(search, Priority.ALWAYS);
        Button close = Sheet.button("close-gallery", "Close", this::close);
        Tips.on(close, "Goes back to the problem that is there.");
        HBox header = new HBox(title, search, close);
        header.getStyleClass().add("gallery-header");
        return header;
    }

    /// Shows the sheet. The cards are read in the background each time, since the user may have written some meanwhile;
    /// the pictures are painted at the first time.
    void open() {
        search.clear();
        keep.show(typed().isPresent());
        sheet.open();
        search.requestFocus();
        read();
    }

    private void read() {
        reading.ask(own);
    }

    /// What there is to be shown.
    private record Cards(FunctionFolder.Content own, List<CatalogueFunction> all) {}

    private static Cards read(FunctionFolder own) {
        return new Cards(own.read(), FunctionCatalogue.all());
    }

    private void show(Cards cards) {
        List<String> said = cards.own().complaints();
        complaints.setText(String.join("\n", said));
        complaints.setVisible(!said.isEmpty());
        fill(cards.own().functions(), cards.all());
    }

    private Optional<Problem.Formula> typed() {
        return desk.workbench().experiment().problem() instanceof Problem.Formula formula
                        && formula.card().isEmpty()
                ? Optional.of(formula)
                : Optional.empty();
    }

    /// Keeps the typed formula, or says why that cannot be.
    private Optional<String> keep(String name) {
        try {
            typed().ifPresent(formula -> {
                FunctionCard card = FunctionCard.of(
                        name, formula, desk.workbench().experiment().startPoint());
                if (tiles.stream().anyMatch(tile -> tile.card().id().equals(card.id()))) {
                    throw new IllegalArgumentException(
                            "You keep a function of that name already: type another one, or remove "
                                    + own.file(card.id()) + ".");
                }
                desk.files().run(own.file(card.id()), "Saving " + name, () -> save(card), _ -> read());
            });
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private FunctionCard save(FunctionCard card) {
        own.save(card.id(), card.text());
        return card;
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
        tiles.forEach(tile -> tile.setOnAction(_ -> choose(tile)));
        wall.show(tiles.stream()
                .map(tile -> new TileWall.Tile(tile, tile.card().name(), tile.words()))
                .toList());
        paint();
    }

    private void paint() {
        Theme theme = desk.appearance().themeProperty().getValue();
        tiles.forEach(tile -> thumbnails.ask(tile.card(), theme, tile::show));
    }

    private void choose(FunctionTile tile) {
        close();
        onChosen.accept(tile.card());
    }
}
