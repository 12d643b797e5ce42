package fallline.app.recorded;

import fallline.app.controls.Sheet;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

/// Asks what a table is that could be the steps of a run.
final class KindSheet {
    private final Sheet sheet;

    KindSheet(Stage stage, Path file, Runnable asPath, Runnable asData) {
        Label title = new Label(file.getFileName() + " could be the steps of a run");
        title.getStyleClass().add("card-title");
        Label why = new Label("It has columns step and loss. What is it to be?");
        why.getStyleClass().add("note");
        Button path = button("A recorded path", "as-recorded", asPath);
        path.setDefaultButton(true);
        HBox buttons =
                new HBox(path, button("A table of data", "as-data", asData), button("Cancel", "as-none", () -> {}));
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(stage, "recorded-kind", this::close, title, why, buttons);
    }

    private Button button(String text, String id, Runnable action) {
        return Sheet.button(id, text, () -> {
            close();
            action.run();
        });
    }

    private void close() {
        sheet.close();
    }

    void open() {
        sheet.open();
    }
}
