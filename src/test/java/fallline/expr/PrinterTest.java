package fallline.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.expr.algebra.Derivative;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.expr.print.LatexPrinter;
import fallline.expr.print.TextPrinter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scilab.forge.jlatexmath.TeXFormula;

class PrinterTest {
    private static final Scope SCOPE = Scope.of("x", "y", "a", "x1", "alpha", "lr", "mhat", "beta_1");

    @Test
    @DisplayName("text reads back as an equal formula, derivatives too")
    void roundTrip() throws FormulaException {
        for (long seed = 0; seed < 3_000; seed++) {
            RandomExpressions random = new RandomExpressions(seed, seed % 2 == 0);
            Expr formula = random.next(4);
            String text = TextPrinter.print(formula);
            assertThat(Parser.parse(text, SCOPE)).as("seed %d: %s", seed, text).isEqualTo(formula);
            Expr derivative = Derivative.of(formula, "x");
            if (Graph.treeSize(derivative) < 1_000) {
                String written = TextPrinter.print(derivative);
                assertThat(Parser.parse(written, SCOPE))
                        .as("seed %d: %s", seed, written)
                        .isEqualTo(derivative);
            }
        }
    }

    @Test
    @DisplayName("every random formula's LaTeX can be typeset")
    void typesets() {
        for (long seed = 0; seed < 400; seed++) {
            Expr formula = new RandomExpressions(seed, false).next(4);
            String latex = LatexPrinter.print(formula);
            assertThat(new TeXFormula(latex)).as(latex).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0} is typeset as {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    (1-x)^2 + 100(y-x^2)^2 ; \\left(1 - x\\right)^{2} + 100 \\left(y - x^{2}\\right)^{2}
                    1/2x                   ; \\frac{1}{2 x}
                    sqrt(x)/abs(y)         ; \\frac{\\sqrt{x}}{\\left|y\\right|}
                    sin(x)^2               ; \\sin^{2}\\left(x\\right)
                    alpha x1               ; \\alpha x_{1}
                    lr*mhat                ; \\mathit{lr} \\, \\hat{m}
                    beta_1^x               ; \\beta_{1}^{x}
                    1e-8 x                 ; 10^{-8} x
                    2*3                    ; 2 \\cdot 3
                    exp(-x)                ; e^{-x}
                    x - (y - 1)            ; x - \\left(y - 1\\right)
                    (x/y)^2                ; \\left(\\frac{x}{y}\\right)^{2}
                    if(x < 1, x, y)        ; \\begin{cases} x & \\text{ if } x < 1 \\\\ y & \\text{ otherwise} \\end{cases}
                    max(x, y) pi           ; \\max\\left(x, y\\right) \\, \\pi
                    """)
    @DisplayName("LaTeX as mathematicians write")
    void latex(String formula, String expected) throws FormulaException {
        assertThat(LatexPrinter.print(Parser.parse(formula, SCOPE))).isEqualTo(expected);
    }

    @Test
    @DisplayName("names can be replaced by numbers, negative ones bracketed where needed")
    void numbersForNames() throws FormulaException {
        Expr formula = Parser.parse("x - lr*y + x^2", SCOPE);
        String latex = LatexPrinter.print(
                formula, name -> name.equals("x") ? "-3" : name.equals("y") ? "40" : LatexPrinter.number(0.1));
        assertThat(latex).isEqualTo("-3 - 0.1 \\cdot 40 + \\left(-3\\right)^{2}");
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "0.1, 0.1", "1e-8, 1e-8", "-3, -3", "6.02e23, 6.02e23", "1e15, 1e15", "-0.0, -0"})
    @DisplayName("numbers are the shortest that read back")
    void numbers(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
        assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(Double.doubleToLongBits(value));
    }

    @Test
    @DisplayName("a graph whose tree is huge is refused rather than written")
    void huge() {
        Interner interner = new Interner();
        Expr node = interner.name("x");
        for (int i = 0; i < 60; i++) {
            node = interner.call(Function.SIN, List.of(interner.product(List.of(node, node))));
        }
        Expr doubled = node;
        assertThat(Graph.treeSize(doubled)).isGreaterThan(1L << 59);
        assertThatThrownBy(() -> TextPrinter.print(doubled)).hasMessageContaining("too large");
        assertThat(new Interpreter(Derivative.of(doubled, "x"), List.of("x"), 1).value(new double[] {0.5}))
                .isFinite();
    }
}
