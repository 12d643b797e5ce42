package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Run;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
                    .isEqualTo("· converged");
            Furnished.enter(open, "#lr", "1000");
            open.await("it diverges", () -> open.robot()
                    .lookup(".verdict")
                    .queryAs(Label.class)
                    .getText()
                    .equals("· diverged"));
        }
    }
}
