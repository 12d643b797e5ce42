package fallline.app.shell;

import fallline.app.feature.Command;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of keys, over everything else until a click or a key.
public final class KeyList extends StackPane {
    private static final int COLUMNS = 3;

    public KeyList(List<Command> commands) {
        setId("key-list");
        getStyleClass().add("curtain");
        setVisible(false);
        setOnMousePressed(event -> {
            setVisible(false);
            event.consume();
        });
        visibleProperty().subscribe(now -> {
            if (now && getChildren().isEmpty()) {
                compose(commands);
            }
        });
    }

    private void compose(List<Command> commands) {
        Label title = new Label("Keys");
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        List<Command> listed = commands.stream()
                .filter(command -> !command.printedKeys().isEmpty())
                .toList();
        int rows = (listed.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < listed.size(); i++) {
            Label keys = new Label(listed.get(i).printedKeys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label what = new Label(words(listed.get(i)));
            what.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(keys, 2 * (i / rows), i % rows);
            grid.add(what, 2 * (i / rows) + 1, i % rows);
        }
        VBox card = new VBox(title, grid);
        card.getStyleClass().addAll("card", "key-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().setAll(card);
    }

    /// The title as it stands within a sentence.
    private static String words(Command command) {
        String title = command.title().replace("…", "");
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
