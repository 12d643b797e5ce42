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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which hints of the first start are done with, as a small JSON file beside the preferences. It is never worth an
/// error: what cannot be read is as for a user who has been here before, and what cannot be written is forgotten.
public final class HintFile {
    private static final long LONGEST = 10_000;

    private final Path file;
    private final Path preferences;

    private HintFile(Path file, Path preferences) {
        this.file = file;
        this.preferences = preferences;
    }

    /// Beside these preferences.
    public static HintFile beside(PreferencesFile preferences) {
        return new HintFile(preferences.file().resolveSibling("hints.json"), preferences.file());
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    /// The words of the hints that are done with; empty where all are, because preferences without hints are those of
    /// a user who knows an older version.
    public Optional<Set<String>> read() {
        try {
            if (!Files.exists(file)) {
                return Files.exists(preferences) ? Optional.empty() : Optional.of(Set.of());
            }
            if (Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            Value root = new Value(
                    JsonText.parse(file.toString(), Files.readAllBytes(file)), Place.ROOT, UnknownFields.none());
            List<String> done = root.fields().need("done", "a list of words").texts();
            return Optional.of(Set.copyOf(done));
        } catch (IOException | FileException e) {
            return Optional.empty();
        }
    }

    /// Keeps which are done with.
    ///
    /// @return whether that could be done
    public boolean write(Set<String> done) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("done");
        new TreeSet<>(done).forEach(list::add);
        return KeptJson.write(file, node);
    }
}
