package fallline.expr.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.RandomExpressions;
import fallline.expr.Scope;
import fallline.expr.compile.LoopCompiler.Statement;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoopCompilerTest {
    private static final List<String> SCALARS = List.of("lr", "beta1", "beta2", "eps", "p1", "p2", "k");
    private static final List<String> VECTORS = List.of("theta", "g", "m", "v");
    private static final int LENGTH = 37;

    private static List<Statement> statements(String... lines) throws FormulaException {
        List<Statement> statements = new ArrayList<>();
        Scope scope = new Scope(SCALARS).with(VECTORS);
        for (String line : lines) {
            int equals = line.indexOf(":=");
            String target = line.substring(0, equals).strip();
            statements.add(new Statement(target, Parser.parse(line.substring(equals + 2), scope)));
            if (!scope.contains(target)) {
                scope = scope.with(List.of(target));
            }
        }
        return statements;
    }

    @Test
    @DisplayName("Adam's lines do what the same lines in Java do, to the bit, on parts of one array")
    void adam() throws FormulaException {
        VectorLoop loop = LoopCompiler.compile(
                        SCALARS,
                        VECTORS,
                        statements(
                                "m := beta1*m + (1 - beta1)*g",
                                "v := beta2*v + (1 - beta2)*g^2",
                                "k := k + 1",
                                "mhat := m/(1 - p1)",
                                "vhat := v/(1 - p2)",
                                "unused := sin(g)",
                                "g := 0 g",
                                "theta := theta - lr*mhat/(sqrt(vhat) + eps)"),
                        Set.of("theta", "m", "v"))
                .orElseThrow();
        SplittableRandom random = new SplittableRandom(3);
        double[] theta = random.doubles(LENGTH).toArray();
        double[] g = random.doubles(LENGTH, -1, 1).toArray();
        double[] state = random.doubles(2 * LENGTH + 1).toArray();
        double[] oldTheta = theta.clone();
        double[] oldG = g.clone();
        double[] oldState = state.clone();
        double[] scalars = {0.1, 0.9, 0.999, 1e-8, 0.81, 0.998, 4};
        loop.run(LENGTH, scalars, new double[][] {theta, g, state, state}, new int[] {0, 0, 1, 1 + LENGTH});
        for (int i = 0; i < LENGTH; i++) {
            double m = 0.9 * oldState[1 + i] + (1 - 0.9) * oldG[i];
            double v = 0.999 * oldState[1 + LENGTH + i] + (1 - 0.999) * (oldG[i] * oldG[i]);
            double expected = oldTheta[i] - 0.1 * (m / (1 - 0.81)) / (Math.sqrt(v / (1 - 0.998)) + 1e-8);
            assertThat(state[1 + i]).isEqualTo(m);
            assertThat(state[1 + LENGTH + i]).isEqualTo(v);
            assertThat(theta[i]).isEqualTo(expected);
        }
        assertThat(g).as("not stored").containsExactly(oldG);
        assertThat(state[0]).isEqualTo(oldState[0]);
        assertThat(scalars).containsExactly(0.1, 0.9, 0.999, 1e-8, 0.81, 0.998, 5);
    }

    @Test
    @DisplayName("10,000 random lines give the interpreter's bits for every index")
    void random() {
        for (long seed = 0; seed < 2_500; seed++) {
            RandomExpressions expressions = new RandomExpressions(seed, false);
            List<String> targets = List.of("x", "z", "y", "x");
            List<Expr> values = new ArrayList<>();
            targets.forEach(_ -> values.add(expressions.next(3)));
            List<Statement> lines = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                lines.add(new Statement(targets.get(i), values.get(i)));
            }
            VectorLoop loop = LoopCompiler.compile(List.of("a"), List.of("x", "y"), lines, Set.of("x", "y"))
                    .orElseThrow();
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = random.doubles(8, -2, 2).toArray();
            double[] y = random.doubles(8, -2, 2).toArray();
            double[][] expected = new double[8][];
            for (int i = 0; i < 8; i++) {
                expected[i] = new double[] {x[i], y[i], 0.7};
                for (int line = 0; line < lines.size(); line++) {
                    double value = new Interpreter(values.get(line), RandomExpressions.NAMES, 0).value(expected[i]);
                    int slot = RandomExpressions.NAMES.indexOf(targets.get(line));
                    if (slot >= 0) {
                        expected[i][slot] = value;
                    }
                }
            }
            loop.run(8, new double[] {0.7}, new double[][] {x, y}, new int[] {0, 0});
            for (int i = 0; i < 8; i++) {
                assertThat(Double.doubleToLongBits(x[i]))
                        .as("seed %d", seed)
                        .isEqualTo(Double.doubleToLongBits(expected[i][0]));
                assertThat(Double.doubleToLongBits(y[i]))
                        .as("seed %d", seed)
                        .isEqualTo(Double.doubleToLongBits(expected[i][1]));
            }
        }
    }

    @Test
    @DisplayName("a scalar cannot become a vector, and every name must be known")
    void refused() {
        assertThatThrownBy(() -> LoopCompiler.compile(SCALARS, VECTORS, statements("k := g"), Set.of()))
                .hasMessage("'k' is one number, but its line gives one for every index");
        assertThatThrownBy(() -> LoopCompiler.compile(
                        List.of(), List.of("x"), List.of(new Statement("x", new Expr.Name("q"))), Set.of("x")))
                .hasMessage("no value for the name 'q'");
        assertThatThrownBy(() -> LoopCompiler.compile(List.of("x"), List.of("x"), List.of(), Set.of()))
                .hasMessageContaining("declared twice");
    }

    @Test
    @DisplayName("lines that are too large for HotSpot are left to the interpreter")
    void large() throws FormulaException {
        List<Statement> lines = statements("theta := theta" + "+sin(theta) g".repeat(300) + "-v^63/g^62".repeat(200));
        assertThat(LoopCompiler.compile(SCALARS, VECTORS, lines, Set.of("theta")))
                .isPresent();
        List<Statement> larger = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            larger.addAll(statements("theta := sin(theta)^63 + g"));
        }
        assertThat(LoopCompiler.compile(SCALARS, VECTORS, larger, Set.of("theta")))
                .isEmpty();
    }
}
