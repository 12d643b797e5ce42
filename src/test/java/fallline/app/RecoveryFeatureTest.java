package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.OfferBar;
import fallline.app.export.FilePrinting;
import fallline.app.transport.Opening;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.FileStamp;
import fallline.file.json.UnknownFields;
import fallline.file.recovery.ProcessName;
import fallline.file.recovery.RecoveryFile;
import fallline.file.recovery.RecoveryFolder;
import fallline.file.recovery.Snapshot;
import fallline.file.user.UserDesk;
import fallline.picture.page.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a window left behind")
class RecoveryFeatureTest {
    private final Path folder;
    private final Path lecture;
    private final RecoveryFolder recoveries;

    RecoveryFeatureTest(@TempDir Path folder) {
        this.folder = folder.resolve("recovery");
        lecture = folder.resolve("lecture.json");
        recoveries = new RecoveryFolder(this.folder, ProcessName.own());
    }

    private OpenWindow window() {
        Features features = new Features(
                Fixtures.CATALOGUE,
                new FilePrinting(Fixtures.CATALOGUE),
                Trial.NOTHING_KEPT,
                UserDesk.in(lecture.resolveSibling("desk")),
                Opening.STILL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(recoveries));
        return OpenWindow.of(Trial.context(Fixtures.bowl(), new Trial.Answers(), Views.ALL, features::on));
    }

    /// A process that is no more worked on the lecture.
    private void leave(String process, int steps) {
        Experiment saved = Fixtures.bowl().withSteps(50);
        new ExperimentFile(Fixtures.CATALOGUE).write(lecture, saved, Optional.empty(), UnknownFields.none());
        Experiment experiment = saved.withSteps(steps);
        RecoveryFile file = new RecoveryFolder(folder, new ProcessName(process)).file(Fixtures.CATALOGUE);
        file.keep(
                new Snapshot(
                        experiment,
                        ViewState.initial(experiment).withPlayhead(7),
                        "lecture.json",
                        Optional.of(FileStamp.of(lecture)),
                        UnknownFields.none()),
                Instant.parse("2026-05-01T12:00:00Z"));
        file.leave();
    }

    private static String sentence(OpenWindow open) {
        return open.find("#recovery", OfferBar.class).sentence();
    }

    private List<String> states() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".recovery"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("is offered in a bar; Restore brings it back with its view and its file, as not saved yet")
    void restore() {
        leave("p1", 61);
        try (OpenWindow open = window()) {
            open.await(
                    "it is offered",
                    () -> sentence(open).contains("lecture.json, ")
                            && sentence(open).contains("May"));
            open.click("#restore");
            open.await(
                    "it is back", () -> open.window().workbench().experiment().steps() == 61);
            assertThat(open.playhead()).isEqualTo(7);
            assertThat(open.fx(() -> open.stage().getTitle())).isEqualTo("• lecture.json – Fall Line");
            open.await("the bar is gone", () -> !open.find("#recovery").isVisible());
            open.await("it is kept by this window now", () -> states().stream()
                    .allMatch(name -> name.startsWith(ProcessName.own().text())));
            assertThat(states()).hasSize(1);
            open.fx(() -> Furnished.run(open.window(), "save"));
            open.await("it is saved", () -> open.stage().getTitle().equals("lecture.json – Fall Line"));
        }
        assertThat(new ExperimentFile(Fixtures.CATALOGUE)
                        .read(lecture)
                        .experiment()
                        .steps())
                .isEqualTo(61);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("is gone after Discard, the next is offered, and the experiment stays")
    void discard() {
        leave("p1", 61);
        leave("p2", 62);
        try (OpenWindow open = window()) {
            Experiment before = open.experiment();
            open.await("one is offered", () -> !sentence(open).isEmpty());
            open.click("#discard");
            open.await(
                    "one is left", () -> states().size() == 1 && !sentence(open).isEmpty());
            open.click("#discard");
            open.await(
                    "none is left", () -> states().isEmpty() && sentence(open).isEmpty());
            assertThat(open.experiment()).isSameAs(before);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("is offered again when the user did not decide; a window that changed nothing leaves nothing")
    void undecided() {
        leave("p1", 61);
        try (OpenWindow open = window()) {
            open.await("it is offered", () -> !sentence(open).isEmpty());
        }
        assertThat(states()).hasSize(1).allMatch(name -> name.startsWith("p1-"));
        try (OpenWindow open = window()) {
            open.await("it is offered again", () -> !sentence(open).isEmpty());
        }
    }

    @Test
    @DisplayName("is set aside with a quiet sentence when it is damaged")
    void damaged() throws IOException {
        leave("p1", 61);
        Files.writeString(folder.resolve(states().getFirst()), "fallline-recovery 1 and no more");
        try (OpenWindow open = window()) {
            open.await("a notice says so", () -> open.robot().lookup(".toast").queryAllAs(Label.class).stream()
                    .anyMatch(label -> label.getText().contains("set aside")));
            assertThat(open.fx(() -> sentence(open))).isEmpty();
        }
    }

    @Test
    @DisplayName("holds a change soon after it was made, and its file")
    void written() {
        try (OpenWindow open = window()) {
            open.fx(() -> open.window()
                    .workbench()
                    .edit(open.window().workbench().experiment().withSteps(33)));
            open.await("it is written", () -> Files.exists(folder) && states().size() == 1);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
