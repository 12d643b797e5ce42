package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program in virtual machines with and without the module of vector registers.
class WithoutVectorsTest {
    private static final String EXPERIMENT = """
            { "fallline": 1,
              "problem": { "kind": "logistic-regression", "features": ["a", "b"], "target": "y", "positive": "1",
                           "data": { "columns": { "a": [COLUMN_A], "b": [COLUMN_B], "y": [COLUMN_Y] } } },
              "start": [0.5, -1, 2], "seed": 1, "steps": 60,
              "runs": [ { "name": "GD", "optimizer": "gd", "hyperparameters": {"lr": 0.5}, "batch": "full" } ] }
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("a regression on 8,000 rows takes the same steps, bit for bit, and nothing is said about modules")
    void sameBits() throws IOException, InterruptedException {
        Path file = folder.resolve("classes.json");
        Files.writeString(
                file,
                EXPERIMENT
                        .replace("COLUMN_A", column(17))
                        .replace("COLUMN_B", column(23))
                        .replace("COLUMN_Y", column(2)));
        byte[] plain = trace(file, folder.resolve("plain.csv"));
        byte[] vectors = trace(file, folder.resolve("vectors.csv"), "--add-modules=jdk.incubator.vector");
        assertThat(plain).hasSizeGreaterThan(1000).isEqualTo(vectors);
        assertThat(Files.readString(folder.resolve("plain.csv.said"))).doesNotContain("WARNING");
    }

    private static String column(int period) {
        return IntStream.range(0, 8000)
                .mapToObj(i -> Integer.toString(i % period))
                .collect(Collectors.joining(", "));
    }

    private static byte[] trace(Path file, Path trace, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of("fallline.Main", "run", file.toString(), "--trace", trace.toString()));
        Path said = trace.resolveSibling(trace.getFileName() + ".said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return Files.readAllBytes(trace);
    }
}
