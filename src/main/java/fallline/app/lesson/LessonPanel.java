package fallline.app.lesson;

import fallline.app.controls.Rows;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import fallline.figure.paint.Typesetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lesson in the left column's place: where one is, the text of the step, the controls that it lends, its task, its
/// hints, and the way back and forth.
final class LessonPanel extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass SOLVED = PseudoClass.getPseudoClass("solved");

    private final Desk desk;
    private final Typesetter typesetter;
    private final Hands hands;
    private final Label title = new Label();
    private final Label where = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label mistake = note("lesson-mistake", "error-line");
    private final Label elsewhere = note("lesson-elsewhere", "note");
    private final Button toStep;
    private final LessonText text;
    private final VBox lent = new VBox();
    private final VBox task = new VBox();
    private final VBox hints = new VBox();
    private final Button hint;
    private final VBox outcome = new VBox();
    private final VBox step = new VBox();
    private final VBox column = new VBox(step);
    private final ScrollPane scroll = new ScrollPane(column);
    private final Button back;
    private final Button next;
    private List<String> shownHints = List.of();
    private Optional<Outcome> shownOutcome = Optional.empty();

    /// What hands do in the panel.
    interface Hands {
        void onBack();

        void onNext();

        void onLeave();

        void onHint();

        void onList();

        void onAnswers();

        void onAgain();

        void onToStep();
    }

    /// What became of an answer.
    ///
    /// @param right whether it solves the task
    /// @param sentence what the engine says of it; may be empty
    /// @param words the reason in Markdown; may be empty
    record Outcome(boolean right, String sentence, String words) {}

    LessonPanel(Desk desk, Typesetter typesetter, Hands hands) {
        this.desk = desk;
        this.typesetter = typesetter;
        this.hands = hands;
        text = new LessonText(desk, typesetter);
        toStep = button("lesson-to-step", "Back to the step's experiment", hands::onToStep);
        hint = button("lesson-hint", "A hint", hands::onHint);
        back = button("lesson-back", "Back", hands::onBack);
        next = button("lesson-next", "Next", hands::onNext);
        compose();
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("tool");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label note(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setVisible(false);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void compose() {
        setId("lesson-panel");
        getStyleClass().addAll("side-column", "lesson-panel");
        setAccessibleText("Lesson");
        text.setId("lesson-text");
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.TEXT);
        lent.setId("lesson-controls");
        lent.getStyleClass().addAll("lesson-controls", "steer");
        task.setId("lesson-task");
        task.getStyleClass().add("lesson-task");
        hints.setId("lesson-hints");
        hints.getStyleClass().add("lesson-hints");
        outcome.setId("lesson-outcome");
        outcome.getStyleClass().add("lesson-outcome");
        toStep.managedProperty().bind(toStep.visibleProperty());
        hint.managedProperty().bind(hint.visibleProperty());
        elsewhere.setText("What is on the desk is not this step's experiment.");
        toStep.visibleProperty().bind(elsewhere.visibleProperty());
        step.getStyleClass().addAll("card", "side", "lesson-step");
        step.getChildren().setAll(mistake, elsewhere, toStep, text, lent, task, hints, hint, outcome);
        for (Pane part : List.of(lent, task, hints, outcome)) {
            part.visibleProperty().bind(Bindings.isNotEmpty(part.getChildren()));
            part.managedProperty().bind(part.visibleProperty());
        }
        column.getStyleClass().addAll("column", "lesson-column");
        scroll.setId("lesson-scroll");
        scroll.getStyleClass().addAll("column-scroll", "card-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head(), scroll, foot());
    }

    private Node head() {
        title.setId("lesson-title");
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        MenuButton more = new MenuButton();
        more.setId("lesson-more");
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        more.setAccessibleText("More of this lesson");
        more.getStyleClass().addAll("flat-icon", "lesson-more");
        more.getItems()
                .setAll(
                        item("lesson-list", "All lessons…", hands::onList),
                        item("lesson-again", "Begin this step again", hands::onAgain),
                        item("lesson-answers", "Save my answers…", hands::onAnswers));
        more.setMinWidth(Region.USE_PREF_SIZE);
        Button leave = button("lesson-leave", "Leave", hands::onLeave);
        Tips.on(leave, "Brings back what was on the desk before; the lesson remembers where you were.");
        HBox line = new HBox(4, title, more, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        where.setId("lesson-where");
        where.getStyleClass().add("note");
        where.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(20);
        bar.setAccessibleText("Progress");
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox progress = new HBox(8, where, bar);
        progress.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(line, progress);
        card.getStyleClass().addAll("card", "side", "lesson-head");
        VBox around = new VBox(card);
        around.getStyleClass().add("column-head-cards");
        around.setMinHeight(Region.USE_PREF_SIZE);
        return around;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node foot() {
        HBox line = new HBox(8, back, Rows.space(), next);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox around = new VBox(line);
        around.getStyleClass().addAll("column-head-cards", "lesson-foot");
        around.setMinHeight(Region.USE_PREF_SIZE);
        return around;
    }

    /// Where one is.
    ///
    /// @param number of the step, from 1
    /// @param many how many steps there are
    void showPlace(String lesson, int number, int many) {
        title.setText(lesson);
        where.setText("Step " + number + " of " + many);
        bar.setProgress((double) number / many);
        back.setDisable(number == 1);
        next.setText(number == many ? "Finish" : "Next");
    }

    /// The text of a step. Another step begins at its top.
    ///
    /// @param another whether it is another step than the one before
    void showText(String markdown, boolean another) {
        text.show(markdown);
        text.setAccessibleText(text.spoken());
        if (another) {
            scroll.setVvalue(0);
        }
    }

    /// Gives the keyboard to the text, from which Tab goes on to controls and task.
    void takeKeyboard() {
        scroll.applyCss(); // before that its content is in no window
        text.requestFocus();
    }

    /// Where lent controls stand.
    Pane controls() {
        return lent;
    }

    /// The task of the step: its question and the form of its answer.
    void showTask(Optional<? extends Node> form) {
        task.getChildren().setAll(form.stream().map(Node.class::cast).toList());
    }

    /// Whether the step has nothing more that is to be solved, so that the way forth is the next thing to do.
    void showSolved(boolean solved) {
        next.pseudoClassStateChanged(SOLVED, solved);
    }

    /// The hints that were asked for.
    ///
    /// @param left how many more there are
    void showHints(List<String> asked, int left) {
        if (!asked.equals(shownHints)) {
            shownHints = asked;
            hints.getChildren().clear();
            asked.forEach(words -> hints.getChildren().add(prose(words)));
        }
        hint.setVisible(left > 0);
        hint.setText(asked.isEmpty() ? "A hint" : "Another hint");
    }

    /// What became of the last answer.
    void showOutcome(Optional<Outcome> now) {
        if (now.equals(shownOutcome)) {
            return;
        }
        shownOutcome = now;
        outcome.getChildren().setAll(now.map(this::outcome).orElse(List.of()));
        outcome.pseudoClassStateChanged(RIGHT, now.filter(Outcome::right).isPresent());
    }

    private List<Node> outcome(Outcome now) {
        Label head = new Label(now.right() ? "Right" : "Not yet");
        head.setId("lesson-verdict");
        head.setGraphic(new FontIcon(now.right() ? Feather.CHECK : Feather.ROTATE_CCW));
        head.getStyleClass().add("lesson-verdict");
        List<Node> all = new ArrayList<>(List.of(head));
        if (!now.sentence().isEmpty()) {
            Label sentence = new Label(now.sentence());
            sentence.setId("lesson-sentence");
            sentence.getStyleClass().add("lesson-sentence");
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            all.add(sentence);
        }
        if (!now.words().isBlank()) {
            all.add(prose(now.words()));
        }
        return all;
    }

    /// A text of its own, such as a question or a choice.
    LessonText prose(String markdown) {
        LessonText prose = new LessonText(desk, typesetter);
        prose.show(markdown);
        return prose;
    }

    /// What is wrong with the file of the lesson, which is being edited; empty while nothing is.
    void showMistake(String sentence) {
        mistake.setText(sentence);
        mistake.setVisible(!sentence.isEmpty());
    }

    /// Whether something else than the step's experiment is on the desk.
    void showElsewhere(boolean now) {
        elsewhere.setVisible(now);
    }
}
