package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.desk.Dialogs.Decision;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A window that is to close")
class ClosingTest {
    private final ExperimentFile files = new ExperimentFile(Fixtures.CATALOGUE);
    private final Trial.Answers user = new Trial.Answers();
    private final Path file;

    ClosingTest(@TempDir Path folder) {
        file = folder.resolve("lecture.json");
        files.write(file, Fixtures.bowl().withSteps(70), Optional.empty(), UnknownFields.none());
    }

    private OpenWindow window() {
        List<FallLineWindow> windows = new ArrayList<>();
        OpenWindow open = Furnished.window(Trial.NOTHING_KEPT, windows, Fixtures.bowl(), user);
        open.fx(() -> Furnished.open(windows.getLast(), file));
        open.await("the file is open", () -> open.stage().getTitle().equals("lecture.json – Fall Line"));
        return open;
    }

    private static void edit(OpenWindow open) {
        open.fx(() -> {
            var bench = open.window().workbench();
            bench.edit(bench.experiment().withSteps(71));
        });
    }

    private static void requestClose(OpenWindow open) {
        open.fx(() -> open.stage().fireEvent(new WindowEvent(open.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static boolean showing(OpenWindow open) {
        return open.fx(() -> open.stage().isShowing());
    }

    @Test
    @DisplayName("stays on Cancel, and on Save writes the changes and then closes")
    void cancelThenSave() {
        user.decide(Decision.CANCEL);
        user.decide(Decision.SAVE);
        try (OpenWindow open = window()) {
            edit(open);
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("• lecture.json – Fall Line");
            requestClose(open);
            assertThat(showing(open)).isTrue();
            assertThat(files.read(file).experiment().steps()).isEqualTo(70);
            requestClose(open);
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(files.read(file).experiment().steps()).isEqualTo(71);
        assertThat(user.questions()).hasSize(2).allSatisfy(words -> assertThat(words)
                .contains("lecture.json"));
    }

    @Test
    @DisplayName("closes on Don't save, and the file stays as it was")
    void discard() {
        user.decide(Decision.DISCARD);
        try (OpenWindow open = window()) {
            edit(open);
            requestClose(open);
            assertThat(showing(open)).isFalse();
        }
        assertThat(files.read(file).experiment().steps()).isEqualTo(70);
        assertThat(user.questions()).hasSize(1);
    }

    @Test
    @DisplayName("asks nothing when only the playhead moved, or the change was undone")
    void unchanged() {
        try (OpenWindow open = window()) {
            edit(open);
            open.fx(() -> open.window().workbench().undo());
            open.fx(() -> open.window()
                    .workbench()
                    .look(open.window().workbench().view().withPlayhead(7)));
            requestClose(open);
            assertThat(showing(open)).isFalse();
        }
        assertThat(user.questions()).isEmpty();
    }

    @Test
    @DisplayName("asks nothing about an experiment that never had a file")
    void noFile() {
        try (OpenWindow open = Furnished.window(Trial.NOTHING_KEPT, new ArrayList<>(), Fixtures.bowl(), user)) {
            edit(open);
            requestClose(open);
            assertThat(showing(open)).isFalse();
        }
        assertThat(user.questions()).isEmpty();
    }

    @Test
    @DisplayName("waits for a first save that is still being written, and then closes by itself")
    void saveInFlight() {
        CountDownLatch disk = new CountDownLatch(1);
        Path first = file.resolveSibling("first.json");
        try (OpenWindow open = Furnished.window(Trial.NOTHING_KEPT, new ArrayList<>(), Fixtures.bowl(), user)) {
            open.fx(() -> write(open, first, disk));
            requestClose(open);
            assertThat(showing(open)).isTrue();
            disk.countDown();
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(files.read(first).experiment().steps())
                .isEqualTo(Fixtures.bowl().steps());
    }

    @Test
    @DisplayName("ends only when what is being written is written, however it is closed")
    void endInFlight() {
        CountDownLatch disk = new CountDownLatch(1);
        Path first = file.resolveSibling("first.json");
        try (OpenWindow open = Furnished.window(Trial.NOTHING_KEPT, new ArrayList<>(), Fixtures.bowl(), user)) {
            open.fx(() -> write(open, first, disk));
            disk.countDown();
        }
        assertThat(first).exists();
    }

    /// A disk that writes when it is told to.
    private void write(OpenWindow open, Path first, CountDownLatch disk) {
        open.window()
                .desk()
                .files()
                .run(
                        first,
                        "Saving",
                        () -> {
                            disk.await();
                            files.write(first, Fixtures.bowl(), Optional.empty(), UnknownFields.none());
                            return first;
                        },
                        _ -> {});
    }
}
