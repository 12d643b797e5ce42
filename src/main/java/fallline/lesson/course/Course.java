package fallline.lesson.course;

import fallline.card.CardException;
import fallline.lesson.Lesson;
import fallline.lesson.read.LessonReader;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The folder `lessons` on the class path: lessons as `<id>.lesson`, and `index.txt` with a line `id | title |
/// sentence` each, in the order of the course.
public final class Course {
    private static final String FOLDER = "/lessons/";

    private Course() {}

    /// A lesson of the course, before it is read.
    ///
    /// @param id the name of its file without the ending
    /// @param title as in a list
    /// @param about one sentence
    public record Entry(String id, String title, String about) {}

    /// All of them, in order.
    public static List<Entry> all() {
        return text("index.txt").lines().map(Course::entry).toList();
    }

    private static Entry entry(String line) {
        String[] parts = line.split(" \\| ", 3);
        return new Entry(parts[0], parts[1], parts[2]);
    }

    /// The lesson of that id, if the course has it. Not for the FX thread.
    public static Optional<Lesson> find(String id, OptimizerCatalogue catalogue) {
        return all().stream().filter(entry -> entry.id().equals(id)).findFirst().map(entry -> open(entry, catalogue));
    }

    /// The lesson. Not for the FX thread.
    public static Lesson open(Entry entry, OptimizerCatalogue catalogue) {
        try {
            return new LessonReader(catalogue).read(entry.id(), source(entry), Optional.empty());
        } catch (CardException e) {
            throw new IllegalStateException("the lesson " + entry.id() + ": " + e.located(), e);
        }
    }

    /// The lesson's text.
    public static String source(Entry entry) {
        return text(entry.id() + "." + LessonReader.ENDING);
    }

    private static String text(String file) {
        try (InputStream stream = Course.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + FOLDER + file + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
