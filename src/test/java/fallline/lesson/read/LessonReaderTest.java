package fallline.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.card.CardException;
import fallline.io.FileException;
import fallline.lesson.Control;
import fallline.lesson.Lesson;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.Pane;
import fallline.lesson.Task;
import fallline.lesson.course.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonReaderTest {
    private static final String HEAD = "title: T\nstep: A\nexperiment: " + Lessons.BOWL.replace("\n", "\n ") + "\n";

    /// Lines of the head above; the experiment takes two.
    private static final int NEXT = 5;

    @Test
    @DisplayName("the contract's own example is a lesson")
    void contract() throws CardException {
        Lesson lesson = Lessons.read("""
                title: The learning rate
                minutes: 8
                step: Too far
                experiment: {"problem": {"kind": "formula", "expression": "w^2", "variables": ["w"]}, "start": [20], "steps": 50, "runs": [{"optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}
                show: loss, convergence, rate
                text: Turn the learning rate until the run diverges.
                do: verdict == diverging | verdict == diverged
                hint: Beyond 2/J″ every step lands farther away than it left.
                because: J″ = 2, so the limit is 1.
                solution: rate = 1.1
                wrong: rate = 0.9
                """);
        LessonStep step = lesson.steps().getFirst();
        assertThat(lesson.title()).isEqualTo("The learning rate");
        assertThat(lesson.minutes()).hasValue(8);
        assertThat(step.panes()).containsExactly(Pane.LOSS, Pane.CONVERGENCE);
        assertThat(step.controls()).containsExactly(Control.RATE);
        assertThat(step.task()).containsInstanceOf(Task.Do.class);
        assertThat(step.hints()).hasSize(1);
        assertThat(step.solutions()).hasSize(1);
        assertThat(step.line()).isEqualTo(3);
    }

    @Test
    @DisplayName("a step goes on from the experiment of the step before, with its changes")
    void changes() throws CardException {
        Lesson lesson = Lessons.read(HEAD
                + "step: B\nchange: rate = 0.3; step = 4\nstep: C\nchange: optimizer = adam\nchange: start = 3\n"
                + "step: D\nchange: formula = 3*w^2\n");
        assertThat(lesson.step("B").orElseThrow().setup().view().playhead()).isEqualTo(4);
        assertThat(lesson.step("C").orElseThrow().setup().experiment().startPoint())
                .containsExactly(3);
        assertThat(lesson.step("C").orElseThrow().setup().chosen().recipe().optimizer())
                .isEqualTo("adam");
        assertThat(lesson.step("D").orElseThrow().setup().experiment().steps()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "shw: loss # 1 # unknown field 'shw'",
                "show: los # 7 # 'los' cannot be shown",
                "show: loss, rate, loss # 18 # named twice",
                "lock: loss # 7 # 'loss' cannot be locked",
                "just words # 1 # has no field",
                "text: # 1 # says nothing",
                "text: {q} # 8 # unknown name 'q'",
                "text: {w # 7 # is not closed",
                "text: {} # 7 # nothing stands between",
                "text: $w # 7 # a formula is not closed",
                "text: {w at 9 .. 3} # 8 # a range rises",
                "do: J # 5 # a number and no condition",
                "do: J < 3\\ndo: J < 4 # 1 # do is said twice",
                "do: J < 3\\nnumber: J # 1 # has a task already",
                "number: J +* 2 # 12 # ",
                "number: J\\nwithin: two # 9 # within is not a number",
                "number: J\\nwithin: -1 # 9 # within is no distance",
                "within: 2 # 1 # within belongs to a task",
                "option: a # 1 # option belongs to a task",
                "hint: a # 1 # hint belongs to a task",
                "choice: 1\\noption: a # 9 # needs 2 to 9 options",
                "choice: 3\\noption: a\\noption: b # 9 # no option of that number",
                "predict: luck # 10 # this cannot be predicted",
                "predict: step 51 # 10 # the run ends before",
                "predict: rank rate 0.1, 0.1 after 3 # 10 # two or more different rates",
                "predict: verdict\\nwithin: 3 # 9 # within belongs to a place",
                "formula: d/dq J # 10 # this derivative cannot be taken",
                "formula: w^ # 11 # ",
                "formula: J\\nnames: sin # 8 # cannot be a name",
                "formula: J\\ndomain: w 3 # 9 # says of no name",
                "formula: J\\ndomain: w = 3 .. 1 # 9 # does not rise",
                "solution: rate = 1 # 1 # the step has no task",
                "do: J < 3\\nsolution: answer = 1 # 11 # nothing is asked here but to do",
                "number: J\\nsolution: rate = 1 # 11 # this answers nothing",
                "number: J\\nsolution: answer # 11 # an = is missing",
                "number: J\\nsolution: answer = # 11 # answer has no value",
                "number: J\\nsolution: ; ; # 11 # nothing to do here",
                "change: rte = 1 # 9 # 'rte' cannot be set here",
                "change: rate = 1; start = x # 19 # start",
                "change: start = 1, 2 # 9 # start has 2 numbers",
                "change: answer = 1 # 9 # answer changes no experiment",
                "change: steps = 500000 # 9 # at most 100",
                "change: optimizer = adma # 9 # adma",
                "change: degree = 2 # 9 # only a model on data",
                "step: A # 7 # another step has this name",
                "title: x # 1 # unknown field 'title'"
            })
    @DisplayName("a mistake is named with its line, its column and what to do")
    void mistakes(String lines, int column, String words) {
        String text = lines.replace("\\n", "\n");
        int line = NEXT + (int) text.chars().filter(c -> c == '\n').count();
        boolean first = text.startsWith("choice") || text.startsWith("predict: step");
        assertThatThrownBy(() -> Lessons.read(HEAD + text)).isInstanceOfSatisfying(CardException.class, e -> {
            assertThat(e.line()).isEqualTo(first ? NEXT : line);
            assertThat(e.column()).isEqualTo(column);
            assertThat(e.sentence()).contains(words == null ? "" : words);
            assertThat(e.located()).isEqualTo("line " + e.line() + ", column " + column + ": " + e.sentence());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'' # 1 # no title",
                "title: T # 1 # no steps",
                "step: A # 1 # no title",
                "title: T\\nminutes: x\\nstep: A # 2 # no whole number",
                "title: T\\ntitle: U # 2 # title is said twice",
                "title: T\\nshow: loss # 2 # begin a step before it",
                "title: T\\nstep: A # 2 # the first step has no experiment",
                "title: T\\nstep: A\\nexperiment: bowl.txt # 3 # this is no experiment",
                "title: T\\nstep: A\\nexperiment: ../bowl.fallline # 3 # this is no experiment",
                "title: T\\nstep: A\\nexperiment: bowl.fallline # 3 # has no folder",
                "title: T\\nstep: A\\nexperiment: {\"problem\": 3} # 3 # problem must be an object",
                "title: T\\nstep: A\\nexperiment: {\"problem\" 3} # 3 # is not JSON"
            })
    @DisplayName("a lesson without what it needs says what is missing, and where")
    void incomplete(String lines, int line, String words) {
        assertThatThrownBy(() -> Lessons.read(lines.replace("\\n", "\n")))
                .isInstanceOfSatisfying(CardException.class, e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.sentence()).contains(words);
                });
    }

    @Test
    @DisplayName("a mistake in an experiment over several lines is found in its line")
    void experimentLine() {
        assertThatThrownBy(
                        () -> Lessons.read("title: T\nstep: A\nexperiment: {\"problem\":\n  {\"kind\" \"formula\"}}"))
                .isInstanceOfSatisfying(
                        CardException.class, e -> assertThat(e.line()).isEqualTo(4));
    }

    @Test
    @DisplayName("a lesson reads what lies beside it, and nothing else: no path, no link, no folder")
    void beside(@TempDir Path folder) throws IOException, CardException {
        Path lesson = Files.createDirectory(folder.resolve("lesson"));
        Files.writeString(lesson.resolve("bowl.fallline"), Lessons.BOWL);
        Files.writeString(lesson.resolve("points.csv"), "x,y\n0,1\n1,3\n2,5\n");
        Files.writeString(folder.resolve("outside.csv"), "x,y\n0,1\n1,3\n");
        Files.writeString(folder.resolve("outside.fallline"), Lessons.BOWL);
        String table =
                "{\"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"NAME\"}, \"features\": [\"x\"],"
                        + " \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}";
        assertThat(read(lesson, "bowl.fallline").steps()).hasSize(1);
        assertThat(read(lesson, table.replace("NAME", "points.csv")).steps()).hasSize(1);
        for (String name : new String[] {
            "../outside.csv", folder.resolve("outside.csv").toString(), "..", "lesson/../../outside.csv"
        }) {
            assertThatThrownBy(() -> read(lesson, table.replace("NAME", name.replace("\\", "/"))))
                    .isInstanceOf(CardException.class)
                    .hasMessageContaining("without a folder");
        }
        Files.createSymbolicLink(lesson.resolve("link.csv"), folder.resolve("outside.csv"));
        Files.createSymbolicLink(lesson.resolve("link.fallline"), folder.resolve("outside.fallline"));
        assertThatThrownBy(() -> read(lesson, table.replace("NAME", "link.csv")))
                .isInstanceOf(CardException.class)
                .hasMessageContaining("no link");
        assertThatThrownBy(() -> read(lesson, "link.fallline"))
                .isInstanceOf(CardException.class)
                .hasMessageContaining("no file of its own");
        assertThatThrownBy(() -> read(lesson, "gone.fallline"))
                .isInstanceOf(CardException.class)
                .hasMessageContaining("There is no file");
    }

    private static Lesson read(Path folder, String experiment) throws CardException {
        return new LessonReader(Lessons.CATALOGUE)
                .read("t", "title: T\nstep: A\nexperiment: " + experiment, Optional.of(folder));
    }

    @Test
    @DisplayName("a file that is not there, too large or no text is one sentence")
    void files(@TempDir Path folder) throws IOException {
        LessonReader reader = new LessonReader(Lessons.CATALOGUE);
        assertThatThrownBy(() -> reader.read(folder.resolve("none.lesson")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("There is no file");
        Path bytes = Files.write(folder.resolve("bytes.lesson"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("not text in UTF-8");
        Path large = Files.writeString(folder.resolve("large.lesson"), "#".repeat(900_000));
        assertThatThrownBy(() -> reader.read(large))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("more than");
        assertThatThrownBy(() -> Lessons.read("title: T\n" + "# x\n".repeat(6_000)))
                .isInstanceOf(CardException.class)
                .hasMessageContaining("at most");
    }

    @Test
    @DisplayName("whatever is done to a lesson's text, the reader reads it or names a line: 1500 seeded mutations")
    void mutations() {
        LessonReader reader = new LessonReader(Lessons.CATALOGUE);
        var random = new SplittableRandom(16);
        String[] seeds = Course.all().stream()
                .filter(entry -> !entry.id().startsWith("11") && !entry.id().startsWith("07"))
                .map(Course::source)
                .toArray(String[]::new);
        String signs = "{}()[]|&=<>\"'$\\;:,.^-+*/#@ \n\t0123456789aeJw″α\0";
        int read = 0;
        for (int k = 0; k < 1500; k++) {
            String text = mutated(seeds[random.nextInt(seeds.length)], signs, random);
            try {
                reader.read("m", text, Optional.empty());
                read++;
            } catch (CardException e) {
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
                assertThat(e.sentence()).isNotBlank();
            }
        }
        assertThat(read).isBetween(50, 1450);
    }

    private static String mutated(String seed, String signs, SplittableRandom random) {
        // a part of the steps, so that reading is quick
        String[] steps = seed.split("(?=\\nstep: )", -1);
        StringBuilder text = new StringBuilder(steps[0] + steps[1] + steps[1 + random.nextInt(steps.length - 1)]);
        int many = 1 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                case 2 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, to));
                default -> text.setLength(Math.max(1, text.length() - random.nextInt(40)));
            }
        }
        return text.toString();
    }

    @Test
    @DisplayName("texts of any kind but lessons are refused with a line, too")
    void noLessons() {
        for (String text : new String[] {
            "\uFEFF",
            "{}",
            "title:",
            "title: T\nstep:",
            " title: T",
            "title: T\r\nstep: A\r\nexperiment: {",
            "\0\0\0",
            "title: T\nstep: A\nexperiment: " + "[".repeat(50_000),
            "title: T\nstep: A\nexperiment: {\"a\":".repeat(3),
            "title: T\nstep: A\nexperiment: " + "{\"a\":".repeat(5_000)
        }) {
            assertThatThrownBy(() -> Lessons.read(text)).isInstanceOf(CardException.class);
        }
    }
}
