package fallline.file.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.JsonText;
import fallline.io.FileException;
import fallline.io.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what is kept for the user, in a folder that may have to be made.
final class KeptJson {
    private KeptJson() {}

    /// Returns whether that could be done: it is never worth an error.
    static boolean write(Path file, ObjectNode node) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SafeFile.write(file, out -> JsonText.write(node, out));
            return true;
        } catch (IOException | FileException e) {
            return false;
        }
    }
}
