package fallline.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.expr.algebra.Derivative;
import fallline.expr.algebra.Kink;
import fallline.expr.algebra.KinkFinder;
import fallline.expr.compile.Compiler;
import fallline.expr.eval.Interpreter;
import fallline.expr.eval.ScalarFunction;
import fallline.expr.parse.Parser;
import fallline.expr.print.LatexPrinter;
import fallline.expr.print.PythonDialect;
import fallline.expr.print.PythonNames;
import fallline.expr.print.PythonPrinter;
import fallline.expr.print.TextPrinter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values by Python's math and NumPy, derivatives by hand.
@DisplayName("The functions cbrt, atan2, relu, pow and ln")
class FunctionsTest {
    private static final Scope XY = Scope.of("x", "y");

    private static ScalarFunction interpreted(String formula) throws FormulaException {
        return new Interpreter(Parser.parse(formula, XY), XY.names(), 2);
    }

    private static ScalarFunction compiled(String formula) throws FormulaException {
        return Compiler.compile(Parser.parse(formula, XY), XY.names(), 2);
    }

    @ParameterizedTest(name = "{0} at ({1}, {2}) is {3}, its slopes {4} and {5}")
    @CsvSource(delimiter = ';', textBlock = """
                    cbrt(x)         ; -5   ; 0    ; -1.709975946676697  ; 0.11399839644511314    ; 0
                    cbrt(x y)       ; 2    ; 4    ; 2                   ; 0.3333333333333333     ; 0.16666666666666666
                    atan2(y, x)     ; -2   ; 0.3  ; 2.992702705980296   ; -0.07334963325183375   ; -0.48899755501222497
                    atan2(y, x)     ; -1   ; -1   ; -2.356194490192345  ; 0.5                    ; -0.5
                    relu(x) + y     ; 3    ; 1    ; 4                   ; 1                      ; 1
                    relu(x) + y     ; -3   ; 1    ; 1                   ; 0                      ; 1
                    relu(x) + y     ; 0    ; 1    ; 1                   ; 0                      ; 1
                    relu(sqrt(x))   ; 0    ; 1    ; 0                   ; 0                      ; 0
                    pow(x, 3)       ; 1.1  ; 0    ; 1.3310000000000004  ; 3.6300000000000003     ; 0
                    pow(x, y)       ; 2    ; 3    ; 8                   ; 12                     ; 5.545177444479562
                    ln(x)           ; 10   ; 0    ; 2.302585092994046   ; 0.1                    ; 0
                    """)
    @DisplayName("have the values and slopes of other software and of closed forms, interpreted and compiled")
    void values(String formula, double x, double y, double value, double byX, double byY) throws FormulaException {
        for (ScalarFunction function : List.of(interpreted(formula), compiled(formula))) {
            double[] gradient = {9, 9};
            assertThat(function.gradient(new double[] {x, y}, gradient)).isCloseTo(value, within(2 * Math.ulp(value)));
            assertThat(gradient[0]).isCloseTo(byX, within(1e-15 + 1e-15 * Math.abs(byX)));
            assertThat(gradient[1]).isCloseTo(byY, within(1e-15 + 1e-15 * Math.abs(byY)));
        }
    }

    @ParameterizedTest(name = "{0} at ({1}, {2}): {3}, {4}, {5}")
    @CsvSource(delimiter = ';', textBlock = """
                    cbrt(x)       ; 8    ; 0   ; -0.006944444444444444 ; 0      ; 0
                    cbrt(x)       ; -8   ; 0   ; 0.006944444444444444  ; 0      ; 0
                    atan2(y, x)   ; 3    ; 1   ; 0.06                  ; -0.08  ; -0.06
                    relu(x)^2 y   ; 3    ; 2   ; 4                     ; 6      ; 0
                    relu(x) y     ; -3   ; 2   ; 0                     ; 0      ; 0
                    pow(x, 2) y   ; 3    ; 2   ; 4                     ; 6      ; 0
                    """)
    @DisplayName("have the second derivatives that closed forms give, by passes and by symbols")
    void bends(String formula, double x, double y, double xx, double xy, double yy) throws FormulaException {
        Expr parsed = Parser.parse(formula, XY);
        double[] point = {x, y};
        double[] product = new double[2];
        double[][] expected = {{xx, xy}, {xy, yy}};
        for (int j = 0; j < 2; j++) {
            double[] direction = {1 - j, j};
            new Interpreter(parsed, XY.names(), 2).hessianTimes(point, direction, product);
            Expr slope = Derivative.of(parsed, XY.names().get(j));
            for (int i = 0; i < 2; i++) {
                assertThat(product[i]).isCloseTo(expected[i][j], within(1e-15));
                Expr bend = Derivative.of(slope, XY.names().get(i));
                assertThat(new Interpreter(bend, XY.names(), 2).value(point)).isCloseTo(expected[i][j], within(1e-15));
            }
        }
    }

    @Test
    @DisplayName("pow(a, b) and ln(x) are a^b and log(x) themselves")
    void same() throws FormulaException {
        Interner interner = new Interner();
        for (String[] pair : new String[][] {
            {"pow(x, 2)", "x^2"},
            {"pow(x + 1, -3)", "(x + 1)^-3"},
            {"pow(x, y)", "x^y"},
            {"ln(x)", "log(x)"},
            {"√x + 1", "sqrt(x) + 1"},
            {"|x y|", "abs(x y)"},
            {"½x", "0.5 x"}
        }) {
            Expr one = interner.intern(Parser.parse(pair[0], XY));
            assertThat(one).as(pair[0]).isSameAs(interner.intern(Parser.parse(pair[1], XY)));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    cbrt(x)     ; \\sqrt[3]{x}                           ; np.cbrt(x)
                    relu(x)     ; \\mathrm{relu}\\left(x\\right)        ; relu(x)
                    atan2(y, x) ; \\mathrm{atan2}\\left(y, x\\right)    ; np.arctan2(y, x)
                    pow(x, 2)   ; x^{2}                                 ; power(x, 2)
                    ln(x)       ; \\ln\\left(x\\right)                  ; np.log(x)
                    """)
    @DisplayName("are written in LaTeX and in Python, and their text reads back")
    void printed(String formula, String latex, String python) throws FormulaException {
        Expr parsed = Parser.parse(formula, XY);
        assertThat(LatexPrinter.print(parsed)).isEqualTo(latex);
        assertThat(new PythonPrinter(PythonDialect.NUMPY, new PythonNames()).print(parsed))
                .isEqualTo(python);
        assertThat(TextPrinter.print(Parser.parse(TextPrinter.print(parsed), XY)))
                .isEqualTo(TextPrinter.print(parsed));
    }

    @Test
    @DisplayName("have kinks where they have none of a slope")
    void kinks() throws FormulaException {
        assertThat(KinkFinder.find(Parser.parse("relu(x - 2) + cbrt(y)", XY), XY.names()))
                .extracting(Kink::where)
                .containsExactly("at x = 2", "at y = 0");
        assertThat(KinkFinder.find(Parser.parse("relu(x)^2 + cbrt(y)^3", XY), XY.names()))
                .isEmpty();
        assertThat(KinkFinder.find(Parser.parse("atan2(y, x)", XY), XY.names()))
                .extracting(Kink::where)
                .containsExactly("where y = 0 and x < 0");
    }

    @Test
    @DisplayName("a maximum of ten thousand arguments is searched for kinks in linear time")
    void many() throws FormulaException {
        Expr flat = Parser.parse("max(x" + ",x".repeat(9_900) + ")", XY);
        assertThat(KinkFinder.find(flat, XY.names())).hasSizeLessThan(60);
    }
}
