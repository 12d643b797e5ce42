package fallline.objective.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.compile.CompiledFormula;
import fallline.expr.parse.Parser;
import fallline.expr.print.TextPrinter;
import fallline.objective.DomainFault;
import fallline.objective.Goal;
import fallline.objective.Optimum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaObjectiveTest {
    private static FormulaObjective objective(
            String formula, List<String> variables, Map<String, Double> parameters, Goal goal) throws FormulaException {
        List<String> names = new ArrayList<>(variables);
        names.addAll(parameters.keySet());
        return new FormulaObjective(Parser.parse(formula, new Scope(names)), variables, parameters, goal);
    }

    private static FormulaObjective plane(String formula, Goal goal) throws FormulaException {
        return objective(formula, List.of("x", "y"), Map.of(), goal);
    }

    @Test
    @DisplayName("w² from 20 by gradient descent at 0.1 gives the known iterates to the last bit")
    void descends() throws FormulaException {
        FormulaObjective square = objective("w^2", List.of("w"), Map.of(), Goal.MINIMISE);
        double[] w = {20};
        double[] gradient = new double[1];
        double[] expected = {16.0, 12.8, 10.24, 8.192, 6.5536, 5.24288, 4.194304000000001};
        for (double next : expected) {
            square.gradient(w, gradient);
            w[0] -= 0.1 * gradient[0];
            assertThat(w[0]).isEqualTo(next);
        }
    }

    @Test
    @DisplayName("parameters are held, whatever their order, and do not count as dimensions")
    void parameters() throws FormulaException {
        FormulaObjective rosenbrock =
                objective("(a-x)^2+b*(y-x^2)^2", List.of("x", "y"), Map.of("b", 100.0, "a", 1.0), Goal.MINIMISE);
        assertThat(rosenbrock.dimension()).isEqualTo(2);
        assertThat(rosenbrock.parameterNames()).containsExactly("x", "y");
        double[] gradient = new double[2];
        assertThat(rosenbrock.gradient(new double[] {-1.2, 1}, gradient)).isCloseTo(24.2, within(1e-12));
        assertThat(gradient[0]).isCloseTo(-215.6, within(1e-12));
        assertThat(gradient[1]).isCloseTo(-88, within(1e-12));
        double[] product = new double[2];
        rosenbrock.hessianTimes(new double[] {-1.2, 1}, new double[] {1, 0}, product);
        assertThat(product[0]).isCloseTo(1330, within(1e-9));
        assertThat(product[1]).isCloseTo(480, within(1e-9));
        assertThat(rosenbrock.partialDerivatives().stream().map(TextPrinter::print))
                .containsExactly("-2 (a - x) - 4 b x (y - x^2)", "2 b (y - x^2)");
        assertThat(rosenbrock.optimum()).isEmpty();
    }

    @Test
    @DisplayName("a quadratic knows its minimum in closed form")
    void closedForm() throws FormulaException {
        // Booth's function: minimum 0 at (1, 3).
        Optimum booth =
                plane("(x+2y-7)^2 + (2x+y-5)^2", Goal.MINIMISE).optimum().orElseThrow();
        assertThat(booth.point()).containsExactly(new double[] {1, 3}, within(1e-14));
        assertThat(booth.value()).isCloseTo(0, within(1e-25));
        assertThat(booth.source()).isEqualTo("quadratic");
        // 3 − (x − a)² is largest at a.
        Optimum hill = objective("3 - (x-a)^2", List.of("x"), Map.of("a", 0.25), Goal.MAXIMISE)
                .optimum()
                .orElseThrow();
        assertThat(hill.point()).containsExactly(0.25);
        assertThat(hill.value()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2 - y^2",
                "x^2",
                "x + y",
                "7",
                "x^4 + y^2",
                "-x^2 - y^2",
                "x^2/0 + y^2",
                "(x + y)^2",
                "abs(x - 1) + x^2 + y^2",
                "x^2 - abs(x) + y^2",
                "max(x, 1) + x^2 + y^2",
                "x^2 + y^2 + floor(x)"
            })
    @DisplayName("nothing is claimed where there is no single closed-form minimum")
    void noClosedForm(String formula) throws FormulaException {
        assertThat(plane(formula, Goal.MINIMISE).optimum()).isEmpty();
    }

    @Test
    @DisplayName("maximising changes the goal, not the numbers")
    void maximise() throws FormulaException {
        FormulaObjective hill = plane("-x^2 - y^2", Goal.MAXIMISE);
        assertThat(hill.goal()).isEqualTo(Goal.MAXIMISE);
        assertThat(hill.value(new double[] {1, 2})).isEqualTo(-5);
        assertThat(hill.optimum().orElseThrow().point()).containsExactly(0, 0);
    }

    @Test
    @DisplayName("says which operation left its domain")
    void faults() throws FormulaException {
        FormulaObjective barrier = plane("x^2 - log(1 - x) + 0 y", Goal.MINIMISE);
        assertThat(barrier.domainFault(new double[] {2, 0})).contains(new DomainFault("log", -1));
        assertThat(barrier.domainFault(new double[] {0.5, 0})).isEmpty();
    }

    @Test
    @DisplayName("a twin has scratch of its own and the same bits")
    void twins() throws FormulaException {
        FormulaObjective original = plane("sin(x) exp(y) + x^y", Goal.MINIMISE);
        FormulaObjective twin = original.twin();
        double value = original.value(new double[] {1.5, 2.5});
        assertThat(twin.value(new double[] {7, 8})).isNotEqualTo(value);
        assertThat(twin.value(new double[] {1.5, 2.5})).isEqualTo(value);
        assertThat(twin.partialDerivatives()).isSameAs(original.partialDerivatives());
    }

    @Test
    @DisplayName("evaluated often it is compiled, and no bit changes")
    void compiles() throws FormulaException {
        FormulaObjective original = plane("sin(x) exp(y) + x^y - 3 log(x)/y", Goal.MINIMISE);
        assertThat(original.form()).isEqualTo(CompiledFormula.Form.ONE_METHOD);
        double[] first = new double[2];
        double[] last = new double[2];
        double value = original.gradient(new double[] {1.5, 2.5}, first);
        for (int i = 0; i < 300; i++) {
            assertThat(original.gradient(new double[] {1.5, 2.5}, last)).isEqualTo(value);
        }
        assertThat(last).containsExactly(first);
        assertThat(original.twin().value(new double[] {1.5, 2.5})).isEqualTo(value);
    }

    @Test
    @DisplayName("other parameters give another objective, and leave the first as it is")
    void otherParameters() throws FormulaException {
        FormulaObjective one = objective("(a-x)^2 + b", List.of("x"), Map.of("a", 1.0, "b", 2.0), Goal.MINIMISE);
        assertThat(one.optimum().orElseThrow().point()).containsExactly(1);
        FormulaObjective other = one.withParameters(Map.of("a", 3.0));
        assertThat(other.optimum().orElseThrow().point()).containsExactly(3);
        assertThat(other.value(new double[] {1})).isEqualTo(6);
        assertThat(one.value(new double[] {1})).isEqualTo(2);
        assertThat(one.optimum().orElseThrow().point()).containsExactly(1);
        assertThatThrownBy(() -> one.withParameters(Map.of("x", 3.0)))
                .hasMessage("'x' is no parameter of this formula");
        assertThatThrownBy(() -> one.withParameters(Map.of("c", 3.0)))
                .hasMessage("'c' is no parameter of this formula");
    }

    @Test
    @DisplayName("a name that is neither variable nor parameter is refused")
    void unknown() throws FormulaException {
        var formula = Parser.parse("x + c", Scope.of("x", "c"));
        assertThatThrownBy(() -> new FormulaObjective(formula, List.of("x"), Map.of(), Goal.MINIMISE))
                .hasMessage("no slot for the name 'c'");
        assertThatThrownBy(() -> new FormulaObjective(formula, List.of(), Map.of(), Goal.MINIMISE))
                .hasMessage("a formula needs at least one variable");
    }
}
