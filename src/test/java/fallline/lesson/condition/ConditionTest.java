package fallline.lesson.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.card.CardException;
import fallline.expr.Scope;
import fallline.lesson.LessonStep;
import fallline.lesson.Lessons;
import fallline.lesson.state.Known;
import fallline.lesson.state.Script;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On J = w², w₀ = 20, α = 0.1: w is multiplied by 0.8 a step.
class ConditionTest {
    private static Known known;
    private static Vocabulary vocabulary;

    @BeforeAll
    static void compute() throws CardException {
        LessonStep step = Lessons.step("text: none");
        vocabulary = Vocabulary.of(step.setup().experiment(), Lessons.engine());
        known = Known.of(step.setup(), Lessons.engine());
    }

    private static boolean holds(String text) throws CardException {
        return Condition.parse(text, vocabulary).holds(known);
    }

    private static double value(String text) throws CardException {
        return Quantity.parse(text, vocabulary).value(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w == 20",
                "w at 1 == 16",
                "J == 400 & step == 0",
                "J < 400 | rate == 0.1",
                "verdict == converged | verdict == not there yet",
                "verdict != diverging",
                "verdict != \"left the domain\"",
                "verdict != no minimum (separable) & steps == 50",
                "(J < 3 | J > 300) & runs == 1",
                "(J + 1) > 3",
                "optimizer == gd && problem == formula",
                "theta1 at 2 == w at 2",
                "start == 20 & dimension == 1 & batch == 1 & rows == 1",
                "abs(w at end) < 0.001",
                "abs(dJ_dw - 40) < 1e-12",
                "lr == rate",
                "lambda_max == 2 & kappa == 1",
                "J at 1 of gd == 256 & J at 1 of \"gd\" == (w at 1)^2",
                "maximise == 0",
                "evaluations at end == 50"
            })
    @DisplayName("holds")
    void holding(String text) throws CardException {
        assertThat(holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w != 20",
                "J == 400 & step == 1",
                "verdict == diverging | verdict == diverged",
                "verdict of Nobody != diverged",
                "J of Nobody != 3",
                "w at 51 != 3",
                "r2 != 5",
                "optimizer != gd",
                "J < 400 & (rate == 0.1 | rate == 0.2)"
            })
    @DisplayName("does not hold; nothing unknown does, whatever it is compared with")
    void notHolding(String text) throws CardException {
        assertThat(holds(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.9999999, true, false",
        "1, false, false",
        "1.0000001, false, true",
    })
    @DisplayName("a border is one: |w| falls below the limit 1, stays at it, and rises above")
    void borders(double rate, boolean falls, boolean rises) throws CardException {
        Known there = known.afterRate(rate);
        assertThat(Condition.parse("abs(w at end) < 20", vocabulary).holds(there))
                .isEqualTo(falls);
        assertThat(Condition.parse("abs(w at end) > 20", vocabulary).holds(there))
                .isEqualTo(rises);
        assertThat(Condition.parse("rate < limit", vocabulary).holds(there)).isEqualTo(falls);
        assertThat(Condition.parse("verdict == oscillating", vocabulary).holds(known.afterRate(1)))
                .isTrue();
    }

    @Test
    @DisplayName("the playhead moves what is asked without at, and nothing else")
    void playhead() throws Exception {
        Known there = known.after(Script.parse("step = 2"));
        assertThat(Quantity.parse("w", vocabulary).value(there)).isEqualTo(12.8, within(1e-12));
        assertThat(Quantity.parse("w at 0", vocabulary).value(there)).isEqualTo(20);
        assertThat(Quantity.parse("step", vocabulary).value(there)).isEqualTo(2);
        assertThat(Quantity.parse("step at end", vocabulary).value(there)).isEqualTo(50);
    }

    @Test
    @DisplayName("with takes a number after a script, and changes nothing else")
    void with() throws CardException {
        assertThat(value("w at 1 with rate = 0.5")).isEqualTo(0);
        assertThat(value("w at 1 with rate = 0.25; start = 10")).isEqualTo(5);
        assertThat(value("w at 1")).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "verdict; 1; is a word",
                "verdict < 3; 1; is a word",
                "verdict == divergin; 12; no word that verdict can be",
                "J; 1; is a number and no condition",
                "J + ; 3; ",
                "q == 3; 1; unknown name 'q'",
                "J == 3 | ; 8; a condition is missing",
                "| J == 3; 1; a condition is missing",
                "J at x == 3; 6; a step is expected",
                "J at 1 of  ; 9; the name of a run",
                "J of \"A; 6; is not closed",
                "(J == 3; 1; is not closed",
                "J = 3; 3; a single '='",
                "optimizer == adamm; 14; no word that optimizer can be"
            })
    @DisplayName("says where and what is wrong")
    void mistakes(String text, int column, String words) {
        assertThatThrownBy(() -> Condition.parse(text, vocabulary))
                .isInstanceOfSatisfying(
                        CardException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(words == null ? "" : words);
    }

    @Test
    @DisplayName("names are plain names, and none is a function's")
    void names() {
        assertThat(vocabulary.names()).contains("w", "dJ_dw", "theta1", "J", "kappa", "momentum", "lr");
        assertThat(new Scope(vocabulary.names().stream().toList()).names()).isNotEmpty();
    }
}
