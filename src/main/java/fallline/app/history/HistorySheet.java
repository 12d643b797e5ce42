package fallline.app.history;

import fallline.app.controls.Quietly;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.experiment.Experiment;
import fallline.workbench.Subscription;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

/// All edits in their order: those that hold, and those that were taken back. Choosing one goes there.
final class HistorySheet {
    private static final PseudoClass TAKEN_BACK = PseudoClass.getPseudoClass("taken-back");
    private static final double WIDTH = 380;
    private static final double HEIGHT = 340;

    private final Workbench workbench;
    private final ListView<String> list = new ListView<>();
    private final Quietly quietly = new Quietly();
    private final Sheet sheet;
    private final Subscription listening;

    /// What the lines were made for.
    private Experiment shown;

    /// How many edits hold: the place in the list of the state that is on the screen.
    private int now;

    HistorySheet(Desk desk) {
        workbench = desk.workbench();
        shown = workbench.experiment();
        Label title = new Label("History");
        title.getStyleClass().add("about-title");
        Label what = new Label("Choose a line to go back or forward to it. The file on the disk does not change.");
        what.getStyleClass().add("note");
        list.setId("history-list");
        list.setAccessibleText("Changes, the oldest first");
        list.setPrefSize(WIDTH, HEIGHT);
        list.setCellFactory(_ -> new Line());
        list.getSelectionModel().selectedIndexProperty().subscribe(place -> onChosen(place.intValue()));
        Button close = Sheet.button("close-history", "Close", this::close);
        close.setDefaultButton(true);
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "history", this::close, title, what, list, buttons);
        listening = workbench.listen(scene -> {
            if (scene.experiment() != shown) { // the workbench tells of every step
                show();
            }
        });
    }

    void open() {
        show();
        sheet.open();
        list.requestFocus();
        list.scrollTo(Math.max(0, now - 4));
    }

    private void close() {
        listening.cancel();
        sheet.close();
    }

    private void show() {
        shown = workbench.experiment();
        List<String> lines = new ArrayList<>();
        lines.add("As it began");
        lines.addAll(workbench.undoNames().reversed());
        int holds = lines.size() - 1;
        lines.addAll(workbench.redoNames());
        quietly.run(() -> {
            now = holds;
            list.getItems().setAll(lines);
            list.getSelectionModel().select(now);
        });
    }

    private void onChosen(int place) {
        if (quietly.isQuiet() || place < 0 || place == now) {
            return;
        }
        if (place < now) {
            workbench.undo(now - place);
        } else {
            workbench.redo(place - now);
        }
    }

    /// A line, quieter where the edit was taken back.
    private final class Line extends ListCell<String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            pseudoClassStateChanged(TAKEN_BACK, !empty && getIndex() > now);
        }
    }
}
