package fallline.expr.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Graph;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.print.TextPrinter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static final Scope XY = Scope.of("x", "y");

    private static double value(String formula, double x, double y) throws FormulaException {
        return new Interpreter(Parser.parse(formula, XY), XY.names(), 2).value(new double[] {x, y});
    }

    private static FormulaException error(String formula) {
        return catchThrowableOfType(FormulaException.class, () -> Parser.parse(formula, XY));
    }

    @ParameterizedTest(name = "{0} at x = 3, y = 2 is {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    -x^2                ; -9
                    (-x)^2              ; 9
                    2^3^2               ; 512
                    (2^3)^2             ; 64
                    2^-1                ; 0.5
                    2^-x^0              ; 0.5
                    1/2x                ; 0.16666666666666666
                    1/2*x               ; 1.5
                    x/y/2               ; 0.75
                    x - y - 1           ; 0
                    x - (y - 1)         ; 2
                    2x(y+1)             ; 18
                    x(y+1)              ; 9
                    (x)(y)              ; 6
                    x y^2               ; 12
                    2 x y               ; 12
                    --x                 ; 3
                    -x y                ; -6
                    x*-y                ; -6
                    -2 x                ; -6
                    x**2                ; 9
                    x²y                 ; 18
                    x³                  ; 27
                    x − y               ; 1
                    2·x×y÷3             ; 4
                    .5x                 ; 1.5
                    1e-3x               ; 0.003
                    2.5E+1              ; 25
                    2e                  ; 5.43656365691809
                    [x + 1][y]          ; 8
                    max(1, x, y)        ; 3
                    min(4, 3, y, 9)     ; 2
                    if(x > y, 10, 20)   ; 10
                    if(x == y, 10, 20)  ; 20
                    if(x ≤ 3, 1, 0)     ; 1
                    (x > y) + (y >= x)  ; 1
                    if(x != y, if(y < 0, 1, 2), 3) ; 2
                    abs(-x)             ; 3
                    sign(-x)            ; -1
                    floor(-y/4)         ; -1
                    log10(1000)         ; 3
                    sqrt(x^2)           ; 3
                    sin(pi/6)           ; 0.49999999999999994
                    log(e)              ; 1
                    sigmoid(0)          ; 0.5
                    softplus(0)         ; 0.6931471805599453
                    ln(e)               ; 1
                    sin(π/6)            ; 0.49999999999999994
                    pow(x, 2)           ; 9
                    pow(x, y)^2         ; 81
                    cbrt(-27)           ; -3
                    relu(-x) + relu(y)  ; 2
                    atan2(0, -1)        ; 3.141592653589793
                    √9 + 1              ; 4
                    √x^2                ; 3
                    2√9y                ; 12
                    √(x + 6)            ; 3
                    √√16                ; 2
                    y^√9                ; 8
                    -√9                 ; -3
                    |x - 5|             ; 2
                    |-x||-y|            ; 6
                    2|x - 5|^2 - |y|    ; 6
                    |(|x| - 5) y|       ; 4
                    max(|-x|, 1)        ; 3
                    ½x                  ; 1.5
                    x + ¾               ; 3.75
                    9^½                 ; 3
                    {x + 1}{y}          ; 8
                    {[(x)] + 1}         ; 4
                    J(x) = x^2          ; 9
                    f(x, y) = x - y     ; 1
                    f(x) = if(x == 3, 1, 2) ; 1
                    """)
    @DisplayName("precedence and notation")
    void precedence(String formula, double expected) throws FormulaException {
        assertThat(value(formula, 3, 2)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "\"{0}\" is refused at {1} to {2}: {3}")
    @CsvSource(delimiter = ';', textBlock = """
                    x + y*q      ; 7 ; 8 ; unknown name 'q' at column 7: use x, y, pi, e or declare it
                    xy           ; 1 ; 3 ; unknown name 'xy' at column 1: write x y for a product, or declare xy
                    1 + x2y      ; 5 ; 8 ; unknown name 'x2y' at column 5: write x 2 y for a product, or declare x2y
                    arctan2(x,y) ; 1 ; 8 ; unknown name 'arctan2' at column 1: use atan2
                    2sin^2(x) + y ; 2 ; 10 ; a power between sin and its argument at column 2: write sin(x)^2
                    cos²(x(y+1)) ; 1 ; 13 ; a power between cos and its argument at column 1: write cos(x(y+1))^2
                    sin^x(y)     ; 1 ; 4 ; the function sin has no brackets at column 1: write its argument as sin(x)
                    {x)          ; 3 ; 4 ; ')' closes the '{' of column 1 at column 3: write '}'
                    |x + 1       ; 1 ; 2 ; the bracket '|' is not closed at column 1: add a '|'
                    ||x| - 1|    ; 2 ; 3 ; '|' inside | | at column 2: write abs(x) for the inner one, or put it in brackets: |(|x|) - 1|
                    √            ; 1 ; 2 ; the formula ends after '√' at column 1: a number, a name or a bracket is expected behind it
                    2½           ; 2 ; 3 ; two numbers side by side at column 2: write * between them, and no spaces inside a number
                    J = x^2      ; 3 ; 4 ; a single '=' at column 3: write only what stands behind it, or == to compare
                    f(x) = y = 2 ; 10 ; 11 ; a single '=' at column 10: write == to compare
                    f(x + y) = x ; 10 ; 11 ; a single '=' at column 10: write == to compare
                    f(x, y) = x + q ; 15 ; 16 ; unknown name 'q' at column 15: use x, y, pi, e or declare it
                    Sin(x)       ; 1 ; 4 ; unknown name 'Sin' at column 1: use sin
                    sinx         ; 1 ; 5 ; unknown name 'sinx' at column 1: write sin(x)
                    sin x        ; 1 ; 4 ; the function sin has no brackets at column 1: write its argument as sin(x)
                    x^           ; 2 ; 3 ; the formula ends after '^' at column 2: a number, a name or a bracket is expected behind it
                    (x           ; 1 ; 2 ; the bracket '(' is not closed at column 1: add a ')'
                    x + (y*(x-1) ; 5 ; 6 ; the bracket '(' is not closed at column 5: add a ')'
                    x)           ; 2 ; 3 ; the bracket ')' has no opening bracket at column 2: remove it or open one before
                    (x]          ; 3 ; 4 ; ']' closes the '(' of column 1 at column 3: write ')'
                    1,5 x        ; 2 ; 3 ; a comma outside a function's brackets at column 2: write decimals with a point, as in 1.5
                    (1,5)        ; 3 ; 4 ; a comma outside a function's brackets at column 3: write decimals with a point, as in 1.5
                    sin(1,5)     ; 1 ; 9 ; sin takes 1 argument but has 2 at column 1: write sin(x), and decimals with a point
                    max(x)       ; 1 ; 7 ; max takes 2 arguments but has 1 at column 1: write max(a, b)
                    if(x, y)     ; 1 ; 9 ; if takes 3 arguments but has 2 at column 1: write if(condition, a, b), and decimals with a point
                    x + * y      ; 5 ; 6 ; '*' follows '+' at column 5: a number, a name or a bracket is expected
                    * y          ; 1 ; 2 ; the formula begins with '*' at column 1: a number, a name or a bracket is expected
                    2 3          ; 3 ; 4 ; two numbers side by side at column 3: write * between them, and no spaces inside a number
                    1.2.3        ; 1 ; 4 ; a second decimal point in the number at column 1: write one, as in 1.5
                    1e999        ; 1 ; 6 ; the number 1e999 is too large at column 1: the largest is 1.7e308
                    x = 2        ; 3 ; 4 ; a single '=' at column 3: write == to compare
                    x $ y        ; 3 ; 4 ; the character '$' has no meaning in a formula at column 3: use names, numbers, + - * / ^ and brackets
                    0 < x < 1    ; 7 ; 8 ; a second comparison at column 7: comparisons do not chain, nest two if instead
                    """)
    @DisplayName("an error names its place and the remedy")
    void errors(String formula, int column, int endColumn, String message) {
        FormulaException error = error(formula);
        assertThat(error).isNotNull().hasMessage(message);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.endColumn()).isEqualTo(endColumn);
    }

    @Test
    @DisplayName("subscript digits are plain ones, and names of one's own win over pi")
    void names() throws FormulaException {
        Scope scope = Scope.of("x1", "θ12");
        assertThat(TextPrinter.print(Parser.parse("x₁ + θ₁₂^2", scope))).isEqualTo("x1 + θ12^2");
        assertThat(TextPrinter.print(Parser.parse("2 π", Scope.of("pi")))).isEqualTo("2 pi");
        assertThat(Graph.names(Parser.parse("2 π", Scope.of("pi")))).containsExactly("pi");
        assertThat(Graph.names(Parser.parse("2 π", Scope.of("π")))).containsExactly("π");
        assertThat(Graph.names(Parser.parse("2 π x", XY))).containsExactly("x");
    }

    @ParameterizedTest(name = "{0} may become {1}")
    @CsvSource(delimiter = ';', textBlock = """
                    2sin^2(x) + y ; 2sin(x)^2 + y
                    tanh³(x)      ; tanh(x)^3
                    1 + xy        ; 1 + x y
                    sinx          ; sin(x)
                    """)
    @DisplayName("an error that knows what is meant offers it, and that can be read")
    void offers(String formula, String mended) throws FormulaException {
        FormulaException error = error(formula);
        String text =
                formula.substring(0, error.column() - 1) + error.instead() + formula.substring(error.endColumn() - 1);
        assertThat(text).isEqualTo(mended);
        assertThat(Parser.parse(text, XY)).isNotNull();
    }

    @Test
    @DisplayName("an empty formula, empty brackets and one character too many are sentences")
    void emptyAndTooLong() {
        assertThat(error("  ")).hasMessage("the formula is empty at column 1: type one such as x^2 + y^2");
        assertThat(error("x + ()")).hasMessageStartingWith("')' follows '(' at column 6");
        assertThat(error("x" + " ".repeat(20_000)))
                .hasMessage("the formula has 20\u202f001 characters, too many from the one at column 20001: "
                        + "at most 20\u202f000 are possible");
    }

    @Test
    @DisplayName("nesting of 500 is read, 501 is refused with its column, whatever nests")
    void nesting() throws FormulaException {
        assertThat(value("(".repeat(500) + "x" + ")".repeat(500), 3, 2)).isEqualTo(3);
        assertThat(value("-".repeat(500) + "x", 3, 2)).isEqualTo(3);
        assertThat(value("1^".repeat(500) + "x", 3, 2)).isEqualTo(1);
        assertThat(value("x" + "/1".repeat(500), 3, 2)).isEqualTo(3);
        assertThat(error("(".repeat(501) + "x" + ")".repeat(501)).column()).isEqualTo(501);
        assertThat(error("-".repeat(501) + "x").column()).isEqualTo(501);
        assertThat(error("x^".repeat(501) + "x").column()).isEqualTo(1002);
        assertThat(error("x" + "/y".repeat(501)).column()).isEqualTo(1002);
        assertThat(error("sin(".repeat(2_000) + "x"))
                .hasMessageContaining("more than 500 brackets, signs or exponents inside each other");
    }

    @Test
    @DisplayName("names hide pi and e, but not functions; a name starts with a letter and is declared once")
    void scopes() throws FormulaException {
        Scope scope = Scope.of("e", "x");
        assertThat(Parser.parse("e", scope)).isEqualTo(new Expr.Name("e"));
        assertThat(Parser.parse("pi", scope)).isEqualTo(Expr.Constant.PI);
        assertThatThrownBy(() -> Scope.of("sin")).hasMessage("'sin' cannot be a name: it is a function");
        assertThatThrownBy(() -> Scope.of("2x")).hasMessageContaining("begin with a letter");
        assertThatThrownBy(() -> Scope.of("x", "x")).hasMessage("the name 'x' is declared twice");
        assertThat(XY.with(List.of("b")).names()).containsExactly("x", "y", "b");
    }

    @Test
    @DisplayName("equal parts are one object, and sums and products are flat")
    void sharing() throws FormulaException {
        Expr.Sum sum = (Expr.Sum) Parser.parse("sin(x y) + 2 + sin(x*y) - 3", XY);
        assertThat(sum.terms()).hasSize(4);
        assertThat(sum.terms().get(0)).isSameAs(sum.terms().get(2));
        Expr.Sum long_ = (Expr.Sum) Parser.parse("x" + "+x".repeat(9_999), XY);
        assertThat(long_.terms())
                .hasSize(10_000)
                .allMatch(term -> term == long_.terms().getFirst());
    }

    @Test
    @DisplayName("reads and says the same in a Turkish locale")
    void turkish() throws FormulaException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(value("asin(sin(0.5)) + SIGN", 3, 2)).isNaN();
        } catch (FormulaException refused) {
            assertThat(refused).hasMessage("unknown name 'SIGN' at column 18: use sign");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(error("SIN(x)")).hasMessage("unknown name 'SIN' at column 1: use sin");
    }

    @Test
    @DisplayName("an error can be moved to the formula's place in a longer line")
    void shifted() {
        FormulaException moved = error("x + q").shifted(10);
        assertThat(moved.column()).isEqualTo(15);
        assertThat(moved).hasMessageStartingWith("unknown name 'q' at column 15: ");
    }
}
