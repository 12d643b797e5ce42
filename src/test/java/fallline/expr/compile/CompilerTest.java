package fallline.expr.compile;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Interner;
import fallline.expr.RandomExpressions;
import fallline.expr.Scope;
import fallline.expr.eval.Fault;
import fallline.expr.eval.Interpreter;
import fallline.expr.eval.Op;
import fallline.expr.eval.Program;
import fallline.expr.eval.ScalarFunction;
import fallline.expr.parse.Parser;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerTest {
    private static final int FORMULAS = 10_000;

    private static boolean sameBits(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    /// Compares value and gradient; the gradient arrays begin with different rubbish.
    private static void assertSame(String what, ScalarFunction compiled, ScalarFunction reference, double[] point) {
        double[] expected = {1, 2};
        double[] actual = {3, 4};
        double value = reference.gradient(point, expected);
        assertThat(sameBits(compiled.value(point), value))
                .as("value of %s", what)
                .isTrue();
        assertThat(sameBits(compiled.gradient(point, actual), value)).as(what).isTrue();
        for (int i = 0; i < 2; i++) {
            assertThat(sameBits(actual[i], expected[i]))
                    .as("derivative %d of %s: %s, interpreted %s", i, what, actual[i], expected[i])
                    .isTrue();
        }
    }

    @Test
    @DisplayName(
            "10,000 random formulas give the interpreter's bits, four fifths of them finite, every operation reached")
    void random() {
        Set<Op> reached = EnumSet.noneOf(Op.class);
        int finite = 0;
        for (long seed = 0; seed < FORMULAS; seed++) {
            RandomExpressions random = new RandomExpressions(seed, false);
            Expr formula = random.next(4);
            Program program = Program.of(formula, RandomExpressions.NAMES, 2);
            reached.addAll(List.of(program.ops));
            Interpreter reference = new Interpreter(program);
            CompiledFormula compiled = Compiler.compile(formula, RandomExpressions.NAMES, 2);
            assertThat(compiled.form()).isEqualTo(CompiledFormula.Form.ONE_METHOD);
            double[] point = random.point(2);
            double[] gradient = new double[2];
            double value = reference.gradient(point, gradient);
            if (Double.isFinite(value) && Double.isFinite(gradient[0]) && Double.isFinite(gradient[1])) {
                finite++;
            }
            String what = "seed " + seed;
            assertSame(what, compiled, reference, point);
            assertSame(what + " at a whole point", compiled, reference, new double[] {Math.rint(point[0]), 0, 1});
        }
        assertThat(reached).containsExactlyInAnyOrder(Op.values());
        assertThat(finite).isGreaterThan(FORMULAS * 8 / 10);
    }

    @Test
    @DisplayName("code split into many methods gives the same bits too")
    void split() {
        for (long seed = 0; seed < 500; seed++) {
            RandomExpressions random = new RandomExpressions(seed, false);
            Expr formula = random.next(6);
            Program program = Program.of(formula, RandomExpressions.NAMES, 2);
            Optional<CompiledFormula> split = Compiler.compileSplit(program);
            assertThat(split).isPresent();
            assertSame("seed " + seed, split.get(), new Interpreter(program), random.point(2));
            assertSame("seed " + seed, split.get().twin(), new Interpreter(program), random.point(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a", "7", "1/0", "y^0", "x^-64 + y^63", "if(x, y, a)", "min(x, x)", "a^2 + 3"})
    @DisplayName("the smallest formulas compile")
    void small(String text) throws FormulaException {
        Expr formula = Parser.parse(text, new Scope(RandomExpressions.NAMES));
        ScalarFunction reference = new Interpreter(formula, RandomExpressions.NAMES, 2);
        ScalarFunction compiled = Compiler.compile(formula, RandomExpressions.NAMES, 2);
        for (double x : new double[] {0, -0.0, 1.5, -2, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertSame(text, compiled, reference, new double[] {x, 1.1, 0.7});
        }
    }

    @Test
    @DisplayName("no generated method reaches HotSpot's limit, and what is too large says so")
    void sizes() throws FormulaException {
        Scope scope = new Scope(RandomExpressions.NAMES);
        record Case(String formula, CompiledFormula.Form form) {}
        List<Case> cases = List.of(
                new Case("x" + "+x y".repeat(100), CompiledFormula.Form.ONE_METHOD),
                new Case("x^2" + "+y".repeat(1_000), CompiledFormula.Form.SPLIT),
                new Case("sin(".repeat(500) + "x y" + ")".repeat(500), CompiledFormula.Form.SPLIT),
                new Case("(".repeat(499) + "x y" + "^63-a)".repeat(499), CompiledFormula.Form.SPLIT),
                new Case("x" + "/(x+1)".repeat(500), CompiledFormula.Form.SPLIT),
                new Case("x" + "+x^y".repeat(4_500), CompiledFormula.Form.INTERPRETED));
        for (Case large : cases) {
            String what = large.formula.substring(0, 12);
            Expr formula = Parser.parse(large.formula, scope);
            Program program = Program.of(formula, RandomExpressions.NAMES, 2);
            CompiledFormula compiled = Compiler.compile(formula, RandomExpressions.NAMES, 2);
            assertThat(compiled.form()).as(what).isEqualTo(large.form);
            assertSame(what, compiled, new Interpreter(program), new double[] {0.9, 1.01, 0.001});
            new Compiler(program).whole().ifPresent(bytes -> assertThat(HiddenClass.largestMethod(bytes))
                    .isLessThan(8_000));
            new Compiler(program).split().ifPresent(bytes -> assertThat(HiddenClass.largestMethod(bytes))
                    .isLessThan(8_000));
        }
    }

    @Test
    @DisplayName("the costliest operations fit into a split method")
    void costliest() {
        for (Op op : Op.values()) {
            Program program = Program.of(costly(op), RandomExpressions.NAMES, 2);
            byte[] bytes = new Compiler(program).split().orElseThrow();
            assertThat(HiddenClass.largestMethod(bytes)).as(op.name()).isLessThan(8_000);
        }
    }

    @Test
    @DisplayName("a small formula of the costliest operations fits into one method")
    void small() {
        for (Op op : Op.values()) {
            Program program = Program.of(costly(op, Compiler.SMALL), RandomExpressions.NAMES, 2);
            assertThat(program.instructions()).isGreaterThanOrEqualTo(Compiler.SMALL);
            assertThat(new Compiler(program).whole()).as(op.name()).isPresent();
        }
    }

    private static Expr costly(Op op) {
        return costly(op, 300);
    }

    /// So many instructions of one operation and more.
    private static Expr costly(Op op, int count) {
        Interner interner = new Interner();
        Expr node = interner.sum(List.of(interner.name("x"), interner.name("y")));
        for (int i = 0; i < count; i++) {
            Expr other = interner.product(List.of(interner.name("y"), interner.number(i)));
            node = switch (op) {
                case ADD -> interner.sum(List.of(node, other));
                case SUBTRACT -> interner.sum(List.of(node, interner.negate(other)));
                case MULTIPLY -> interner.product(List.of(node, other));
                case DIVIDE -> interner.quotient(other, node);
                case NEGATE -> interner.call(Function.SIN, List.of(interner.negate(node)));
                case WHOLE_POWER -> interner.power(node, interner.number(i % 2 == 0 ? 63 : -63));
                case POWER -> interner.power(node, other);
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                    interner.sum(List.of(node, interner.compare(Comparison.valueOf(op.name()), node, other)));
                case SELECT -> interner.call(Function.IF, List.of(node, interner.negate(node), other));
                case ATAN2, MIN, MAX -> interner.call(Function.valueOf(op.name()), List.of(node, other));
                default -> interner.call(Function.valueOf(op.name()), List.of(node));
            };
        }
        return node;
    }

    @Test
    @DisplayName("Hessian products, faults and twins are the interpreter's")
    void delegates() throws FormulaException {
        Expr formula = Parser.parse("log(x) y^3", Scope.of("x", "y"));
        CompiledFormula compiled = Compiler.compile(formula, List.of("x", "y"), 2);
        double[] product = new double[2];
        compiled.hessianTimes(new double[] {2, 3}, new double[] {0, 1}, product);
        assertThat(product[0]).isEqualTo(27.0 / 2);
        assertThat(compiled.fault(new double[] {-1, 0})).contains(new Fault("log", -1));
        assertThat(compiled.twin().value(new double[] {2, 3})).isEqualTo(StrictMath.log(2) * 27);
        assertThat(compiled.slots()).isEqualTo(2);
        assertThat(compiled.variables()).isEqualTo(2);
    }
}
