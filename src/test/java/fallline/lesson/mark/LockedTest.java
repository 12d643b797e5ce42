package fallline.lesson.mark;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.card.CardException;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.CureEdits;
import fallline.experiment.edit.Edits;
import fallline.experiment.judge.Cure;
import fallline.experiment.run.TaskResolver;
import fallline.lesson.Control;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import fallline.optimizer.HyperValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a step locks")
class LockedTest {
    private static Optional<Control> broken(String lock, String script, String... more) throws Exception {
        LessonStep step = step(lock, more);
        return broken(
                step, Script.parse(script).apply(step.setup(), Lessons.engine()).experiment());
    }

    private static LessonStep step(String lock, String... more) throws CardException {
        return Lessons.step(
                Stream.concat(Stream.of("lock: " + lock), Arrays.stream(more)).toArray(String[]::new));
    }

    private static Optional<Control> broken(LessonStep step, Experiment after) {
        return Locked.by(step, Lessons.engine()).broken(step.setup().experiment(), after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate | rate = 0.2",
                "rate | add = adam; rate = 0.3",
                "optimizer | optimizer = adam",
                "optimizer | add = momentum",
                "settings | weight_decay = 0.1",
                "settings | clip_norm = 1",
                "schedule | schedule = cosine",
                "batch | batch = 1",
                "start | start = 3",
                "count | steps = 51",
                "seed | seed = 1",
                "formula | formula = 2*w^2",
                "formula | goal = maximise",
                "runs | add = gd",
                "runs | add = gd; remove = gd",
            })
    @DisplayName("is broken by whatever changes it, and by nothing else that is locked")
    void changed(String control, String script) throws Exception {
        assertThat(broken(control, script)).contains(Control.of(control).orElseThrow());
        String others = "rate, optimizer, settings, schedule, batch, start, count, seed, formula, runs"
                .replaceAll("(^|, )" + control + "(?=,|$)", "")
                .replaceFirst("^, ", "");
        if (!script.startsWith("add")) {
            assertThat(broken(others, script)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate | momentum | optimizer = momentum",
                "rate, optimizer | the same in another run | add = gd; rate = 0.1",
                "settings | another rate | rate = 0.7",
                "runs | a run that is called after its optimizer | optimizer = momentum",
                "start | another seed of a start that is typed | seed = 9",
                "optimizer | all else | rate = 0.3; start = 1; steps = 9; seed = 4; schedule = step; clip_value = 3",
            })
    @DisplayName("is not broken by what leaves it as it is")
    void kept(String lock, String what, String script) throws Exception {
        assertThat(broken(lock, script)).as(what).isEmpty();
    }

    @Test
    @DisplayName("may differ in a run that is added where the list of runs is handed out, not in one that was there")
    void added() throws Exception {
        assertThat(broken("rate", "add = gd; rate = 0.3", "show: runs")).isEmpty();
        assertThat(broken("rate", "add = gd; run = gd; rate = 0.3", "show: runs"))
                .contains(Control.RATE);
    }

    @Test
    @DisplayName("is broken by a change on the way, which from step 25 on holds another rate")
    void onTheWay() throws Exception {
        LessonStep step = step("rate");
        Experiment given = step.setup().experiment();
        Run run = given.runs().getFirst();
        Change change = Change.of(25, "lr", HyperValue.of(0.4));
        Experiment changed =
                given.withRun(run.name(), run.withRecipe(run.recipe().withChanges(List.of(change))));
        assertThat(broken(step, changed)).contains(Control.RATE);
        Change same = Change.of(25, "lr", HyperValue.of(0.1));
        assertThat(broken(
                        step,
                        given.withRun(run.name(), run.withRecipe(run.recipe().withChanges(List.of(same))))))
                .isEmpty();
    }

    @Test
    @DisplayName("is broken by every cure that changes it")
    void cures() throws Exception {
        CureEdits cures = new CureEdits(new TaskResolver(Lessons.CATALOGUE));
        Map<String, Cure> all = Map.of(
                "rate", new Cure.BestRate(0.5),
                "count", new Cure.MoreSteps(50),
                "start", new Cure.MoveStart());
        for (Map.Entry<String, Cure> cure : all.entrySet()) {
            LessonStep step = step(cure.getKey());
            Experiment given = step.setup().experiment();
            Experiment cured = cures.cured(given, given.runs().getFirst().name(), cure.getValue());
            assertThat(broken(step, cured))
                    .as(cure.getKey())
                    .contains(Control.of(cure.getKey()).orElseThrow());
        }
    }

    @Test
    @DisplayName("as the rule of an optimizer is broken by a text under the same name")
    void rules() throws Exception {
        LessonStep step = step("optimizer");
        Experiment given = step.setup().experiment();
        assertThat(broken(step, given.withOptimizers(Map.of("gd", "theta <- 0"))))
                .contains(Control.OPTIMIZER);
        assertThat(broken(step, given.withOptimizers(Map.of("mine", "theta <- 0"))))
                .isEmpty();
    }

    @Test
    @DisplayName("as constants and the options of a model is broken by another value")
    void problems() throws Exception {
        LessonStep step = Lessons.read("""
                title: T
                step: A
                experiment: {"problem": {"kind": "formula", "expression": "a*w^2", "variables": ["w"],
                  "parameters": {"a": {"value": 1, "min": 0, "max": 3}}}, "steps": 5, "runs": [{"optimizer": "gd"}]}
                lock: parameters
                """).steps().getFirst();
        Experiment given = step.setup().experiment();
        assertThat(broken(step, Edits.withParameter(given, "a", 2))).contains(Control.PARAMETERS);
        LessonStep model = Lessons.read("""
                title: T
                step: A
                experiment: {"problem": {"kind": "linear-regression", "data": {"dataset": "iris"},
                  "features": ["sepal_length_cm"], "target": "petal_length_cm"}, "steps": 5, "runs": [{"optimizer": "gd"}]}
                lock: model
                """).steps().getFirst();
        for (String script : List.of("degree = 2", "l2 = 0.1", "standardise = true")) {
            Setup after = Script.parse(script).apply(model.setup(), Lessons.engine());
            assertThat(broken(model, after.experiment())).as(script).contains(Control.MODEL);
        }
    }

    private static Experiment after(LessonStep step, String script) throws Exception {
        return Script.parse(script).apply(step.setup(), Lessons.engine()).experiment();
    }

    @Test
    @DisplayName("as settings is told run by run: another optimizer in one lets no other run have what it likes")
    void runByRun() throws Exception {
        LessonStep step = Lessons.step("change: optimizer = momentum; add = gd", "lock: settings", "show: optimizer");
        assertThat(step.setup().experiment().runs()).hasSize(2);
        String first = step.setup().experiment().runs().getFirst().name();
        String second = step.setup().experiment().runs().get(1).name();
        String other = "run = " + second + "; optimizer = adam; run = " + first + "; ";
        assertThat(broken(step, after(step, other + "rate = 0.3"))).isEmpty();
        assertThat(broken(step, after(step, other + "momentum = 0.5"))).contains(Control.SETTINGS);
    }

    @Test
    @DisplayName("as settings holds under another optimizer what both know, and the line search")
    void underAnother() throws Exception {
        LessonStep step = step("settings", "change: optimizer = momentum; momentum = 0.5");
        assertThat(broken(step, after(step, "optimizer = nesterov"))).isEmpty();
        assertThat(broken(step, after(step, "optimizer = nesterov; momentum = 0.7")))
                .contains(Control.SETTINGS);
        assertThat(broken(step, after(step, "optimizer = adam"))).isEmpty();
        assertThat(broken(step, after(step, "optimizer = adam; beta2 = 0.5")))
                .as("which momentum does not know")
                .isEmpty();
        LessonStep plain = step("settings", "change: optimizer = adam");
        assertThat(broken(plain, after(plain, "optimizer = gd"))).isEmpty();
        assertThat(broken(plain, after(plain, "optimizer = gd; line_search = backtracking")))
                .contains(Control.SETTINGS);
    }

    private static LessonStep onData(String facts, String values) throws CardException {
        return Lessons.read("""
                title: T
                step: A
                experiment: {"problem": {"kind": "linear-regression", "data": {"columns": {"x": [1, 2, 3], "y": [%s]}},
                  "features": ["x"], "target": "y"}, "steps": 5, "runs": [{"optimizer": "gd"}]}
                %s
                """.formatted(values, facts)).steps().getFirst();
    }

    @Test
    @DisplayName("as formula is the whole problem on data: what is in them and the model's options, unless shown")
    void data() throws Exception {
        LessonStep step = onData("lock: formula", "2, 4, 7");
        Experiment again = onData("lock: formula", "2, 4, 7").setup().experiment();
        assertThat(broken(step, again)).as("the same rows, read again").isEmpty();
        assertThat(broken(step, onData("lock: formula", "2, 4, 6").setup().experiment()))
                .contains(Control.FORMULA);
        LessonStep shown = onData("lock: formula\nshow: model", "2, 4, 7");
        for (String script : List.of("degree = 2", "l2 = 0.1", "standardise = true")) {
            assertThat(broken(step, after(step, script))).as(script).contains(Control.FORMULA);
            assertThat(broken(shown, after(shown, script))).as(script).isEmpty();
        }
    }
}
