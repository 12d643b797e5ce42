package fallline.app.lesson;

import fallline.card.CardException;
import fallline.io.FileException;
import fallline.lesson.Lesson;
import fallline.lesson.course.Course;
import fallline.lesson.read.LessonReader;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads lessons: those that came with the program, and those of a folder. For threads that may wait.
final class LessonReading {
    private static final int MOST_FILES = 300;
    private static final String TITLE = "title:";

    /// Among these a lesson says what it is called.
    private static final int FIRST_LINES = 40;

    private final OptimizerCatalogue catalogue;

    LessonReading(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// A lesson of the list.
    ///
    /// @param key by which progress is kept
    /// @param source its file, if it is one of the user's own
    record Found(String key, Optional<Path> source, Edition edition) {}

    /// All lessons.
    ///
    /// @param complaints what of the folder cannot be read, each in a sentence
    record All(List<Found> course, List<Found> own, List<String> complaints, Optional<Path> folder) {}

    /// A lesson by its name, before it is read.
    record Named(String key, String title) {}

    /// The lessons of the course, and those of a folder that say what they are called.
    static List<Named> named(Optional<Path> folder) {
        List<Named> all = new ArrayList<>();
        Course.all().forEach(entry -> all.add(new Named(entry.id(), entry.title())));
        for (Path file : folder.map(place -> files(place, new ArrayList<>())).orElse(List.of())) {
            title(file).ifPresent(title -> all.add(new Named(key(file), title)));
        }
        return all;
    }

    private static Optional<String> title(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(FIRST_LINES)
                    .filter(line -> line.startsWith(TITLE))
                    .map(line -> line.substring(TITLE.length()).strip())
                    .filter(title -> !title.isEmpty())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // the list of lessons says what is wrong with it
        }
    }

    /// The lesson in a file, or what is wrong with it.
    ReadLesson read(Path file) {
        try {
            return new ReadLesson(file, Optional.of(edition(new LessonReader(catalogue).read(file))), "");
        } catch (CardException e) {
            return new ReadLesson(file, Optional.empty(), sentence(file, e));
        } catch (FileException e) {
            return new ReadLesson(file, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static String sentence(Path file, CardException mistake) {
        String text = file.getFileName() + ", " + mistake.located();
        return text.endsWith(".") ? text : text + ".";
    }

    /// All that there are.
    ///
    /// @param folder of the user's own
    All all(Optional<Path> folder) {
        List<Found> own = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        for (Path file : folder.map(place -> files(place, complaints)).orElse(List.of())) {
            ReadLesson read = read(file);
            read.lesson().ifPresent(lesson -> own.add(new Found(key(file), Optional.of(file), lesson)));
            if (!read.mistake().isEmpty()) {
                complaints.add(read.mistake());
            }
        }
        return new All(course(complaints), own, complaints, folder);
    }

    private List<Found> course(List<String> complaints) {
        List<Found> found = new ArrayList<>();
        try {
            for (Course.Entry entry : Course.all()) {
                found.add(new Found(entry.id(), Optional.empty(), edition(Course.open(entry, catalogue))));
            }
        } catch (IllegalStateException e) {
            complaints.add("A lesson of the program cannot be read: install it anew (" + e.getMessage() + ").");
        }
        return found;
    }

    private Edition edition(Lesson lesson) {
        return Edition.of(lesson, catalogue);
    }

    /// By which progress in a lesson of the user's own is kept.
    static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static List<Path> files(Path folder, List<String> complaints) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith("." + LessonReader.ENDING))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            complaints.add("The folder of your own lessons, " + folder
                    + ", cannot be read: choose another in the preferences.");
            return List.of();
        }
    }
}
