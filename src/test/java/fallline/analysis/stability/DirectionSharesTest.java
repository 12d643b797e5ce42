package fallline.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.BuiltInData;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What each direction still holds")
class DirectionSharesTest {
    private static DirectionShares.Answer answer(Objective objective, double[] start, double rate, int steps) {
        RunTask task = new RunTask(
                objective,
                FileCatalogue.load().find("gd", Map.of()),
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))),
                start,
                1,
                steps);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        return DirectionShares.of(task, trace, () -> false);
    }

    private static DirectionShares found(Objective objective, double[] start, double rate, int steps) {
        return ((DirectionShares.Answer.Found) answer(objective, start, rate, steps)).shares();
    }

    private static Objective formula(String text, Goal goal, String... variables) throws FormulaException {
        return Problems.formula(text, List.of(variables), Map.of(), goal).objective();
    }

    @Test
    @DisplayName("of gradient descent on a bowl is ½ λ c₀² (1 − αλ)²ᵏ, the closed form")
    void closedForm() throws FormulaException {
        // axes turned by 45°: λ = 2 along (1, −1)/√2 and 20 along (1, 1)/√2, the lowest point at (1, −2)
        Objective bowl = formula("½*(u - v - 3)^2 + 5*(u + v + 1)^2", Goal.MINIMISE, "u", "v");
        double rate = 0.03;
        DirectionShares shares = found(bowl, new double[] {4, 3}, rate, 50);
        assertThat(shares.eigenvalues()).hasSize(2);
        assertThat(shares.eigenvalues()[0]).isCloseTo(20, within(1e-12));
        assertThat(shares.eigenvalues()[1]).isCloseTo(2, within(1e-12));
        double across = ((4 - 1) - (3 + 2)) / Math.sqrt(2);
        double along = ((4 - 1) + (3 + 2)) / Math.sqrt(2);
        for (int k = 0; k <= 50; k++) {
            assertThat(shares.left()[0][k])
                    .isCloseTo(0.5 * 20 * along * along * Math.pow(1 - rate * 20, 2 * k), within(1e-10));
            assertThat(shares.left()[1][k])
                    .isCloseTo(0.5 * 2 * across * across * Math.pow(1 - rate * 2, 2 * k), within(1e-10));
        }
        assertThat(shares.rest()).isEmpty();
    }

    @Test
    @DisplayName("of a linear regression adds up to J − J*, its best value by least squares")
    void adds() {
        Objective cars = Problems.linear(
                        BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", new ModelOptions(false, 4, 0, true))
                .objective();
        double best = cars.optimum().orElseThrow().value();
        DirectionShares shares = found(cars, new double[5], 0.05, 300);
        Objective twin = cars.twin();
        assertThat(shares.eigenvalues()).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        double first = 0;
        for (double[] direction : shares.left()) {
            first += direction[0];
        }
        assertThat(first).isCloseTo(twin.value(new double[5]) - best, within(1e-9 * first));
    }

    @Test
    @DisplayName("turns round with the goal, and of directions without curvature nothing is left")
    void goalAndFlat() throws FormulaException {
        Objective hill = formula("3 - (u + v)^2", Goal.MAXIMISE, "u", "v");
        DirectionShares shares = found(hill, new double[] {1, 2}, 0.1, 10);
        assertThat(shares.eigenvalues()).hasSize(1);
        assertThat(shares.left()[0][0]).isCloseTo(9, within(1e-12));
    }

    @Test
    @DisplayName("is not said of other problems, with the reason")
    void others() throws FormulaException {
        Objective rosenbrock = formula("(1 - x)^2 + 100*(y - x^2)^2", Goal.MINIMISE, "x", "y");
        assertThat(answer(rosenbrock, new double[2], 0.001, 3))
                .isEqualTo(new DirectionShares.Answer.None(DirectionShares.NOT_QUADRATIC));
        Objective saddle = formula("x^2 - y^2", Goal.MINIMISE, "x", "y");
        assertThat(answer(saddle, new double[] {1, 1}, 0.1, 3))
                .isEqualTo(new DirectionShares.Answer.None(DirectionShares.NO_BOTTOM));
    }
}
