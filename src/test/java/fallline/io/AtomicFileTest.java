package fallline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private final Path folder;

    AtomicFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @DisplayName("what fails half-way leaves the old file as it was and nothing beside it")
    void halfWay() throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("a file is replaced as a whole, and a link's target rather than the link")
    void replaces() throws IOException {
        Path file = folder.resolve("run.json");
        Path link = folder.resolve("link.json");
        AtomicFile.write(file, out -> out.write('a'));
        Files.createSymbolicLink(link, file);
        AtomicFile.write(link, out -> out.write('b'));
        assertThat(Files.readString(file)).isEqualTo("b");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    @DisplayName("every cause has a sentence with its remedy")
    void sentences() {
        Path file = Path.of("folder", "run.json");
        assertThat(AtomicFile.sentence(file, new AccessDeniedException("x")))
                .isEqualTo(file
                        + " cannot be written, because the file or its folder is read-only: choose another folder.");
        assertThat(AtomicFile.sentence(file, new FileSystemException("x", null, "Read-only file system")))
                .contains("read-only");
        assertThat(AtomicFile.sentence(file, new IOException("No space left on device")))
                .isEqualTo(file + " cannot be written, because the disk is full: make room, or choose another disk.");
        assertThat(AtomicFile.sentence(file, new IOException("odd")))
                .isEqualTo(file + " cannot be written (odd): choose another name or folder.");
    }
}
