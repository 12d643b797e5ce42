package fallline.optimizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fallline.optimizer.Evaluation;
import fallline.optimizer.RateFacts;
import fallline.optimizer.Update;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of a rule")
class RuleParserTest {
    private static final String HEAD = "lr = 0.1 (1e-6 .. 10, log)\nmu = 0.9 (0 .. 1)\n";
    private static final String TAIL = "theta <- theta - lr*g";

    private static RuleException mistake(String text) {
        return catchThrowableOfType(RuleException.class, () -> RuleOptimizer.parse("mine", text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "lr = 0.01 # 1 # 1 # a rule needs a learning rate: add a line lr = 0.01 (1e-6 .. 10, log)",
                "nothing # 1 # 1 # expected a hyperparameter, a state, name <- value or name = value",
                "colour: red # 1 # 1 # unknown fact 'colour': use name, paper, about",
                "a = 1 (0 .. 1e400) # 1 # 13 # the right end of a's range is too large",
                "a = 1 (0 .. q) # 1 # 13 # the right end of a's range is not a number",
                "a = 1 (3 .. 0) # 1 # 8 # the range of a must rise",
                "a = 1 (0 .. 3) in [2, 3] # 1 # 8 # the range of a must rise",
                "a = 1 (0 .. 3) in [2 3] # 1 # 22 # the limits of a have one end",
                "a = 1 (0 .. 3) b # 1 # 16 # expected another hyperparameter",
                "state m # 1 # 7 # a state needs its first value: write state m = 0",
                "state m = max(1, 2), # 1 # 20 # a state needs its first value",
                "state m = q # 1 # 11 # unknown name 'q'",
                "t <- 3 # 1 # 1 # 't' is not a state: only theta, g and states take <-; write t = …",
                "sin = 3 # 1 # 1 # 'sin' cannot be declared: choose another name",
                "a = g + # 1 # 7 # the formula ends after '+'",
                "momentum: nu # 1 # 11 # 'nu' is no hyperparameter of this rule",
                "limit: 2/lambda # 1 # 10 # unknown name 'lambda'",
                "rate: 1, q # 1 # 10 # unknown name 'q'",
                "precondition: nu # 1 # 15 # unknown name 'nu'",
                "torch: SGD # 1 # 8 # PyTorch's optimizer cannot be read",
            })
    @DisplayName("tells a mistake with line, column and remedy")
    void mistakes(String line, int number, int column, String sentence) {
        String whole = line.startsWith("lr") ? line + "\n" + TAIL : line + "\n" + HEAD + TAIL;
        RuleException mistake = mistake(whole);
        assertThat(mistake).hasMessageStartingWith("line " + number + ", column " + column + ": " + sentence);
        assertThat(mistake.endColumn()).isGreaterThan(column);
    }

    @Test
    @DisplayName("needs a learning rate and must move theta")
    void incomplete() {
        assertThat(mistake("")).hasMessageContaining("a rule needs a learning rate");
        assertThat(mistake(HEAD)).hasMessageContaining("a rule must move theta: add a line theta <- theta - lr*g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.1.", "(", "a = ", "a = 1 (", " ", "=", "\"", "x ", ", ", "state a = 1, ", "é"})
    @DisplayName("of any kind is read in a blink, and a message repeats little of it")
    void hostile(String part) {
        for (String text : new String[] {
            part.repeat(19_900 / part.length()), HEAD + "a = " + part.repeat(19_000 / part.length()) + "\n" + TAIL
        }) {
            RuleException mistake = mistake(text);
            assertThat(mistake).isNotNull();
            assertThat(String.valueOf(mistake.getMessage())).hasSizeLessThan(400);
        }
    }

    @Test
    @DisplayName("is at most 20 000 characters and 1000 lines")
    void limits() {
        assertThat(mistake(HEAD + TAIL + " ".repeat(20_000)))
                .hasMessageContaining("a rule has at most 20\u202f000 characters");
        assertThat(mistake(HEAD + TAIL + "\n#".repeat(1_000))).hasMessageContaining("a rule has at most 1000 lines");
    }

    @Test
    @DisplayName("of a thousand lines is read, and runs interpreted")
    void large() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 950; i++) {
            text.append("a")
                    .append(i)
                    .append(" = sin(")
                    .append(i == 0 ? "g" : "a" + (i - 1))
                    .append(")\n");
        }
        text.append("theta <- theta - lr*a949");
        Update update = RuleOptimizer.parse("large", text.toString()).update(2);
        double[] theta = {1, 2};
        assertThat(update).isInstanceOf(InterpretedUpdate.class);
        update.step(theta, new double[] {0.1, 0.9}, new double[0], 1, new Constant());
        assertThat(theta[0]).isBetween(0.9, 1.0);
    }

    @Test
    @DisplayName("says which hyperparameter is its momentum; without a word it is momentum or beta1")
    void momentum() {
        assertThat(RuleOptimizer.parse("a", HEAD + TAIL).momentum()).isEmpty();
        assertThat(RuleOptimizer.parse("a", "momentum: mu\n" + HEAD + TAIL).momentum())
                .contains("mu");
        String beta = "beta1 = 0.9 (0 .. 1)\n";
        assertThat(RuleOptimizer.parse("a", beta + HEAD + TAIL).momentum()).contains("beta1");
        assertThat(RuleOptimizer.parse("a", "momentum: none\n" + beta + HEAD + TAIL)
                        .momentum())
                .isEmpty();
    }

    @Test
    @DisplayName("says from which rate on it diverges")
    void limit() {
        RateFacts rates = RuleOptimizer.parse("a", "limit: 2*(1 + mu)/lambda_max\n" + HEAD + TAIL)
                .rates();
        assertThat(rates.stabilitySettings()).containsExactly("mu");
        assertThat(rates.stability(Map.of("mu", 0.5), 1, 4).orElseThrow().limit())
                .isEqualTo(0.75);
        assertThat(rates.stability(Map.of("mu", 0.5), 1, 4).orElseThrow().best())
                .isEqualTo(0.375);
        assertThat(rates.stability(Map.of("mu", 0.5), -4, -1)).isEmpty();
        assertThat(RuleOptimizer.parse("a", "limit: none\n" + HEAD + TAIL)
                        .rates()
                        .hasLimit())
                .isFalse();
    }

    private static final class Constant implements Evaluation {
        @Override
        public double gradient(double[] theta, double[] gradient) {
            Arrays.fill(gradient, 1);
            return 0;
        }

        @Override
        public double value(double[] theta) {
            return 0;
        }

        @Override
        public void hessianTimes(double[] theta, double[] direction, double[] product) {
            Arrays.fill(product, 0);
        }
    }
}
