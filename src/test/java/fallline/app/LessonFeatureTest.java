package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.feature.Command;
import fallline.card.CardException;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.view.ViewState;
import fallline.figure.map.RunMapFigure;
import fallline.figure.plot.PlotArea;
import fallline.file.ExperimentFile;
import fallline.file.answer.Answers;
import fallline.file.answer.AnswersFile;
import fallline.file.json.UnknownFields;
import fallline.file.user.FunctionFolder;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.PreferencesFile;
import fallline.file.user.RuleFolder;
import fallline.lesson.Lesson;
import fallline.lesson.read.LessonReader;
import fallline.optimizer.HyperValue;
import fallline.workbench.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

@DisplayName("Lessons in the window")
class LessonFeatureTest {
    private final Path folder;
    private final Path lesson;
    private final OwnCatalogue own;

    LessonFeatureTest(@TempDir Path folder) {
        this.folder = folder;
        lesson = folder.resolve("walk.lesson");
        own = new OwnCatalogue(
                new RuleFolder(folder.resolve("rules")),
                new FunctionFolder(folder.resolve("functions")),
                new PreferencesFile(folder.resolve("config").resolve("preferences.json")));
    }

    @BeforeEach
    void write() throws IOException {
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("/lessons/walk.lesson"))) {
            Files.copy(text, lesson);
        }
        PreferencesFile preferences = own.preferences();
        preferences.update(like -> like.withLessons(Optional.of(folder)));
    }

    private OpenWindow window(Experiment experiment, Path... answers) {
        return Furnished.window(own, new ArrayList<>(), experiment, answers);
    }

    private static void learn(OpenWindow open) {
        open.fx(() -> Furnished.run(open.window(), "learn"));
        begin(open);
    }

    private static void begin(OpenWindow open) {
        open.await(
                "the lesson is in the list", () -> found(open, "#lesson-walk").isPresent());
        open.click("#lesson-walk");
        open.await("the lesson is open", () -> found(open, "#lesson-title").isPresent());
        open.await("it asks", () -> found(open, "#lesson-task .answer-form").isPresent());
        open.settle();
    }

    private static Optional<Node> found(OpenWindow open, String query) {
        return Optional.ofNullable(open.stage().getScene().getRoot().lookup(query));
    }

    private static void awaitVerdict(OpenWindow open, String words) {
        open.await(words, () -> found(open, "#lesson-verdict")
                .map(Labeled.class::cast)
                .filter(label -> label.getText().equals(words))
                .isPresent());
    }

    private static void next(OpenWindow open, String where) {
        open.click("#lesson-next");
        open.await(
                where, () -> open.find("#lesson-where", Labeled.class).getText().equals(where));
        open.await("it asks", () -> found(open, "#lesson-task .answer-form").isPresent());
        open.settle();
    }

    @Test
    @DisplayName(
            "are walked from the chooser to the end with mouse and keyboard, and all is as before, undo and file too")
    void walk() {
        Path mine = folder.resolve("mine.fallline");
        new ExperimentFile(Fixtures.CATALOGUE).write(mine, Fixtures.line(), Optional.empty(), UnknownFields.none());
        try (OpenWindow open = window(Fixtures.bowl())) {
            open.fx(() -> Furnished.open(open.window(), mine));
            open.await("the file is open", () -> open.stage().getTitle().startsWith("mine.fallline"));
            open.settle();
            open.fx(() -> Furnished.run(open.window(), "half-rate"));
            open.settle();
            Experiment before = open.experiment();
            ViewState view = open.view();
            Document document = open.fx(() -> open.window().workbench().document());
            String title = open.fx(() -> open.stage().getTitle());
            assertThat(title).startsWith("• mine.fallline");

            Furnished.choose(open, "#problem", "Learn");
            begin(open);
            assertThat(open.text("#lesson-where")).isEqualTo("Step 1 of 7");
            assertThat(found(open, "#column"))
                    .as("the lesson has the column's place")
                    .isEmpty();
            assertThat(spoken(open)).contains("The slope of", "is 40.");
            assertThat(open.fx(() -> found(open, "#fit-figure")))
                    .as("a pane that is not shown")
                    .isEmpty();

            Furnished.enter(open, "#lesson-answer", "19,2");
            awaitVerdict(open, "Not yet");
            assertThat(open.text("#lesson-sentence")).contains("19.2", "Try again, or take a hint");
            open.click("#lesson-hint");
            open.click("#lesson-hint");
            assertThat(open.fx(() -> found(open, "#lesson-hint").orElseThrow().isVisible()))
                    .as("there are two hints")
                    .isFalse();
            Furnished.enter(open, "#lesson-answer", "16,0");
            awaitVerdict(open, "Right");

            next(open, "Step 2 of 7");
            assertThat(open.text("#lesson-tick")).isEqualTo("Not reached yet");
            assertThat(open.fx(() -> open.find("#optimizer").isDisabled()))
                    .as("locked")
                    .isTrue();
            Furnished.enter(open, "#lr", "0,8");
            open.await(
                    "it ticks itself",
                    () -> open.find("#lesson-tick", Labeled.class).getText().equals("Done"));
            awaitVerdict(open, "Right");
            open.fx(() -> open.stage().getScene().getRoot().requestFocus());
            open.press(KeyCode.CONTROL, KeyCode.Z);
            open.await(
                    "undo works inside",
                    () -> Fixtures.rate(open.window().workbench().experiment(), 0) == 0.1);
            assertThat(open.fx(() -> open.window().workbench().canUndo()))
                    .as("but not out of it")
                    .isFalse();
            open.fx(() -> Furnished.run(open.window(), "redo"));

            open.click("#lesson-back");
            awaitVerdict(open, "Right");
            assertThat(open.text("#lesson-where")).isEqualTo("Step 1 of 7");
            assertThat(Fixtures.rate(open.experiment(), 0)).isEqualTo(0.1);
            next(open, "Step 2 of 7");
            assertThat(Fixtures.rate(open.experiment(), 0)).as("as it was left").isEqualTo(0.8);

            next(open, "Step 3 of 7");
            open.click("#lesson-choice-1");
            open.click("#lesson-check");
            awaitVerdict(open, "Not yet");
            open.fx(() -> open.find("#lesson-choice-1").requestFocus());
            open.press(KeyCode.DOWN);
            open.await("the second is chosen", () -> open.find("#lesson-choice-2", RadioButton.class)
                    .isSelected());
            open.press(KeyCode.LEFT);
            open.await("the first is chosen", () -> open.find("#lesson-choice-1", RadioButton.class)
                    .isSelected());
            open.press(KeyCode.RIGHT);
            open.await("the second is chosen", () -> open.find("#lesson-choice-2", RadioButton.class)
                    .isSelected());
            assertThat(open.view().playhead()).as("the run stays").isZero();
            open.press(KeyCode.TAB);
            open.await("the button is next", () -> open.find("#lesson-check").isFocused());
            open.click("#lesson-check");
            awaitVerdict(open, "Right");

            next(open, "Step 4 of 7");
            assertThat(open.fx(() -> open.window().workbench().veil()))
                    .as("the future is hidden")
                    .isPresent();
            Furnished.enter(open, "#lesson-answer", "here");
            awaitVerdict(open, "Not yet");
            assertThat(open.fx(() -> open.window().workbench().veil()))
                    .as("that was no guess")
                    .isPresent();
            Furnished.enter(open, "#lesson-answer", "-5");
            open.await(
                    "the truth is seen", () -> open.window().workbench().veil().isEmpty());
            assertThat(open.text("#lesson-sentence")).contains("21");
            Furnished.enter(open, "#lesson-answer", "16");
            awaitVerdict(open, "Right");

            next(open, "Step 5 of 7");
            Furnished.enter(open, "#lesson-answer", "w + w");
            awaitVerdict(open, "Right");

            next(open, "Step 6 of 7");
            open.click("#lesson-rank-1");
            open.click("#lesson-order-anew");
            open.click("#lesson-rank-2");
            open.click("#lesson-rank-1");
            open.click("#lesson-rank-3");
            open.click("#lesson-check");
            awaitVerdict(open, "Right");

            next(open, "Step 7 of 7");
            open.click("#lesson-choice-1");
            open.click("#lesson-check");
            awaitVerdict(open, "Right");
            assertThat(open.text("#lesson-next")).isEqualTo("Finish");
            open.click("#lesson-next");
            open.await("the column is back", () -> found(open, "#column").isPresent());
            open.settle();

            assertThat(open.experiment()).isSameAs(before);
            assertThat(open.view()).isEqualTo(view);
            assertThat(open.fx(() -> open.window().workbench().document())).isSameAs(document);
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo(title);
            assertThat(found(open, "#column #lr").or(() -> found(open, ".side-column #lr")))
                    .isPresent();
            assertThat(found(open, "#fit-figure")).as("all panes are back").isPresent();
            assertThat(open.fx(() -> open.find("#optimizer").isDisabled())).isFalse();
            open.fx(() -> Furnished.run(open.window(), "undo"));
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("mine.fallline – Fall Line");

            open.fx(() -> Furnished.run(open.window(), "learn"));
            open.await("it is done", () -> found(open, "#lesson-walk")
                    .filter(row -> row.getAccessibleText().contains("done"))
                    .isPresent());
            assertThat(folder.resolve("config").resolve("lessons.json"))
                    .content()
                    .contains("w + w");
            open.fx(() -> open.find("#reset-lessons", Button.class).fire());
            open.await("progress is forgotten", () -> found(open, "#lesson-walk")
                    .filter(row -> !row.getAccessibleText().contains("done"))
                    .isPresent());
            open.settle();
            assertThat(folder.resolve("config").resolve("lessons.json"))
                    .content()
                    .doesNotContain("w + w");
        }
    }

    @Test
    @DisplayName("take a click on the loss for where the next step lands, and no other click after it")
    void click() {
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            next(open, "Step 2 of 7");
            next(open, "Step 3 of 7");
            next(open, "Step 4 of 7");
            open.robot().clickOn(open.onScreen("loss", 16, 256));
            awaitVerdict(open, "Right");
            String typed =
                    open.fx(() -> open.find("#lesson-answer", TextField.class).getText());
            assertThat(Double.parseDouble(typed)).isCloseTo(16, Offset.offset(0.5));
            assertThat(open.fx(() -> open.window().workbench().veil())).isEmpty();
            assertThat(open.view().playhead()).as("it went to no step").isZero();
            open.settle();
            open.robot().clickOn(open.onScreen("loss", 0, 200));
            open.settle();
            assertThat(open.fx(
                            () -> open.find("#lesson-answer", TextField.class).getText()))
                    .as("that was no answer any more")
                    .isEqualTo(typed);
        }
    }

    @Test
    @DisplayName("lock what they lock for keys, for commands and for hands in the plots, as long as the step is open")
    void lock() throws IOException {
        Files.writeString(
                lesson,
                Files.readString(lesson)
                        .replace("lock: optimizer", "lock: rate, optimizer, start, runs, play")
                        .replace("show: loss, convergence, rate, optimizer, runs", "show: loss, rate"));
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            next(open, "Step 2 of 7");
            Experiment before = open.experiment();
            open.fx(() -> open.stage().getScene().getRoot().requestFocus());
            open.robot().write("[]");
            open.press(KeyCode.RIGHT);
            open.press(KeyCode.END);
            for (String command : List.of("half-rate", "twice-rate", "add", "duplicate", "remove", "last", "play")) {
                open.fx(() -> Furnished.run(open.window(), command));
            }
            Point2D ring = open.onScreen("loss", 20, 400);
            open.robot().moveTo(ring).press(MouseButton.PRIMARY).moveBy(-40, 40).release(MouseButton.PRIMARY);
            open.settle();
            assertThat(open.experiment()).isSameAs(before);
            assertThat(open.view().playhead()).isZero();
            open.click("#lesson-leave");
            open.await("the column is back", () -> found(open, "#column").isPresent());
            open.fx(() -> Furnished.run(open.window(), "half-rate"));
            assertThat(Fixtures.rate(open.experiment(), 0)).isEqualTo(0.05);
        }
    }

    @Test
    @DisplayName("lock it for cures and for clicks on the sweep map, too, and say why; what is not locked moves")
    void lockHolds() throws IOException {
        Files.writeString(
                lesson,
                Files.readString(lesson)
                        .replace("lock: optimizer", "change: rate = 1.15; steps = 3000\nlock: rate")
                        .replace("show: loss, convergence, rate, optimizer, runs", "show: rate, optimizer"));
        String why = "This step of the lesson locks the learning rate.";
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            next(open, "Step 2 of 7");
            Experiment before = open.experiment();
            open.fx(() -> Furnished.run(open.window(), "last"));
            open.settle();
            open.click("#halve-rate");
            open.settle();
            assertThat(open.experiment()).isSameAs(before);
            assertThat(toasts(open)).contains(why);
            open.fx(() -> Furnished.run(open.window(), "sweep-map"));
            open.await("the map is there", () -> open.figure("sweep")
                    .shown()
                    .filter(shown -> shown.figure() instanceof RunMapFigure)
                    .isPresent());
            PlotArea plot = open.plot("sweep");
            double x = plot.x().value(plot.box().x() + 0.3 * plot.box().width());
            double y = plot.y().value(plot.box().bottom() - 0.2 * plot.box().height());
            open.robot().moveTo(open.onScreen("sweep", x, y)).clickOn(MouseButton.PRIMARY);
            open.settle();
            assertThat(open.experiment()).isSameAs(before);
            open.fx(() -> open.window()
                    .workbench()
                    .edit(open.window().workbench().experiment().withSteps(40)));
            assertThat(open.experiment().steps()).isEqualTo(40);
        }
    }

    private static List<String> toasts(OpenWindow open) {
        return open.fx(() -> open.robot().lookup(".toast").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    @DisplayName("hide what is to be foretold from the window's own questions, too")
    void hidden() {
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            next(open, "Step 2 of 7");
            next(open, "Step 3 of 7");
            next(open, "Step 4 of 7");
            open.fx(() -> Furnished.run(open.window(), "predict-next"));
            open.fx(() -> Furnished.run(open.window(), "end-teaching"));
            open.settle();
            assertThat(open.fx(() -> open.window().workbench().veil())).isPresent();
        }
    }

    @Test
    @DisplayName("keep their way back and forth free from the line that says what takes its time")
    void wayStaysFree() {
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            open.fx(() -> {
                open.find("#working").setVisible(true);
                open.stage().getScene().getRoot().applyCss();
                open.stage().getScene().getRoot().layout();
            });
            assertThat(open.fx(() -> bounds(open, "#working").getMaxY()))
                    .isLessThanOrEqualTo(
                            open.fx(() -> bounds(open, "#lesson-next").getMinY()));
            open.fx(() -> open.find("#working").setVisible(false));
        }
    }

    private static Bounds bounds(OpenWindow open, String query) {
        Node node = open.find(query);
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    @DisplayName("say of something done with a rule of one's own that it does not count")
    void ownRule() throws IOException {
        Files.writeString(lesson, Files.readString(lesson).replace("lock: optimizer\n", ""));
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            next(open, "Step 2 of 7");
            open.fx(() -> {
                Experiment now = open.window().workbench().experiment();
                String text = "name: Mine\nabout: a\nmatters: b\nfails: c\nlr = 0.7 (0 .. 1) in [0, inf) \"rate\"\n"
                        + "theta <- theta - 1.2*lr*g \"step\"";
                Run run = now.runs().getFirst();
                open.window()
                        .workbench()
                        .edit(now.withOptimizers(Map.of("mine", text))
                                .withRun(
                                        run.name(),
                                        run.withRecipe(RunRecipe.of("mine", Map.of("lr", HyperValue.of(0.7))))));
            });
            awaitVerdict(open, "Not yet");
            assertThat(open.text("#lesson-sentence"))
                    .isEqualTo("The run 'Gradient descent' has a rule of your own, which does not count in this step.");
            open.fx(() -> open.window().workbench().undo());
            open.await("nothing is said any more", () -> found(open, "#lesson-sentence")
                    .isEmpty());
        }
    }

    @Test
    @DisplayName("are found by their names, those of the course and one's own")
    void byName() {
        try (OpenWindow open = window(Fixtures.bowl())) {
            open.await("the folder is known", () -> choices(open).contains("Lesson: A walk down the bowl"));
            assertThat(choices(open)).contains("Lesson: Slope and step");
            open.fx(() -> open.window().features().stream()
                    .flatMap(feature -> feature.choices().stream())
                    .filter(choice -> choice.title().equals("Lesson: A walk down the bowl"))
                    .findFirst()
                    .orElseThrow()
                    .run());
            open.await("the lesson is open", () -> found(open, "#lesson-title").isPresent());
            assertThat(open.text("#lesson-title")).isEqualTo("A walk down the bowl");
            open.settle();
        }
    }

    private static List<String> choices(OpenWindow open) {
        return open.window().features().stream()
                .flatMap(feature -> feature.choices().stream())
                .map(Command::title)
                .toList();
    }

    private static String spoken(OpenWindow open) {
        return open.fx(() -> String.valueOf(open.find("#lesson-text").getAccessibleText()));
    }

    @Test
    @DisplayName("are come back to where one was, in another window too; what is opened meanwhile is one click away")
    void comeBack() {
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            Furnished.enter(open, "#lesson-answer", "16");
            awaitVerdict(open, "Right");
            next(open, "Step 2 of 7");
            Furnished.enter(open, "#lr", "0.3");
            open.fx(() -> open.window().workbench().open(Fixtures.line()));
            open.await("it says so", () -> open.find("#lesson-elsewhere").isVisible());
            open.settle();
            open.click("#lesson-to-step");
            open.await("it is gone", () -> !open.find("#lesson-elsewhere").isVisible());
            assertThat(Fixtures.rate(open.experiment(), 0)).isEqualTo(0.3);
            open.click("#lesson-leave");
            open.await("the column is back", () -> found(open, "#column").isPresent());
            assertThat(Fixtures.rate(open.experiment(), 0)).isEqualTo(0.1);
            learn(open);
            assertThat(open.text("#lesson-where")).isEqualTo("Step 2 of 7");
            assertThat(Fixtures.rate(open.experiment(), 0)).as("as it was left").isEqualTo(0.3);
        }
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            assertThat(open.text("#lesson-where")).isEqualTo("Step 2 of 7");
            open.click("#lesson-back");
            awaitVerdict(open, "Right");
        }
    }

    @Test
    @DisplayName("that are being edited reload; a mistake names its line, and the last good version stays")
    void reload() throws IOException {
        String text = Files.readString(lesson);
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            open.settle();
            rewrite(text.replace("number: w at 1", "numbre: w at 1"), 1);
            open.await("the mistake is told", () -> open.find("#lesson-mistake").isVisible());
            assertThat(open.text("#lesson-mistake")).contains("walk.lesson, line 13", "numbre");
            assertThat(spoken(open)).contains("Where does the first step lead");
            List<Integer> forms = new ArrayList<>();
            open.fx(() -> {
                ObservableList<Node> task = ((Pane) open.find("#lesson-task")).getChildren();
                task.addListener((ListChangeListener<Node>) _ -> forms.add(task.size()));
            });
            rewrite(text.replace("Where does the first step lead", "Whither"), 2);
            open.await("the new text is there", () -> String.valueOf(
                            open.find("#lesson-text").getAccessibleText())
                    .contains("Whither"));
            assertThat(open.fx(() -> open.find("#lesson-mistake").isVisible())).isFalse();
            open.await("it asks", () -> found(open, "#lesson-task .answer-form").isPresent());
            assertThat(open.fx(() -> List.copyOf(forms)))
                    .as("the old form is gone before the new one is there")
                    .containsExactly(0, 1);
        }
    }

    private void rewrite(String text, int seconds) throws IOException {
        Files.writeString(lesson, text);
        Files.setLastModifiedTime(
                lesson, FileTime.fromMillis(Files.getLastModifiedTime(lesson).toMillis() + 2000L * seconds));
    }

    @Test
    @DisplayName("are made of what is on the desk: the step is on the clipboard, and reads as what is there")
    void make() throws CardException {
        Path made = folder.resolve("made.lesson");
        try (OpenWindow open = window(Fixtures.line(), made)) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(3)));
            open.fx(() -> Furnished.run(open.window(), "make-lesson-step"));
            open.await(
                    "the step is shown", () -> found(open, "#lesson-step-text").isPresent());
            String text =
                    open.fx(() -> open.find("#lesson-step-text", TextArea.class).getText());
            assertThat(open.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo(text);
            open.click("#save-lesson-step");
            open.await("it is saved", () -> Files.exists(made));
            open.settle();
            Lesson read = new LessonReader(Fixtures.CATALOGUE).read(made);
            assertThat(read.steps()).hasSize(1);
            ExperimentFile files = new ExperimentFile(Fixtures.CATALOGUE);
            assertThat(json(files, read.steps().getFirst().setup().experiment()))
                    .isEqualTo(json(files, open.experiment()));
            assertThat(read.steps().getFirst().setup().view().playhead()).isEqualTo(3);
            assertThat(read.steps().getFirst().solutions()).hasSize(1);
            assertThat(read.steps().getFirst().panes()).isNotEmpty();
        }
    }

    private static String json(ExperimentFile files, Experiment experiment) {
        return files.text(experiment, Optional.empty(), UnknownFields.none(), Path.of(""));
    }

    @Test
    @DisplayName("give a student's answers as one file, with the experiment where something was done")
    void answers() {
        Path file = folder.resolve("ada.answers.json");
        try (OpenWindow open = window(Fixtures.bowl(), file)) {
            learn(open);
            Furnished.enter(open, "#lesson-answer", "1");
            awaitVerdict(open, "Not yet");
            Furnished.enter(open, "#lesson-answer", "16");
            awaitVerdict(open, "Right");
            next(open, "Step 2 of 7");
            Furnished.enter(open, "#lr", "0.8");
            awaitVerdict(open, "Right");
            open.fx(() -> open.find("#lesson-more", MenuButton.class)
                    .getItems()
                    .getLast()
                    .fire());
            open.await("the name is asked", () -> found(open, "#lesson-student").isPresent());
            Furnished.replace(open, "#lesson-student", "Ada");
            open.click("#save-answers");
            open.await("it is saved", () -> Files.exists(file));
            open.settle();
        }
        Answers answers = AnswersFile.read(file);
        assertThat(answers.lesson()).isEqualTo("walk");
        assertThat(answers.student()).isEqualTo("Ada");
        assertThat(answers.find("The first step").orElseThrow().answer()).isEqualTo("16");
        assertThat(answers.find("The first step").orElseThrow().tries()).isEqualTo(2);
        Answers.Answer done = answers.find("A larger rate").orElseThrow();
        assertThat(done.solved()).isTrue();
        Experiment reached = new ExperimentFile(Fixtures.CATALOGUE)
                .parse("answers", done.experiment().orElseThrow(), folder)
                .experiment();
        assertThat(Fixtures.rate(reached, 0)).isEqualTo(0.8);
    }

    @Test
    @DisplayName("cut no words, in small windows and with large letters, and lie beside the plots")
    void sizes() {
        try (OpenWindow open = window(Fixtures.bowl())) {
            learn(open);
            for (int[] size : new int[][] {{1000, 700, 100}, {1280, 720, 80}, {1280, 720, 125}, {1280, 720, 200}}) {
                open.fx(() -> {
                    open.stage().setWidth(size[0]);
                    open.stage().setHeight(size[1]);
                    open.window().desk().appearance().resize(size[2]);
                });
                open.settle();
                for (int step = 0; step < 3; step++) {
                    assertThat(open.fx(() -> cut(open.find("#lesson-panel"))))
                            .as("%d×%d at %d %%", size[0], size[1], size[2])
                            .isEmpty();
                    if (step < 2) {
                        next(open, "Step " + (step + 2) + " of 7");
                    }
                }
                double right = open.fx(() -> open.find("#lesson-panel")
                        .localToScene(open.find("#lesson-panel").getLayoutBounds())
                        .getMaxX());
                double left = open.fx(() -> open.find(".pane-grid")
                        .localToScene(open.find(".pane-grid").getLayoutBounds())
                        .getMinX());
                assertThat(right).isLessThanOrEqualTo(left + 1);
                open.click("#lesson-back");
                open.await("step 2", () -> open.find("#lesson-where", Labeled.class)
                        .getText()
                        .equals("Step 2 of 7"));
                open.click("#lesson-back");
                open.await("it asks", () -> found(open, "#lesson-answer").isPresent());
            }
        }
    }

    /// The words that are cut: the skin writes what it cuts into the text that is seen.
    private static List<String> cut(Node node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Labeled labeled && labeled.getSkin() != null && isSeen(labeled)) {
            labeled.getChildrenUnmodifiable().stream()
                    .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                    .map(Text.class::cast)
                    .filter(text -> !text.getText().equals(labeled.getText())
                            && !text.getText().isEmpty())
                    .forEach(text -> found.add(labeled.getText() + " → " + text.getText()));
        }
        if (node instanceof Button button && isSeen(button) && button.getWidth() + 0.5 < button.minWidth(-1)) {
            found.add("narrow: " + button.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(cut(child)));
        }
        return found;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
