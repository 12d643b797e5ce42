package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {
    private final Path folder;

    FileStampTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @DisplayName("sees that a file was changed by someone else, by its size or by its time")
    void seesChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "one");
        FileStamp stamp = FileStamp.of(file);
        assertThat(stamp.changed()).isEmpty();

        Files.setLastModifiedTime(file, FileTime.fromMillis(stamp.modified().toMillis() + 5000));
        assertThat(stamp.changed())
                .contains("a.json was changed by another program after it was opened here: save under another name to"
                        + " keep both, or save again to replace it.");

        Files.writeString(file, "longer");
        Files.setLastModifiedTime(file, stamp.modified());
        assertThat(stamp.changed()).isPresent();
        assertThat(FileStamp.of(file).changed()).isEmpty();
    }

    @Test
    @DisplayName("does not mind a file that is gone, and sees one that has come")
    void missingFiles() throws IOException {
        Path file = folder.resolve("a.json");
        FileStamp before = FileStamp.of(file);
        assertThat(before.changed()).isEmpty();

        Files.writeString(file, "x");
        assertThat(before.changed()).isPresent();

        FileStamp there = FileStamp.of(file);
        Files.delete(file);
        assertThat(there.changed()).isEmpty();
    }
}
