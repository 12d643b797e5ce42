package fallline.io;

import java.io.IOException;
import java.nio.file.Path;

/// Writes whole files or none, like [AtomicFile], and says what failed in a sentence.
public final class SafeFile {
    private SafeFile() {}

    /// Writes `target` anew, or for the first time; when that fails, an old file is as it was.
    ///
    /// @throws FileException with a sentence for the user, if that cannot be done
    public static void write(Path target, AtomicFile.Content content) {
        try {
            AtomicFile.write(target, content);
        } catch (IOException e) {
            throw FileException.unwritten(AtomicFile.sentence(target, e), e);
        }
    }
}
