package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.RecordedPath;
import fallline.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Recorded paths in the window")
class RecordedFeatureTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final List<FallLineWindow> windows = new ArrayList<>();

    private static boolean has(OpenWindow open, String query) {
        return open.robot().lookup(query).tryQuery().isPresent();
    }

    private static List<String> labels(OpenWindow open, String query) {
        return open.fx(() -> open.robot().lookup(query).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private static String text(OpenWindow open, String query) {
        return open.fx(() -> ((Labeled) open.find(query)).getText());
    }

    /// Gradient descent on (x² + 6y²)/2 from (−4, 3) at rate 0.1 as [Trial#bowl] takes it, with a gap.
    private Path trace() throws IOException {
        StringBuilder text = new StringBuilder("step,loss,x,y\n");
        double x = -4;
        double y = 3;
        for (int step = 0; step <= 220; step++) {
            if (step < 10 || step > 20) {
                text.append(step).append(',').append((x * x + 6 * y * y) / 2).append(',');
                text.append(x).append(',').append(y).append('\n');
            }
            x -= 0.1 * x;
            y -= 0.1 * (6 * y);
        }
        return Files.writeString(folder.resolve("torch.csv"), text);
    }

    private static Optional<RecordedPath> recorded(OpenWindow open) {
        return open.experiment().runs().getLast().recorded();
    }

    private void command(OpenWindow open, String id) {
        open.fx(() -> Furnished.run(windows.getLast(), id));
    }

    @Test
    @DisplayName("are opened by the menu, say so in their row, are scrubbed over gaps, and compared with a run")
    void opened() throws IOException {
        Path half = Files.writeString(folder.resolve("half.csv"), "step,loss,x\n0,3,1\n5,2,1\n");
        try (OpenWindow open = Furnished.window(windows, Trial.bowl(), half, trace())) {
            command(open, "open-recorded");
            open.await("it says what is missing, and nothing changes", () -> labels(open, ".root").stream()
                    .anyMatch(words -> words.contains("half.csv has a column x but none for a parameter y")));
            assertThat(open.experiment().runs()).hasSize(2);
            command(open, "open-recorded");
            open.await("the path is a run", () -> recorded(open).isPresent());
            assertThat(open.experiment().runs().getLast().name()).isEqualTo("torch");
            assertThat(open.experiment().steps()).isEqualTo(220);
            open.await("its row says what it is", () -> labels(open, "#run-2").contains("recorded"));
            open.await("it is judged as any other", () -> labels(open, "#run-2").contains("converged"));
            open.await("there is nothing to set", () -> labels(open, "#recorded-path")
                    .contains("Recorded path: nothing to set."));
            assertThat(open.fx(() -> open.find("#optimizer").getParent().isVisible()))
                    .isFalse();

            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(15)));
            open.await("the pill says the gap", () -> labels(open, ".pill").stream()
                    .anyMatch(words -> words.equals("torch is not recorded between step 9 and 21")));

            command(open, "compare-runs");
            open.await("it agrees with the run that took the same steps", () -> text(open, "#compare-sentence")
                    .startsWith("torch and Gradient descent agree to 10⁻⁹"));
            open.fx(() -> ((ComboBox<?>) open.find("#compare-other"))
                    .getSelectionModel()
                    .select(1));
            open.await("another parts at once", () -> text(open, "#compare-sentence")
                    .startsWith("torch and Momentum part at step 1: x is"));
            open.await(
                    "the way there is open", () -> !open.find("#compare-jump").isDisabled());
            open.click("#compare-jump");
            open.await(
                    "the playhead is there",
                    () -> open.window().workbench().view().playhead() == 1);
            assertThat(has(open, "#compare-sheet")).isFalse();

            command(open, "undo");
            open.await("it can be taken back", () -> open.experiment().runs().size() == 2);
            assertThat(open.experiment().steps()).isEqualTo(200);
            open.await("there are settings again", () -> has(open, "#optimizer"));
        }
    }

    @Test
    @DisplayName("may be dropped, when the window asks what the table is, and which of several runs")
    void dropped() throws IOException {
        Path several = Files.writeString(folder.resolve("several.csv"), "run,step,loss\nA,0,3\nA,5,2\nB,0,3\nB,1,1\n");
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            open.fx(() -> Furnished.open(windows.getLast(), several));
            open.await("it is asked what it is", () -> has(open, "#recorded-kind"));
            open.click("#as-recorded");
            open.await("the runs are offered", () -> has(open, "#recorded-runs"));
            open.click("#recorded-run-0");
            open.click("#add-recorded");
            open.await("one of them is drawn", () -> recorded(open).isPresent());
            assertThat(open.experiment().runs()).hasSize(3);
            assertThat(open.experiment().runs().getLast().name()).isEqualTo("B");
            open.await("losses tell no more", () -> labels(open, "#run-2").contains("recorded"));

            open.fx(() -> Furnished.open(windows.getLast(), several));
            open.await("it is asked again", () -> has(open, "#recorded-kind"));
            open.click("#as-data");
            open.await("the columns are asked for", () -> has(open, "#column-sheet"));
            assertThat(open.experiment().problem()).isInstanceOf(Problem.Formula.class);
        }
    }
}
