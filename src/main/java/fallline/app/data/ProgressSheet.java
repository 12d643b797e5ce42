package fallline.app.data;

import fallline.app.controls.Sheet;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Says how much of a file is read, with a button to give up. It appears only when reading takes a while.
final class ProgressSheet {
    private static final Duration PATIENCE = Duration.millis(300);

    private final ProgressBar bar = new ProgressBar(0);
    private final Sheet sheet;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    ProgressSheet(Stage stage, String what, Runnable onCancel) {
        Label title = new Label(what);
        title.getStyleClass().add("card-title");
        bar.setId("reading");
        bar.setPrefWidth(320);
        Button cancel = Sheet.button("cancel-reading", "Cancel", onCancel);
        HBox line = new HBox(10, bar, cancel);
        line.getStyleClass().add("line");
        sheet = new Sheet(stage, "reading-sheet", onCancel, title, line);
        patience.setOnFinished(_ -> sheet.open());
    }

    void start() {
        patience.play();
    }

    void show(double share) {
        bar.setProgress(share);
    }

    void end() {
        patience.stop();
        sheet.close();
    }
}
