package fallline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    private final Path folder;

    SafeFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("writes a new file, and replaces an old one, with nothing left beside it")
    void writes() throws IOException {
        Path file = folder.resolve("a b.json");

        SafeFile.write(file, text("first"));
        SafeFile.write(file, text("é"));

        assertThat(file).hasContent("é");
        assertThat(names()).containsExactly("a b.json");
    }

    @Test
    @DisplayName("leaves the old file alone when writing fails in the middle")
    void keepsTheOldFile() throws IOException {
        Path file = folder.resolve("a.json");
        SafeFile.write(file, text("old"));

        assertThatThrownBy(() -> SafeFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(
                        FileException.class, e -> assertThat(e.isInput()).isFalse())
                .hasMessage(file + " cannot be written, because the disk is full: make room, or choose another disk.");
        assertThatThrownBy(() -> SafeFile.write(file, _ -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    @DisplayName("says that a folder is read-only")
    void readOnlyFolder() throws IOException {
        Path archive = folder.resolve("read-only.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.writeString(zip.getPath("/old.json"), "old");
        }
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("accessMode", "readOnly"))) {
            for (String name : List.of("/new.json", "/old.json")) {
                assertThatThrownBy(() -> SafeFile.write(zip.getPath(name), text("new")))
                        .isInstanceOf(FileException.class)
                        .hasMessage(name + " cannot be written, because the file or its folder is read-only: choose"
                                + " another folder.");
            }
            assertThat(zip.getPath("/old.json")).hasContent("old");
        }
    }

    @Test
    @DisplayName("says that the target is a folder, or that its folder does not exist")
    void wrongPlaces() {
        assertThatThrownBy(() -> SafeFile.write(folder, text("x")))
                .isInstanceOf(FileException.class)
                .hasMessage(folder + " is a folder: choose a file name in it.");
        Path nowhere = folder.resolve("none");
        assertThatThrownBy(() -> SafeFile.write(nowhere.resolve("a.json"), text("x")))
                .isInstanceOf(FileException.class)
                .hasMessage("There is no folder " + nowhere + ": create it, or choose another one.");
    }

    @Test
    @DisplayName("follows a link instead of replacing it")
    void followsLinks() throws IOException {
        Path file = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        SafeFile.write(link, text("new"));

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }

    @Test
    @DisplayName("has a sentence for what systems report")
    void sentences() {
        Path file = folder.resolve("a.json");
        String readOnly =
                file + " cannot be written, because the file or its folder is read-only: choose another folder.";

        assertThat(AtomicFile.sentence(file, new AccessDeniedException("a.json")))
                .isEqualTo(readOnly);
        assertThat(AtomicFile.sentence(file, new FileSystemException("a.json", null, "Read-only file system")))
                .isEqualTo(readOnly);
        assertThat(AtomicFile.sentence(file, new FileSystemException("a.json", null, "Disk quota exceeded")))
                .contains("the disk is full");
        assertThat(AtomicFile.sentence(
                        file, new FileSystemException("a.json", null, "There is not enough space on the disk")))
                .contains("the disk is full");
        assertThat(AtomicFile.sentence(file, new IOException("Input/output error")))
                .isEqualTo(file + " cannot be written (Input/output error): choose another name or folder.");
    }
}
