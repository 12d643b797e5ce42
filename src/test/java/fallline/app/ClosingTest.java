package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.desk.Dialogs.Decision;
import fallline.app.file.Closing;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.file.user.UserDesk;
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
    private final List<FallLineWindow> windows = new ArrayList<>();
    private final UserDesk desk;
    private final Path file;

    ClosingTest(@TempDir Path folder) {
        desk = UserDesk.in(folder.resolve("desk"));
        file = folder.resolve("lecture.json");
        files.write(file, Fixtures.bowl().withSteps(70), Optional.empty(), UnknownFields.none());
    }

    private OpenWindow loose() {
        return Furnished.window(Trial.NOTHING_KEPT, desk, windows, Fixtures.bowl(), user);
    }

    private OpenWindow window() {
        OpenWindow open = loose();
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
            open.await("the window is closed", () -> !open.stage().isShowing());
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
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(user.questions()).isEmpty();
    }

    @Test
    @DisplayName("asks nothing about an experiment that never had a file, and keeps it with its view")
    void noFile() {
        try (OpenWindow open = loose()) {
            edit(open);
            open.fx(() -> {
                var bench = open.window().workbench();
                bench.look(bench.view().withPlayhead(7));
            });
            requestClose(open);
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(user.questions()).isEmpty();
        assertThat(desk.kept().list()).singleElement().satisfies(kept -> {
            OpenedExperiment opened = files.read(kept.file());
            assertThat(opened.experiment().steps()).isEqualTo(71);
            assertThat(opened.view().orElseThrow().playhead()).isEqualTo(7);
        });
    }

    @Test
    @DisplayName("keeps nothing of a first screen that was only looked at")
    void untouched() {
        try (OpenWindow open = loose()) {
            open.fx(() -> {
                var bench = open.window().workbench();
                bench.look(bench.view().withPlayhead(7));
            });
            requestClose(open);
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(desk.kept().list()).isEmpty();
    }

    @Test
    @DisplayName("keeps another problem that was chosen last, though nothing of it was changed")
    void chosen() {
        try (OpenWindow open = loose()) {
            Experiment next = Fixtures.line();
            open.fx(() -> open.window().workbench().open(next, ViewState.initial(next)));
            requestClose(open);
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(desk.kept().list()).hasSize(1);
    }

    @Test
    @DisplayName("keeps what had no file and lies under a file that was opened over it")
    void under() {
        try (OpenWindow open = loose()) {
            edit(open);
            open.fx(() -> Furnished.open(windows.getLast(), file));
            open.await("the file is open", () -> open.stage().getTitle().equals("lecture.json – Fall Line"));
            requestClose(open);
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(desk.kept().list()).singleElement().satisfies(kept -> assertThat(
                        files.read(kept.file()).experiment().steps())
                .isEqualTo(71));
    }

    @Test
    @DisplayName("asks about changes of a file over which another problem was chosen")
    void left() {
        user.decide(Decision.SAVE);
        try (OpenWindow open = window()) {
            edit(open);
            open.fx(() -> {
                Experiment next = Fixtures.line();
                open.window().workbench().open(next, ViewState.initial(next));
            });
            requestClose(open);
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(user.questions()).hasSize(1);
        assertThat(files.read(file).experiment().steps()).isEqualTo(71);
    }

    @Test
    @DisplayName("offers to close at once when a file takes long, while that is being written, and closes by itself")
    void offer() {
        CountDownLatch disk = new CountDownLatch(1);
        Path first = file.resolveSibling("first.json");
        try (OpenWindow open = loose()) {
            open.fx(() -> write(open, first, disk));
            open.fx(() -> {
                var closing = new Closing(open.window().desk(), Runnable::run, new Closing.Last() {
                    @Override
                    public boolean needed() {
                        return false;
                    }

                    @Override
                    public void settle(Runnable then) {
                        then.run();
                    }
                });
                closing.request();
            });
            assertThat(open.text("#close-anyway")).isEqualTo("Close anyway");
            assertThat(showing(open)).isTrue();
            disk.countDown();
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(first).exists();
    }

    @Test
    @DisplayName("closes at once when the user takes that, and what was being written is not there by half")
    void closeAnyway() {
        CountDownLatch disk = new CountDownLatch(1);
        Path first = file.resolveSibling("first.json");
        try (OpenWindow open = loose()) {
            open.fx(() -> write(open, first, disk));
            requestClose(open);
            requestClose(open); // who asks once more waits no ten seconds for the offer
            open.click("#close-anyway");
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(first.getParent()).isDirectoryNotContaining("glob:**first.json*");
    }

    @Test
    @DisplayName("waits for a first save that is still being written, and then closes by itself")
    void saveInFlight() {
        CountDownLatch disk = new CountDownLatch(1);
        Path first = file.resolveSibling("first.json");
        try (OpenWindow open = loose()) {
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
        try (OpenWindow open = loose()) {
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
