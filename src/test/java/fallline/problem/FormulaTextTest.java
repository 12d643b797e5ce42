package fallline.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fallline.expr.FormulaException;
import fallline.objective.formula.FormulaParameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A formula with its parameters, as text")
class FormulaTextTest {
    @Test
    @DisplayName("has its parameters behind commas, semicolons or new lines, with ranges and log where asked")
    void parameters() throws FormulaException {
        String text = " (a-x)^2 + b*(y-x^2)^2 , a = 1 (0 .. 3); b=100(1..200, log)\nc = −.5 (-1e-3 … 2)\n";

        FormulaText read = FormulaText.parse(text);

        assertThat(read.expression()).isEqualTo("(a-x)^2 + b*(y-x^2)^2");
        assertThat(read.parameters())
                .containsExactly(
                        Map.entry("a", new FormulaParameter(1, 0, 3)),
                        Map.entry("b", new FormulaParameter(100, 1, 200, true)),
                        Map.entry("c", new FormulaParameter(-0.5, -1e-3, 2)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 3", "-2, -6, 0", "0, -1, 1", "1e308, 0, 1.7976931348623157e308"})
    @DisplayName("gives a parameter without a range one that holds its value")
    void noRange(double value, double min, double max) throws FormulaException {
        assertThat(FormulaText.parse("a x, a = " + value).parameters())
                .containsEntry("a", new FormulaParameter(value, min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2", "max(x, y)", "if(x == 1, 2, 3)", "1,5 x", "x^2,", "x = 2", "f(a, b == 2)", ""})
    @DisplayName("leaves everything else to the formula's reader")
    void formulaOnly(String text) throws FormulaException {
        FormulaText read = FormulaText.parse(text);
        assertThat(read.expression()).isEqualTo(text.strip());
        assertThat(read.parameters()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "a x, a =               # 8  # the value of a is not a number",
                "a x, a = q             # 10 # the value of a is not a number",
                "a x, a = 1 (           # 12 # the left end of a's range is not a number",
                "a x, a = 1 (0 3)       # 15 # the range of a is not complete",
                "a x, a = 1 (0 .. )     # 18 # the right end of a's range is not a number",
                "a x, a = 1 (0 .. 3     # 18 # the range of a is not closed",
                "a x, a = 1 (3 .. 0)    # 13 # the range of a falls",
                "a x, a = 1 (0 .. 3, log) # 13 # the logarithmic range of a does not begin above 0",
                "a x, a = 1 (1 .. 3, lin) # 24 # 'log' is expected",
                "a x, a = 1 (0 .. 3) b  # 21 # 'b' behind the parameter a",
                "a x, a = 1,            # 11 # a parameter is expected",
                "a x, a = 1, b          # 13 # the parameter b has no value",
                "a x, a = 1, a = 2      # 13 # the name 'a' is declared twice",
                "a x, sin = 1           # 6  # 'sin' cannot be a name: it is a function",
                "a x, a = 1e999         # 10 # the value of a is too large",
            })
    @DisplayName("says where a parameter is wrong")
    void malformed(String text, int column, String problem) {
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> FormulaText.parse(text));
        assertThat(error).hasMessageStartingWith(problem + " at column " + column + ": ");
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.endColumn()).isGreaterThan(column).isLessThanOrEqualTo(text.length() + 1);
    }

    @Test
    @DisplayName("reads back what it writes, for 2,000 random parameters")
    void roundTrip() throws FormulaException {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 1_000; i++) {
            Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
            for (String name : new String[] {"zeta", "b_1"}) {
                boolean logarithmic = random.nextBoolean();
                double low = number(random) * (logarithmic || random.nextBoolean() ? 1 : -1);
                parameters.put(name, new FormulaParameter(number(random), low, low + number(random), logarithmic));
            }
            FormulaText text = new FormulaText("zeta x^2 + b_1", parameters);
            assertThat(FormulaText.parse(text.text())).isEqualTo(text);
        }
    }

    private static double number(SplittableRandom random) {
        return Math.pow(10, random.nextDouble(-20, 20)) * (0.1 + random.nextDouble());
    }

    @Test
    @DisplayName("takes and loses parameters by name")
    void edits() {
        FormulaText text = new FormulaText("a x", Map.of());
        FormulaText more = text.with("a", new FormulaParameter(1, 0, 3));
        assertThat(more.text()).isEqualTo("a x, a = 1 (0 .. 3)");
        assertThat(more.without("a")).isEqualTo(text);
    }
}
