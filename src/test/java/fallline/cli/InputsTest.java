package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A command never writes over what it reads:")
class InputsTest {
    private static final String FORMULA = """
            {"fallline": 1, "problem": {"kind": "formula", "expression": "x^2", "variables": ["x"]},
             "start": [3], "steps": 5, "runs": [{"optimizer": "gd"}]}""";
    private static final String LINE = """
            {"fallline": 1, "problem": {"kind": "linear-regression", "data": {"csv": "table.csv"}, "features": ["x"], "target": "y"},
             "steps": 5, "runs": [{"optimizer": "gd"}]}""";

    private final Session session = new Session();
    private final Path folder;
    private final Path file;

    InputsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        file = Files.writeString(folder.resolve("self.json"), FORMULA);
    }

    private void refused(Path input, String... arguments) throws IOException {
        String before = Files.readString(input);
        assertThat(session.run(arguments)).as(session.err()).isEqualTo(2);
        assertThat(session.err().lines()).hasSize(1);
        assertThat(session.err()).contains("choose another name");
        assertThat(Files.readString(input)).isEqualTo(before);
        assertThat(session.out()).isEmpty();
    }

    @Test
    @DisplayName("a trace onto the experiment, by another way to it, is refused")
    void trace() throws IOException {
        Path around = folder.resolve("..").resolve(folder.getFileName()).resolve("self.json");
        refused(file, "run", file.toString(), "--trace", around.toString());
    }

    @Test
    @DisplayName("a script onto the experiment is refused")
    void code() throws IOException {
        refused(file, "code", file.toString(), "-o", file.toString());
    }

    @Test
    @DisplayName("a picture onto a link to the experiment is refused")
    void link() throws IOException {
        Path link = folder.resolve("picture.svg");
        try {
            Files.createSymbolicLink(link, file);
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(e).as("no links here").isNull();
        }
        refused(file, "render", file.toString(), "--view", "loss", "-o", link.toString());
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisplayName("a trace onto the table of the experiment is refused")
    void table() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "x,y\n1,2\n2,3\n3,5\n");
        Path line = Files.writeString(folder.resolve("line.json"), LINE);
        refused(table, "run", line.toString(), "--trace", table.toString());
    }

    @Test
    @DisplayName("a trace onto another file that is there replaces it as before")
    void other() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "old");
        assertThat(session.run("run", file.toString(), "--trace", out.toString()))
                .isZero();
        assertThat(Files.readString(out)).startsWith("run,step");
    }
}
