package fallline.expr.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Graph;
import fallline.expr.RandomExpressions;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.expr.print.LatexPrinter;
import fallline.expr.print.TextPrinter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {
    private static final Scope SCOPE = Scope.of("w", "x", "y", "a", "b", "n");

    @ParameterizedTest(name = "d/d{1} of {0} prints {2}")
    @CsvSource(delimiter = ';', textBlock = """
                    w^2                         ; w ; 2 w
                    w                           ; w ; 1
                    7                           ; w ; 0
                    w^4 - 3w^2 + w              ; w ; 4 w^3 - 6 w + 1
                    (a-x)^2 + b*(y-x^2)^2       ; x ; -2 (a - x) - 4 b x (y - x^2)
                    (a-x)^2 + b*(y-x^2)^2       ; y ; 2 b (y - x^2)
                    (1-x)^2 + 100*(y-x^2)^2     ; x ; -2 (1 - x) - 400 x (y - x^2)
                    (1-x)^2 + 100*(y-x^2)^2     ; y ; 200 (y - x^2)
                    (x+2y-7)^2 + (2x+y-5)^2     ; x ; 2 (x + 2 y - 7) + 4 (2 x + y - 5)
                    0.26(x^2+y^2) - 0.48x y     ; x ; 0.52 x - 0.48 y
                    (x^2 + 100y^2)/2            ; y ; 100 y
                    x^6/6 + x/3                 ; x ; x^5 + 1/3
                    0.3x^3                      ; x ; 0.9 x^2
                    x^2/4000                    ; x ; x/2000
                    3x^2/8                      ; x ; 3 x/4
                    sin(3w) + w^2/4             ; w ; 3 cos(3 w) + w/2
                    cos(w^2)                    ; w ; -2 w sin(w^2)
                    exp(-w^2)                   ; w ; -2 w exp(-w^2)
                    log(w)                      ; w ; 1/w
                    sqrt(1 + w^2)               ; w ; w/sqrt(1 + w^2)
                    tanh(w)                     ; w ; 1 - tanh(w)^2
                    sigmoid(2w)                 ; w ; 2 sigmoid(2 w) (1 - sigmoid(2 w))
                    softplus(w)                 ; w ; sigmoid(w)
                    abs(w)                      ; w ; sign(w)
                    1/w                         ; w ; -1/w^2
                    x/(x^2 + 1)                 ; x ; (1 - x^2)/(x^2 + 1)^2
                    w^n                         ; w ; n w^(n - 1)
                    2^w                         ; w ; 2^w log(2)
                    e^w                         ; w ; e^w
                    x^y                         ; y ; x^y log(x)
                    max(w, 0)                   ; w ; if(w >= 0, 1, 0)
                    min(w^2, 3w)                ; w ; if(w^2 <= 3 w, 2 w, 3)
                    if(w < 0, w^2, w^3)         ; w ; if(w < 0, 2 w, 3 w^2)
                    floor(w) + sign(w)          ; w ; 0
                    pi w^2                      ; w ; 2 pi w
                    w*w*w                       ; w ; 3 w^2
                    (2w)*(3w)                   ; w ; 12 w
                    w^0.5                       ; w ; 0.5 w^-0.5
                    """)
    @DisplayName("reads as a person would write it")
    void readsWell(String formula, String name, String expected) throws FormulaException {
        assertThat(TextPrinter.print(Derivative.of(Parser.parse(formula, SCOPE), name)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} simplifies to {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    x/x               ; x/x
                    0 x               ; 0
                    0 log(x)          ; 0 log(x)
                    log(x) - log(x)   ; log(x) - log(x)
                    x - x             ; 0
                    x^2/x             ; x^2/x
                    1/0               ; 1/0
                    0/x               ; 0/x
                    1 + 2 + x + 3     ; 6 + x
                    x + 2x - y        ; 3 x - y
                    x*x^2             ; x^3
                    (x^2)^3           ; x^6
                    (-x)^2 + (-x)^3   ; x^2 - x^3
                    x^1 + y^0         ; x + 1
                    0.1 + 0.2         ; 0.3
                    1/3 + 1/6         ; 1/2
                    2/4 x             ; 2/(4 x)
                    (2/4) x           ; x/2
                    sqrt(16) + exp(0) ; 5
                    sqrt(2)           ; sqrt(2)
                    if(1 < 2, x, y)   ; x
                    1e300*1e300*x     ; 1e300*1e300*x
                    """)
    @DisplayName("keeps the domain and folds only what is exact")
    void simplifies(String formula, String expected) throws FormulaException {
        // 1/(2x) has the precedence of an implicit product, so 2/4 x is 2/(4x) = 1/(2x).
        String wanted = expected.equals("2/(4 x)") ? "1/(2 x)" : expected;
        assertThat(TextPrinter.print(Simplifier.simplify(Parser.parse(formula, SCOPE))))
                .isEqualTo(wanted);
    }

    @Test
    @DisplayName("agrees with reverse mode and with central differences on random smooth formulas")
    void agrees() {
        int compared = 0;
        for (long seed = 0; seed < 1_500; seed++) {
            RandomExpressions random = new RandomExpressions(seed, true);
            Expr formula = random.next(4);
            Interpreter function = new Interpreter(formula, RandomExpressions.NAMES, 2);
            for (int variable = 0; variable < 2; variable++) {
                Expr derivative = Derivative.of(formula, RandomExpressions.NAMES.get(variable));
                Interpreter symbolic = new Interpreter(derivative, RandomExpressions.NAMES, 2);
                double[] point = random.point(1.2);
                double[] gradient = new double[2];
                double value = function.gradient(point, gradient);
                double exact = gradient[variable];
                if (!Double.isFinite(value) || !Double.isFinite(exact) || Math.abs(value) > 1e6) {
                    continue;
                }
                double scale = Math.max(1, Math.abs(exact));
                assertThat(symbolic.value(point))
                        .as("seed %d: %s", seed, TextPrinter.print(formula))
                        .isCloseTo(exact, within(1e-8 * scale));
                double h = 1e-5;
                double first = difference(function, point, variable, h);
                double second = difference(function, point, variable, h / 2);
                // Where the two differences disagree, a kink or a huge third derivative lies between.
                if (Math.abs(first - second) < 1e-6 * scale) {
                    compared++;
                    assertThat(second)
                            .as("seed %d: %s", seed, TextPrinter.print(formula))
                            .isCloseTo(exact, within(1e-4 * scale));
                }
            }
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    private static double difference(Interpreter function, double[] point, int variable, double h) {
        double[] left = point.clone();
        double[] right = point.clone();
        left[variable] -= h;
        right[variable] += h;
        return (function.value(right) - function.value(left)) / (right[variable] - left[variable]);
    }

    @Test
    @DisplayName("long and deep formulas derive, simplify and evaluate without a deep stack")
    void large() throws Exception {
        List<String> formulas = List.of(
                "x" + "+x".repeat(9_999),
                "x" + "*x".repeat(9_999),
                "sin(".repeat(500) + "x" + ")".repeat(500),
                "(".repeat(250) + "x" + "^2+1)".repeat(250),
                "x" + "/(x+1)".repeat(500),
                "x^".repeat(500) + "x",
                "(x+1)" + "(x+2)".repeat(3_000));
        for (String text : formulas) {
            Throwable[] failure = new Throwable[1];
            Thread thread = new Thread(
                    null,
                    () -> {
                        try {
                            Expr formula = Parser.parse(text, SCOPE);
                            Expr derivative = Derivative.of(formula, "x");
                            Expr second = Derivative.of(derivative, "x");
                            Interpreter function = new Interpreter(formula, List.of("x"), 1);
                            double[] one = {0.3};
                            function.gradient(one, new double[1]);
                            function.hessianTimes(one, new double[] {1}, new double[1]);
                            function.fault(one);
                            new Interpreter(second, List.of("x"), 1).value(one);
                            if (Graph.treeSize(formula) < TextPrinter.MAX_TREE_SIZE) {
                                TextPrinter.print(formula);
                                LatexPrinter.print(formula);
                            }
                        } catch (Throwable problem) {
                            failure[0] = problem;
                        }
                    },
                    "small stack",
                    256 * 1024);
            thread.start();
            thread.join();
            assertThat(failure[0]).as(text.substring(0, 20)).isNull();
        }
    }
}
