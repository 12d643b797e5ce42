package fallline.app.data;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.data.BuiltInData;
import fallline.figure.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The built-in data sets with a small picture of each, and what there is to know about the chosen one.
final class GallerySheet {
    private static final double WIDTH = 148;
    private static final double HEIGHT = 84;

    /// What the buttons do.
    record Actions(Consumer<GalleryEntry> use, Runnable openFile, Runnable paste) {}

    private final Actions actions;
    private final Theme theme;
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane tiles = new FlowPane(10, 10);
    private final ScrollPane scroll = new ScrollPane(tiles);
    private final VBox details = new VBox(7);
    private final Button use = new Button("Use these data");
    private final Sheet sheet;
    private Optional<GalleryEntry> chosen = Optional.empty();

    GallerySheet(Stage stage, List<GalleryEntry> entries, Optional<String> present, Theme theme, Actions actions) {
        this.actions = actions;
        this.theme = theme;
        List<ToggleButton> buttons = new ArrayList<>();
        entries.forEach(entry -> buttons.add(tile(entry)));
        tiles.getChildren().setAll(buttons);
        tiles.setPrefWrapLength(3 * (WIDTH + 16) + 20);
        sheet = new Sheet(stage, "data-gallery", this::close, content());
        int first = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (present.filter(entries.get(i).id()::equals).isPresent()) {
                first = i;
            }
        }
        buttons.get(first).setSelected(true);
        choose(entries.get(first));
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
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        scroll.setPrefSize(3 * (WIDTH + 24) + 24, 420);
        details.getStyleClass().add("gallery-details");
        details.setId("gallery-details");
        HBox middle = new HBox(16, scroll, details);
        Button file = button("gallery-open", "Open a CSV file…", actions.openFile());
        Button paste = button("gallery-paste", "Paste a table", actions.paste());
        Tips.on(paste, Term.PASTE);
        Button cancel = button("gallery-cancel", "Cancel", () -> {});
        use.setId("gallery-use");
        use.getStyleClass().addAll("tool", "big", "accent");
        use.setDefaultButton(true);
        use.setOnAction(_ -> onUse());
        HBox buttons = new HBox(8, file, paste, Rows.space(), cancel, use);
        VBox content = new VBox(10, title, middle, buttons);
        content.getStyleClass().add("data-gallery");
        return content;
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("tool", "big");
        button.setOnAction(_ -> {
            close();
            action.run();
        });
        return button;
    }

    private void choose(GalleryEntry entry) {
        chosen = Optional.of(entry);
        Label title = line(entry.title());
        title.getStyleClass().add("card-title");
        Label size =
                line(entry.data().rows() + " rows, " + entry.data().columns().size() + " columns; " + entry.target()
                        + " from " + String.join(", ", entry.features()));
        size.getStyleClass().add("card-subtitle");
        details.getChildren().setAll(title, size);
        entry.card().ifPresent(this::describe);
        entry.made().ifPresent(made -> details.getChildren().add(new GeneratorPanel(made, theme, next -> {
            chosen = Optional.of(next);
            size.setText(
                    next.data().rows() + " rows; " + next.target() + " from " + String.join(", ", next.features()));
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
    void open() {
        sheet.open();
        Platform.runLater(() -> {
            Object selected = group.getSelectedToggle();
            double hidden = tiles.getHeight() - scroll.getViewportBounds().getHeight();
            if (selected instanceof Node tile && hidden > 0) {
                scroll.setVvalue(Math.clamp(tile.getBoundsInParent().getMinY() / hidden, 0, 1));
            }
        });
    }

    private void close() {
        sheet.close();
    }
}
