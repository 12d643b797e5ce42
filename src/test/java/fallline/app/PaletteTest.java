package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.feature.Command;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The palette (Ctrl K)")
class PaletteTest {
    private final List<FallLineWindow> windows = new ArrayList<>();

    private static ListView<?> opened(OpenWindow open) {
        open.press(KeyCode.CONTROL, KeyCode.K);
        open.await(
                "the palette is there",
                () -> open.robot().lookup("#palette").tryQuery().isPresent());
        ListView<?> list = open.find("#palette-list", ListView.class);
        open.await("the catalogues are read", () -> titles(list).contains("Function: Rosenbrock"));
        return list;
    }

    private static List<String> titles(ListView<?> list) {
        return list.getItems().stream()
                .map(Command.class::cast)
                .map(Command::title)
                .toList();
    }

    @Test
    @DisplayName("has commands, optimizers, problems, functions, data sets and views")
    void has() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            ListView<?> list = opened(open);
            assertThat(open.fx(() -> titles(list)))
                    .contains(
                            "One step",
                            "Optimizer: Adam",
                            "Problem: Logistic regression",
                            "Function: Himmelblau",
                            "View: Convergence",
                            "Preferences…")
                    .anyMatch(title -> title.startsWith("Data: ") && title.contains("ris"));
        }
    }

    @Test
    @DisplayName("takes the first line on Enter: a function is opened, and an optimizer chosen")
    void enter() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            opened(open);
            open.type("rosenb");
            open.press(KeyCode.ENTER);
            open.await(
                    "the function is open",
                    () -> open.experiment().problem() instanceof Problem.Formula formula
                            && formula.card().isPresent()
                            && formula.card().get().id().equals("rosenbrock"));
            opened(open);
            open.type("optimizer: adam");
            open.press(KeyCode.ENTER);
            open.await("Adam is chosen", () -> open.experiment()
                    .runs()
                    .getFirst()
                    .recipe()
                    .optimizer()
                    .equals("adam"));
            assertThat(open.robot().lookup("#palette").tryQuery()).isEmpty();
        }
    }

    /// One turn of the window's thread, in which nothing is laid out, painted or read from a disk: what a fast hand
    /// does on a slow machine.
    private static void atOnce(OpenWindow open, String text, KeyCode... last) {
        open.fx(() -> {
            Furnished.run(open.window(), "palette");
            Scene scene = open.stage().getScene();
            for (String character : text.split("")) {
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
            }
            for (KeyCode code : last) {
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
    }

    @Test
    @DisplayName("loses no key that is typed before it was first painted, and takes its Enter once it knows all names")
    void hurried() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            atOnce(open, "rosenb");
            assertThat(open.fx(() -> open.find("#palette-field", TextField.class).getText()))
                    .isEqualTo("rosenb");
            open.press(KeyCode.ESCAPE);
            int playhead = open.playhead();
            atOnce(open, "himmelblau", KeyCode.ENTER);
            open.await(
                    "the function is open",
                    () -> open.experiment().problem() instanceof Problem.Formula formula
                            && formula.card().map(card -> card.id().equals("himmelblau")).orElse(false));
            assertThat(open.playhead()).isEqualTo(playhead);
            assertThat(open.robot().lookup("#palette").tryQuery()).isEmpty();
        }
    }

    @Test
    @DisplayName("keeps the line that the arrows chose when more names come")
    void picked() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            atOnce(open, "step", KeyCode.DOWN, KeyCode.DOWN);
            ListView<?> list = open.find("#palette-list", ListView.class);
            Object chosen = open.fx(() -> list.getSelectionModel().getSelectedItem());
            open.await("the catalogues are read", () -> titles(list).contains("Optimizer: Polyak step"));
            assertThat(open.fx(() -> list.getSelectionModel().getSelectedItem())).isSameAs(chosen);
        }
    }

    @Test
    @DisplayName("opens from a field, and Escape leaves everything as it was")
    void escape() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            open.click("#lr");
            var before = open.experiment();
            opened(open);
            open.type("steps");
            open.press(KeyCode.ESCAPE);
            open.await(
                    "it is gone",
                    () -> open.robot().lookup("#palette").tryQuery().isEmpty());
            assertThat(open.experiment()).isEqualTo(before);
        }
    }
}
