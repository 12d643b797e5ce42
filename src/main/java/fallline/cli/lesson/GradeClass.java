package fallline.cli.lesson;

import fallline.card.CardException;
import fallline.file.answer.Answers;
import fallline.file.answer.AnswersFile;
import fallline.io.AtomicFile;
import fallline.io.FileException;
import fallline.io.SafeFile;
import fallline.lesson.Lesson;
import fallline.lesson.course.Course;
import fallline.lesson.grade.ClassTable;
import fallline.lesson.grade.Grader;
import fallline.lesson.read.LessonReader;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.text.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// `fallline lesson grade FOLDER -o OUT.csv`.
final class GradeClass {
    private static final int MOST_FILES = 5_000;

    private final OptimizerCatalogue catalogue;
    private final Consumer<String> print;
    private final Consumer<String> complain;
    private final Grader grader;
    private final Map<String, Lesson> lessons = new HashMap<>();

    GradeClass(OptimizerCatalogue catalogue, Consumer<String> print, Consumer<String> complain) {
        this.catalogue = catalogue;
        this.print = print;
        this.complain = complain;
        grader = new Grader(catalogue);
    }

    /// @return the exit code: 2 if a file of answers could not be used
    /// @throws FileException if the folder cannot be read or the table not be written
    int run(Path folder, Path out) {
        List<Path> files = files(folder);
        for (Path file : files) {
            spare(file, out);
        }
        ClassTable table = new ClassTable();
        int failed = 0;
        for (Path file : files) {
            try {
                Answers answers = AnswersFile.read(file);
                Lesson lesson = lesson(answers.lesson(), folder);
                table.add(lesson);
                String student = answers.student().isBlank() ? stem(file) : answers.student();
                table.add(student, grader.grades(lesson, answers, folder));
            } catch (FileException e) {
                failed++;
                String message = String.valueOf(e.getMessage());
                String name = Quote.shortened(String.valueOf(file.getFileName()));
                complain.accept(message.contains(name) ? message : name + ": " + message);
            }
        }
        SafeFile.write(out, stream -> stream.write(table.csv().getBytes(StandardCharsets.UTF_8)));
        print.accept(table.size() + (table.size() == 1 ? " student" : " students") + " in " + Quote.path(out)
                + (failed == 0 ? "." : "; " + failed + " of " + files.size() + " files could not be used."));
        return failed == 0 ? 0 : 2;
    }

    /// The files of answers, by name.
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FileException(Quote.path(folder) + " is no folder: name the one with the answers in it.");
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".json"))
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
        } catch (IOException e) {
            throw new FileException(
                    Quote.path(folder) + " cannot be read (" + AtomicFile.reason(e) + "): check its permissions.", e);
        }
        if (files.isEmpty()) {
            throw new FileException(
                    Quote.path(folder) + " holds no answers: put files that end in ." + AnswersFile.ENDING + " there.");
        }
        if (files.size() > MOST_FILES) {
            throw new FileException(Quote.path(folder) + " holds more than 5000 files: grade a class at a time.");
        }
        return files;
    }

    private static void spare(Path file, Path out) {
        try {
            if (Files.exists(out) && Files.isSameFile(file, out)) {
                throw new FileException("-o " + Quote.path(out)
                        + " is a file of answers that is read here, and would replace it: choose another name.");
            }
        } catch (IOException e) {
            throw FileException.at("-o " + Quote.path(out), e);
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int end = name.toLowerCase(Locale.ROOT).endsWith("." + AnswersFile.ENDING)
                ? name.length() - AnswersFile.ENDING.length() - 1
                : name.length() - ".json".length();
        return name.substring(0, end);
    }

    /// The lesson of that id: that in the folder, else that of the course.
    private Lesson lesson(String id, Path folder) {
        Lesson known = lessons.get(id);
        if (known != null) {
            return known;
        }
        boolean bare = id.matches("[^/\\\\:\\p{Cntrl}]{1,200}") && !id.startsWith(".");
        Path own = bare ? folder.resolve(id + "." + LessonReader.ENDING) : folder;
        Lesson lesson;
        try {
            lesson = Files.isRegularFile(own, LinkOption.NOFOLLOW_LINKS)
                    ? new LessonReader(catalogue).read(own)
                    : Course.find(id, catalogue)
                            .orElseThrow(() -> new FileException("there is no lesson called " + Quote.of(id)
                                    + ": put the lesson's file into the folder, beside the answers."));
        } catch (CardException e) {
            throw new FileException(Quote.path(own) + ", " + e.located() + ".", e);
        }
        lessons.put(id, lesson);
        return lesson;
    }
}
