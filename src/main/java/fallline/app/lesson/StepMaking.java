package fallline.app.lesson;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.app.feature.Surroundings;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.io.SafeFile;
import fallline.lesson.read.LessonReader;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Makes a step of a lesson of what is on the desk: the text is on the clipboard at once, and shown, to be changed,
/// copied again, or saved as a lesson.
final class StepMaking {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 360;
    private static final List<FileKind> KINDS = List.of(new FileKind("Lesson", List.of(LessonReader.ENDING)));

    private final Desk desk;
    private final Surroundings surroundings;
    private final TextArea text = new TextArea();
    private final Sheet sheet;
    private final Asking<StepText.Wish, String> writing;

    StepMaking(Desk desk, OptimizerCatalogue catalogue, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
        StepText steps = new StepText(catalogue);
        writing = desk.questions()
                .on(Lane.ANALYSIS, "Writing the step", steps::of, (StepText.Wish _, String written) -> show(written));
        Label title = new Label("A lesson step from this");
        title.getStyleClass().add("about-title");
        Label what =
                new Label("It is on the clipboard. Paste it into a .lesson file, or save it as one with this step; "
                        + "then write your text and task. The guide says how.");
        what.getStyleClass().add("note");
        what.setWrapText(true);
        what.setMaxWidth(WIDTH);
        what.setMinHeight(Region.USE_PREF_SIZE);
        text.setId("lesson-step-text");
        text.setAccessibleText("The text of the step");
        text.getStyleClass().add("rule-text");
        text.setWrapText(true);
        text.setPrefSize(WIDTH, HEIGHT);
        text.setMinHeight(120);
        VBox.setVgrow(text, Priority.ALWAYS);
        Button copy = Sheet.button("copy-lesson-step", "Copy", this::copy);
        Button save = Sheet.button("save-lesson-step", "Save as a lesson…", this::save);
        Button close = Sheet.button("close-lesson-step", "Close", this::close);
        HBox buttons = new HBox(copy, save, Rows.space(), close);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "lesson-step-sheet", this::close, title, what, text, buttons);
    }

    void open() {
        writing.ask(new StepText.Wish(desk.workbench().scene(), surroundings.shownPanes()));
    }

    private void show(String written) {
        text.setText(written);
        sheet.open();
        text.requestFocus();
        text.positionCaret(0);
        copy();
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getText()));
        desk.notices().tell("The step is on the clipboard.");
    }

    private void save() {
        String step = text.getText();
        desk.dialogs()
                .saveFile("Save as a lesson", "My lesson." + LessonReader.ENDING, KINDS)
                .ifPresent(file -> {
                    desk.files().run(file, "Saving " + file.getFileName(), () -> write(file, step), _ -> {
                        close();
                        desk.notices().tell("Saved as " + file.getFileName() + ".");
                    });
                });
    }

    private static Path write(Path file, String step) {
        byte[] bytes = (StepText.head() + step).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, out -> out.write(bytes));
        return file;
    }

    private void close() {
        sheet.close();
    }
}
