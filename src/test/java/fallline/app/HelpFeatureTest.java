package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.Term;
import fallline.app.feature.Command;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Help")
class HelpFeatureTest {
    private static boolean has(OpenWindow open, String query) {
        return open.robot().lookup(query).tryQuery().isPresent();
    }

    private static void awaitHelp(OpenWindow open, String title) {
        open.await(
                "F1 says: " + title,
                () -> has(open, "#view-help-title")
                        && open.find("#view-help-title", Label.class).getText().equals(title));
    }

    @Test
    @DisplayName("says on F1 what the view under the mouse shows, and goes with Escape")
    void views() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.robot().moveTo("#convergence-figure");
            open.press(KeyCode.F1);
            awaitHelp(open, "Convergence");
            assertThat(open.fx(() -> open.find("#view-help-text").lookupAll(".label").stream()
                            .map(label -> ((Label) label).getText())
                            .toList()))
                    .contains("upright line", "the playhead");
            open.press(KeyCode.ESCAPE);
            open.await("it is gone", () -> !has(open, "#view-help"));
            open.robot().moveTo("#fit-figure");
            open.press(KeyCode.F1);
            awaitHelp(open, "Along the step");
        }
    }

    @Test
    @DisplayName("comes on F1 and Ctrl K while a field has the keyboard, whose own keys stay its own")
    void fromField() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            var before = open.experiment();
            Furnished.replace(open, "#lr", "0.25");
            open.robot().moveTo("#loss-figure");
            open.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(open.fx(() -> open.find("#lr", TextField.class).getText()))
                    .isNotEqualTo("0.25");
            assertThat(open.experiment()).isEqualTo(before);
            assertThat(open.fx(() -> open.find("#lr").isFocused())).isTrue();
            open.press(KeyCode.F1);
            open.await("the sheet is there", () -> has(open, "#view-help"));
            open.press(KeyCode.ESCAPE);
            open.await("it is gone", () -> !has(open, "#view-help"));
            open.fx(() -> open.find("#lr").requestFocus());
            open.press(KeyCode.CONTROL, KeyCode.K);
            open.await("the palette is there", () -> has(open, "#palette"));
        }
    }

    @Test
    @DisplayName("opens the guide in the browser, whole, at the place that is asked for")
    void guide() {
        Trial.Answers user = new Trial.Answers();
        try (OpenWindow open = Furnished.window(Trial.NOTHING_KEPT, new ArrayList<>(), Fixtures.bowl(), user)) {
            open.fx(() -> Furnished.run(open.window(), "guide"));
            open.await("it is open", () -> user.browsed().size() == 1);
            Path first = Path.of(URI.create(user.browsed().getFirst()));
            assertThat(first).hasFileName("index.html").exists();
            assertThat(Files.exists(first.resolveSibling("pictures"))).isTrue();
            open.robot().moveTo("#loss-figure");
            open.press(KeyCode.F1);
            open.await("the sheet is there", () -> has(open, "#view-help-guide"));
            open.click("#view-help-guide");
            open.await("it is open there", () -> user.browsed().size() == 2);
            assertThat(user.browsed().getLast()).endsWith("views.html#loss-a-curve");
        }
    }

    @Test
    @DisplayName("says of the log file that there is none yet, or opens it")
    void log() {
        Trial.Answers user = new Trial.Answers();
        try (OpenWindow open = Furnished.window(Trial.NOTHING_KEPT, new ArrayList<>(), Fixtures.bowl(), user)) {
            open.fx(() -> Furnished.run(open.window(), "log-file"));
            open.await("it is said", () -> open.stage().getScene().getRoot().lookupAll(".toast").stream()
                    .anyMatch(toast -> ((Label) toast).getText().startsWith("This window keeps no log file")));
            assertThat(user.browsed()).isEmpty();
        }
    }

    @Test
    @DisplayName("shows the sentence of a term that is typed into the palette, and on Enter all terms")
    void terms() {
        try (OpenWindow open = Furnished.window(Fixtures.bowl())) {
            open.press(KeyCode.CONTROL, KeyCode.K);
            open.await("the palette is there", () -> has(open, "#palette"));
            ListView<?> list = open.find("#palette-list", ListView.class);
            open.type("kappa");
            open.await(
                    "the term is first",
                    () -> !list.getItems().isEmpty()
                            && list.getItems().getFirst() instanceof Command first
                            && first.title().equals("Term: condition κ"));
            open.await("its sentence is there", () -> list.lookupAll(".note").stream()
                    .anyMatch(note -> ((Label) note).getText().equals(Term.CONDITION.sentence())));
            open.press(KeyCode.ENTER);
            open.await("the glossary is there", () -> has(open, "#glossary-sheet"));
            assertThat(open.fx(() -> open.find("#glossary-sheet-text").lookupAll(".label").stream()
                            .map(label -> ((Label) label).getText())
                            .filter(List.of("epoch", "R²", "momentum β")::contains)
                            .distinct()
                            .toList()))
                    .hasSize(3);
        }
    }
}
