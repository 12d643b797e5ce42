package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.edit.NewExperiments;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.share.ShareCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command line")
class SharedAndCopiedTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final Session session = new Session();

    private static String code() {
        var experiment = new NewExperiments(Session.CATALOGUE).first().withSteps(37);
        return new ShareCode(Session.CATALOGUE)
                .write(experiment, ViewState.initial(experiment).withPlayhead(30))
                .text();
    }

    @Test
    @DisplayName("opens the window with a share code")
    void window() {
        String code = code();
        assertThat(session.run(code)).isZero();
        assertThat(session.opened()).containsExactly(Optional.of(code));
    }

    @Test
    @DisplayName("shows a share code without a window too, and says in one line what is wrong with it")
    void noWindow() {
        WithoutWindow window = new WithoutWindow(
                Session.CATALOGUE,
                session.console(),
                (scene, _) -> assertThat(scene.view().playhead()).isEqualTo(30),
                folder.resolve("dashboard.png"),
                "there is no display");
        Path log = folder.resolve("log.txt");
        assertThat(session.run(window, new fallline.io.LogFile(log), code())).isZero();
        assertThat(session.err()).isEmpty();
        String damaged = code().replaceFirst(":1:(.{20}).", ":1:$1-");
        assertThat(session.run(window, new fallline.io.LogFile(log), damaged)).isEqualTo(2);
        assertThat(session.err().strip()).doesNotContain("\n").contains("damaged");
        assertThat(log).doesNotExist();
    }

    @Test
    @DisplayName("uses the copy of a table that has changed, with one line of warning, and computes the same numbers")
    void copied() throws IOException {
        Path table = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n2,3.1\n3,5\n");
        Path file = folder.resolve("e.json");
        ExperimentFile files = new ExperimentFile(Session.CATALOGUE);
        var experiment = files.parse(
                        "e.json",
                        "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"points.csv\"},"
                                + " \"features\": [\"x\"], \"target\": \"y\"}, \"steps\": 20, \"runs\": [{\"optimizer\": \"gd\"}]}",
                        folder)
                .experiment();
        files.write(file, experiment, Optional.empty(), UnknownFields.none());
        Path before = folder.resolve("before.csv");
        Path after = folder.resolve("after.csv");
        assertThat(session.run("run", file.toString(), "--trace", before.toString()))
                .isZero();
        assertThat(session.err()).isEmpty();
        Files.writeString(table, "x,y\n1,2\n2,3.1\n3,5\n4,4\n");
        assertThat(session.run("run", file.toString(), "--trace", after.toString()))
                .isZero();
        assertThat(session.err().strip())
                .isEqualTo("fallline: points.csv has changed since this experiment was saved;"
                        + " the copy that was saved with it is used.");
        assertThat(after).hasSameTextualContentAs(before);
    }
}
