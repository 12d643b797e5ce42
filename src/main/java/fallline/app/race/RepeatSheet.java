package fallline.app.race;

import fallline.analysis.repeat.Chance;
import fallline.app.controls.ErrorLine;
import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.RepeatEdits;
import fallline.workbench.Workbench;
import java.util.OptionalInt;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks how often a run is to be repeated with other seeds, and says what varies.
final class RepeatSheet {
    private static final double WIDTH = 460;
    private static final int USUAL = 20;

    private final Workbench workbench;
    private final String run;
    private final NumberField count = NumberField.whole(this::onCount);
    private final Button ok = Sheet.button("repeat-ok", "Repeat", () -> {});
    private final Sheet sheet;
    private int wanted;

    RepeatSheet(Desk desk) {
        workbench = desk.workbench();
        Run chosen = workbench.scene().chosen();
        run = chosen.name();
        wanted = chosen.repeats().orElse(USUAL);
        Chance chance = Chance.of(chosen.recipe(), workbench.experiment().start());
        sheet = new Sheet(desk.stage(), "repeat-sheet", this::close, content(chosen, chance));
    }

    private VBox content(Run chosen, Chance chance) {
        Label title = new Label("Repeat " + run + " with seeds");
        title.getStyleClass().add("about-title");
        title.setWrapText(true);
        Label varied = note("repeat-varied", chance.sentence());
        Label shown = note(
                "repeat-shown",
                "Median and quartiles are drawn on the curve, the ends on the surface; the finish table says how many "
                        + "ended how. The run itself stays as it is.");
        count.setId("repeat-count");
        count.setNumber(wanted);
        count.addEventHandler(ActionEvent.ACTION, _ -> onRepeat()); // a field keeps Enter from the default button
        Label caption = Rows.caption("Repeats, 2 to 200");
        Rows.name(caption, count);
        HBox line = new HBox(8, caption, count);
        line.setAlignment(Pos.CENTER_LEFT);
        ok.setOnAction(_ -> onRepeat());
        ok.setDefaultButton(true);
        ok.setDisable(!chance.any());
        count.setDisable(!chance.any());
        Button none = Sheet.button("repeat-none", "No repeats", () -> take(OptionalInt.empty()));
        none.setDisable(chosen.repeats().isEmpty());
        HBox buttons = new HBox(none, Rows.space(), Sheet.button("repeat-cancel", "Cancel", this::close), ok);
        buttons.getStyleClass().add("sheet-buttons");
        VBox content = new VBox(10, title, varied, line, new ErrorLine(count.errorProperty()), shown, buttons);
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        return content;
    }

    private static Label note(String id, String sentence) {
        Label note = new Label(sentence);
        note.setId(id);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    /// @throws IllegalArgumentException with a sentence
    private void onCount(double number) {
        if (number < Run.FEWEST_REPEATS || number > Run.MOST_REPEATS) {
            throw new IllegalArgumentException("repeats must be " + Run.FEWEST_REPEATS + " to " + Run.MOST_REPEATS);
        }
        wanted = (int) number;
    }

    private void onRepeat() {
        ok.requestFocus(); // the field takes what was typed when it is left
        if (count.errorProperty().get().isEmpty()) {
            take(OptionalInt.of(wanted));
        } else {
            count.requestFocus();
        }
    }

    private void take(OptionalInt repeats) {
        close();
        Experiment now = workbench.experiment();
        Experiment next =
                repeats.isPresent() ? RepeatEdits.with(now, run, repeats.getAsInt()) : RepeatEdits.without(now, run);
        if (!next.equals(now)) {
            workbench.edit(next);
        }
    }

    private void close() {
        sheet.close();
    }

    void open() {
        sheet.open();
        count.requestFocus();
    }
}
