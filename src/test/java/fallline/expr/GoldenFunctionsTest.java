package fallline.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.expr.algebra.Derivative;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares with 50-digit arithmetic on the standard test functions.
class GoldenFunctionsTest {
    private static final Map<String, String> FORMULAS = Map.ofEntries(
            Map.entry("quadratic1d", "x^2"),
            Map.entry("rosenbrock", "(1-x)^2 + 100 (y-x^2)^2"),
            Map.entry("himmelblau", "(x^2+y-11)^2 + (x+y^2-7)^2"),
            Map.entry("beale", "(1.5-x+x y)^2 + (2.25-x+x y^2)^2 + (2.625-x+x y^3)^2"),
            Map.entry("booth", "(x+2y-7)^2 + (2x+y-5)^2"),
            Map.entry("matyas", "0.26 (x^2+y^2) - 0.48 x y"),
            Map.entry("threehumpcamel", "2x^2 - 1.05 x^4 + x^6/6 + x y + y^2"),
            Map.entry("sixhumpcamel", "(4 - 2.1x^2 + x^4/3) x^2 + x y + (4y^2 - 4) y^2"),
            Map.entry(
                    "goldsteinprice",
                    "[1+(x+y+1)^2 (19-14x+3x^2-14y+6x y+3y^2)] [30+(2x-3y)^2 (18-32x+12x^2+48y-36x y+27y^2)]"),
            Map.entry("mccormick", "sin(x+y) + (x-y)^2 - 1.5x + 2.5y + 1"),
            Map.entry("styblinskitang", "(1/2) (x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)"),
            Map.entry("rastrigin", "20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y)"),
            Map.entry("ackley", "-20 exp(-0.2 sqrt((x^2+y^2)/2)) - exp((cos(2 pi x) + cos(2 pi y))/2) + e + 20"),
            Map.entry("easom", "-cos(x) cos(y) exp(-((x-pi)^2+(y-pi)^2))"),
            Map.entry(
                    "levy",
                    "sin(pi (1+(x-1)/4))^2 + ((x-1)/4)^2 (1+10 sin(pi (1+(x-1)/4)+1)^2)"
                            + " + ((y-1)/4)^2 (1+sin(2 pi (1+(y-1)/4))^2)"),
            Map.entry("levy13", "sin(3 pi x)^2 + (x-1)^2 (1+sin(3 pi y)^2) + (y-1)^2 (1+sin(2 pi y)^2)"),
            Map.entry("branin", "(y - 5.1/(4 pi^2) * x^2 + 5/pi*x - 6)^2 + 10 (1-1/(8 pi)) cos(x) + 10"),
            Map.entry("eggholder", "-(y+47) sin(sqrt(abs(x/2+y+47))) - x sin(sqrt(abs(x-(y+47))))"),
            Map.entry("bukin6", "100 sqrt(abs(y - 0.01 x^2)) + 0.01 abs(x+10)"),
            Map.entry("saddle", "x^2 - y^2"),
            Map.entry("monkeysaddle", "x^3 - 3 x y^2"),
            Map.entry("sphere", "x^2 + y^2"),
            Map.entry("ellipse", "(x^2 + 100 y^2)/2"),
            Map.entry("bohachevsky1", "x^2 + 2y^2 - 0.3 cos(3 pi x) - 0.4 cos(4 pi y) + 0.7"),
            Map.entry("dropwave", "-(1+cos(12 sqrt(x^2+y^2))) / ((x^2+y^2)/2 + 2)"),
            Map.entry("griewank", "(x^2+y^2)/4000 - cos(x) cos(y/sqrt(2)) + 1"));

    static Stream<JsonNode> functions() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GoldenFunctionsTest.class.getResourceAsStream("/golden/functions.json"))) {
            JsonNode list = new ObjectMapper().readTree(in).get("functions");
            return StreamSupport.stream(list.spliterator(), false);
        }
    }

    @Test
    @DisplayName("every reference function is tried")
    void complete() throws IOException {
        assertThat(functions().map(f -> f.get("id").asText())).containsExactlyInAnyOrderElementsOf(FORMULAS.keySet());
    }

    @ParameterizedTest
    @MethodSource("functions")
    @DisplayName("value, gradient and Hessian agree with 50-digit arithmetic to 1e-9")
    void probes(JsonNode function) throws FormulaException {
        String id = function.get("id").asText();
        List<String> names = function.get("dim").asInt() == 1 ? List.of("x") : List.of("x", "y");
        Expr formula = Parser.parse(Objects.requireNonNull(FORMULAS.get(id)), new Scope(names));
        Interpreter interpreter = new Interpreter(formula, names, names.size());
        for (JsonNode probe : function.get("probes")) {
            double[] point = numbers(probe.get("x"));
            String place = id + " at " + probe.get("x");
            close(place, interpreter.value(point), probe.get("f").asDouble());
            if (!probe.has("grad")) {
                continue;
            }
            double[] gradient = new double[point.length];
            interpreter.gradient(point, gradient);
            double[] expected = numbers(probe.get("grad"));
            for (int i = 0; i < point.length; i++) {
                close(place, gradient[i], expected[i]);
                Expr symbolic = Derivative.of(formula, names.get(i));
                close(place, new Interpreter(symbolic, names, names.size()).value(point), expected[i]);
                if (probe.has("hessian")) {
                    double[] direction = new double[point.length];
                    direction[i] = 1;
                    double[] product = new double[point.length];
                    interpreter.hessianTimes(point, direction, product);
                    double[] row = numbers(probe.get("hessian").get(i));
                    for (int j = 0; j < point.length; j++) {
                        close(place, product[j], row[j]);
                        Expr second = Derivative.of(symbolic, names.get(j));
                        close(place, new Interpreter(second, names, names.size()).value(point), row[j]);
                    }
                }
            }
        }
    }

    private static void close(String place, double actual, double expected) {
        assertThat(actual).as(place).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
