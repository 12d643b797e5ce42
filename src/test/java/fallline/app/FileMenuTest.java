package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.app.desk.Dialogs.Decision;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.user.KeptExperiments;
import fallline.file.user.UserDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The menu of files:")
class FileMenuTest {
    private final ExperimentFile files = new ExperimentFile(Fixtures.CATALOGUE);
    private final Trial.Answers user = new Trial.Answers();
    private final List<FallLineWindow> windows = new ArrayList<>();
    private final Path folder;
    private final UserDesk desk;
    private final Path file;

    FileMenuTest(@TempDir Path folder) {
        this.folder = folder;
        desk = UserDesk.in(folder.resolve("desk"));
        file = written("lecture.fallline", 70);
    }

    private Path written(String name, int steps) {
        Path written = folder.resolve(name);
        files.write(written, Fixtures.bowl().withSteps(steps), Optional.empty(), UnknownFields.none());
        return written;
    }

    private OpenWindow window() {
        return Furnished.window(Trial.NOTHING_KEPT, desk, windows, Fixtures.bowl(), user);
    }

    private OpenWindow opened() {
        OpenWindow open = window();
        open.fx(() -> Furnished.open(windows.getLast(), file));
        awaitTitle(open, "lecture.fallline – Fall Line");
        return open;
    }

    private static void awaitTitle(OpenWindow open, String title) {
        open.await("the title is " + title, () -> open.stage().getTitle().equals(title));
    }

