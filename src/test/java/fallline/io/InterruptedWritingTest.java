package fallline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A process that is asked to end while it writes")
@DisabledOnOs(OS.WINDOWS) // knows no signals
class InterruptedWritingTest {
    private final Path folder;

    InterruptedWritingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "by SIG{0}")
    @ValueSource(strings = {"INT", "TERM"})
    @DisplayName("leaves the old file as it was and nothing beside it")
    void signal(String name) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("writing");
            assertThat(names()).hasSize(2);
            assumeTrue(signalled(process, name), "there is a program to send signals with");
            // whoever starts programs in the background may have them pass over Ctrl-C
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            assumeTrue(ended || name.equals("TERM"), "the process hears SIG" + name);
            assertThat(ended).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(names()).containsExactly("run.json");
        assertThat(file).hasContent("old");
    }

    private static boolean signalled(Process process, String name) throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
