package fallline.expr.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Help while a formula is typed")
class FormulaHelpTest {
    private static final List<String> KNOWN = List.of("x", "theta", "tan", "tanh", "sqrt");

    @ParameterizedTest(name = "{0} at {1}: {2} and {3}")
    @CsvSource({
        "(x), 0, 0, 2",
        "(x), 1, 0, 2",
        "(x), 3, 0, 2",
        "((x)[y]), 4, 1, 3",
        "((x)[y]), 5, 4, 6",
        "((x)[y]), 8, 0, 7",
    })
    @DisplayName("finds the partner of the bracket at the caret")
    void partner(String text, int caret, int open, int close) {
        assertThat(BracketPair.at(text, caret)).contains(new BracketPair(open, close));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"x, 1", "'', 0", "(x, 1", "x), 2", "(x], 1", "(x), 9"})
    @DisplayName("marks no bracket that has no partner of its kind, and nothing else")
    void alone(String text, int caret) {
        assertThat(BracketPair.at(text, caret)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("offers the names that two or more letters before the caret begin")
    void names() {
        assertThat(NameCompletion.at("2 + ta", 6, KNOWN)).contains(new NameCompletion(4, 6, List.of("tan", "tanh")));
        assertThat(NameCompletion.at("th*x", 2, KNOWN)).contains(new NameCompletion(0, 2, List.of("theta")));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"t, 1", "tan, 3", "tax, 3", "sqrt, 2", "2ta, 3", "'', 0"})
    @DisplayName("offers nothing for one letter, for a whole name, inside a name and for what begins none")
    void nothing(String text, int caret) {
        assertThat(NameCompletion.at(text, caret, KNOWN)).isEmpty();
    }
}