    private static void awaitToast(OpenWindow open, String words) {
        open.await("a notice says '" + words + "'", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    private static void edit(OpenWindow open, int steps) {
        open.fx(() -> {
            var bench = open.window().workbench();
            bench.edit(bench.experiment().withSteps(steps));
        });
    }

    private void run(OpenWindow open, String command) {
        open.fx(() -> Furnished.run(windows.getLast(), command));
    }

    /// The entries of *Open recent* as the menu shows them when it opens.
    private static List<MenuItem> recent(OpenWindow open) {
        return open.fx(() -> {
            Menu menu = (Menu) open.find("#more", MenuButton.class).getItems().getFirst();
            menu.getOnShowing().handle(new javafx.event.Event(menu, menu, Menu.ON_SHOWING));
            return menu.getItems().stream()
                    .filter(item -> "menu-open-recent".equals(item.getId()))
                    .flatMap(item -> ((Menu) item).getItems().stream())
                    .filter(item -> item.getText() != null)
                    .toList();
        });
    }

    private static void awaitRecent(OpenWindow open, String first) {
        open.await("the first entry is " + first, () -> recent(open).stream()
                .findFirst()
                .filter(item -> item.getText().startsWith(first))
                .isPresent());
    }

    @Test
    @DisplayName("New asks about changes of a file, leaves it alone, and can be undone")
    void newOne() {
        user.decide(Decision.CANCEL);
        user.decide(Decision.DISCARD);
        try (OpenWindow open = opened()) {
            edit(open, 71);
            run(open, "new");
            assertThat(open.experiment().steps()).isEqualTo(71);
            run(open, "new");
            assertThat(open.experiment().steps()).isEqualTo(Fixtures.bowl().steps());
            awaitTitle(open, "Fall Line");
            run(open, "undo");
            awaitTitle(open, "• lecture.fallline – Fall Line");
        }
        assertThat(user.questions()).hasSize(2);
        assertThat(files.read(file).experiment().steps()).isEqualTo(70);
    }

    @Test
    @DisplayName("opening another file saves the changes of this one first, if the user wants that")
    void openAnother() {
        user.decide(Decision.SAVE);
        Path other = written("other.json", 30);
        try (OpenWindow open = opened()) {
            edit(open, 71);
            open.fx(() -> Furnished.open(windows.getLast(), other));
            awaitTitle(open, "other.json – Fall Line");
        }
        assertThat(files.read(file).experiment().steps()).isEqualTo(71);
        assertThat(files.read(other).experiment().steps()).isEqualTo(30);
    }

    @Test
    @DisplayName("Revert goes back to what is in the file, and undo brings the changes back")
    void revert() {
        try (OpenWindow open = opened()) {
            edit(open, 71);
            run(open, "revert");
            awaitTitle(open, "lecture.fallline – Fall Line");
            assertThat(open.experiment().steps()).isEqualTo(70);
            run(open, "undo");
            awaitTitle(open, "• lecture.fallline – Fall Line");
            assertThat(open.experiment().steps()).isEqualTo(71);
        }
    }

    @Test
    @DisplayName("Open recent has what had no file first, then the files, and those that are gone are grey")
    void openRecent() throws IOException {
        desk.kept()
                .keep(
                        Instant.parse("2020-02-03T10:00:00Z"),
                        kept -> files.write(
                                kept, Fixtures.bowl().withSteps(44), Optional.empty(), UnknownFields.none()));
        Path gone = written("gone.json", 1);
        desk.recent().add(gone);
        Files.delete(gone);
        try (OpenWindow open = opened()) {
            open.await("the list has three entries", () -> recent(open).size() == 4);
            List<MenuItem> entries = recent(open);
            assertThat(entries).extracting(MenuItem::getText).satisfies(texts -> {
                assertThat(texts.getFirst()).startsWith("What you had on 3 February 2020 at ");
                assertThat(texts.get(1)).startsWith("lecture.fallline");
                assertThat(texts.get(2)).startsWith("gone.json");
            });
            assertThat(entries).extracting(MenuItem::isDisable).containsExactly(false, false, true, false);
            open.fx(() -> entries.getFirst().fire());
            awaitTitle(open, "Fall Line");
            assertThat(open.experiment().steps()).isEqualTo(44);
            open.fx(() -> recent(open).get(1).fire());
            awaitTitle(open, "lecture.fallline – Fall Line");
            open.fx(() -> recent(open).getLast().fire());
            open.await("all are forgotten", () -> recent(open).isEmpty());
        }
    }

    @Test
    @DisplayName("what had no file is there at the next start")
    void nextStart() {
        try (OpenWindow open = window()) {
            edit(open, 55);
            run(open, "quit");
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        try (OpenWindow open = window()) {
            awaitRecent(open, "What you had today at ");
            open.fx(() -> recent(open).getFirst().fire());
            open.await(
                    "it is back", () -> open.window().workbench().experiment().steps() == 55);
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("Fall Line");
            run(open, "quit");
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        assertThat(desk.kept().list())
                .as("what was only looked at is not kept twice")
                .hasSize(1);
        assertThat(user.questions()).isEmpty();
    }

    @Test
    @DisplayName("of what had no file ten are kept, the newest")
    void bounded() {
        for (int i = 0; i < 13; i++) {
            desk.kept()
                    .keep(
                            Instant.ofEpochSecond(1_700_000_000L + i),
                            kept -> files.write(kept, Fixtures.bowl(), Optional.empty(), UnknownFields.none()));
        }
        assertThat(desk.kept().list())
                .hasSize(KeptExperiments.MOST)
                .first()
                .extracting(KeptExperiments.Kept::when)
                .isEqualTo(Instant.ofEpochSecond(1_700_000_012L));
    }

    @Test
    @DisplayName("an experiment on a small table is kept with the table")
    void withTable() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "x,y\n1,2\n2,3\n3,5\n");
        Path regression = Files.writeString(folder.resolve("regression.json"), """
                {"fallline": 1, "problem": {"kind": "linear-regression", "data": {"csv": "table.csv"},
                 "features": ["x"], "target": "y"}, "runs": [{"optimizer": "gd"}]}""");
        user.decide(Decision.DISCARD);
        try (OpenWindow open = window()) {
            open.fx(() -> {
                var experiment = files.read(regression).experiment();
                open.window().workbench().open(experiment, fallline.experiment.view.ViewState.initial(experiment));
            });
            edit(open, 12);
            run(open, "quit");
            open.await("the window is closed", () -> !open.stage().isShowing());
        }
        Files.delete(table);
        assertThat(files.read(desk.kept().list().getFirst().file()).experiment().steps())
                .isEqualTo(12);
    }

    @Test
    @DisplayName("a pipe in place of a file is refused at once, and is not waited for")
    void pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("endless.fallline");
        Path table = folder.resolve("endless.csv");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo here");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString(), table.toString())
                        .start()
                        .waitFor())
                .isZero();
        try (OpenWindow open = window()) {
            open.fx(() -> Furnished.open(windows.getLast(), pipe));
            awaitToast(open, "endless.fallline is no file but a pipe or a device");
            open.fx(() -> Furnished.open(windows.getLast(), table));
            awaitToast(open, "endless.csv is no file but a pipe or a device");
        }
    }
}
