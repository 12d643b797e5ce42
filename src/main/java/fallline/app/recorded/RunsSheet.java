package fallline.app.recorded;

import fallline.app.controls.Sheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Asks which runs of a table are to be drawn.
final class RunsSheet {
    private static final int TICKED = 8;
    private static final int LINES = 12;

    private final List<CheckBox> boxes = new ArrayList<>();
    private final Button add = new Button("Draw them");
    private final Sheet sheet;

    /// @param onChosen gets the names of one or more
    RunsSheet(Stage stage, Path file, List<String> runs, Consumer<List<String>> onChosen) {
        Label title = new Label(file.getFileName() + " holds " + runs.size() + " runs");
        title.getStyleClass().add("card-title");
        VBox list = new VBox(6);
        for (int i = 0; i < runs.size(); i++) {
            CheckBox box = new CheckBox(runs.get(i));
            box.setMnemonicParsing(false);
            box.setId("recorded-run-" + i);
            box.setSelected(i < TICKED);
            box.selectedProperty().subscribe(this::enable);
            boxes.add(box);
            list.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(26 * Math.min(LINES, runs.size()));
        add.setId("add-recorded");
        add.getStyleClass().addAll("tool", "big");
        add.setDefaultButton(true);
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().addAll("tool", "big");
        HBox buttons = new HBox(cancel, add);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(stage, "recorded-runs", this::close, title, scroll, buttons);
        cancel.setOnAction(_ -> close());
        add.setOnAction(_ -> {
            close();
            onChosen.accept(chosen());
        });
    }

    private List<String> chosen() {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList();
    }

    private void enable() {
        add.setDisable(chosen().isEmpty());
    }

    private void close() {
        sheet.close();
    }

    void open() {
        sheet.open();
    }
}
