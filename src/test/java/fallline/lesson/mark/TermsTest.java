package fallline.lesson.mark;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.state.Known;
import fallline.lesson.state.Script;
import fallline.lesson.state.Setup;
import fallline.optimizer.rule.RuleOptimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was done in a step counts")
class TermsTest {
    /// A rule that knows the minimum: θ is there after one step.
    private static final String CHEAT = """
            name: Momentum
            about: a jump
            matters: nothing
            fails: nowhere
            symbols: lr \\alpha, momentum \\beta
            lr = 0.001 (1e-6 .. 10, log) in [0, inf) "Learning rate"
            momentum = 0.9 (0 .. 0.999) in [0, inf) "Momentum"
            theta <- 0*theta + 0*g*lr*momentum "jump"
            """;

    private static final String ASKED = "do: optimizer == momentum & J at end < 0.000001";

    private static Mark mark(LessonStep step, Experiment reached) {
        Setup setup = step.setup().with(reached);
        return new Marker(step, Lessons.engine()).mark(Known.of(setup, Lessons.engine()));
    }

    private static Experiment after(LessonStep step, String script) throws Exception {
        return Script.parse(script).apply(step.setup(), Lessons.engine()).experiment();
    }

    private static Experiment withRule(Experiment experiment, String id, String text) {
        Run run = experiment.runs().getFirst();
        Map<String, String> texts = new HashMap<>(experiment.optimizers());
        texts.put(id, text);
        return experiment
                .withOptimizers(texts)
                .withRun(run.name(), run.withRecipe(run.recipe().withOptimizerId(id)));
    }

    private static String text(String id) {
        return ((RuleOptimizer) Lessons.CATALOGUE.find(id, Map.of())).text();
    }

    @Test
    @DisplayName("where the named optimizer did it, and not where a rule of the student's did under its name")
    void named() throws Exception {
        LessonStep step = Lessons.step(ASKED, "show: optimizer, rate, settings");
        String honest = "optimizer = momentum; rate = 0.2; momentum = 0.4; steps = 200";
        assertThat(mark(step, after(step, honest))).isEqualTo(Mark.right());
        assertThat(mark(step, after(step, "optimizer = gd; rate = 0.5"))).isEqualTo(Mark.NOT_YET);
        Experiment cheated = withRule(step.setup().experiment(), "momentum", CHEAT);
        assertThat(mark(step, cheated).sentence()).contains("a rule of your own");
    }

    @Test
    @DisplayName("where a rule of the student's says just what the named one says, under whatever name")
    void copied() throws Exception {
        LessonStep step = Lessons.step(ASKED, "show: optimizer, rate, settings");
        Experiment honest = after(step, "optimizer = momentum; rate = 0.2; momentum = 0.4; steps = 200");
        String copy = "# a copy of momentum\n" + text("momentum").replace("name: Momentum", "name: My momentum");
        assertThat(mark(step, withRule(honest, "my-momentum", copy)).solved()).isTrue();
        assertThat(mark(step, withRule(honest, "momentum", copy)).solved()).isTrue();
        String other = copy.replace("lr*b", "lr*b*1.001");
        assertThat(mark(step, withRule(honest, "my-momentum", other)).solved()).isFalse();
        assertThat(mark(step, withRule(honest, "momentum", other)).solved()).isFalse();
    }

    @Test
    @DisplayName("not with a rule of the student's even where no optimizer is named")
    void unnamed() throws Exception {
        LessonStep step = Lessons.step("do: J at end < 0.000001", "show: rate");
        assertThat(mark(step, after(step, "rate = 0.5"))).isEqualTo(Mark.right());
        Experiment cheated = withRule(step.setup().experiment(), "mine", CHEAT);
        assertThat(mark(step, cheated).sentence())
                .isEqualTo("The run 'gd' has a rule of your own, which does not count in this step.");
    }

    @Test
    @DisplayName("with a rule that the step brings, written anew only where the optimizer is handed out")
    void brought() throws Exception {
        String step = """
                title: T
                step: A
                experiment: {"problem": {"kind": "formula", "expression": "w^2", "variables": ["w"]}, "start": [20],
                  "steps": 50, "optimizers": {"mine": %s}, "runs": [{"name": "R", "optimizer": "mine"}]}
                show: rate%s
                do: J at end < 0.000001
                """;
        String json =
                "\"" + text("gd").replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        LessonStep writes =
                Lessons.read(step.formatted(json, ", optimizer")).steps().getFirst();
        LessonStep turns = Lessons.read(step.formatted(json, "")).steps().getFirst();
        assertThat(mark(turns, after(turns, "rate = 0.5")).solved()).isTrue();
        for (LessonStep one : List.of(writes, turns)) {
            Experiment cheated = withRule(one.setup().experiment(), "mine", CHEAT);
            assertThat(mark(one, cheated).solved()).isEqualTo(one == writes);
        }
    }

    @Test
    @DisplayName("as long as what is locked, and the problem that is not handed out, are as the step gives them")
    void locked() throws Exception {
        LessonStep step = Lessons.step("do: J at end < 0.000001", "lock: rate");
        assertThat(mark(step, after(step, "steps = 200"))).isEqualTo(Mark.right());
        assertThat(mark(step, after(step, "rate = 0.5")).sentence())
                .isEqualTo("This step of the lesson locks the learning rate.");
        assertThat(mark(step, after(step, "formula = 0.000001*w^2; start = 0; rate = 0.1"))
                        .sentence())
                .contains("problem is another one");
        LessonStep open = Lessons.step("do: J at end < 0.000001", "show: formula");
        assertThat(mark(open, after(open, "formula = 5*w^2")).solved()).isTrue();
    }
}
