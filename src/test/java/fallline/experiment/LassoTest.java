package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.data.BuiltInData;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Optimum;
import fallline.objective.kernel.Lasso;
import fallline.objective.model.DataModel;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Stage;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("l1·‖w‖₁ with its proximal step")
class LassoTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    /// Of mean 0 and deviation 1, so that ŵ = soft(mean(x·y), l1)/(1 + l2) for half the squared error.
    private static final double[] X = {-1, 1, -1, 1};

    private static final double[] Y = {1, 5, 2, 4};

    private static Dataset data(double[]... columns) {
        List<Column> all = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            all.add(new Column.NumberColumn(j == columns.length - 1 ? "y" : "x" + (j + 1), columns[j]));
        }
        return new Dataset("data", new DataSource.Columns(), all);
    }

    private static Problem.Linear line(double l2, double l1) {
        return Problems.linear(data(X, Y), List.of("x1"), "y", new ModelOptions(true, 1, l2, l1, false));
    }

    private static RunRecipe gd(double rate) {
        return RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate)));
    }

    private static RunTask task(Problem problem, RunRecipe recipe, int steps) {
        Run run = new Run("run", recipe);
        return RESOLVER.resolve(new Experiment(problem, Start.usual(problem), 0, steps, List.of(run), Map.of()), run);
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    @Test
    @DisplayName("gives the soft-thresholded closed form of one feature, and J* is known")
    void closedForm() {
        double l2 = 0.25;
        double l1 = 0.5;
        Optimum best = line(l2, l1).objective().optimum().orElseThrow();
        double weight = (1.5 - l1) / (1 + l2); // mean(x·y) = (−1 + 5 − 2 + 4)/4
        assertThat(best.point()[0]).isCloseTo(3, within(1e-14));
        assertThat(best.point()[1]).isCloseTo(weight, within(1e-14));
        assertThat(line(l2, 1.6).objective().optimum().orElseThrow().point()[1]).isZero();
    }

    @Test
    @DisplayName("makes every step the rule's on the smooth part, then the soft threshold of rate·l1, to the bit")
    void steps() {
        double rate = 0.3;
        double l1 = 0.4;
        Problem.Linear problem = line(0.1, l1);
        DataModel smooth = problem.objective().smooth();
        Trace trace = trace(task(problem, gd(rate), 20));
        double[] theta = {0, 0};
        double[] gradient = new double[2];
        for (int k = 1; k <= 20; k++) {
            smooth.gradient(theta, gradient);
            theta[0] = theta[0] - rate * gradient[0];
            double before = theta[1] - rate * gradient[1];
            theta[1] = Math.signum(before) * Math.max(Math.abs(before) - rate * l1, 0) + 0.0;
            assertThat(trace.parameter(k, 0)).isEqualTo(theta[0]);
            assertThat(trace.parameter(k, 1)).isEqualTo(theta[1]);
            assertThat(trace.loss(k)).isCloseTo(smooth.value(theta) + l1 * Math.abs(theta[1]), within(1e-14));
        }
    }

    @Test
    @DisplayName("converges with weights that are 0 exactly, and the shortest subgradient goes to 0")
    void converges() {
        Problem.Logistic problem = chips(0.02, 0.02);
        RunTask task = task(problem, gd(1), 1_500);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        replay.moveTo(1_500);
        double[] best = problem.objective().optimum().orElseThrow().point();
        int zeros = 0;
        for (int j = 0; j < best.length; j++) {
            assertThat(replay.theta()[j]).isCloseTo(best[j], within(1e-8));
            assertThat(replay.theta()[j] == 0).isEqualTo(best[j] == 0);
            zeros += best[j] == 0 ? 1 : 0;
        }
        assertThat(zeros).isBetween(15, 26);
        assertThat(trace.gradientNorm(1_500)).isLessThan(1e-9);
        assertThat(Judge.verdict(task, trace)).isInstanceOf(Verdict.Converged.class);
        assertThat(Judge.verdict(task(problem, gd(1), 5), trace(task(problem, gd(1), 5))))
                .isInstanceOf(Verdict.NotThereYet.class);
    }

    private static Problem.Logistic chips(double l2, double l1) {
        return Problems.logistic(
                BuiltInData.dataset("chips"),
                List.of("test_1", "test_2"),
                "passed",
                Optional.empty(),
                new ModelOptions(false, 6, l2, l1, true));
    }

    @Test
    @DisplayName("has its best point where no slope of a weight at 0 is steeper than l1, and others are of size l1")
    void optimality() {
        Random random = new Random(11);
        for (int trial = 0; trial < 60; trial++) {
            int rows = 6 + random.nextInt(30);
            int features = 1 + random.nextInt(8);
            double[][] columns = new double[features + 1][];
            List<String> names = new ArrayList<>();
            for (int j = 0; j <= features; j++) {
                double scale = Math.pow(10, random.nextInt(5) - 2);
                columns[j] = random.doubles(rows, -scale, scale).toArray();
                names.add("x" + (j + 1));
            }
            boolean classes = random.nextBoolean();
            if (classes) {
                for (int i = 0; i < rows; i++) {
                    columns[features][i] = i % 2;
                }
            }
            double l1 = Math.pow(10, -random.nextInt(4)) * (classes ? 0.1 : 1);
            ModelOptions options = new ModelOptions(
                    random.nextBoolean(), 1, random.nextBoolean() ? 0 : 0.01, l1, random.nextBoolean());
            List<String> used = names.subList(0, features);
            Problem.OnData problem = classes
                    ? Problems.logistic(data(columns), used, "y", Optional.empty(), options.withHalfLoss(false))
                    : Problems.linear(data(columns), used, "y", options);
            Optimum best = problem.objective().optimum().orElseThrow();
            double[] slope = new double[features + 1];
            problem.objective().smooth().gradient(best.point(), slope);
            assertThat(slope[0]).isCloseTo(0, within(1e-8));
            for (int j = 1; j <= features; j++) {
                double weight = best.point()[j];
                double allowed = 1e-7 * Math.max(1, l1);
                if (weight == 0) {
                    assertThat(Math.abs(slope[j])).isLessThanOrEqualTo(l1 + allowed);
                } else {
                    assertThat(slope[j]).isCloseTo(-l1 * Math.signum(weight), within(allowed));
                }
            }
            assertThat(problem.objective().value(best.point())).isEqualTo(best.value());
        }
    }

    @Test
    @DisplayName("is said as the last stage of a step, with the number that the step reaches")
    void explained() {
        RunTask task = task(line(0.1, 0.4), gd(0.3), 5);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        replay.moveTo(2);
        List<Stage> stages = replay.explain(1, "\\theta_{1}");
        assertThat(stages.getLast().caption()).isEqualTo("soft threshold (l1)");
        assertThat(stages.getLast().value()).isEqualTo(trace.parameter(3, 1));
        assertThat(replay.explain(0, "\\theta_{0}").getLast().caption()).doesNotContain("l1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton", "lbfgs", "cg", "rprop"})
    @DisplayName("is refused for methods whose step does not follow a rate")
    void refused(String method) {
        assertThatThrownBy(() -> task(line(0, 0.1), RunRecipe.of(method, Map.of()), 5))
                .hasMessageEndingWith(
                        method + " does not go with l1, whose step follows the rate: set l1 to 0, or take gd");
        assertThatThrownBy(() -> task(line(0, 0.1), gd(0.1).withLineSearch(Optional.of(Backtracking.standard())), 5))
                .hasMessageContaining("a line search does not go with l1");
    }

    @Test
    @DisplayName("rests elsewhere with momentum, and the verdict says so")
    void momentum() {
        RunRecipe recipe = RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.2), "momentum", HyperValue.of(0.9)));
        RunTask task = task(line(0, 0.5), recipe, 3_000);
        Verdict verdict = Judge.verdict(task, trace(task));
        assertThat(verdict.word()).isEqualTo("at rest");
        assertThat(verdict.sentence()).contains("l1 cancel each other, which is not where J is least");
    }

    @Test
    @DisplayName("has the same bits over batches whether J is measured at once or behind the path")
    void batches() {
        int rows = 4_000;
        Random random = new Random(2);
        double[] x = random.doubles(rows, -1, 1).toArray();
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            y[i] = 2 * x[i] + random.nextGaussian();
        }
        Problem.Linear problem =
                Problems.linear(data(x, y), List.of("x1"), "y", new ModelOptions(false, 1, 0, 0.2, false));
        Trace behind = trace(task(problem, gd(0.1).withBatching(new Batching.Shuffled(8)), 8_000));
        Trace at = trace(task(problem, gd(0.1).withBatching(new Batching.Shuffled(8)), 100));
        for (int k = 0; k <= 100; k++) {
            assertThat(behind.loss(k)).isEqualTo(at.loss(k));
            assertThat(behind.gradientNorm(k)).isEqualTo(at.gradientNorm(k));
        }
    }

    @Test
    @DisplayName("keeps a parameter that is not a number")
    void notANumber() {
        assertThat(Lasso.shrunk(Double.NaN, 1)).isNaN();
        assertThat(Lasso.shrunk(-0.0, 1)).isEqualTo(0.0);
        assertThat(Lasso.shrunk(-3, 1)).isEqualTo(-2);
    }
}
