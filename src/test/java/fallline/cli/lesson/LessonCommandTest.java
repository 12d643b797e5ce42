package fallline.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.answer.Answers;
import fallline.file.answer.Answers.Answer;
import fallline.file.answer.AnswersFile;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.course.Course;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LessonCommandTest {
    private final List<String> printed = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private int run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        var parsed = new CommandLine(LessonCommand.spec("0")).parseArgs(words);
        return new LessonCommand(Lessons.CATALOGUE, printed::add, complaints::add).run(parsed);
    }

    @Test
    @DisplayName("check says of each step whether it is well, and ends with 1 where one is not")
    void check(@TempDir Path folder) throws IOException {
        String text = "title: T\nstep: A\nexperiment: " + Lessons.BOWL.replace("\n", " ")
                + "\ndo: w at end > 100\nsolution: rate = 1.1\nwrong: rate = ";
        Path file = Files.writeString(folder.resolve("a.lesson"), text + "0.9");
        assertThat(run("check", file)).isZero();
        assertThat(printed).hasSize(2).last().asString().isEqualTo("All is well: 1 step, 1 task.");
        Path failing = Files.writeString(folder.resolve("b.lesson"), text + "1.2");
        assertThat(run("check", failing)).isEqualTo(1);
        assertThat(printed).anyMatch(line -> line.contains("the wrong answer 'rate = 1.2' solves the task"));
        Path wrong = Files.writeString(folder.resolve("c.lesson"), "title: T\nstep: A\nshow: lose");
        assertThatThrownBy(() -> run("check", wrong))
                .isInstanceOfSatisfying(
                        FileException.class, e -> assertThat(e.isInput()).isTrue())
                .hasMessageContaining("c.lesson, line 2, column 1: ");
        assertThatThrownBy(this::run).hasMessageContaining("check and grade");
    }

    private static Answer done(LessonStep step, String script, boolean claimed, Path folder) throws Exception {
        Setup reached = Script.parse(script).apply(step.setup(), Lessons.engine());
        return new Answer(
                step.name(),
                "",
                Optional.of(text(reached.experiment(), reached.view(), folder)),
                claimed,
                1,
                2,
                Optional.empty());
    }

    private static String text(Experiment experiment, ViewState view, Path folder) {
        return new ExperimentFile(Lessons.CATALOGUE).text(experiment, Optional.of(view), UnknownFields.none(), folder);
    }

    private static Answer said(String step, String answer, boolean claimed) {
        return new Answer(step, answer, Optional.empty(), claimed, 0, 1, Optional.empty());
    }

    @Test
    @DisplayName(
            "grade asks the engine about a class: a row a student, no claim believed, bad files named and left out")
    void grade(@TempDir Path folder) throws Exception {
        Lesson lesson = Course.find("02-learning-rate", Lessons.CATALOGUE).orElseThrow();
        LessonStep far = lesson.step("Too far").orElseThrow();
        Answers ada = new Answers(
                lesson.id(),
                "Ada",
                List.of(
                        done(far, "rate = 1.1", true, folder),
                        said("A steeper bowl", "1/3", true),
                        said("Three rates", "0.3, 0.9, 0.01", false)));
        Answers bob = new Answers(
                lesson.id(),
                "=Bob, B.",
                List.of(done(far, "rate = 0.9", true, folder), said("A steeper bowl", "3", true)));
        // another problem, on which the rate of the step diverges
        Answers eve = new Answers(
                lesson.id(), "Eve", List.of(done(far, "formula = 50*w^2; rate = 0.1; start = 20", true, folder)));
        AnswersFile.write(folder.resolve("1.answers.json"), ada);
        AnswersFile.write(folder.resolve("2.answers.json"), bob);
        AnswersFile.write(folder.resolve("3.answers.json"), eve);
        AnswersFile.write(
                folder.resolve("nameless.answers.json"),
                new Answers("01-slope-and-step", "", List.of(said("The slope", "40", true))));
        Files.writeString(folder.resolve("broken.json"), "{\"fallline-answers\": 1,");
        AnswersFile.write(folder.resolve("other.json"), new Answers("../secret", "M", List.of()));
        AnswersFile.write(
                folder.resolve("old.json"), new Answers(lesson.id(), "Old", List.of(said("No such step", "1", true))));
        Path out = folder.resolve("class.csv");
        assertThat(run("grade", folder, "-o", out)).isEqualTo(2);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).startsWith("student,solved,hints,tries,02-learning-rate / Three rates,");
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("\"'=Bob, B.\",0,1,3,,,,,,0,0,");
        assertThat(lines.get(2)).startsWith("Ada,3,1,4,1,,,,,1,1,");
        assertThat(lines.get(3)).startsWith("Eve,0,1,2,,,,,,0,,");
        assertThat(lines.get(4)).startsWith("nameless,1,0,1,");
        assertThat(complaints).hasSize(3).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
        assertThat(complaints).anyMatch(line -> line.startsWith("broken.json") && line.contains("not JSON"));
        assertThat(complaints).anyMatch(line -> line.startsWith("other.json") && line.contains("no lesson called"));
        assertThat(complaints).anyMatch(line -> line.startsWith("old.json") && line.contains("No such step"));
        assertThat(printed.getLast()).contains("4 students").contains("3 of 7 files");
    }

    @Test
    @DisplayName("a lesson of one's own is found beside the answers")
    void own(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("mine.lesson"),
                "title: T\nstep: A\nexperiment: " + Lessons.BOWL.replace("\n", " ") + "\nnumber: w at 1\n");
        AnswersFile.write(folder.resolve("a.json"), new Answers("mine", "A", List.of(said("A", "16", false))));
        Path out = folder.resolve("class.csv");
        assertThat(run("grade", folder, "-o", out)).isZero();
        assertThat(Files.readString(out)).isEqualTo("student,solved,hints,tries,mine / A\nA,1,0,1,1\n");
    }

    @Test
    @DisplayName("what is read is not written over, and an empty folder is said")
    void refused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> run("grade", folder, "-o", folder.resolve("o.csv")))
                .hasMessageContaining("holds no answers");
        Path file = folder.resolve("a.json");
        AnswersFile.write(file, new Answers("x", "A", List.of()));
        String before = Files.readString(file);
        assertThatThrownBy(() -> run("grade", folder, "-o", file))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("choose another name");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThatThrownBy(() -> run("grade", file, "-o", folder.resolve("o.csv")))
                .hasMessageContaining("is no folder");
    }
}
