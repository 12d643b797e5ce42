package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.workbench.Guard;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A control whose edit is refused")
class RefusedEditTest {
    /// Lets nothing pass.
    private static final Guard HOLD = new Guard() {
        @Override
        public boolean lets(Experiment before, Experiment after) {
            return false;
        }

        @Override
        public boolean letsMove() {
            return false;
        }
    };

    private static OpenWindow window() throws FormulaException {
        return Furnished.window(Fixtures.EXPERIMENTS.forFormula("w^2 + a*w, a = 2 (0 .. 4)", Goal.MINIMISE));
    }

    private static void guard(OpenWindow open, Guard guard) {
        open.fx(() -> open.window().workbench().guard(guard));
    }

    private static String text(OpenWindow open, String field) {
        return open.fx(() -> open.find(field, TextField.class).getText());
    }

    private static double place(OpenWindow open, String slider) {
        return open.fx(() -> ((Slider) open.find(slider)).getValue());
    }

    @Test
    @DisplayName("shows what is, and not what it wished for: fields and sliders")
    void values() throws FormulaException {
        try (OpenWindow open = window()) {
            guard(open, HOLD);
            Experiment before = open.experiment();
            for (String field : new String[] {"#lr", "#parameter-a"}) {
                String shown = text(open, field);
                double at = place(open, field + "-slider");
                Furnished.enter(open, field, "1.5");
                assertThat(text(open, field)).as(field).isEqualTo(shown);
                open.fx(() -> open.find(field + "-slider").requestFocus());
                open.press(KeyCode.RIGHT);
                assertThat(place(open, field + "-slider")).as(field).isEqualTo(at);
            }
            assertThat(open.experiment()).isSameAs(before);
            guard(open, Guard.NONE);
            Furnished.enter(open, "#lr", "0.3");
            assertThat(Fixtures.rate(open.experiment(), 0)).isEqualTo(0.3);
            assertThat(text(open, "#lr")).isEqualTo("0.3");
        }
    }

    @Test
    @DisplayName("shows what is: a formula, once the typing is over")
    void formula() throws FormulaException {
        try (OpenWindow open = window()) {
            guard(open, HOLD);
            String shown = text(open, "#formula");
            Furnished.replace(open, "#formula", "w^4");
            open.settle();
            assertThat(text(open, "#formula")).as("while it is typed").isEqualTo("w^4");
            open.press(KeyCode.ENTER);
            open.settle();
            assertThat(text(open, "#formula")).isEqualTo(shown);
        }
    }

    @Test
    @DisplayName("as a playhead that is held has not come to its end: a hundred steps more do not play on")
    void held() {
        RunRecipe crawl = RunRecipe.of("gd", Map.of(Hyperparameter.LEARNING_RATE, HyperValue.of(0.001)));
        Experiment slow = Fixtures.bowl().withSteps(30).withRuns(List.of(new Run("Crawl", crawl)));
        try (OpenWindow open = Furnished.window(slow)) {
            guard(open, HOLD);
            open.fx(() -> Furnished.run(open.window(), "play"));
            assertThat(open.view().fromHere()).as("as long as it plays").isTrue();
            open.await("it is held", () -> !open.window().workbench().view().fromHere());
            guard(open, Guard.NONE);
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(30)));
            open.await(
                    "more is offered",
                    () -> open.robot().lookup("#hundred-more").tryQuery().isPresent());
            open.click("#hundred-more");
            assertThat(open.experiment().steps()).isEqualTo(130);
            assertThat(open.view().fromHere()).as("it plays").isFalse();
            assertThat(open.playhead()).isEqualTo(30);
        }
    }
}
