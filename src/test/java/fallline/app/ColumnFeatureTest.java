package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.expr.FormulaException;
import fallline.file.user.Preferences;
import fallline.file.user.PreferencesFile;
import fallline.objective.Goal;
import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The column")
class ColumnFeatureTest {
    private static boolean open(OpenWindow open) {
        return open.fx(() -> open.find("#problem-fold", ToggleButton.class).isSelected());
    }

    private static Bounds place(OpenWindow open, String query) {
        return open.fx(() -> {
            Node node = open.find(query);
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private static Experiment bowl() {
        try {
            return Fixtures.EXPERIMENTS.forFormula("x^2 + 4*y^2", Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("has the problem in one line, opens it when another is chosen, and folds it when a run is steered")
    void folds() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            assertThat(open(open)).as("at first").isFalse();
            Furnished.choose(open, "#problem", "linear, 1");
            open.await("it is open", () -> open.find("#problem-fold", ToggleButton.class)
                    .isSelected());
            open.click("#step");
            open.await("it is folded", () -> !open.find("#problem-fold", ToggleButton.class)
                    .isSelected());
        }
    }

    @Test
    @DisplayName("leaves the problem as a hand opened or folded it, by click or by Enter, whatever is steered")
    void byHand() {
        try (OpenWindow open = Furnished.window(bowl())) {
            open.click("#problem-fold");
            assertThat(open(open)).isTrue();
            open.click("#step");
            open.settle();
            assertThat(open(open)).as("after a step").isTrue();
            open.fx(() -> open.find("#problem-fold").requestFocus());
            open.press(KeyCode.ENTER);
            assertThat(open(open)).as("after Enter").isFalse();
            Furnished.choose(open, "#problem", "linear, 1");
            open.settle();
            assertThat(open(open)).as("after another problem").isFalse();
            Map<String, Boolean> kept = open.fx(
                    () -> open.window().desk().appearance().foldsProperty().get());
            assertThat(kept).containsEntry("problem-fold", false);
        }
    }

    @Test
    @DisplayName("keeps in the preferences which folds a hand opened")
    void kept(@TempDir Path folder) {
        PreferencesFile file = new PreferencesFile(folder.resolve("preferences.json"));
        Preferences likes = Preferences.USUAL.withFolds(Map.of("schedule-fold", true, "problem-fold", false));
        assertThat(file.write(likes)).isTrue();
        assertThat(file.read()).isEqualTo(likes);
    }

    @Test
    @DisplayName("keeps its strip where there is room for one pane only, which a menu in its title chooses")
    void onePane() {
        try (OpenWindow open = Furnished.window(bowl())) {
            open.fx(() -> open.window().desk().appearance().resize(200));
            open.await(
                    "one pane",
                    () -> open.stage().getScene().getRoot().lookupAll(".deck").size() == 1);
            open.settle();
            assertThat(open.fx(() -> open.stage().getScene().getRoot().getLayoutBounds())
                            .contains(place(open, "#steer")))
                    .isTrue();
            open.click("#pane-choice");
            open.await("its menu is open", () -> open.find("#pane-choice", MenuButton.class)
                    .isShowing());
            open.robot().clickOn("Convergence");
            open.await(
                    "the curve is there", () -> open.find("#convergence-card").isVisible());
            open.click("#step");
            assertThat(open.playhead()).isEqualTo(1);
            open.fx(() -> open.window().desk().appearance().resize(100));
            open.await(
                    "three panes",
                    () -> open.stage().getScene().getRoot().lookupAll(".deck").size() == 3);
        }
    }

    @Test
    @DisplayName("stands beside heads whose 3-D button stays where it is when it is pressed")
    void solidStays() {
        try (OpenWindow open = Furnished.window(bowl())) {
            Bounds before = place(open, "#solid");
            open.click("#solid");
            open.settle();
            assertThat(place(open, "#solid")).isEqualTo(before);
            assertThat(open.fx(() -> open.find("#loss-title").isVisible())).isTrue();
        }
    }
}
