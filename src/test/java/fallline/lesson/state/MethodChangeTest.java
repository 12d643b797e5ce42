package fallline.lesson.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.card.CardException;
import fallline.experiment.RunRecipe;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.check.Walk;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A script sets schedules and modifiers")
class MethodChangeTest {
    private static RunRecipe after(String script) throws CardException {
        LessonStep step = Lessons.step();
        return Script.parse(script)
                .apply(step.setup(), Lessons.engine())
                .chosen()
                .recipe();
    }

    private static RunRecipe inFile(String fields) throws CardException {
        return Lessons.read("title: T\nstep: A\nexperiment: "
                        + Lessons.BOWL.replace("\n", " ").replace("0.1}}", "0.1}, " + fields + "}"))
                .steps()
                .getFirst()
                .setup()
                .chosen()
                .recipe();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule = cosine; T_max = 40; eta_min = 0.001"
                        + " | \"schedule\": {\"kind\": \"cosine\", \"T_max\": 40, \"eta_min\": 0.001}",
                "schedule = step; gamma = 0.3; step_size = 7"
                        + " | \"schedule\": {\"kind\": \"step\", \"step_size\": 7, \"gamma\": 0.3}",
                "schedule = multistep; milestones = 10, 30; gamma = 0.5"
                        + " | \"schedule\": {\"kind\": \"multistep\", \"milestones\": [10, 30], \"gamma\": 0.5}",
                "warmup = 5; schedule = inverse-time; decay = 0.2 | \"schedule\": {\"kind\": \"inverse-time\","
                        + " \"decay\": 0.2, \"warmup\": {\"total_iters\": 5}}",
                "schedule = exponential; gamma = 0.9; warmup = 5, 0.1 | \"schedule\": {\"kind\": \"exponential\","
                        + " \"gamma\": 0.9, \"warmup\": {\"total_iters\": 5, \"start_factor\": 0.1}}",
                "schedule = cosine; schedule = constant | \"schedule\": {\"kind\": \"constant\"}",
                "clip_norm = 1; clip_value = 2 | \"modifiers\": {\"clip_norm\": 1, \"clip_value\": 2}",
                "gradient_noise = 0.5; decoupled_weight_decay = 0.01"
                        + " | \"modifiers\": {\"gradient_noise\": 0.5, \"decoupled_weight_decay\": 0.01}",
                "average = true; sam = on | \"modifiers\": {\"average\": true, \"sam\": {}}",
                "lookahead = on; sam = 0.2 | \"modifiers\": {\"lookahead\": {}, \"sam\": {\"rho\": 0.2}}",
                "lookahead = 3, 0.8 | \"modifiers\": {\"lookahead\": {\"k\": 3, \"alpha\": 0.8}}",
                "clip_norm = 1; lookahead = 4; clip_norm = off; lookahead = off | \"modifiers\": {}",
                "line_search = backtracking | \"line_search\": {\"kind\": \"backtracking\"}",
            })
    @DisplayName("in the words of experiment files, and means what they mean")
    void asInFiles(String script, String fields) throws CardException {
        assertThat(after(script)).isEqualTo(inFile(fields));
    }

    @Test
    @DisplayName("as a hand would choose a kind: with arguments that suit the run")
    void suggested() throws CardException {
        assertThat(after("schedule = cosine")).isEqualTo(inFile("\"schedule\": {\"kind\": \"cosine\", \"T_max\": 50}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule = cosin | there is no schedule 'cosin': use one of constant,",
                "T_max = 3 | 'T_max' cannot be set here",
                "schedule = step; step_size = 0 | step_size of step must be at least 1",
                "clip_norm = 0 | clip_norm must be above 0",
                "lookahead = 0 | lookahead must be a whole number from 1 on",
                "lookahead = 1, 2, 3 | lookahead is on, k, or k and alpha",
                "average = much | average must be true or false",
                "optimizer = adam; line_search = backtracking | adam takes no line search",
            })
    @DisplayName("and says what it cannot set")
    void refused(String script, String sentence) {
        assertThatThrownBy(() -> after(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    @DisplayName("and conditions ask for both, by the same names")
    void asked() throws CardException {
        LessonStep step = Lessons.step(
                "do: schedule == cosine & clip_norm == 2 & lookahead == 5",
                "solution: schedule = cosine; clip_norm = 2; lookahead = on",
                "wrong: schedule = step; clip_norm = 2; lookahead = on",
                "wrong: schedule = cosine; lookahead = on");
        assertThat(new Walk(Lessons.engine()).through(step).faults()).isEmpty();
        Known given = Known.of(step.setup(), Lessons.engine());
        assertThat(given.number("clip_norm", new At.Playhead(), Optional.empty()))
                .isInfinite();
        assertThat(given.word(WordName.SCHEDULE, Optional.empty())).contains("constant");
    }
}
