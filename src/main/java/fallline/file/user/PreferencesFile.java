package fallline.file.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.view.SurfaceLook.Colours;
import fallline.file.json.Fields;
import fallline.file.json.JsonText;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.file.user.Preferences.Motion;
import fallline.file.user.Preferences.Theme;
import fallline.io.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

    /// What is known of the user's likings. A part that cannot be read is as usual; the others hold.
    public Preferences read() {
        Fields fields;
        try {
            byte[] text = Files.readAllBytes(file);
            fields = new Value(JsonText.parse(file.toString(), text), Place.ROOT, UnknownFields.none()).fields();
        } catch (IOException | FileException e) {
            return Preferences.USUAL;
        }
        Preferences usual = Preferences.USUAL;
        return new Preferences(
                part(fields, "theme", value -> value.oneOf(List.of(Theme.values()), PreferencesFile::word))
                        .orElse(usual.theme()),
                part(fields, "colours", value -> value.oneOf(List.of(Colours.values()), PreferencesFile::word))
                        .orElse(usual.colours()),
                part(fields, "size", value -> (int) value.number()).orElse(usual.size()),
                part(fields, "digits", value -> (int) value.number()).orElse(usual.digits()),
                part(fields, "speed", Value::number).orElse(usual.speed()),
                part(fields, "autosave", Value::flag).orElse(usual.autosave()),
                part(fields, "folder", PreferencesFile::path),
                part(fields, "last_folder", PreferencesFile::path).filter(Files::isDirectory),
                part(fields, "window", PreferencesFile::window),
                part(fields, "shares", PreferencesFile::shares).orElse(usual.shares()),
                part(fields, "motion", value -> value.oneOf(List.of(Motion.values()), PreferencesFile::word))
                        .orElse(usual.motion()),
                part(fields, "folds", PreferencesFile::folds).orElse(usual.folds()),
                part(fields, "lessons", PreferencesFile::path));
    }

    private static <T> Optional<T> part(Fields fields, String name, Function<Value, T> read) {
        try {
            return fields.find(name).map(read);
        } catch (FileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Path path(Value value) {
        return Path.of(value.text());
    }

    private static WindowPlace window(Value value) {
        Fields fields = value.fields();
        return new WindowPlace(
                fields.need("x", "a number").number(),
                fields.need("y", "a number").number(),
                fields.need("width", "a number").number(),
                fields.need("height", "a number").number(),
                fields.need("maximised", "true or false").flag());
    }

    private static Shares shares(Value value) {
        Fields fields = value.fields();
        return new Shares(
                fields.need("left", "a number").number(),
                fields.need("upper", "a number").number());
    }

    private static Map<String, Boolean> folds(Value value) {
        Fields fields = value.fields();
        Map<String, Boolean> open = new TreeMap<>();
        fields.names()
                .forEach(name ->
                        open.put(name, fields.need(name, "true or false").flag()));
        return open;
    }

    /// Keeps the preferences.
    ///
    /// @return whether that could be done
    public boolean write(Preferences preferences) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("theme", word(preferences.theme()))
                .put("colours", word(preferences.colours()))
                .put("size", preferences.size())
                .put("digits", preferences.digits())
                .put("speed", preferences.speed())
                .put("autosave", preferences.autosave())
                .put("motion", word(preferences.motion()));
        preferences.folder().ifPresent(folder -> node.put("folder", folder.toString()));
        preferences.lessons().ifPresent(folder -> node.put("lessons", folder.toString()));
        preferences.lastFolder().ifPresent(folder -> node.put("last_folder", folder.toString()));
        preferences.window().ifPresent(place -> node.putObject("window")
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised()));
        node.putObject("shares")
                .put("left", preferences.shares().left())
                .put("upper", preferences.shares().upper());
        ObjectNode folds = node.putObject("folds");
        new TreeMap<>(preferences.folds()).forEach(folds::put);
        return KeptJson.write(file, node);
    }

    /// Changes what is kept and leaves the rest as it is now, which another window may have changed.
    ///
    /// @return whether that could be done
    public boolean update(UnaryOperator<Preferences> change) {
        return write(change.apply(read()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
