package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file belongs to its own experiment:")
class DocumentTest {
    private final ExperimentFile files = new ExperimentFile(Fixtures.CATALOGUE);
    private final List<FallLineWindow> windows = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private Path written(String name, int steps) {
        return written(name, Fixtures.bowl(), steps);
    }

    private Path written(String name, Experiment experiment, int steps) {
        Path file = folder.resolve(name);
        files.write(file, experiment.withSteps(steps), Optional.empty(), UnknownFields.none());
        return file;
    }

    private void openFile(OpenWindow open, Path file) {
        open.fx(() -> Furnished.open(windows.getLast(), file));
        open.await(
                file + " is open",
                () -> open.stage().getTitle().startsWith(file.getFileName().toString()));
    }

    private void save(OpenWindow open, Path into) {
        open.robot().press(KeyCode.CONTROL).press(KeyCode.S).release(KeyCode.S).release(KeyCode.CONTROL);
        open.await("it is saved", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("Saved as " + into)));
    }

    private static void edit(OpenWindow open, int steps) {
        open.fx(() -> {
            var bench = open.window().workbench();
            bench.edit(bench.experiment().withSteps(steps));
        });
    }

    @Test
    @DisplayName("Save after another problem was chosen asks for a file, and the old one stays as it was")
    void anotherProblem() throws IOException {
        Path lecture = written("lecture.json", Fixtures.line(), 70);
        Path other = folder.resolve("other.fallline");
        String before = Files.readString(lecture);
        try (OpenWindow open = Furnished.window(windows, Fixtures.line(), other)) {
            openFile(open, lecture);
            Furnished.choose(open, "#problem", "J = w");
            open.await("it has no file", () -> open.stage().getTitle().equals("Fall Line"));
            save(open, other);
        }
        assertThat(Files.readString(lecture)).isEqualTo(before);
        assertThat(files.read(other).experiment().steps()).isNotEqualTo(70);
    }

    @Test
    @DisplayName("undo past two Opens and Save writes the file that is seen again")
    void undoPastOpen() throws IOException {
        Path a = written("a.json", 10);
        Path b = written("b.json", 20);
        Path c = written("c.json", 30);
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            openFile(open, a);
            openFile(open, b);
            openFile(open, c);
            open.fx(() -> open.window().workbench().undo());
            open.fx(() -> open.window().workbench().undo());
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("a.json – Fall Line");
            edit(open, 11);
            save(open, a);
        }
        assertThat(files.read(a).experiment().steps()).isEqualTo(11);
        assertThat(files.read(b).experiment().steps()).isEqualTo(20);
        assertThat(files.read(c).experiment().steps()).isEqualTo(30);
    }

    @Test
    @DisplayName("undo after the first Save keeps the file")
    void undoAfterSave() {
        Path file = folder.resolve("new.json");
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl(), file)) {
            edit(open, 40);
            save(open, file);
            open.fx(() -> open.window().workbench().undo());
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("• new.json – Fall Line");
            open.fx(() -> open.window().workbench().redo());
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("new.json – Fall Line");
        }
    }
}
