package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.optimizer.batch.Batching;
import fallline.problem.Problem;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of runs")
class RunsFeatureTest {
    @Test
    @DisplayName("adds, copies and removes runs, and chooses the new one each time")
    void addCopyRemove() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.click("#add-run");
            assertThat(open.experiment().runs()).extracting(Run::name).containsExactly("Gradient descent", "Momentum");
            assertThat(open.view().runs().chosen()).isEqualTo("Momentum");
            open.click("#duplicate-run");
            assertThat(open.view().runs().chosen()).isEqualTo("Momentum 2");
            open.click("#remove-run");
            assertThat(open.experiment().runs()).hasSize(2);
            open.click("#run-0");
            assertThat(open.view().runs().chosen()).isEqualTo("Gradient descent");
            open.click("#remove-run");
            assertThat(open.experiment().runs()).extracting(Run::name).containsExactly("Momentum");
            assertThat(open.fx(() -> open.find("#remove-run").isDisabled())).isTrue();
            open.click("#undo");
            assertThat(open.experiment().runs()).hasSize(2);
        }
    }

    @Test
    @DisplayName("renames a run by double-click or F2, keeps it chosen, and says when a name is taken")
    void rename() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.click("#add-run");
            open.robot().doubleClickOn("#run-1");
            Furnished.enter(open, "#run-name-1", "Heavy ball");
            assertThat(open.experiment().runs())
                    .extracting(Run::name)
                    .containsExactly("Gradient descent", "Heavy ball");
            assertThat(open.view().runs().chosen()).isEqualTo("Heavy ball");

            open.press(KeyCode.F2);
            Furnished.enter(open, "#run-name-1", "Gradient descent");
            assertThat(open.fx(() -> open.robot().lookup(".error-line").queryAllAs(Label.class).stream()
                            .filter(Label::isVisible)
                            .map(Label::getText)
                            .toList()))
                    .containsExactly("another run is called 'Gradient descent': try Gradient descent 2.");
            open.press(KeyCode.ESCAPE);
            assertThat(open.fx(() -> open.find("#run-name-1").isVisible())).isFalse();
            assertThat(open.experiment().runs().getLast().name()).isEqualTo("Heavy ball");
        }
    }

    @Test
    @DisplayName("hides and shows a run by its eye, without an entry in the history")
    void hide() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.click("#add-run");
            open.click("#eye-0");
            assertThat(open.view().runs().hidden()).containsExactly("Gradient descent");
            open.click("#eye-0");
            assertThat(open.view().runs().hidden()).isEmpty();
        }
    }

    @Test
    @DisplayName("says in a word how each run ended")
    void verdict() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.settle();
            assertThat(open.fx(() ->
                            open.robot().lookup(".verdict").queryAs(Label.class).getText()))
                    .isEqualTo("converged");
            Furnished.enter(open, "#lr", "1000");
            open.await("it diverges", () -> open.robot()
                    .lookup(".verdict")
                    .queryAs(Label.class)
                    .getText()
                    .equals("diverged"));
        }
    }

    /// Three runs on a line of data, of three optimizers; the second is called otherwise.
    private static Experiment three() {
        Experiment line = Fixtures.line();
        for (int i = 0; i < 2; i++) {
            Run next = Fixtures.EXPERIMENTS.next(line, line.runs().getFirst());
            line = Edits.withAdded(line, next);
        }
        return Edits.withRenamed(line, line.runs().get(1).name(), "Heavy ball");
    }

    private static List<String> names(OpenWindow open) {
        return open.fx(() -> open.robot().lookup(".run-name").queryAllAs(Label.class).stream()
                .sorted(Comparator.comparingDouble(
                        label -> label.localToScene(0, 0).getY()))
                .map(Label::getText)
                .toList());
    }

    private static List<String> optimizers(OpenWindow open) {
        return open.experiment().runs().stream()
                .map(run -> run.recipe().optimizer())
                .toList();
    }

    @Test
    @DisplayName("goes along to another problem and to other data, says what cannot, and comes back with undo")
    void goesAlong() {
        Experiment before = Edits.withBatching(three(), "Heavy ball", new Batching.Shuffled(8), 0);
        try (OpenWindow open = Furnished.window(before)) {
            List<String> names = names(open);
            List<String> optimizers = optimizers(open);
            assertThat(names).hasSize(3).contains("Heavy ball");
            open.click("#run-1");
            Furnished.choose(open, "#problem", "formula");
            open.await("there is a field", () -> open.find("#formula").isVisible());
            open.await(
                    "it is said that there are no rows",
                    () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                            .anyMatch(toast -> toast.getText()
                                    .equals("Not taken along to this problem: the batches of Heavy ball. Undo"
                                            + " brings all back.")));
            open.settle();
            assertThat(names(open)).isEqualTo(names);
            assertThat(optimizers(open)).isEqualTo(optimizers);
            assertThat(open.view().runs().chosen()).isEqualTo("Heavy ball");
            Furnished.choose(open, "#problem", "linear");
            open.await(
                    "there are data",
                    () -> open.window().workbench().experiment().problem() instanceof Problem.Linear);
            open.settle();
            assertThat(names(open)).isEqualTo(names);
            open.click("#undo");
            open.click("#undo");
            assertThat(open.experiment()).isSameAs(before);
        }
    }

    @Test
    @DisplayName("shows one run alone by Alt and its number, or from its menu, and the others again by the same keys")
    void solo() {
        try (OpenWindow open = Furnished.window(three())) {
            open.press(KeyCode.ALT, KeyCode.DIGIT2);
            assertThat(open.view().runs().hidden()).doesNotContain("Heavy ball").hasSize(2);
            assertThat(open.view().runs().chosen()).isEqualTo("Heavy ball");
            assertThat(open.fx(() -> open.find("#run-0").getAccessibleText())).endsWith("hidden");
            open.press(KeyCode.ALT, KeyCode.DIGIT2);
            assertThat(open.view().runs().hidden()).isEmpty();
            assertThat(open.fx(() -> open.window().workbench().canUndo()))
                    .as("it is a look")
                    .isFalse();

            open.robot().rightClickOn("#run-1");
            open.await(
                    "the menu is open",
                    () -> open.robot().lookup("#row-solo").tryQuery().isPresent());
            open.robot().clickOn("#row-solo");
            open.await("it is drawn alone", () -> open.view().runs().hidden().size() == 2);
            open.robot().rightClickOn("#run-1");
            open.await(
                    "the menu is open",
                    () -> open.robot().lookup("#row-up").tryQuery().isPresent());
            open.robot().clickOn("#row-up");
            open.await("it is the first", () -> names(open).getFirst().equals("Heavy ball"));
        }
    }

    @Test
    @DisplayName("is put into another order by hand and by keys, and every run keeps its colour")
    void reorder() {
        try (OpenWindow open = Furnished.window(three())) {
            List<String> names = names(open);
            open.fx(() -> open.find("#run-2").requestFocus());
            open.robot().moveTo("#run-2").press(MouseButton.PRIMARY);
            double row = open.fx(() -> open.find("#run-2").getLayoutBounds().getHeight());
            for (int i = 0; i < 5; i++) {
                open.robot().moveBy(0, -row / 2);
            }
            open.robot().release(MouseButton.PRIMARY);
            List<String> moved = List.of(names.get(2), names.get(0), names.get(1));
            assertThat(names(open)).isEqualTo(moved);
            assertThat(open.experiment().runs())
                    .extracting(run -> run.look().orElseThrow())
                    .containsExactly(2, 0, 1);
            assertThat(open.view().runs().chosen()).isEqualTo(names.get(2));

            open.press(KeyCode.ALT, KeyCode.DOWN);
            assertThat(names(open)).containsExactly(names.get(0), names.get(2), names.get(1));
            open.press(KeyCode.ALT, KeyCode.UP);
            open.press(KeyCode.ALT, KeyCode.UP);
            assertThat(names(open)).isEqualTo(moved);
            open.click("#undo");
            open.click("#undo");
            open.click("#undo");
            assertThat(names(open)).isEqualTo(names);

            open.robot()
                    .moveTo("#run-0")
                    .press(MouseButton.PRIMARY)
                    .moveBy(0, row)
                    .moveBy(0, row);
            open.press(KeyCode.ESCAPE);
            open.robot().release(MouseButton.PRIMARY);
            assertThat(names(open)).as("Escape puts it back").isEqualTo(names);
        }
    }

    @Test
    @DisplayName("says of a fork from which step of which run it comes, to the eye, in its tip and aloud")
    void fork() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(57)));
            open.type("f");
            open.await("there is a fork", () -> open.find("#run-1").isVisible());
            open.settle();
            assertThat(open.text("#fork-1")).isEqualTo("↳ from step 57 of Gradient descent");
            assertThat(open.fx(() -> open.find("#run-1").getAccessibleText()))
                    .startsWith("Gradient descent 2, α 0.1, forked from step 57 of Gradient descent");
            assertThat(open.fx(() -> open.find("#fork-1").getAccessibleHelp()))
                    .isEqualTo("Forked from step 57 of Gradient descent; both went the same way up to there.");
            assertThat(open.fx(() -> open.window().workbench().undoName()))
                    .contains("fork Gradient descent at step 57");
            assertThat(open.text("#fork-0")).isEmpty();

            open.click("#run-0");
            open.click("#remove-run");
            assertThat(open.text("#fork-0")).isEqualTo("↳ from step 57");
        }
    }

    @Test
    @DisplayName("is at most five rows high, scrolls from the sixth on, and has the chosen one in sight")
    void scrolls() {
        Experiment eight = Fixtures.bowl();
        for (int i = 0; i < 7; i++) {
            eight = Edits.withDuplicate(eight, "Gradient descent");
        }
        try (OpenWindow open = Furnished.window(eight)) {
            double five = open.fx(() -> open.find("#run-4").getBoundsInParent().getMaxY());
            Region list = open.find(".runs .card-scroll", Region.class);
            assertThat(open.fx(list::getHeight)).isBetween(five - 1, five + 1);
            assertThat(open.fx(() -> ((Region) open.find("#run-0")).getHeight()))
                    .isBetween(24.0, 32.0);
            open.click("#run-0");
            for (int i = 0; i < 7; i++) {
                open.press(KeyCode.DOWN);
            }
            open.await("the last one is in sight and has the keyboard", () -> {
                Bounds seen = list.localToScene(list.getLayoutBounds());
                Bounds row =
                        open.find("#run-7").localToScene(open.find("#run-7").getLayoutBounds());
                return open.find("#run-7").isFocused()
                        && row.getMaxY() <= seen.getMaxY() + 1
                        && row.getMinY() >= seen.getMinY();
            });
        }
    }
}
