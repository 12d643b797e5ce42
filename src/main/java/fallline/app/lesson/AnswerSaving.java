package fallline.app.lesson;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.app.desk.Dialogs.FileKind;
import fallline.file.answer.Answers;
import fallline.file.answer.AnswersFile;
import fallline.lesson.Lesson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Saves a student's answers to a lesson as one file, with the name that the student gives.
final class AnswerSaving {
    private static final double WIDTH = 440;
    private static final int LONGEST = 200;
    private static final List<FileKind> KINDS = List.of(new FileKind("Answers", List.of(AnswersFile.ENDING)));

    private final Desk desk;
    private final KeptProgress progress;
    private final TextField name = new TextField();
    private final Label what = new Label();
    private final Sheet sheet;
    private Optional<LessonVisit> visit = Optional.empty();

    AnswerSaving(Desk desk, KeptProgress progress) {
        this.desk = desk;
        this.progress = progress;
        Label title = new Label("Save my answers");
        title.getStyleClass().add("about-title");
        what.getStyleClass().add("note");
        what.setWrapText(true);
        what.setMaxWidth(WIDTH);
        what.setMinHeight(Region.USE_PREF_SIZE);
        Label caption = Rows.caption("Your name");
        name.setId("lesson-student");
        Rows.name(caption, name);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(10, caption, name);
        line.getStyleClass().add("line");
        Button save = Sheet.button("save-answers", "Save…", this::save);
        save.setDefaultButton(true);
        Button close = Sheet.button("close-answers", "Close", this::close);
        HBox buttons = new HBox(Rows.space(), save, close);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "answers-sheet", this::close, title, what, line, buttons);
    }

    void open(LessonVisit now) {
        visit = Optional.of(now);
        Lesson lesson = now.lesson();
        Answers answers = answers(now);
        long tasks =
                lesson.steps().stream().filter(step -> step.task().isPresent()).count();
        long solved = answers.steps().stream().filter(Answers.Answer::solved).count();
        what.setText("Of the " + tasks + (tasks == 1 ? " task" : " tasks") + " of " + lesson.title() + ", "
                + answers.steps().size() + (answers.steps().size() == 1 ? " is" : " are") + " answered and " + solved
                + " solved. The file is for your teacher; nothing is sent anywhere.");
        name.setText(answers.student());
        sheet.open();
        name.requestFocus();
    }

    /// What was answered, in the order of the steps.
    private Answers answers(LessonVisit now) {
        Answers kept = progress.standing(now.key(), now.lesson().id()).answers();
        List<Answers.Answer> ordered = now.lesson().steps().stream()
                .map(step -> kept.find(step.name()))
                .flatMap(Optional::stream)
                .toList();
        return new Answers(now.lesson().id(), kept.student(), ordered);
    }

    private void save() {
        LessonVisit now = visit.orElseThrow();
        String text = name.getText().strip();
        String student = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        progress.change(
                now.key(),
                now.lesson().id(),
                standing -> standing.with(new Answers(
                        standing.answers().lesson(), student, standing.answers().steps())));
        Answers answers = answers(now);
        String suggested =
                now.lesson().id() + (student.isEmpty() ? "" : " " + student.replaceAll("[^\\p{L}\\p{N} _-]", ""));
        desk.dialogs()
                .saveFile("Save my answers", suggested + "." + AnswersFile.ENDING, KINDS)
                .ifPresent(file -> desk.files()
                        .run(file, "Saving " + file.getFileName(), () -> write(file, answers), _ -> {
                            close();
                            desk.notices().tell("Saved as " + file.getFileName() + ".");
                        }));
    }

    private static Path write(Path file, Answers answers) {
        AnswersFile.write(file, answers);
        return file;
    }

    private void close() {
        sheet.close();
    }
}
