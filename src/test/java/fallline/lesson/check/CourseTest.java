package fallline.lesson.check;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.Task;
import fallline.lesson.course.Course;
import fallline.lesson.mark.Marker;
import fallline.lesson.state.Engine;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import fallline.number.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
    static Stream<Course.Entry> course() {
        return Course.all().stream();
    }

    @Test
    @DisplayName("the course has twelve lessons")
    void twelve() {
        assertThat(Course.all()).hasSize(12);
        assertThat(Course.find("13-nothing", Lessons.CATALOGUE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("course")
    @DisplayName(
            "each is walked: its solutions solve its tasks, wrong answers and nothing do not, all its numbers are known")
    void walk(Course.Entry entry) {
        Lesson lesson = Course.open(entry, Lessons.CATALOGUE);
        List<Finding> findings = new Walk(Lessons.engine()).through(lesson);
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.faults()).as(finding.step()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("course")
    @DisplayName("each says what it is for, takes 5 to 10 minutes and steps, and begins with a question")
    void shape(Course.Entry entry) {
        Lesson lesson = Course.open(entry, Lessons.CATALOGUE);
        assertThat(lesson.title()).isEqualTo(entry.title());
        assertThat(lesson.goals()).hasSizeBetween(2, 3);
        assertThat(lesson.minutes().orElseThrow()).isBetween(5, 10);
        assertThat(lesson.steps()).hasSizeBetween(5, 8);
        assertThat(lesson.steps().getFirst().task().orElseThrow()).isNotInstanceOf(Task.Do.class);
        for (LessonStep step : lesson.steps()) {
            assertThat(step.task()).as(step.name()).isPresent();
            assertThat(step.hints().size() + (step.because().isEmpty() ? 0 : 1))
                    .as(step.name())
                    .isPositive();
            assertThat(step.because().isEmpty()).as(step.name()).isFalse();
            assertThat(step.text().isEmpty()).as(step.name()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("course")
    @DisplayName("each step's experiment, changed or not, is written with how it is looked at, and reads as the same")
    void written(Course.Entry entry) {
        ExperimentFile files = new ExperimentFile(Lessons.CATALOGUE);
        for (LessonStep step : Course.open(entry, Lessons.CATALOGUE).steps()) {
            Setup setup = step.setup();
            String text = text(files, setup.experiment(), setup.view());
            OpenedExperiment read = files.parse(step.name(), text, Path.of(""));
            ViewState view = read.view().orElseThrow();
            assertThat(text(files, read.experiment(), view)).as(step.name()).isEqualTo(text);
            assertThat(view.playhead()).as(step.name()).isEqualTo(setup.view().playhead());
            assertThat(view.loss().plane().fits(read.experiment()))
                    .as(step.name())
                    .isTrue();
        }
    }

    private static String text(ExperimentFile files, Experiment experiment, ViewState view) {
        return files.text(experiment, Optional.of(view), UnknownFields.none(), Path.of(""));
    }

    @Test
    @DisplayName("the first lesson's numbers are the textbook's: 20, 16, 12.8, and 20·0.8ᵏ for thirty steps")
    void thirty() {
        Lesson lesson = Course.open(Course.all().getFirst(), Lessons.CATALOGUE);
        LessonStep step = lesson.step("Thirty values").orElseThrow();
        String text = step.text().text(new Marker(step, Lessons.engine()).given());
        assertThat(text).contains("20, 16, 12.8, 10.24, 8.192, 6.5536");
        double last = 20 * Math.pow(0.8, 30);
        assertThat(text).contains(Numbers.brief(last, 6));
    }

    @Test
    @DisplayName(
            "a walk fails where a solution does not solve, a wrong answer does, nothing does, or a number is unknown")
    void faults() throws Exception {
        Engine engine = Lessons.engine();
        Walk walk = new Walk(engine);
        assertThat(walk.through(Lessons.step("do: J < 500", "solution: rate = 0.2", "wrong: rate = 0.3"))
                        .faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("before anything is done"))
                .anyMatch(fault -> fault.contains("'rate = 0.3' solves the task"));
        assertThat(walk.through(Lessons.step("do: J < 5", "solution: rate = 0.2", "wrong: rate = -1"))
                        .faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("does not solve"))
                .anyMatch(fault -> fault.contains("cannot be done"));
        assertThat(walk.through(Lessons.step("text: {w at 51} and {r2}", "number: w at 99"))
                        .faults())
                .anyMatch(fault -> fault.contains("{w at 51} in its text is not known"))
                .anyMatch(fault -> fault.contains("{r2}"))
                .anyMatch(fault -> fault.contains("w at 99, is not known"))
                .anyMatch(fault -> fault.contains("no solution"))
                .anyMatch(fault -> fault.contains("no wrong answer"));
        LessonStep choice = Lessons.step("choice: J at 1", "option: a", "option: b", "solution: choice = 1");
        assertThat(walk.through(choice).faults()).anyMatch(fault -> fault.contains("the number of no option"));
        assertThat(walk.mark(choice, new Marker(choice, engine), Script.parse("choice = 2"))
                        .solved())
                .isFalse();
    }
}
