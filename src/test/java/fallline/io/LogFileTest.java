package fallline.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The log file")
class LogFileTest {
    private final Path folder;

    LogFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @DisplayName("keeps one entry after the other, each with what was being done and its trace")
    void entries() throws IOException {
        LogFile log = new LogFile(folder.resolve("new").resolve("fallline.log"));
        log.write("Sorting the table", new IllegalStateException("no order"));
        log.write("Saving", new RuntimeException("outer", new ArithmeticException("inner")));
        assertThat(Files.readString(log.file()))
                .containsSubsequence(
                        "Sorting the table",
                        "IllegalStateException: no order",
                        "at fallline.io.LogFileTest",
                        "Saving",
                        "Caused by: java.lang.ArithmeticException: inner");
    }

    @Test
    @DisplayName("that is full becomes the old one, so that there are never more than two")
    void rotation() throws IOException {
        LogFile log = new LogFile(folder.resolve("fallline.log"));
        Path old = folder.resolve("fallline.log.1");
        for (int round = 1; round <= 2; round++) {
            Files.writeString(log.file(), ("x" + round).repeat((int) LogFile.FULL / 2));
            log.write("Saving", new IllegalStateException("round " + round));
            assertThat(Files.readString(old)).startsWith("x" + round);
            assertThat(Files.readString(log.file())).contains("round " + round).doesNotContain("x" + round + "x");
        }
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(log.file(), old);
        }
    }

    @Test
    @DisplayName("that cannot be written is no fault of its own")
    void unwritable() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        new LogFile(notAFolder.resolve("fallline.log")).write("Saving", new IllegalStateException());
        assertThat(notAFolder).isRegularFile();
    }

    @Test
    @DisplayName("says briefly what lies at the root of a fault")
    void brief() {
        assertThat(LogFile.brief(new RuntimeException("outer", new ArithmeticException("by zero"))))
                .isEqualTo("ArithmeticException: by zero");
        assertThat(LogFile.brief(new StackOverflowError())).isEqualTo("StackOverflowError");
    }
}
