package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("fallline tune")
class TuneCliTest {
    private static final String BOWL = """
            {"fallline": 1, "problem": {"kind": "formula", "expression": "(x^2 + 10*y^2)/2", "variables": ["x", "y"]},
             "start": [1, 1], "seed": 42, "steps": 60,
             "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 0.01}}]}
            """;

    @TempDir
    private Path folder;

    private final Session session = new Session();

    private Path bowl() throws IOException {
        return Files.writeString(folder.resolve("bowl.fallline"), BOWL);
    }

    private int tune(String... more) throws IOException {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "tune";
        arguments[1] = bowl().toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return session.run(arguments);
    }

    @Test
    @DisplayName("prints the winners, the best first, and writes all trials as a table")
    void table() throws IOException {
        Path csv = folder.resolve("trials.csv");
        assertThat(tune("--trials", "8", "--optimizers", "gd,cg", "-o", csv.toString()))
                .isZero();
        assertThat(session.out().lines().toList().getFirst())
                .matches("optimizer +final loss +evaluations +diverged +settings");
        assertThat(session.out().lines().toList().get(1))
                .as("two steps of cg do it")
                .startsWith("cg");
        assertThat(session.out().lines().toList().get(2)).contains("lr 0.");
        assertThat(Files.readAllLines(csv)).hasSize(1 + 2 * 8).last().asString().startsWith("cg,8,refined,");
    }

    @Test
    @DisplayName("writes the tuned runs as an experiment, the race as a script, and the sensitivity as a picture")
    void outputs() throws IOException {
        Path raced = folder.resolve("raced.fallline");
        Path script = folder.resolve("race.py");
        Path picture = folder.resolve("sensitivity.pdf");
        for (Path out : new Path[] {raced, script, picture}) {
            assertThat(tune("--trials", "8", "--rate-only", "--evaluations", "30", "-o", out.toString()))
                    .isZero();
        }
        assertThat(Files.readString(raced)).contains("\"Gradient descent, tuned\"");
        assertThat(session.run("run", raced.toString())).isZero();
        assertThat(Files.readString(script)).contains("import numpy");
        assertThat(Files.readAllBytes(picture)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    @DisplayName("refuses in a sentence what it cannot do, and never writes over what it reads")
    void refusals() throws IOException {
        assertThat(tune("--trials", "3")).isEqualTo(2);
        assertThat(tune("--optimizers", "gd,adm")).isEqualTo(2);
        assertThat(tune("-o", folder.resolve("x.doc").toString())).isEqualTo(2);
        assertThat(tune("-o", folder.resolve("bowl.fallline").toString())).isEqualTo(2);
        assertThat(session.err())
                .contains("8 to 500 trials, got 3")
                .contains("no optimizer 'adm'")
                .contains("must end in .csv")
                .contains("is the file");
        assertThat(Files.readString(bowl())).isEqualTo(BOWL);
    }
}
