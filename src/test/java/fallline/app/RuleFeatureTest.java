package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.Trace;
import fallline.file.ExperimentFile;
import fallline.file.user.OwnCatalogue;
import fallline.file.user.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The editor of rules")
class RuleFeatureTest {
    private static final String STEP = "theta <- theta - lr*g ";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private static void copy(OpenWindow open) {
        open.click("#edit-rule");
        open.settle();
    }

    private static String text(OpenWindow open) {
        return open.fx(() -> open.find("#rule-text", TextArea.class).getText());
    }

    private static void replace(OpenWindow open, String part, String by) {
        open.fx(() -> {
            TextArea area = open.find("#rule-text", TextArea.class);
            assertThat(area.getText()).contains(part);
            area.setText(area.getText().replace(part, by));
        });
        open.settle();
    }

    private static double reached(OpenWindow open, int step) {
        return open.fx(() -> {
            Trace trace = open.window()
                    .workbench()
                    .scene()
                    .trace(open.window()
                            .workbench()
                            .experiment()
                            .runs()
                            .getFirst()
                            .name())
                    .orElseThrow();
            return trace.parameter(step, 0);
        });
    }

    private static List<String> toasts(OpenWindow open) {
        return open.fx(() -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    private static void fire(OpenWindow open, String button) {
        open.fx(() -> open.find(button, Button.class).fire());
        open.settle();
    }

    @Test
    @DisplayName("opens a copy of the rule, which the run has at once, and every good text runs; one undo each")
    void good() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            copy(open);
            assertThat(open.experiment().runs()).extracting(Run::name).containsExactly("My Gradient descent");
            assertThat(open.experiment().optimizers()).containsOnlyKeys("my-gd");
            assertThat(text(open))
                    .startsWith("# a copy of gd\nname: My Gradient descent\n")
                    .contains(STEP);
            assertThat(reached(open, 1)).isEqualTo(16);

            replace(open, STEP, "theta <- theta - 2*lr*g ");
            // J = w² from 20 at twice the rate 0.1
            assertThat(reached(open, 1)).isEqualTo(12);
            replace(open, "weight_decay = 0 (0 .. 1)", "boost = 3 (0 .. 9) \"Boost\"\nweight_decay = 0 (0 .. 1)");
            assertThat(open.robot().lookup("#hyper-boost").tryQuery()).isPresent();

            open.fx(() -> open.find("#rule-editor").requestFocus());
            fire(open, "#rule-close");
            assertThat(open.robot().lookup("#rule-editor").tryQuery()).isEmpty();
            open.fx(() -> open.window().workbench().undo());
            open.settle();
            assertThat(reached(open, 1)).isEqualTo(16);
            open.fx(() -> open.window().workbench().undo());
            assertThat(open.experiment().optimizers()).isEmpty();
        }
    }

    @Test
    @DisplayName("says line and column of a mistake and marks it, while the rule before it runs on")
    void bad() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            copy(open);
            replace(open, STEP, "theta <- theta - 2*lr*g ");
            Experiment before = open.experiment();
            replace(open, "theta - 2*lr*g", "theta - 2*rate*g");

            int line = text(open).substring(0, text(open).indexOf("2*rate")).split("\n", -1).length;
            assertThat(open.text("#rule-error")).startsWith("line " + line + ", column 20: unknown name 'rate'");
            open.await("the mark is drawn", () -> !open.find("#rule-mistake", Polyline.class)
                    .getPoints()
                    .isEmpty());
            assertThat(open.experiment()).isEqualTo(before);
            assertThat(reached(open, 1)).isEqualTo(12);
            assertThat(open.find("#rule-keep").isDisabled()).isTrue();

