package fallline.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.Generator;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sharpness along a run")
class SharpnessTest {
    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    private record Recorded(RunTask task, Trace trace, SharpnessCurve curve) {
        double ratio(int point) {
            return curve.largest(0, point) / curve.limit(point);
        }

        double mean(int from, int to) {
            return IntStream.range(from, to).mapToDouble(this::ratio).average().orElseThrow();
        }

        Optional<EdgeOfStability> edge() {
            return EdgeOfStability.of(task, trace, curve);
        }
    }

    private static Recorded run(
            Objective objective, double[] start, String id, int steps, Map<String, Double> settings) {
        Map<String, HyperValue> values = new HashMap<>();
        settings.forEach((name, value) -> values.put(name, HyperValue.of(value)));
        RunTask task = new RunTask(objective, CATALOGUE.find(id, Map.of()), RunRecipe.of(id, values), start, 1, steps);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        return new Recorded(task, trace, new SharpnessReader(task, trace).all(() -> false));
    }

    /// A small tanh network on a sine wave, squared errors, all rows.
    private static Recorded network(String id, double rate, int steps) {
        var design = new NeuralNetwork.Design(List.of(6), Activation.TANH, NeuralNetwork.Loss.MSE);
        Objective network = Problems.network(
                        Generator.SINE.generate(40, 0.05, 2),
                        List.of("x"),
                        "y",
                        Optional.empty(),
                        design,
                        new ModelOptions(false, 1, 0, true))
                .objective();
        double[] start =
                new SplittableRandom(3).doubles(network.dimension(), -1, 1).toArray();
        return run(network, start, id, steps, Map.of("lr", rate));
    }

    private static Objective formula(String text, Goal goal, String... variables) throws FormulaException {
        return Problems.formula(text, List.of(variables), Map.of(), goal).objective();
    }

    @Test
    @DisplayName("of full-batch gradient descent on a network rises to 2/α and stays there: the edge of stability")
    void edge() {
        Recorded run = network("gd", 0.3, 3_000);
        SharpnessCurve curve = run.curve();
        assertThat(curve.isWhole()).isTrue();
        assertThat(curve.limit(0)).isCloseTo(2 / 0.3, within(1e-9));
        int points = curve.points();
        assertThat(IntStream.range(0, points / 4).mapToDouble(run::ratio).min().orElseThrow())
                .as("before it is at the edge")
                .isLessThan(0.85);
        assertThat(run.mean(points / 2, points)).as("the second half").isBetween(0.95, 1.05);
        assertThat(run.edge().orElseThrow().toTheEnd()).isTrue();
        assertThat(run.edge().orElseThrow().words()).startsWith("edge of stability since step ");
        assertThat(run.trace().loss(3_000)).isLessThan(run.trace().loss(1_500));
    }

    @Test
    @DisplayName("of a smaller rate stays below the edge, and nothing is claimed")
    void below() {
        Recorded run = network("gd", 0.1, 1_000);
        assertThat(run.mean(0, run.curve().points())).isLessThan(0.6);
        assertThat(run.edge()).isEmpty();
    }

    @Test
    @DisplayName("of RMSProp, divided by its √v, comes to the same edge 2/α")
    void adaptive() {
        Recorded run = network("rmsprop", 0.005, 2_500);
        assertThat(run.curve().isPreconditioned()).isTrue();
        int points = run.curve().points();
        assertThat(run.curve().limit(points / 2)).isCloseTo(2 / 0.005, within(1e-6));
        assertThat(run.mean(points / 2, points)).isBetween(0.9, 1.1);
        assertThat(run.edge()).isPresent();
    }

    @Test
    @DisplayName("of a bowl is the same everywhere, also close to its limit, which is no edge")
    void bowl() throws FormulaException {
        Objective bowl = formula("x^2 + 4*y^2", Goal.MINIMISE, "x", "y");
        Recorded run = run(bowl, new double[] {1, 1}, "gd", 60, Map.of("lr", 0.24));
        for (int i = 0; i < run.curve().points(); i++) {
            assertThat(run.curve().largest(0, i)).isEqualTo(8);
            assertThat(run.curve().largest(1, i)).isEqualTo(2);
            assertThat(run.ratio(i)).isCloseTo(0.96, within(1e-9));
        }
        assertThat(run.edge()).isEmpty();
    }

    @Test
    @DisplayName("counts what the rule adds and what schedules change: decay, momentum")
    void seenByTheRule() throws FormulaException {
        Objective bowl = formula("x^2 + 4*y^2", Goal.MINIMISE, "x", "y");
        Recorded run = run(
                bowl, new double[] {1, 1}, "momentum", 20, Map.of("lr", 0.1, "momentum", 0.5, "weight_decay", 0.25));
        assertThat(run.curve().largest(0, 3)).isCloseTo(8.25, within(1e-12));
        assertThat(run.curve().limit(3)).isCloseTo(2 * 1.5 / 0.1, within(1e-9));
    }

    @Test
    @DisplayName("of a long run is looked at from coarse to fine, and is the same however often it was left off")
    void coarseToFine() throws FormulaException {
        Objective rosenbrock = formula("(1 - x)^2 + 100*(y - x^2)^2", Goal.MINIMISE, "x", "y");
        Recorded run = run(rosenbrock, new double[] {-1, 1}, "gd", 5_000, Map.of("lr", 0.001));
        SharpnessReader reader = new SharpnessReader(run.task(), run.trace());
        SharpnessCurve curve = reader.begin();
        assertThat(curve.points()).isLessThanOrEqualTo(401);
        curve = reader.more(curve, 0, () -> false);
        curve = reader.more(curve, 0, () -> false);
        assertThat(curve.known()).isEqualTo(2);
        assertThat(curve.largest(0, 0)).isNotNaN();
        assertThat(curve.largest(0, curve.points() - 1)).isNotNaN();
        assertThat(curve.largest(0, 1)).isNaN();
        assertThat(reader.more(curve, Long.MAX_VALUE, () -> true).known()).isEqualTo(2);
        while (!curve.isWhole()) {
            curve = reader.more(curve, 1_000_000, () -> false);
        }
        assertThat(curve.step(curve.points() - 1)).isEqualTo(5_000);
        for (int i = 0; i < curve.points(); i++) {
            assertThat(curve.largest(0, i)).isEqualTo(run.curve().largest(0, i));
            assertThat(curve.limit(i)).isEqualTo(run.curve().limit(i));
        }
    }
}
