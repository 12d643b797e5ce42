package fallline.file.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.JsonText;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files that were open last, as a small JSON file. It is never worth an error: what cannot be read is empty, and
/// what cannot be written is forgotten.
public final class RecentFiles {
    /// As many are remembered.
    public static final int MOST = 10;

    private static final long LONGEST = 100_000;

    private final Path file;

    /// @param file the list; it need not exist
    public RecentFiles(Path file) {
        this.file = file;
    }

    /// Where the list is.
    public Path file() {
        return file;
    }

    /// The files, the one that was open last first.
    public List<Path> read() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return List.of();
            }
            Value root = new Value(
                    JsonText.parse(file.toString(), Files.readAllBytes(file)), Place.ROOT, UnknownFields.none());
            return root.fields().find("files").map(Value::texts).orElse(List.of()).stream()
                    .limit(MOST)
                    .map(Path::of)
                    .toList();
        } catch (IOException | FileException | InvalidPathException e) {
            return List.of();
        }
    }

    /// Puts a file in front.
    public void add(Path opened) {
        Path whole = opened.toAbsolutePath().normalize();
        List<Path> files = new ArrayList<>(read());
        files.remove(whole);
        files.addFirst(whole);
        write(files.subList(0, Math.min(MOST, files.size())));
    }

    /// Forgets all.
    public void clear() {
        write(List.of());
    }

    private void write(List<Path> files) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("files");
        files.forEach(one -> list.add(one.toString()));
        var _ = KeptJson.write(file, node); // if not, the list is as it was
    }
}
