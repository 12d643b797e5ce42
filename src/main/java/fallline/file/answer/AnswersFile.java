package fallline.file.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.answer.Answers.Answer;
import fallline.file.json.Fields;
import fallline.file.json.JsonText;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.io.AtomicFile;
import fallline.io.FileException;
import fallline.io.SafeFile;
import fallline.text.Quote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads and writes a student's answers as JSON: `{"fallline-answers": 1, "lesson", "student", "steps": [{"step",
/// "answer", "experiment", "solved", "hints", "tries", "at"}]}`. Callable from any thread.
public final class AnswersFile {
    /// What the names of such files end in, without the dot.
    public static final String ENDING = "answers.json";

    private static final String VERSION = "fallline-answers";
    private static final int MOST_BYTES = 4_000_000;
    private static final int MOST_STEPS = 200;
    private static final int LONGEST = 2_000;
    private static final int MOST_COUNTED = 1_000_000;

    private AnswersFile() {}

    /// The answers in a file, which is a file of its own and no link.
    ///
    /// @throws FileException with one sentence that names the file and the place, if it cannot be used
    public static Answers read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes;
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileException(Quote.path(file) + " is no file of its own: copy the file itself there.");
            }
            try (InputStream stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(MOST_BYTES + 1);
            }
        } catch (NoSuchFileException e) {
            throw new FileException("There is no file " + Quote.path(file) + ": check its name and folder.", e);
        } catch (IOException e) {
            throw new FileException(
                    Quote.path(file) + " cannot be read (" + AtomicFile.reason(e) + "): check its permissions.", e);
        }
        if (bytes.length > MOST_BYTES) {
            throw new FileException(Quote.path(file) + " has more than 4 MB and holds no answers: take it out.");
        }
        return parse(name, new String(bytes, StandardCharsets.UTF_8));
    }

    /// The answers that a text holds.
    ///
    /// @param name what messages call it
    /// @throws FileException as [#read]
    public static Answers parse(String name, String text) {
        var root = JsonText.parse(name, text.getBytes(StandardCharsets.UTF_8));
        try {
            return answers(new Value(root, Place.ROOT, new UnknownFields()).fields());
        } catch (FileException e) {
            throw new FileException(Quote.shortened(name) + ": " + e.getMessage(), e);
        }
    }

    private static Answers answers(Fields fields) {
        Value version = fields.need(VERSION, "1, the version of the format");
        if (version.whole(1, Integer.MAX_VALUE) > 1) {
            throw new FileException(VERSION + " is newer than this version of Fall Line: open it with a newer one.");
        }
        String lesson = text(fields.need("lesson", "the name of the lesson"));
        String student = fields.find("student").map(AnswersFile::text).orElse("");
        List<Answer> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Value list = fields.need("steps", "a list of answers");
        for (Value item : list.items()) {
            Answer answer = answer(item.fields());
            if (!names.add(answer.step())) {
                throw new FileException(item.place() + ": this step is answered twice.");
            }
            steps.add(answer);
        }
        if (steps.size() > MOST_STEPS) {
            throw new FileException("steps has more than " + MOST_STEPS + " answers.");
        }
        return new Answers(lesson, student, steps);
    }

    private static Answer answer(Fields fields) {
        return new Answer(
                text(fields.need("step", "the name of the step")),
                fields.find("answer").map(AnswersFile::text).orElse(""),
                fields.find("experiment").map(value -> {
                    value.fields();
                    return value.node().toString();
                }),
                fields.find("solved").map(Value::flag).orElse(false),
                fields.find("hints").map(value -> value.whole(0, MOST_COUNTED)).orElse(0),
                fields.find("tries").map(value -> value.whole(0, MOST_COUNTED)).orElse(0),
                fields.find("at").map(AnswersFile::time));
    }

    private static String text(Value value) {
        String text = value.word();
        if (text.length() > LONGEST) {
            throw value.refusal("a text of at most " + LONGEST + " characters");
        }
        return text;
    }

    private static Instant time(Value value) {
        try {
            return Instant.parse(value.text());
        } catch (DateTimeParseException _) {
            throw value.refusal("a time such as \"2026-05-01T12:30:00Z\"");
        }
    }

    /// Writes a file anew, or for the first time; when that fails, an old file is as it was.
    ///
    /// @throws FileException with one sentence, if it cannot be written
    public static void write(Path file, Answers answers) {
        ObjectNode root = tree(answers);
        SafeFile.write(file, out -> JsonText.write(root, out));
    }

    /// The text that [#write] writes.
    public static String text(Answers answers) {
        var out = new ByteArrayOutputStream();
        try {
            JsonText.write(tree(answers), out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode tree(Answers answers) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(VERSION, 1);
        root.put("lesson", answers.lesson());
        root.put("student", answers.student());
        ArrayNode steps = root.putArray("steps");
        for (Answer answer : answers.steps()) {
            ObjectNode node = steps.addObject();
            node.put("step", answer.step());
            node.put("answer", answer.answer());
            Optional<byte[]> experiment = answer.experiment().map(text -> text.getBytes(StandardCharsets.UTF_8));
            experiment.ifPresent(text -> node.set("experiment", JsonText.parse("the experiment", text)));
            node.put("solved", answer.solved());
            node.put("hints", answer.hints());
            node.put("tries", answer.tries());
            answer.at().ifPresent(time -> node.put("at", time.toString()));
        }
        return root;
    }
}
