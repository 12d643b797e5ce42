package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happened along a run")
class EventsFeatureTest {
    /// w² at rate 0.9, which zigzags, with another rate from step 40 on.
    private static Experiment zigzag() {
        Experiment bowl = Fixtures.bowl().withSteps(100);
        RunRecipe recipe = RunRecipe.of("gd", Map.of(Hyperparameter.LEARNING_RATE, HyperValue.of(0.9)))
                .withChange(Change.of(40, Hyperparameter.LEARNING_RATE, HyperValue.of(0.99)));
        return bowl.withRuns(List.of(new Run("Zigzag", recipe)));
    }

    private static void awaitStep(OpenWindow open, int step) {
        open.await(
                "the playhead is at step " + step,
                () -> open.window().workbench().view().playhead() == step);
    }

    @Test
    @DisplayName("is jumped to and told by Ctrl → and Ctrl ←, and the best step by B")
    void jumps() {
        try (OpenWindow open = Furnished.window(zigzag())) {
            open.press(KeyCode.CONTROL, KeyCode.RIGHT);
            awaitStep(open, 1);
            assertThat(open.text("#verdict-sentence"))
                    .isEqualTo("Zigzag at step 1: past the minimum, the next step turns back");
            open.press(KeyCode.CONTROL, KeyCode.RIGHT);
            awaitStep(open, 40);
            assertThat(open.text("#verdict-sentence")).startsWith("Zigzag at step 40: from here on α = 0.99");
            open.press(KeyCode.CONTROL, KeyCode.LEFT);
            awaitStep(open, 1);
            open.press(KeyCode.CONTROL, KeyCode.LEFT);
            open.await("it is said that nothing happened before", () -> open.find("#verdict-sentence", Labeled.class)
                    .getText()
                    .endsWith("nothing happened before"));
            open.press(KeyCode.B);
            awaitStep(open, 100);
            assertThat(open.text("#verdict-sentence")).startsWith("Zigzag at step 100: lowest J of the run, ");
            open.press(KeyCode.LEFT);
            awaitStep(open, 99);
            assertThat(open.text("#verdict-sentence")).doesNotContain("lowest");
            open.fx(() -> Furnished.run(open.window(), "first"));
            open.fx(() -> Furnished.run(open.window(), "next-change"));
            awaitStep(open, 40);
        }
    }

    @Test
    @DisplayName("stands as ticks on the steps, a shape a kind, and the pointer near one is told what")
    void ticks() {
        try (OpenWindow open = Furnished.window(zigzag())) {
            open.await(
                    "there is a tick for the change",
                    () -> open.find("#scrub").getScene().getRoot().lookupAll(".scrub-tick.tick-change").stream()
                            .anyMatch(node -> !((Path) node).getElements().isEmpty()));
            Point2D at = open.fx(() -> {
                Node tick = open.find(".scrub-tick.tick-change");
                Point2D middle = new Point2D(
                        tick.getBoundsInLocal().getCenterX(),
                        tick.getBoundsInLocal().getMaxY() + 4);
                return tick.localToScreen(middle);
            });
            open.robot().moveTo(at.add(-2, 0)).moveTo(at);
            open.await("the tick is told", () -> {
                Tooltip tip = open.find("#scrub", Slider.class).getTooltip();
                return tip != null && tip.getText().startsWith("step 40: from here on α = 0.99");
            });
        }
    }

    @Test
    @DisplayName("at its end offers 100 steps more, which can be taken back, and plays on if it was playing")
    void hundredMore() {
        RunRecipe crawl = RunRecipe.of("gd", Map.of(Hyperparameter.LEARNING_RATE, HyperValue.of(0.001)));
        Experiment slow = Fixtures.bowl().withSteps(30).withRuns(List.of(new Run("Crawl", crawl)));
        try (OpenWindow open = Furnished.window(slow)) {
            assertThat(open.robot().lookup("#hundred-more").tryQuery()).isEmpty();
            open.press(KeyCode.END);
            open.await(
                    "more is offered",
                    () -> open.robot().lookup("#hundred-more").tryQuery().isPresent());
            assertThat(open.text("#hundred-more")).isEqualTo("100 more");
            open.fx(() -> assertThat(open.find("#verdict").lookupAll(".button"))
                    .as("what the verdict offers is still there")
                    .extracting(node -> ((Button) node).getText())
                    .hasSizeBetween(2, 3));
            open.click("#hundred-more");
            assertThat(open.experiment().steps()).isEqualTo(130);
            assertThat(open.playhead()).isEqualTo(30);
            open.click("#undo");
            assertThat(open.experiment().steps()).isEqualTo(30);

            open.fx(() -> Furnished.run(open.window(), "back"));
            open.fx(() -> Furnished.run(open.window(), "play"));
            open.await(
                    "it has come to its end",
                    () -> open.robot().lookup("#hundred-more").tryQuery().isPresent());
            open.click("#hundred-more");
            open.await("it plays on", () -> open.window().workbench().view().playhead() > 30);
        }
    }

    @Test
    @DisplayName("is not offered more of where it has converged")
    void nothingMore() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.press(KeyCode.END);
            open.settle();
            assertThat(open.text("#verdict-sentence")).contains("converged");
            assertThat(open.robot().lookup("#hundred-more").tryQuery()).isEmpty();
        }
    }
}
