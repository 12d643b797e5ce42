package fallline.file.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.Fields;
import fallline.file.json.JsonText;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.file.user.Preferences.Theme;
import fallline.io.FileException;
import fallline.io.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The preferences as a small JSON file. It is never worth an error: what cannot be read is as usual, and what cannot
/// be written is forgotten.
public final class PreferencesFile {
    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    /// The file in the user's configuration folder.
    public static PreferencesFile ofUser() {
        return new PreferencesFile(ConfigFolder.ofUser().resolve("preferences.json"));
    }

    /// Where the preferences are.
    public Path file() {
        return file;
    }

    /// What is known of the user's likings.
    public Preferences read() {
        try {
            byte[] text = Files.readAllBytes(file);
            Fields fields = new Value(JsonText.parse(file.toString(), text), Place.ROOT, UnknownFields.none()).fields();
            Theme theme = fields.find("theme")
                    .map(value -> value.oneOf(List.of(Theme.values()), PreferencesFile::word))
                    .orElse(Theme.SYSTEM);
            Optional<Path> folder = fields.find("last_folder")
                    .map(value -> Path.of(value.text()))
                    .filter(Files::isDirectory);
            return new Preferences(theme, folder);
        } catch (IOException | FileException | InvalidPathException e) {
            return Preferences.USUAL;
        }
    }

    /// Keeps the preferences.
    ///
    /// @return whether that could be done
    public boolean write(Preferences preferences) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("theme", word(preferences.theme()));
        preferences.lastFolder().ifPresent(folder -> node.put("last_folder", folder.toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SafeFile.write(file, out -> JsonText.write(node, out));
            return true;
        } catch (IOException | FileException e) {
            return false;
        }
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
