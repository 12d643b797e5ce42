package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.RecordedChange;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of the chosen run")
class SettingsFeatureTest {
    private static double rate(OpenWindow open) {
        return Fixtures.rate(open.experiment(), 0);
    }

    private static Point2D place(OpenWindow open, String slider, double share) {
        Slider found = (Slider) open.find(slider);
        return open.fx(() -> {
            Bounds bounds = found.localToScreen(found.getBoundsInLocal());
            double thumb = 8;
            return new Point2D(bounds.getMinX() + thumb + share * (bounds.getWidth() - 2 * thumb), bounds.getCenterY());
        });
    }

    @Test
    @DisplayName("take a rate from the slider while it is dragged, and one undo takes the whole drag back")
    void dragRate() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Slider slider = (Slider) open.find("#lr-slider");
            Point2D from = place(open, "#lr-slider", open.fx(slider::getValue));
            open.robot().moveTo(from).press(MouseButton.PRIMARY);
            open.robot().moveTo(place(open, "#lr-slider", 0.8));
            double under = rate(open);
            open.robot().moveTo(place(open, "#lr-slider", 0.9));
            double further = rate(open);
            open.robot().release(MouseButton.PRIMARY);
            open.settle();

            assertThat(under).isGreaterThan(0.1);
            assertThat(further).isGreaterThan(under);
            assertThat(open.fx(() -> ((TextField) open.find("#lr")).getText()))
                    .isEqualTo(fallline.expr.TypedNumber.brief(further, 5));
            open.click("#undo");
            assertThat(rate(open)).isEqualTo(0.1);
            assertThat(open.fx(() -> open.window().workbench().canUndo())).isFalse();
        }
    }

    @Test
    @DisplayName("take a typed rate with a decimal comma, and show it with a point")
    void comma() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.enter(open, "#lr", "0,25");

            assertThat(rate(open)).isEqualTo(0.25);
            assertThat(open.fx(() -> ((TextField) open.find("#lr")).getText())).isEqualTo("0.25");
        }
    }

    @Test
    @DisplayName("say under the field why a rate cannot be taken, keep the old one, and forget it on Escape")
    void badRate() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.enter(open, "#lr", "-1");
            assertThat(errors(open)).containsExactly("lr of gd must be in [0, infinity), got −1.");
            Furnished.enter(open, "#lr", "fast");
            assertThat(errors(open)).containsExactly("'fast' is not a number: type one such as 0.1 or 1e-3.");
            assertThat(rate(open)).isEqualTo(0.1);

            open.press(KeyCode.ESCAPE);
            assertThat(errors(open)).isEmpty();
            assertThat(open.fx(() -> ((TextField) open.find("#lr")).getText())).isEqualTo("0.1");
        }
    }

    private static List<String> errors(OpenWindow open) {
        return open.fx(() -> open.robot().lookup(".error-line").queryAllAs(Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList());
    }

    @Test
    @DisplayName("mark the best rate and the stability limit of the curvature, and take them on a click")
    void marks() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.await("the zones are known", () -> open.find("#mark-limit").isVisible());
            // J = w² curves by 2 everywhere: the limit is 2/2, the best rate 1/2
            assertThat(open.text("#mark-limit")).isEqualTo("limit 1");
            open.click("#mark-best");
            assertThat(rate(open)).isEqualTo(0.5);
            open.click("#mark-limit");
            assertThat(rate(open)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("mark the limit of logistic regression at the playhead, which rises as the curve flattens")
    void movingLimit() {
        Experiment logistic = Fixtures.EXPERIMENTS.forLogistic(
                fallline.data.BuiltInData.dataset("hours_studied"), List.of("hours"), "passed");
        try (OpenWindow open = Furnished.window(logistic)) {
            open.await("the zones are known", () -> open.find("#mark-limit").isVisible());
            String first = open.text("#mark-limit");
            open.settle();
            open.press(KeyCode.END);
            open.await(
                    "the limit is another",
                    () -> !open.find("#mark-limit", Labeled.class).getText().equals(first));
            double before = Double.parseDouble(first.replace("limit ", ""));
            double after = Double.parseDouble(open.text("#mark-limit").replace("limit ", ""));
            assertThat(after).isGreaterThan(before);
        }
    }

    @Test
    @DisplayName("choose batch, mini-batch and stochastic, with the rows of a batch")
    void batches() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#batch-mini");
            assertThat(batching(open)).isEqualTo(new Batching.Shuffled(10));
            Furnished.enter(open, "#batch-size", "25");
            assertThat(batching(open)).isEqualTo(new Batching.Shuffled(25));
            Furnished.enter(open, "#batch-size", "101");
            assertThat(errors(open)).containsExactly("a batch has 1 to 100 rows.");
            open.click("#batch-stochastic");
            assertThat(batching(open)).isEqualTo(new Batching.Shuffled(1));
            open.click("#batch-stochastic");
            assertThat(open.fx(() -> ((ToggleButton) open.find("#batch-stochastic")).isSelected()))
                    .isTrue();
            open.click("#batch-full");
            assertThat(batching(open)).isEqualTo(Batching.full());
        }
    }

    private static Batching batching(OpenWindow open) {
        return open.experiment().runs().getFirst().recipe().batching();
    }

    @Test
    @DisplayName("grey mini-batches for a formula, and say why")
    void formulaHasNoRows() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            assertThat(open.fx(() -> open.find("#batch-mini").isDisabled())).isTrue();
            assertThat(open.fx(() -> open.robot()
                            .lookup("Formulas have no rows to batch.")
                            .tryQuery()
                            .isPresent()))
                    .isTrue();
        }
    }

    @Test
    @DisplayName("follow the optimizer: its hyperparameters become rows, and a run named after it is renamed")
    void optimizer() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.choose(open, "#optimizer", "moment");
            open.await("the run is another", () -> open.window()
                    .workbench()
                    .experiment()
                    .runs()
                    .getFirst()
                    .recipe()
                    .optimizer()
                    .equals("momentum"));
            assertThat(open.experiment().runs()).extracting(Run::name).containsExactly("Momentum");
            Furnished.enter(open, "#hyper-momentum", "0.5");
            assertThat(open.experiment().runs().getFirst().recipe().hyperparameters())
                    .containsEntry("momentum", HyperValue.of(0.5));
            open.click("#hyper-momentum-reset");
            assertThat(open.experiment().runs().getFirst().recipe().hyperparameters())
                    .doesNotContainKey("momentum");
        }
    }

    @Test
    @DisplayName("record a change from the playhead on when the switch says so, and take it back by its button")
    void fromHere() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(7)));
            open.click("#from-here");
            Furnished.enter(open, "#lr", "0.4");
            open.settle();

            Run run = open.experiment().runs().getFirst();
            assertThat(RecordedChange.of(run.recipe()))
                    .containsExactly(new RecordedChange(7, new RecordedChange.Hyper("lr", HyperValue.of(0.4))));
            assertThat(rate(open)).isEqualTo(0.1);
            open.fx(() -> ((javafx.scene.control.Button) open.find("#remove-change-0")).fire());
            assertThat(open.experiment().runs().getFirst().recipe().changes()).isEmpty();
        }
    }

    @Test
    @DisplayName("take start, steps, seed and goal, and refuse a million and one steps")
    void experimentSettings() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Furnished.enter(open, "#start-0", "−3,5");
            Furnished.enter(open, "#steps", "1,000");
            Furnished.enter(open, "#seed", "42");
            open.click("#goal-maximise");

            Experiment experiment = open.experiment();
            assertThat(experiment.startPoint()).containsExactly(-3.5);
            assertThat(experiment.steps()).isEqualTo(1000);
            assertThat(experiment.seed()).isEqualTo(42);
            assertThat(experiment.problem().goal()).isEqualTo(Goal.MAXIMISE);
            Furnished.enter(open, "#steps", "1000001");
            assertThat(errors(open)).containsExactly("a run takes 1 to 1\u202f000\u202f000 steps.");
        }
    }

    @Test
    @DisplayName("draw a random start from the seed, and another one at the next press")
    void randomStart() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.click("#random-start");
            double[] first = open.start();
            open.click("#random-start");

            assertThat(first).isNotEqualTo(new double[] {20});
            assertThat(open.start()).isNotEqualTo(first);
            assertThat(Edits.from(open.view())).isZero();
        }
    }
}
