package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.app.feature.Command;
import fallline.experiment.Experiment;
import fallline.experiment.view.Chalk;
import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.PresenterLook.Control;
import fallline.figure.paint.Theme;
import fallline.workbench.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("On the stage")
class StageFeatureTest {
    @SuppressWarnings("NullAway.Init") // every test opens its own
    private OpenWindow open;

    private void open(Experiment experiment) {
        open = OpenWindow.of(Trial.furnished(experiment));
    }

    /// Headless itself throws now and then where a window leaves the full screen: a frame of the old size is painted
    /// beyond its edge (HeadlessWindow.blit). That is no fault of ours, and not told.
    @BeforeEach
    void forgive() {
        WaitForAsyncUtils.autoCheckException = false;
    }

    @AfterEach
    void close() throws Throwable {
        try {
            open.close();
            checkOurs();
        } finally {
            WaitForAsyncUtils.clearExceptions();
            WaitForAsyncUtils.autoCheckException = true;
        }
    }

    /// Every other fault on the FX thread fails the test.
    private static void checkOurs() throws Throwable {
        for (boolean more = true; more; ) {
            try {
                WaitForAsyncUtils.checkException();
                more = false;
            } catch (Throwable fault) {
                if (!isOfHeadless(fault)) {
                    throw fault;
                }
            }
        }
    }

