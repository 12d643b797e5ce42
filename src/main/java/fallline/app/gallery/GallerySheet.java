package fallline.app.gallery;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.controls.Term;
import fallline.app.controls.TileWall;
import fallline.app.controls.Tips;
import fallline.data.BuiltInData;
import fallline.figure.paint.Theme;
import fallline.number.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The built-in data sets with a small picture of each, found by typing, and what there is to know about the chosen
/// one.
public final class GallerySheet {
    private static final double WIDTH = 148;
    private static final double HEIGHT = 84;

    /// What the buttons do.
    public record Actions(Consumer<GalleryEntry> use, Runnable openFile, Runnable paste) {}

    private final Actions actions;
    private final Theme theme;
    private final ToggleGroup group = new ToggleGroup();
    private final TextField search = new TextField();
    private final TileWall wall;
    private final VBox details = new VBox(7);
    private final Button use = new Button("Use these data");
    private final Sheet sheet;
    private Optional<GalleryEntry> chosen = Optional.empty();

    public GallerySheet(
            Stage stage, List<GalleryEntry> entries, Optional<String> present, Theme theme, Actions actions) {
        this.actions = actions;
        this.theme = theme;
        wall = new TileWall(search, "data-wall", "No data set has these words: try fewer.", tile -> {
            tile.fire();
            onUse();
        });
        sheet = new Sheet(stage, "data-gallery", this::close, content());
        List<TileWall.Tile> tiles = entries.stream()
                .map(entry -> new TileWall.Tile(tile(entry), entry.title(), entry.words()))
                .toList();
        wall.show(tiles);
        GalleryEntry first = entries.stream()
                .filter(entry -> present.filter(entry.id()::equals).isPresent())
                .findFirst()
                .orElse(entries.getFirst());
        group.selectToggle(group.getToggles().get(entries.indexOf(first)));
        choose(first);
    }

    private ToggleButton tile(GalleryEntry entry) {
        ToggleButton tile = new ToggleButton(entry.title(), new Thumbnail(entry, theme, WIDTH, HEIGHT));
        tile.setId("tile-" + entry.id());
        tile.getStyleClass().addAll("tile");
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.setMnemonicParsing(false);
        tile.setWrapText(true);
        tile.setToggleGroup(group);
        tile.setPrefWidth(WIDTH + 14);
        tile.setMaxWidth(WIDTH + 14);
        tile.setPrefHeight(HEIGHT + 54);
        tile.setMinHeight(HEIGHT + 54);
        Tips.on(tile, entry.card().map(BuiltInData::teaches).orElse("Points made by chance: " + entry.title() + "."));
        tile.setOnAction(_ -> {
            tile.setSelected(true);
            choose(entry);
        });
        tile.focusedProperty().subscribe(focused -> {
            if (focused) {
                tile.fire();
            }
        });
        tile.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                onUse();
            }
        });
        return tile;
    }

    private Node content() {
        Label title = new Label("Data sets");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        search.setId("data-search");
        search.setPromptText("Search: flowers, two classes, outlier …");
        search.setAccessibleText("Search for a data set");
        Tips.on(search, "Shows the data sets whose name, columns, model or lesson has all these words.");
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox header = new HBox(title, search);
        header.getStyleClass().add("gallery-header");
        details.getStyleClass().add("gallery-details");
        details.setId("gallery-details");
        HBox middle = new HBox(16, wall, details);
        Button file = button("gallery-open", "Open a CSV file…", actions.openFile());
        Button paste = button("gallery-paste", "Paste a table", actions.paste());
        Tips.on(paste, Term.PASTE);
        Button cancel = button("gallery-cancel", "Cancel", () -> {});
        use.setId("gallery-use");
        use.getStyleClass().addAll("tool", "big", "accent");
        use.setDefaultButton(true);
        use.setOnAction(_ -> onUse());
        HBox buttons = new HBox(8, file, paste, Rows.space(), cancel, use);
        VBox content = new VBox(10, header, middle, buttons);
        content.getStyleClass().add("data-gallery");
        return content;
    }

    private Button button(String id, String text, Runnable action) {
        return Sheet.button(id, text, () -> {
            close();
            action.run();
        });
    }

    private void choose(GalleryEntry entry) {
        chosen = Optional.of(entry);
        Label title = line(entry.title());
        title.getStyleClass().add("card-title");
        Label size = line(Numbers.whole(entry.data().rows()) + " rows, "
                + entry.data().columns().size() + " columns; " + entry.target() + " from "
                + String.join(", ", entry.features()));
        size.getStyleClass().add("card-subtitle");
        details.getChildren().setAll(title, size);
        entry.card().ifPresent(this::describe);
        entry.made().ifPresent(made -> details.getChildren().add(new GeneratorPanel(made, theme, next -> {
            chosen = Optional.of(next);
            size.setText(Numbers.whole(next.data().rows()) + " rows; " + next.target() + " from "
                    + String.join(", ", next.features()));
        })));
    }

    private void describe(BuiltInData card) {
        details.getChildren()
                .addAll(
                        line(card.teaches()),
                        caption("Known"),
                        line(card.fact()),
                        caption("Source"),
                        line(card.source()),
                        caption("Licence"),
                        line(card.licence()));
    }

    private static Label caption(String text) {
        Label label = Rows.caption(text);
        label.getStyleClass().add("gallery-caption");
        return label;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void onUse() {
        chosen.ifPresent(entry -> {
            close();
            actions.use().accept(entry);
        });
    }

    /// Shows the gallery, with the chosen tile in sight.
    public void open() {
        sheet.open();
        search.requestFocus();
        Platform.runLater(() -> {
            if (group.getSelectedToggle() instanceof Node tile) {
                wall.reveal(tile);
            }
        });
    }

    private void close() {
        sheet.close();
    }
}
