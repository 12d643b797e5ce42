package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.RunRecipe;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Schedule, modifiers and line search of the chosen run")
class MethodFeatureTest {
    private static RunRecipe recipe(OpenWindow open) {
        return open.experiment().runs().getFirst().recipe();
    }

    private static void unfold(OpenWindow open, String fold) {
        open.fx(() -> ((ToggleButton) open.find(fold)).fire());
    }

    @SuppressWarnings("unchecked")
    private static void schedule(OpenWindow open, ScheduleKind kind) {
        open.fx(() -> ((ComboBox<ScheduleKind>) open.find("#schedule")).setValue(kind));
        open.settle();
    }

    private static void turn(OpenWindow open, String id, boolean on) {
        open.fx(() -> ((ToggleSwitch) open.find(id)).setSelected(on));
        open.settle();
    }

    private static int points(OpenWindow open) {
        return open.fx(() -> ((Polyline) open.robot().lookup(".rate-curve-line").query())
                        .getPoints()
                        .size()
                / 2);
    }

    @Test
    @DisplayName("are folded away under a line each, which says that there is none")
    void calm() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            assertThat(open.text("#schedule-fold-summary")).isEqualTo("constant");
            assertThat(open.text("#modifiers-fold-summary")).isEqualTo("none");
            assertThat(open.text("#search-fold-summary")).isEqualTo("none");
            assertThat(open.fx(() -> shown(open.find("#schedule")))).isFalse();
        }
    }

    @Test
    @DisplayName("take a schedule with its arguments and a warm-up, draw it, and move the rate at the playhead")
    void schedules() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            unfold(open, "#schedule-fold");
            schedule(open, ScheduleKind.COSINE);
            assertThat(recipe(open).schedule()).isEqualTo(new Schedule.Cosine(100, 0));
            Furnished.enter(open, "#schedule-T_max", "50");
            Furnished.enter(open, "#schedule-eta_min", "0,01");
            turn(open, "#warm-up", true);
            Furnished.enter(open, "#warm-up-steps", "20");
            assertThat(recipe(open).schedule()).isEqualTo(new Schedule.Warmup(0.1, 20, new Schedule.Cosine(50, 0.01)));
            open.await("the curve has every step", () -> points(open) == 100);

            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(10)));
            open.settle();
            // half-way up the warm-up, from a tenth to the whole of 0.1
            assertThat(open.text("#schedule-fold-summary")).isEqualTo("warm-up, cosine, now 0.055");
            assertThat(open.find("#rate-now").isVisible()).isTrue();
            assertThat(Fixtures.rate(open.experiment(), 0)).isEqualTo(0.1);

            schedule(open, ScheduleKind.CONSTANT);
            turn(open, "#warm-up", false);
            assertThat(open.text("#schedule-fold-summary")).isEqualTo("constant");
            assertThat(open.find("#rate-now").isVisible()).isFalse();
            open.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(recipe(open).schedule()).isInstanceOf(Schedule.Warmup.class);
        }
    }

    @Test
    @DisplayName("refuse an argument that is out of range with a sentence under it, and keep the schedule")
    void badArgument() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            unfold(open, "#schedule-fold");
            schedule(open, ScheduleKind.MULTISTEP);
            Schedule before = recipe(open).schedule();
            Furnished.enter(open, "#schedule-milestones", "10, soon");
            assertThat(recipe(open).schedule()).isEqualTo(before);
            assertThat(open.fx(() -> open.robot().lookup(".error-line").queryAllAs(Label.class).stream()
                            .filter(Label::isVisible)
                            .map(Labeled::getText)
                            .toList()))
                    .containsExactly(
                            "milestones of multistep must be whole numbers with commas between, such as 50, 100.");
            Furnished.enter(open, "#schedule-milestones", "10, 20");
            assertThat(recipe(open).schedule()).isEqualTo(new Schedule.Milestones(List.of(10, 20), 0.1));
        }
    }

    @Test
    @DisplayName("switch each modifier on with a number, show it in the run's row, and off again")
    void modifiers() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            unfold(open, "#modifiers-fold");
            turn(open, "#clip-norm", true);
            Furnished.enter(open, "#clip-norm-value", "2.5");
            turn(open, "#gradient-noise", true);
            turn(open, "#average", true);
            assertThat(recipe(open).modifiers())
                    .isEqualTo(Modifiers.NONE
                            .withClipNorm(2.5)
                            .withGradientNoise(0.1)
                            .withAverage(true));
            assertThat(open.text("#modifiers-fold-summary")).isEqualTo("‖g‖ ≤ 2.5, noise 0.1, averaging");
            assertThat(open.fx(() -> open.find("#run-0").getAccessibleText())).contains("‖g‖ ≤ 2.5");
            turn(open, "#clip-norm", false);
            turn(open, "#gradient-noise", false);
            turn(open, "#average", false);
            assertThat(recipe(open).modifiers()).isEqualTo(Modifiers.NONE);
            assertThat(open.fx(() -> open.find("#lookahead-part-value")
                            .getParent()
                            .getParent()
                            .isVisible()))
                    .isFalse();
            turn(open, "#sam", true);
            turn(open, "#lookahead", true);
            Furnished.enter(open, "#lookahead-value", "4");
            Furnished.enter(open, "#lookahead-part-value", "0.25");
            assertThat(recipe(open).modifiers())
                    .isEqualTo(
                            Modifiers.NONE.withSam(0.05).withLookahead(Optional.of(new Modifiers.Lookahead(4, 0.25))));
            assertThat(open.text("#modifiers-fold-summary")).isEqualTo("SAM 0.05, lookahead 4 · 0.25");
            turn(open, "#lookahead", false);
            turn(open, "#sam", false);
            assertThat(recipe(open).modifiers()).isEqualTo(Modifiers.NONE);
        }
    }

    @Test
    @DisplayName("hold from the playhead on when the switch says so, and the list of changes takes them back")
    void fromHere() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(30).withFromHere(true)));
            schedule(open, ScheduleKind.INVERSE_TIME);
            turn(open, "#clip-value", true);
            assertThat(recipe(open).changes())
                    .containsExactly(new Change(
                            30,
                            Map.of(),
                            Optional.of(new Schedule.InverseTime(0.1)),
                            Optional.empty(),
                            Optional.of(Modifiers.NONE.withClipValue(1))));
            assertThat(open.fx(() -> open.robot().lookup(".changes .note").queryAllAs(Label.class).stream()
                            .map(Labeled::getText)
                            .toList()))
                    .containsExactly("step 30: schedule inverse time", "step 30: |g| ≤ 1");
            open.fx(() -> ((Button) open.find("#remove-change-0")).fire());
            open.settle();
            assertThat(recipe(open).changes()).containsExactly(Change.ofModifiers(30, Modifiers.NONE.withClipValue(1)));
        }
    }

    @Test
    @DisplayName("a line search takes all rows and says so, greys the other batches with the reason, and sets the rate")
    void lineSearch() {
        try (OpenWindow open = Furnished.window(Fixtures.line())) {
            open.click("#batch-mini");
            unfold(open, "#search-fold");
            open.fx(() -> ((ToggleButton) open.find("#search-backtracking")).fire());
            open.settle();
            assertThat(recipe(open).lineSearch()).contains(Backtracking.standard());
            assertThat(recipe(open).batching()).isEqualTo(Batching.full());
            assertThat(texts(open, ".toast"))
                    .containsExactly("A line search needs the gradient over all rows: Gradient descent takes full"
                            + " batches now.");
            assertThat(open.find("#batch-mini").isDisabled()).isTrue();
            assertThat(texts(open, ".note")).contains("A line search needs the gradient over all rows.");
            Furnished.enter(open, "#search-shrink", "0.25");
            assertThat(recipe(open).lineSearch()).contains(new Backtracking(1e-4, 0.25));
            open.fx(() -> ((ToggleButton) open.find("#search-none")).fire());
            open.settle();
            assertThat(recipe(open).lineSearch()).isEmpty();
            assertThat(open.find("#batch-mini").isDisabled()).isFalse();
        }
    }

    private static List<String> texts(OpenWindow open, String query) {
        return open.fx(() -> open.robot().lookup(query).queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    @DisplayName("choosing a method that needs all rows says what became of the mini-batches; words have controls")
    void solver() {
        Experiment line = Fixtures.line();
        try (OpenWindow open = Furnished.window(line)) {
            open.click("#batch-mini");
            Furnished.choose(open, "#optimizer", "L-BF");
            open.await("the run is another", () -> open.window()
                    .workbench()
                    .experiment()
                    .runs()
                    .getFirst()
                    .recipe()
                    .optimizer()
                    .equals("lbfgs"));
            assertThat(texts(open, ".toast"))
                    .containsExactly("L-BFGS needs the gradient over all rows: L-BFGS takes full batches now.");
            assertThat(open.find("#edit-rule").isVisible()).isFalse();
            assertThat(recipe(open).hyperparameters()).doesNotContainKey("line_search");
            open.fx(() -> choose(open.find("#hyper-line_search"), "strong-wolfe"));
            assertThat(recipe(open).hyperparameters())
                    .containsEntry("line_search", new HyperValue.Word("strong-wolfe"));
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(Node box, String word) {
        ((ComboBox<String>) box).setValue(word);
    }

    @Test
    @DisplayName("F forks the chosen run, and the copy's settings hold from the playhead on")
    void fork() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(12)));
            open.press(KeyCode.F);
            assertThat(open.experiment().runs()).hasSize(2);
            assertThat(open.view().runs().chosen()).isEqualTo("Gradient descent 2");
            assertThat(open.view().fromHere()).isTrue();
        }
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
