package fallline.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// What a file looked like when it was read or written, so that a change by someone else is seen before it is
/// overwritten. Take it before reading, and again after writing.
///
/// @param file the file
/// @param size its length in bytes; −1 when there was none
/// @param modified when it was last written
public record FileStamp(Path file, long size, FileTime modified) {
    /// The stamp of `file` as it is now.
    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return new FileStamp(file, -1, FileTime.fromMillis(0));
        }
    }

    /// A sentence for the user, if the file is another than it was.
    public Optional<String> changed() {
        return changed(of(file));
    }

    /// A sentence for the user, if the file that looks like `now` is another than it was. One that is gone can be
    /// written again without loss, and is no reason for one.
    public Optional<String> changed(FileStamp now) {
        return now.size < 0 || now.equals(this)
                ? Optional.empty()
                : Optional.of(
                        file.getFileName() + " was changed by another program after it was opened here: save under"
                                + " another name to keep both, or save again to replace it.");
    }
}