    private static boolean isOfHeadless(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (Arrays.stream(at.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().endsWith(".HeadlessWindow")
                            && frame.getMethodName().equals("blit"))) {
                return true;
            }
        }
        return false;
    }

    private void run(String command) {
        open.fx(() -> open.window().commands().stream()
                .filter(one -> one.id().equals(command))
                .findFirst()
                .orElseThrow()
                .run());
    }

    private boolean can(String command) {
        return open.fx(() -> open.window().commands().stream()
                .filter(one -> one.id().equals(command))
                .map(Command::enabled)
                .findFirst()
                .orElseThrow()
                .getAsBoolean());
    }

    private boolean there(String query) {
        return open.fx(() -> {
            Node node = open.stage().getScene().lookup(query);
            return node != null && isSeen(node);
        });
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// What a window is, as far as Esc must bring it back.
    private record State(
            double x,
            double y,
            double width,
            double height,
            boolean full,
            Theme theme,
            int size,
            List<String> nodes,
            String keyboard) {}

    private State state() {
        return open.fx(() -> {
            Node root = open.stage().getScene().getRoot();
            Node owner = open.stage().getScene().getFocusOwner();
            return new State(
                    open.stage().getX(),
                    open.stage().getY(),
                    open.stage().getWidth(),
                    open.stage().getHeight(),
                    open.stage().isFullScreen(),
                    open.window().desk().appearance().theme(),
                    open.window().desk().appearance().sizeProperty().get(),
                    names(root, ""),
                    owner == null ? "" : String.valueOf(owner.getId()));
        });
    }

    /// The ids of all controls, in the order of the scene, with what is around them.
    private static List<String> names(Node node, String around) {
        List<String> all = new ArrayList<>();
        String name = node.getId() == null ? around : around + "/" + node.getId();
        if (node.getId() != null && node.isVisible()) {
            all.add(name);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(names(child, name)));
        }
        return all;
    }

    @Test
    @DisplayName("P shows the chosen panes and controls alone; Esc brings back exactly what was there")
    void inAndOut() {
        open(Trial.square());
        open.press(KeyCode.RIGHT);
        open.settle();
        State before = state();
        open.type("p");
        open.settle();
        assertThat(open.fx(() -> open.stage().isFullScreen())).isTrue();
        assertThat(open.window().desk().appearance().theme()).isEqualTo(Theme.PROJECTOR);
        assertThat(open.fx(
                        () -> open.window().desk().appearance().sizeProperty().get()))
                .isEqualTo(175);
        assertThat(there("#loss-card")).isTrue();
        assertThat(there("#convergence-card")).isTrue();
        assertThat(there("#fit-card")).isFalse();
        assertThat(there("#step")).isTrue();
        assertThat(there("#play")).isTrue();
        assertThat(there("#scrub")).as("it was not ticked").isFalse();
        assertThat(there("#problem")).isFalse();
        assertThat(there("#loss-enlarge")).isFalse();
        assertThat(open.text("#stage-step")).isEqualTo("Step 1");
        open.click("#step");
        assertThat(open.text("#stage-step")).isEqualTo("Step 2");
        open.press(KeyCode.PAGE_UP);
        assertThat(open.playhead()).isEqualTo(1);
        open.press(KeyCode.ESCAPE);
        open.settle();
        open.await("the window is back", () -> !open.stage().isFullScreen());
        open.settle();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @DisplayName("clickers step, B and . are black, W is white, S lights the pointer; F5 begins")
    void clicker() {
        open(Trial.square());
        open.press(KeyCode.F5);
        open.settle();
        open.press(KeyCode.PAGE_DOWN);
        open.press(KeyCode.PAGE_DOWN);
        open.press(KeyCode.PAGE_UP);
        assertThat(open.playhead()).isEqualTo(1);
        open.type("b");
        assertThat(there("#stage-blank.stage-black")).isTrue();
        assertThat(open.playhead()).as("B is not the best step here").isEqualTo(1);
        open.type(".");
        assertThat(there("#stage-blank.stage-black")).isFalse();
        assertThat(open.playhead()).as(". is no step here").isEqualTo(1);
        open.type("w");
        assertThat(there("#stage-blank.stage-white")).isTrue();
        open.type("w");
        open.type("s");
        assertThat(there("#stage-spotlight")).isTrue();
        open.type("s");
        assertThat(there("#stage-spotlight")).isFalse();
        open.type("p");
        open.settle();
        open.type(".");
        assertThat(open.playhead()).as("in the window . steps again").isEqualTo(2);
    }

    @Test
    @DisplayName("what is on the stage is chosen in a sheet, and kept with the view")
    void sheet() {
        open(Trial.bowl());
        run("presenter");
        assertThat(open.find("#present-loss", CheckBox.class).isSelected()).isTrue();
        open.click("#present-convergence");
        open.click("#present-step");
        open.click("#control-scrub");
        open.click("#control-rate");
        PresenterLook look = open.view().presenter();
        assertThat(look.panes()).containsExactly("loss", "step");
        assertThat(look.controls()).isEqualTo(Set.of(Control.STEP, Control.PLAY, Control.SCRUB));
        open.click("#start-presenting");
        open.settle();
        assertThat(there("#step-card")).isTrue();
        assertThat(there("#convergence-card")).isFalse();
        assertThat(there("#scrub")).isTrue();
        assertThat(there("#lr-field")).isFalse();
        open.press(KeyCode.ESCAPE);
        open.settle();
        assertThat(there("#scrub")).isTrue();
        assertThat(there("#presenter-sheet")).isFalse();
    }

    private RunRecord record() {
        return open.fx(() ->
                open.window().workbench().scene().record("Gradient descent").orElseThrow());
    }

    @Test
    @DisplayName("the next step of w² is foretold: 18 is 2 beside 16, half of the step's length")
    void predictsNext() {
        open(Trial.square());
        run("predict-next");
        open.settle();
        assertThat(record()).isInstanceOf(RunRecord.Veiled.class);
        assertThat(record().trace().orElseThrow().lastStep()).isZero();
        assertThat(open.text("#teach-bar-sentence")).startsWith("Where does the next step land?");
        open.press(KeyCode.RIGHT);
        assertThat(open.playhead()).as("nobody goes behind the veil").isZero();
        Point2D there = open.onScreen("loss", 18, 250);
        open.robot().clickOn(there);
        open.settle();
        Chalk.Guess guess = open.view().chalk().guess().orElseThrow();
        assertThat(guess.guessed().x()).isEqualTo(18, within(0.3));
        assertThat(guess.truth()).isEmpty();
        open.press(KeyCode.ENTER);
        open.settle();
        assertThat(open.playhead()).isEqualTo(1);
        assertThat(record()).isInstanceOf(RunRecord.Ended.class);
        assertThat(open.view()
                        .chalk()
                        .guess()
                        .orElseThrow()
                        .truth()
                        .orElseThrow()
                        .x())
                .isEqualTo(16);
        assertThat(open.text("#teach-bar-sentence"))
                .startsWith("It lands at w = 16; the guess is ")
                .contains("% of the step's length")
                .contains("Score 0.5 of 1");
        open.press(KeyCode.ESCAPE);
        assertThat(open.view().chalk()).isEqualTo(Chalk.NONE);
        assertThat(there("#teach-bar")).isFalse();
    }

    @Test
    @DisplayName("a question that is given up leaves everything as it was; so does another experiment")
    void givesUp() {
        open(Trial.bowl());
        open.press(KeyCode.RIGHT);
        open.settle();
        run("predict-tenth");
        open.settle();
        open.click("#predict-cancel");
        open.settle();
        assertThat(open.view().loss().bounds()).isEmpty();
        assertThat(open.playhead()).isEqualTo(1);
        run("predict-fate");
        assertThat(open.fx(() -> open.window().workbench().veil())).isPresent();
        open.type("]");
        open.await(
                "the question is over", () -> open.window().workbench().veil().isEmpty());
        open.settle();
        assertThat(there("#teach-bar")).isFalse();
    }

    @Test
    @DisplayName("what becomes of a run is said, and the engine answers")
    void predictsFate() {
        open(Trial.descent(Trial.formula("w^2", "w"), 1, 100, 20));
        run("predict-fate");
        open.settle();
        assertThat(open.text("#verdict-sentence")).doesNotContain("oscillat");
        open.click("#predict-oscillates");
        open.click("#predict-reveal");
        open.settle();
        assertThat(open.text("#teach-bar-sentence")).startsWith("It oscillates, as was said. Score 1 of 1.");
        assertThat(open.playhead()).isEqualTo(100);
    }

    @Test
    @DisplayName("three rates are ranked by what they come to after 20 steps")
    void predictsRates() {
        open(Trial.square());
        run("predict-rates");
        open.settle();
        for (int place : new int[] {2, 1, 0}) {
            open.click("#predict-rank-" + place);
        }
        open.click("#predict-reveal");
        open.await("it is revealed", () -> open.window().workbench().veil().isEmpty());
        open.settle();
        assertThat(open.text("#teach-bar-sentence")).startsWith("α 0.4: J ").endsWith("Score 1 of 1.");
        assertThat(open.playhead()).isEqualTo(20);
    }

    @Test
    @DisplayName("slow motion goes through the stages by key, and lands on the next step")
    void slowMotion() {
        open(Trial.bowl());
        open.fx(() -> open.window().desk().appearance().setStill(true));
        run("slow-motion");
        open.await(
                "it has begun",
                () -> open.window().workbench().view().chalk().stage().isPresent());
        open.settle();
        assertThat(open.text("#teach-bar-sentence"))
                .startsWith("Step 1, stage 1 of ")
                .endsWith(": gradient");
        open.press(KeyCode.RIGHT);
        assertThat(open.playhead()).isZero();
        assertThat(open.view().chalk().stage()).hasValue(1);
        while (open.view().chalk().stage().isPresent()) {
            open.press(KeyCode.PAGE_DOWN);
        }
        assertThat(open.playhead()).isEqualTo(1);
        assertThat(there("#teach-bar")).isFalse();
    }

    @Test
    @DisplayName("slow motion ends when one goes elsewhere, or by Esc")
    void slowMotionEnds() {
        open(Trial.bowl());
        open.fx(() -> open.window().desk().appearance().setStill(true));
        run("slow-motion");
        open.await(
                "it has begun",
                () -> open.window().workbench().view().chalk().stage().isPresent());
        open.press(KeyCode.END);
        open.await("it is over", () -> open.window().workbench().view().chalk().equals(Chalk.NONE));
        assertThat(open.playhead()).isEqualTo(200);
        assertThat(can("slow-motion")).as("there is no step after the last").isFalse();
        open.press(KeyCode.HOME);
        run("slow-motion");
        open.await(
                "it has begun",
                () -> open.window().workbench().view().chalk().stage().isPresent());
        open.press(KeyCode.ESCAPE);
        assertThat(open.view().chalk()).isEqualTo(Chalk.NONE);
        assertThat(open.playhead()).isZero();
    }

    @Test
    @DisplayName("T turns the sound on and off; without a device it is silent, and no error")
    void sound() {
        open(Trial.square());
        open.type("t");
        open.press(KeyCode.RIGHT);
        run("hear-curve");
        open.settle();
        boolean device = AudioSystem.isLineSupported(
                new DataLine.Info(SourceDataLine.class, new AudioFormat(44_100, 16, 2, true, false)));
        List<String> toasts = open.fx(() -> open.robot().lookup(".toast").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
        assertThat(toasts).isEqualTo(device ? List.of() : List.of("There is no sound device here: tones stay silent."));
        assertThat(open.fx(() -> open.window().commands().stream()
                        .filter(one -> one.id().equals("sound"))
                        .findFirst()
                        .orElseThrow()
                        .on()
                        .orElseThrow()
                        .getAsBoolean()))
                .isTrue();
        open.type("t");
        assertThat(open.playhead()).isEqualTo(1);
    }
}