            fire(open, "#rule-close");
            assertThat(toasts(open))
                    .containsExactly("The text with the mistake waits in the editor; the rule before it runs on.");
            copy(open);
            assertThat(text(open)).contains("2*rate*g");
            replace(open, "2*rate*g", "3*lr*g");
            assertThat(open.find("#rule-error").isVisible()).isFalse();
            assertThat(reached(open, 1)).isEqualTo(20 - 3 * 0.1 * 40);
        }
    }

    @Test
    @DisplayName("is saved with the experiment, and what is opened again runs the same rule")
    void savedAndReopened() throws IOException {
        Path file = folder.resolve("mine.json");
        try (OpenWindow open = Furnished.window(Fixtures.bowl(), file)) {
            copy(open);
            replace(open, STEP, "theta <- theta - 2*lr*g ");
            fire(open, "#rule-close");
            open.press(KeyCode.CONTROL, KeyCode.S);
            open.await("it is saved", () -> Files.exists(file));
        }
        Experiment read = new ExperimentFile(Fixtures.CATALOGUE).read(file).experiment();
        try (OpenWindow open = Furnished.window(read)) {
            assertThat(reached(open, 1)).isEqualTo(12);
            assertThat(open.text("#edit-rule")).isEqualTo("Edit");
            copy(open);
            assertThat(text(open)).contains("2*lr*g");
            assertThat(open.experiment().optimizers()).hasSize(1);
        }
    }

    @Test
    @DisplayName("renames and removes a rule with its runs, and refuses an id that is taken")
    void renameAndDelete() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            copy(open);
            Furnished.enter(open, "#rule-id", "adam");
            assertThat(open.fx(() -> open.robot().lookup(".error-line").queryAllAs(Label.class).stream()
                            .filter(Label::isVisible)
                            .map(Labeled::getText)
                            .toList()))
                    .containsExactly("there is an optimizer 'adam' already: choose another id.");
            Furnished.enter(open, "#rule-id", "steep");
            assertThat(open.experiment().optimizers()).containsOnlyKeys("steep");
            assertThat(open.experiment().runs().getFirst().recipe().optimizer()).isEqualTo("steep");

            fire(open, "#rule-delete");
            assertThat(open.experiment().optimizers()).isEmpty();
            assertThat(open.experiment().runs().getFirst().name()).isEqualTo("Gradient descent");
            assertThat(open.robot().lookup("#rule-editor").tryQuery()).isEmpty();
            assertThat(toasts(open)).anySatisfy(toast -> assertThat(toast).startsWith("steep is removed"));
        }
    }

    @Test
    @DisplayName("keeps a rule in the user's folder, which other experiments offer; a broken file there only says so")
    void kept() throws IOException {
        RuleFolder rules = new RuleFolder(folder);
        OwnCatalogue own = new OwnCatalogue(rules, Trial.NOTHING_KEPT.functions(), Trial.NOTHING_KEPT.preferences());
        try (OpenWindow open = Furnished.window(own, new ArrayList<>(), Fixtures.bowl())) {
            copy(open);
            replace(open, STEP, "theta <- theta - 2*lr*g ");
            fire(open, "#rule-keep");
            open.await(
                    "it is kept",
                    () -> open.find("#rule-keep", Button.class).getText().equals("Remove from my optimizers"));
        }
        assertThat(Files.readString(rules.file("my-gd"))).contains("2*lr*g");
        Files.writeString(folder.resolve("broken.rule"), "theta <- ");
        try (OpenWindow open = Furnished.window(own, new ArrayList<>(), Fixtures.bowl())) {
            open.await("the folder is read", () -> offered(open).contains("My Gradient descent"));
            assertThat(toasts(open))
                    .singleElement()
                    .asString()
                    .startsWith("Your optimizer broken.rule is passed over: ");
            Furnished.choose(open, "#optimizer", "My Gr");
            open.await(
                    "the run has it",
                    () -> open.window().workbench().experiment().optimizers().containsKey("my-gd"));
            open.settle();
            assertThat(reached(open, 1)).isEqualTo(12);
        }
    }

    private static List<String> offered(OpenWindow open) {
        Node box = open.find("#optimizer");
        return ((ComboBox<?>) box)
                .getItems().stream()
                        .map(item ->
                                ((fallline.optimizer.Optimizer) item).card().name())
                        .toList();
    }
}
