package fallline.expr.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.RandomExpressions;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpreterTest {
    private static final Scope XY = Scope.of("x", "y");

    private static Interpreter function(String formula) throws FormulaException {
        return new Interpreter(Parser.parse(formula, XY), XY.names(), 2);
    }

    private static double[] gradient(String formula, double x, double y) throws FormulaException {
        double[] gradient = {9, 9};
        function(formula).gradient(new double[] {x, y}, gradient);
        return gradient;
    }

    @Test
    @DisplayName("w² at 20 is 400 with the slope 40, exactly")
    void square() throws FormulaException {
        assertThat(function("x^2").value(new double[] {20, 0})).isEqualTo(400);
        assertThat(gradient("x^2", 20, 0)).containsExactly(40, 0);
    }

    @Test
    @DisplayName("whole powers square and multiply from the highest digit, and are within some ulps of the true power")
    void wholePowers() {
        double x = 1.1;
        double x2 = x * x;
        double x3 = x2 * x;
        double x6 = x3 * x3;
        assertThat(StrictFunctions.power(x, 13)).isEqualTo(x6 * x6 * x);
        assertThat(StrictFunctions.power(x, -3)).isEqualTo(1 / x3);
        assertThat(StrictFunctions.power(Double.NaN, 0)).isEqualTo(1);
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 1; n <= 64; n++) {
            double base = 0.5 + random.nextDouble();
            double exact = new BigDecimal(base).pow(n, MathContext.DECIMAL128).doubleValue();
            assertThat(StrictFunctions.power(base, n)).isCloseTo(exact, within(n * Math.ulp(exact)));
        }
    }

    @Test
    @DisplayName("sums and products run from left to right in the written order")
    void order() throws FormulaException {
        double[] point = {0.1, 0.7};
        assertThat(function("1e16 + x - 1e16 + y").value(point)).isEqualTo(1e16 + 0.1 - 1e16 + 0.7);
        assertThat(function("0.3 x*y*0.9").value(point)).isEqualTo(0.3 * 0.1 * 0.7 * 0.9);
        assertThat(function("x (y 0.3)").value(point)).isEqualTo(0.1 * (0.7 * 0.3));
    }

    @ParameterizedTest(name = "the derivatives of {0} at ({1}, {2}) are {3}, {4}")
    @CsvSource(delimiter = ';', textBlock = """
                    abs(x)                        ; 0  ; 0 ; 0 ; 0
                    min(x, y)                     ; 1  ; 1 ; 1 ; 0
                    max(x, y)                     ; 1  ; 1 ; 1 ; 0
                    max(x, y)                     ; 1  ; 2 ; 0 ; 1
                    if(x < y, x^2, 3y)            ; 1  ; 2 ; 2 ; 0
                    if(x == 0, 1, sin(x)/x) + y   ; 0  ; 5 ; 0 ; 1
                    if(x > 0, sqrt(x), x^2)       ; 0  ; 0 ; 0 ; 0
                    max(x, sqrt(x))               ; 0  ; 0 ; 1 ; 0
                    floor(x) + y                  ; .5 ; 0 ; 0 ; 1
                    x                             ; 3  ; 0 ; 1 ; 0
                    7                             ; 3  ; 0 ; 0 ; 0
                    x^0 + x^1                     ; 3  ; 0 ; 1 ; 0
                    """)
    @DisplayName("kinks take the promised side, and the branch not taken does no harm")
    void kinks(String formula, double x, double y, double byX, double byY) throws FormulaException {
        assertThat(gradient(formula, x, y)).containsExactly(byX, byY);
        double[] product = {9, 9};
        function(formula).hessianTimes(new double[] {x, y}, new double[] {1, 1}, product);
        assertThat(product[0]).isFinite();
        assertThat(product[1]).isFinite();
    }

    @ParameterizedTest(name = "{0} at ({1}, {2}): {3} of {4}")
    @CsvSource(delimiter = ';', textBlock = """
                    log(x) + sqrt(y)       ; -0.3 ; -1 ; log   ; -0.3
                    log(x)                 ; 0    ; 0  ; log   ; 0
                    log10(x)               ; -2   ; 0  ; log10 ; -2
                    log1p(x)               ; -1   ; 0  ; log1p ; -1
                    sqrt(y)                ; 0    ; -4 ; sqrt  ; -4
                    1/(x - y)              ; 2    ; 2  ; /     ; 0
                    x^0.5                  ; -2   ; 0  ; ^     ; -2
                    x^-2                   ; 0    ; 0  ; ^     ; 0
                    x^y                    ; 0    ; -1 ; ^     ; 0
                    asin(x)                ; 1.5  ; 0  ; asin  ; 1.5
                    acos(x)                ; -1.5 ; 0  ; acos  ; -1.5
                    1/0 + x                ; 0    ; 0  ; /     ; 0
                    if(x > 0, 1, log(x))   ; -1   ; 0  ; log   ; -1
                    """)
    @DisplayName("the first operation outside its domain is named")
    void faults(String formula, double x, double y, String operation, double argument) throws FormulaException {
        assertThat(function(formula).fault(new double[] {x, y})).contains(new Fault(operation, argument));
    }

    @Test
    @DisplayName("no fault inside the domain, nor in the branch not taken")
    void noFault() throws FormulaException {
        double[] point = {-8, 0};
        for (String formula : List.of(
                "if(x > 0, log(x), 1)",
                "x^3",
                "x^-3",
                "sqrt(y)",
                "x^(y + 2)",
                "if(y == 0, 1, sin(y)/y)",
                "asin(y + 1)")) {
            assertThat(function(formula).fault(point)).as(formula).isEmpty();
        }
    }

    @Test
    @DisplayName("large arguments do not overflow in sigmoid and softplus")
    void stable() {
        assertThat(StrictFunctions.softplus(1000)).isEqualTo(1000);
        assertThat(StrictFunctions.softplus(-1000)).isZero();
        assertThat(StrictFunctions.sigmoid(1000)).isEqualTo(1);
        assertThat(StrictFunctions.sigmoid(-1000)).isZero();
        assertThat(StrictFunctions.softplus(Double.NaN)).isNaN();
    }

    @Test
    @DisplayName("Hessian times direction agrees with differences of gradients on random smooth formulas")
    void hessian() {
        int compared = 0;
        for (long seed = 0; seed < 1_500; seed++) {
            RandomExpressions random = new RandomExpressions(seed, true);
            Interpreter function = new Interpreter(random.next(4), RandomExpressions.NAMES, 2);
            double[] point = random.point(1.2);
            double[] direction = {0.6, -0.8};
            double[] product = new double[2];
            function.hessianTimes(point, direction, product);
            double[] wide = difference(function, point, direction, 1e-5);
            double[] narrow = difference(function, point, direction, 5e-6);
            for (int i = 0; i < 2; i++) {
                double scale = Math.max(1, Math.abs(product[i]));
                if (Math.abs(wide[i] - narrow[i]) < 1e-6 * scale) {
                    compared++;
                    assertThat(product[i]).as("seed %d", seed).isCloseTo(narrow[i], within(1e-4 * scale));
                }
            }
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    private static double[] difference(Interpreter function, double[] point, double[] direction, double h) {
        double[] left = point.clone();
        double[] right = point.clone();
        for (int i = 0; i < 2; i++) {
            left[i] -= h * direction[i];
            right[i] += h * direction[i];
        }
        double[] before = new double[2];
        double[] after = new double[2];
        function.gradient(left, before);
        function.gradient(right, after);
        return new double[] {(after[0] - before[0]) / (2 * h), (after[1] - before[1]) / (2 * h)};
    }

    @Test
    @DisplayName("a twin and a second evaluation give the same bits")
    void repeats() {
        for (long seed = 0; seed < 300; seed++) {
            RandomExpressions random = new RandomExpressions(seed, false);
            Interpreter function = new Interpreter(random.next(4), RandomExpressions.NAMES, 2);
            ScalarFunction twin = function.twin();
            double[] point = random.point(3);
            double[] first = new double[2];
            double[] second = new double[2];
            function.gradient(random.point(5), first);
            double value = function.gradient(point, first);
            assertThat(Double.doubleToLongBits(twin.gradient(point, second))).isEqualTo(Double.doubleToLongBits(value));
            assertThat(Double.doubleToLongBits(twin.value(point))).isEqualTo(Double.doubleToLongBits(value));
            assertThat(second).containsExactly(first);
        }
    }

    @Test
    @DisplayName("a name without a slot is refused")
    void unknownSlot() {
        assertThatThrownBy(() -> new Interpreter(new Expr.Name("z"), List.of("x"), 1))
                .hasMessage("no slot for the name 'z'");
    }
}
