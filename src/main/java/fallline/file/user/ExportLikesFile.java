package fallline.file.user;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.io.FileException;
import fallline.io.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How pictures were last exported, as a small JSON file. It is never worth an error: what cannot be read is as usual,
/// and what cannot be written is forgotten.
public final class ExportLikesFile {
    private final Path file;

    public ExportLikesFile(Path file) {
        this.file = file;
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    /// What was kept; the usual, if nothing or nothing usable was.
    public ExportLikes read() {
        try {
            byte[] text = Files.readAllBytes(file);
            ExportLikes read = json().readValue(text, ExportLikes.class);
            return read == null ? ExportLikes.USUAL : read;
        } catch (IOException | RuntimeException e) {
            return ExportLikes.USUAL;
        }
    }

    /// Keeps these.
    public void write(ExportLikes likes) {
        try {
            byte[] text = json().writerWithDefaultPrettyPrinter().writeValueAsBytes(likes);
            Files.createDirectories(file.toAbsolutePath().getParent());
            SafeFile.write(file, out -> out.write(text));
        } catch (IOException | FileException e) {
            // it is not worth an error
        }
    }

    private static ObjectMapper json() {
        return new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    }
}
