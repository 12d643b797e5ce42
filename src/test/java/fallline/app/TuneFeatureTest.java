package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.analysis.tune.Tuned;
import fallline.app.controls.Sheet;
import fallline.app.feature.MenuPlace.Menu;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.number.Numbers;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tuning fairly, and finding a learning rate")
class TuneFeatureTest {
    private static void open(OpenWindow open, String command, String awaited) {
        open.fx(() -> Furnished.run(open.window(), command));
        open.await(
                awaited + " is there",
                () -> open.robot().lookup(awaited).tryQuery().isPresent());
    }

    /// Presses a button that a passing notice may lie over.
    private static void press(OpenWindow open, String button) {
        open.fx(() -> open.find(button, Button.class).fire());
    }

    private static boolean isThere(OpenWindow open, String id) {
        return open.fx(
                () -> open.robot().lookup(id).tryQuery().filter(Node::isVisible).isPresent());
    }

    @Test
    @DisplayName("stands in the menu Run, and adds the tuned runs as one edit that undo takes back")
    void tuneAndRace(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("trials.csv");
        Path python = folder.resolve("race.py");
        Path picture = folder.resolve("sensitivity.svg");
        try (OpenWindow open = Furnished.window(Fixtures.bowl(), csv, python, picture)) {
            assertThat(open.fx(() -> open.window().commands().stream()
                            .filter(command -> command.title().equals("Tune fairly and race…"))
                            .map(command -> command.place().orElseThrow().menu())
                            .toList()))
                    .containsExactly(Menu.RUN);
            open(open, "tune", "#tune-start");
            assertThat(open.fx(() -> open.find("#tune-gd", CheckBox.class).isSelected()))
                    .as("what is shown takes part")
                    .isTrue();
            open.click("#tune-adam");
            Furnished.enter(open, "#tune-trials", "8");
            assertThat(open.text("#tune-total")).startsWith("2 × 8 trials of ").endsWith("seed 0.");
            open.click("#tune-start");
            open.await("the winners are there", () -> isThere(open, "#tune-add"));
            TableView<?> table = open.find("#tune-table", TableView.class);
            assertThat(open.fx(() -> table.getItems().stream()
                            .map(Tuned.class::cast)
                            .map(tuned -> tuned.entrant().optimizer().id())
                            .toList()))
                    .containsExactlyInAnyOrder("gd", "adam");
            press(open, "#tune-csv");
            open.await("the trials are written", () -> Files.exists(csv));
            press(open, "#tune-python");
            open.await("the script is written", () -> Files.exists(python));
            press(open, "#tune-picture");
            open.await("the picture is written", () -> Files.exists(picture));
            assertThat(Files.readAllLines(csv))
                    .hasSize(1 + 2 * 8)
                    .first()
                    .asString()
                    .startsWith("optimizer,trial,kind");
            assertThat(Files.readString(python)).contains("import numpy").contains("Adam, tuned");
            assertThat(Files.readString(picture)).contains("<svg");

            Experiment before = open.experiment();
            open.click("#tune-add");
            assertThat(isThere(open, "#tune-sheet")).isFalse();
            assertThat(open.experiment().runs())
                    .extracting(Run::name)
                    .containsExactly("Gradient descent", "Gradient descent, tuned", "Adam, tuned");
            assertThat(open.experiment().runs().get(1).recipe().hyperparameters())
                    .containsKey(Hyperparameter.LEARNING_RATE);
            open.click("#undo");
            assertThat(open.experiment()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("keeps nothing of what is cancelled, and says that nobody takes part")
    void cancelled() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl().withSteps(200_000))) {
            Experiment before = open.experiment();
            open(open, "tune", "#tune-start");
            open.click("#tune-gd");
            assertThat(open.text("#tune-total")).startsWith("Nobody takes part");
            assertThat(open.fx(() -> open.find("#tune-start").isDisabled())).isTrue();
            open.click("#tune-adam");
            Furnished.enter(open, "#tune-trials", "500");
            open.click("#tune-start");
            open.await("it runs", () -> isThere(open, "#tune-cancel"));
            open.click("#tune-cancel");
            open.await("the form is back", () -> isThere(open, "#tune-start"));
            assertThat(open.fx(() -> open.find("#tune-adam", CheckBox.class).isSelected()))
                    .isTrue();
            open.press(KeyCode.ESCAPE);
            assertThat(isThere(open, "#tune-sheet")).isFalse();
            assertThat(open.experiment()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("the finder's click sets the rate, as one edit; a method without a rate says why it has none")
    void finder() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            Experiment before = open.experiment();
            open(open, "find-rate", "#finder-sheet");
            open.await("a rate is found", () -> !open.find("#finder-steepest").isDisabled());
            open.click("#finder-curve");
            open.await("its numbers are there", () -> isThere(open, "#curve-sheet"));
            open.press(KeyCode.ESCAPE);
            open.await("they are gone", () -> !isThere(open, "#curve-sheet"));
            assertThat(open.fx(() -> Sheet.around(open.stage().getScene().getFocusOwner())
                            .map(Node::getId)))
                    .as("the keyboard is on the sheet below")
                    .contains("finder-sheet");
            String words = open.text("#finder-steepest");
            assertThat(words).matches("Take .* \\(steepest\\)");
            assertThat(open.text("#finder-sentence")).contains("over 150 steps");
            open.click("#finder-steepest");
            double rate = SettingsAt.base(open.experiment().runs().getFirst().recipe())
                    .rate(FileCatalogue.load().find("gd", Map.of()));
            assertThat(rate)
                    .isNotEqualTo(SettingsAt.base(before.runs().getFirst().recipe())
                            .rate(FileCatalogue.load().find("gd", Map.of())));
            assertThat(words).contains(Numbers.brief(rate, 3));
            open.click("#undo");
            assertThat(open.experiment()).isEqualTo(before);

            Run cg = new Run("CG", RunRecipe.of("cg", Map.of()));
            open.fx(() -> open.window().workbench().edit(before.withRuns(List.of(cg))));
            open.fx(() -> Furnished.run(open.window(), "find-rate"));
            assertThat(isThere(open, "#finder-sheet")).isFalse();
            assertThat(open.fx(() -> open.robot().lookup(".label").queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .filter(text -> text.contains("has no learning rate"))
                            .count()))
                    .isEqualTo(1);
        }
    }
}
