package fallline.lesson.mark;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.lesson.Task;
import fallline.lesson.mark.FormulaEquality.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaEqualityTest {
    private static final List<String> NAMES = List.of("x", "y");

    private static Optional<Difference> difference(String one, String other, Map<String, Task.Interval> domain)
            throws FormulaException {
        Scope scope = new Scope(NAMES);
        return new FormulaEquality(NAMES, domain).difference(Parser.parse(one, scope), Parser.parse(other, scope));
    }

    @ParameterizedTest
    @CsvSource({
        "2*x, x + x",
        "2x, x*2",
        "(x + 1)^2, x^2 + 2x + 1",
        "(x + y)*(x - y), x^2 - y^2",
        "sin(x)^2 + cos(x)^2, 1",
        "sin(2x), 2*sin(x)*cos(x)",
        "exp(x + y), exp(x)*exp(y)",
        "-2*(1 - x) - 80*x*(y - x^2), 2x - 2 + 80x^3 - 80*x*y",
        "1/(1 + exp(-x)), sigmoid(x)",
        "abs(x), sqrt(x^2)",
        "x^2/x, x",
        "'3*exp(-x^2/4)*cos(3x) - x*sin(3x)*exp(-x^2/4)/2', 'exp(-x^2/4)*(3*cos(3x) - x/2*sin(3x))'",
        "tanh(x), (exp(2x) - 1)/(exp(2x) + 1)",
        "1e-8*x, x/100000000"
    })
    @DisplayName("equal though written otherwise; a single hole counts as nothing")
    void equal(String one, String other) throws FormulaException {
        assertThat(difference(one, other, Map.of())).isEmpty();
        assertThat(difference(other, one, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2*x, x^2", // agree at 0 and 2
        "x, x + sin(pi*x)", // agree at every whole number
        "x^3, x", // agree at −1, 0, 1
        "x, abs(x)", // agree on half of the domain
        "sin(x), x - x^3/6", // agree near 0
        "x*y, x*y + 0.0001*x",
        "2x, 2y",
        "x, x*(1 + 0.000001)",
        "relu(x), x",
        "1, 2"
    })
    @DisplayName("different though they agree at some points, or nearly")
    void different(String one, String other) throws FormulaException {
        assertThat(difference(one, other, Map.of())).hasValueSatisfying(found -> {
            assertThat(found.undefined()).isFalse();
            assertThat(found.place()).startsWith("at x = ");
        });
    }

    @Test
    @DisplayName(
            "where one is not defined over more than single points, they differ, unless the task's domain is smaller")
    void domains() throws FormulaException {
        assertThat(difference("log(x^2)", "2*log(x)", Map.of()))
                .hasValueSatisfying(found -> assertThat(found.undefined()).isTrue());
        assertThat(difference("log(x^2)", "2*log(x)", Map.of("x", new Task.Interval(0.1, 5))))
                .isEmpty();
        assertThat(difference("sqrt(x)^2", "x", Map.of())).isPresent();
        assertThat(difference("sqrt(x)*sqrt(x)", "sqrt(x)^2", Map.of())).isEmpty();
        assertThat(difference("log(x)", "log(2x) - log(2)", Map.of())).isEmpty();
        assertThat(difference("sqrt(-1 - x^2)", "sqrt(-2 - x^2)", Map.of()))
                .hasValueSatisfying(found -> assertThat(found.place()).isEmpty());
    }
}
