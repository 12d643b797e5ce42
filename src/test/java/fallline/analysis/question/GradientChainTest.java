package fallline.analysis.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.data.BuiltInData;
import fallline.data.Dataset;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.kernel.Activation;
import fallline.objective.model.DataModel;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.RowGradients;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// From the rows of a step to the gradient that the rule reads.
@DisplayName("The chain from rows to gradient")
class GradientChainTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Dataset IRIS = BuiltInData.dataset("iris");
    private static final List<String> PETALS = List.of("petal_length_cm", "petal_width_cm");
    private static final ModelOptions PLAIN = ModelOptions.PLAIN;
    private static final ModelOptions RIDGE = PLAIN.withL2(0.3).withStandardise(true);

    /// 150 rows in batches of 64: the last one of an epoch is short.
    private static final Batching SHUFFLED = new Batching.Shuffled(64);

    private static List<Problem.OnData> problems(ModelOptions options) {
        Dataset rings = BuiltInData.dataset("two_rings");
        List<String> x = List.of("x1", "x2");
        return List.of(
                Problems.linear(IRIS, PETALS, "sepal_length_cm", options),
                Problems.linear(
                        IRIS,
                        PETALS,
                        "sepal_length_cm",
                        options.withHalfLoss(true).withDegree(2)),
                Problems.logistic(rings, x, "ring", Optional.empty(), options.withDegree(2)),
                Problems.softmax(IRIS, PETALS, "species", options),
                network(IRIS, PETALS, "sepal_length_cm", options, List.of(5)),
                network(rings, x, "ring", options, List.of(4, 3)),
                network(IRIS, PETALS, "species", options, List.of(6)));
    }

    private static Problem.Network network(
            Dataset data, List<String> features, String target, ModelOptions options, List<Integer> hidden) {
        Design design = new Design(hidden, Activation.TANH, NeuralNetwork.usualLoss(data, target));
        return Problems.network(data, features, target, Optional.empty(), design, options);
    }

    static Stream<Arguments> cases() {
        return Stream.of(PLAIN, RIDGE)
                .flatMap(options -> problems(options).stream())
                .flatMap(problem -> Stream.of(new Batching.Full(), SHUFFLED, new Batching.Shuffled(1))
                        .map(batching -> Arguments.of(problem, batching)));
    }

    private static RunRecipe recipe(String optimizer, Batching batching) {
        return RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(0.01))).withBatching(batching);
    }

    private static Replay replay(Problem.OnData problem, RunRecipe recipe) {
        double[] start = new double[problem.objective().dimension()];
        for (int i = 0; i < start.length; i++) {
            start[i] = Math.sin(i + 1.0) / 2;
        }
        RunTask task =
                new RunTask(problem.objective(), CATALOGUE.find(recipe.optimizer(), Map.of()), recipe, start, 42, 12);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        return new Replay(task, trace);
    }

    @DisplayName("ends with the gradient that the rule reads: the mean of the rows' gradients with the ridge")
    @ParameterizedTest(name = "{index}")
    @MethodSource("cases")
    void mean(Problem.OnData problem, Batching batching) {
        DataModel model = problem.objective();
        RowGradients rows = new RowGradients(model);
        Replay replay = replay(problem, recipe("momentum", batching));
        for (int step : new int[] {0, 1, 2, 11}) {
            replay.moveTo(step);
            int seen = replay.batchRows().length == 0 ? model.rows() : replay.batchRows().length;
            for (int j = 0; j < model.dimension(); j += Math.max(1, model.dimension() / 5)) {
                GradientChain chain = GradientChain.of(replay, model, rows, j, model.rows());
                assertThat(chain.first()).hasSize(seen);
                double size = chain.first().stream()
                                .mapToDouble(line -> Math.abs(line.gradient()))
                                .sum()
                        / seen;
                assertThat(chain.mean() + chain.ridge())
                        .as("parameter %d at step %d", j, step)
                        .isCloseTo(chain.gradient(), within(1e-12 * (size + Math.abs(chain.ridge())) + 1e-300));
            }
        }
    }

    @DisplayName("has the rows of the step's own batch, the short one at an epoch's end too")
    @Test
    void batches() {
        Problem.OnData problem = Problems.linear(IRIS, PETALS, "sepal_length_cm", PLAIN);
        Replay replay = replay(problem, recipe("gd", SHUFFLED));
        RowGradients rows = new RowGradients(problem.objective());
        int[] sizes = {64, 64, 22, 64, 64, 22};
        boolean[] seen = new boolean[150];
        for (int step = 0; step < sizes.length; step++) {
            replay.moveTo(step);
            GradientChain chain = GradientChain.of(replay, problem.objective(), rows, 1, 200);
            assertThat(chain.rows()).isEqualTo(sizes[step]);
            assertThat(chain.first().stream().mapToInt(GradientChain.Line::row))
                    .containsExactly(Arrays.stream(replay.batchRows()).boxed().toArray(Integer[]::new));
            if (step < 3) {
                chain.first().forEach(line -> seen[line.row()] = true);
            }
        }
        assertThat(seen).doesNotContain(false);
    }

    @DisplayName("is the gradient that gradient descent takes its step with")
    @ParameterizedTest(name = "{index}")
    @MethodSource("cases")
    void step(Problem.OnData problem, Batching batching) {
        Replay replay = replay(problem, recipe("gd", batching));
        replay.moveTo(4);
        double[] before = replay.theta();
        double[] gradient = replay.stepGradient();
        replay.moveTo(5);
        double[] after = replay.theta();
        for (int j = 0; j < before.length; j++) {
            assertThat(after[j])
                    .isCloseTo(before[j] - 0.01 * gradient[j], within(1e-15 * Math.max(1, Math.abs(before[j]))));
        }
    }

    @DisplayName("is taken where the rule is, also where the run shows the mean of its points")
    @Test
    void averaged() {
        Problem.OnData problem = Problems.linear(IRIS, PETALS, "sepal_length_cm", PLAIN);
        Replay replay = replay(problem, recipe("gd", SHUFFLED).withModifiers(Modifiers.NONE.withAverage(true)));
        replay.moveTo(5);
        double[] rule = replay.ruleTheta();
        assertThat(rule).isNotEqualTo(replay.theta());
        double[] gradient = new double[rule.length];
        problem.objective().gradient(rule, replay.batchRows(), 0, replay.batchRows().length, gradient);
        assertThat(replay.stepGradient()).isEqualTo(gradient);
    }

    @DisplayName("says of one row by hand: 2 · (b + w · x − y) · x, and 2 · (b + w · x − y) for the intercept")
    @Test
    void byHand() {
        Problem.OnData problem = Problems.linear(IRIS, PETALS.subList(0, 1), "petal_width_cm", PLAIN);
        Replay replay = replay(problem, recipe("gd", new Batching.Full()));
        double[] theta = replay.theta();
        RowGradients rows = new RowGradients(problem.objective());
        double x = IRIS.numbers("petal_length_cm")[7];
        double y = IRIS.numbers("petal_width_cm")[7];
        double predicted = theta[0] + theta[1] * x;
        for (int j = 0; j < 2; j++) {
            GradientChain.Line line = GradientChain.of(replay, problem.objective(), rows, j, 12)
                    .first()
                    .get(7);
            assertThat(line.prediction()).isCloseTo(predicted, within(1e-15));
            assertThat(line.target()).isEqualTo(y);
            assertThat(line.residual()).isCloseTo(predicted - y, within(1e-15));
            assertThat(line.gradient()).isCloseTo(2 * (predicted - y) * (j == 0 ? 1 : x), within(1e-14));
        }
    }

    @DisplayName("sums up the rows that are not shown, however many are shown")
    @Test
    void rest() {
        Problem.OnData problem = Problems.linear(IRIS, PETALS, "sepal_length_cm", RIDGE);
        Replay replay = replay(problem, recipe("gd", new Batching.Full()));
        RowGradients rows = new RowGradients(problem.objective());
        GradientChain all = GradientChain.of(replay, problem.objective(), rows, 1, 150);
        GradientChain some = GradientChain.of(replay, problem.objective(), rows, 1, 12);
        for (int shown = 0; shown <= 12; shown++) {
            assertThat(some.restAfter(shown)).isCloseTo(all.restAfter(shown), within(1e-11));
        }
        assertThat(some.mean()).isCloseTo(all.mean(), within(1e-12));
    }
}
