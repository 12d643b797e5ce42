package fallline.file.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.answer.AnswersFile;
import fallline.file.json.Fields;
import fallline.file.json.JsonText;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.file.user.LessonProgress.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// How far the user is with lessons, as a small JSON file beside the preferences. It is never worth an error: what
/// cannot be read is as for a user who has begun no lesson, and what cannot be written is forgotten.
public final class LessonProgressFile {
    private static final long LONGEST = 4_000_000;

    private final Path file;

    private LessonProgressFile(Path file) {
        this.file = file;
    }

    /// Beside these preferences.
    public static LessonProgressFile beside(PreferencesFile preferences) {
        return new LessonProgressFile(preferences.file().resolveSibling("lessons.json"));
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    /// What was kept; nothing, if nothing usable was.
    public LessonProgress read() {
        try {
            if (!Files.exists(file) || Files.size(file) > LONGEST) {
                return LessonProgress.NONE;
            }
            Fields root = new Value(
                            JsonText.parse(file.toString(), Files.readAllBytes(file)), Place.ROOT, UnknownFields.none())
                    .fields();
            Fields lessons = root.need("lessons", "a lesson by its id").fields();
            Map<String, Standing> all = new TreeMap<>();
            lessons.names()
                    .forEach(id -> all.put(
                            id, standing(id, lessons.need(id, "how far one is").fields())));
            return new LessonProgress(all);
        } catch (IOException | RuntimeException e) {
            return LessonProgress.NONE;
        }
    }

    private static Standing standing(String id, Fields fields) {
        String answers = fields.need("answers", "the answers").node().toString();
        return new Standing((int) fields.need("step", "a number").number() - 1, AnswersFile.parse(id, answers));
    }

    /// Keeps how far the user is.
    ///
    /// @return whether that could be done
    public boolean write(LessonProgress progress) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode lessons = node.putObject("lessons");
        new TreeMap<>(progress.lessons()).forEach((id, standing) -> {
            ObjectNode lesson = lessons.putObject(id).put("step", standing.step() + 1);
            byte[] answers = AnswersFile.text(standing.answers()).getBytes(StandardCharsets.UTF_8);
            lesson.set("answers", JsonText.parse(id, answers));
        });
        return KeptJson.write(file, node);
    }
}
