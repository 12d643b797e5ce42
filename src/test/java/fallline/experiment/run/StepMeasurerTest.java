package fallline.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.algebra.Norm;
import fallline.data.Generator;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.view.ViewState;
import fallline.objective.Objective;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Workbench;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The full loss of a large mini-batch run")
class StepMeasurerTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();

    private static final Problem MANY = Problems.logistic(
            Generator.MOONS.generate(40_000, 0.2, 3),
            List.of("x1", "x2"),
            "class",
            Optional.empty(),
            ModelOptions.PLAIN);

    private static RunTask task(Problem problem, double lr, int steps, Schedule schedule, double... start) {
        RunRecipe recipe =
                new RunRecipe("gd", Map.of("lr", HyperValue.of(lr)), schedule, new Batching.Shuffled(16), 0, List.of());
        return new RunTask(problem.objective(), CATALOGUE.find("gd", Map.of()), recipe, start, 5, steps);
    }

    private static Trace trace(RunTask task, List<Trace> seen) {
        return TraceRecorder.record(task, () -> false, seen::add);
    }

    /// What stands at step `k` of a trace whose positions are known, worked out anew.
    private static double loss(RunTask task, double[] theta, double[] gradient) {
        Objective objective = task.objective().twin();
        return objective.gradient(theta, gradient);
    }

    private static double[] position(Trace trace, int step) {
        double[] theta = new double[trace.dimension()];
        Arrays.setAll(theta, i -> trace.parameter(step, i));
        return theta;
    }

    @ParameterizedTest
    @DisplayName("is measured at both ends, then the middle, the quarters, …, and at every step once")
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 200, 4097})
    void order(int last) {
        int[] order = CoarseToFine.order(last);
        BitSet all = new BitSet();
        Arrays.stream(order).forEach(all::set);
        assertThat(order).hasSize(last + 1);
        assertThat(all.cardinality()).isEqualTo(last + 1);
        assertThat(order[0]).isZero();
        assertThat(order[Math.min(1, last)]).isEqualTo(last);
        if (last == 8) {
            assertThat(order).containsExactly(0, 8, 4, 2, 6, 1, 3, 5, 7);
        }
        if (last == 200) {
            assertThat(order).startsWith(0, 200, 128, 64, 192, 32, 96, 160);
        }
    }

    @Test
    @DisplayName("has the bits of the loss over all rows at every step, however it was measured")
    void bits() {
        RunTask task = task(MANY, 0.1, 500, Schedule.constant(), 0, 0, 0);
        List<Trace> seen = new ArrayList<>();
        Trace trace = trace(task, seen);

        assertThat(trace.length()).isEqualTo(501);
        assertThat(trace.measuredRows()).isEqualTo(501);
        double[] gradient = new double[3];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 500; k++) {
            double loss = loss(task, position(trace, k), gradient);
            assertThat(trace.loss(k)).isEqualTo(loss);
            assertThat(trace.gradientNorm(k))
                    .isEqualTo(StrictMath.sqrt(
                            gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2]));
            least = Math.min(least, loss);
        }
        assertThat(trace.leastLoss()).isEqualTo(least);
    }

    @Test
    @DisplayName("comes after the path: what is shown on the way knows it at some steps, and says at which")
    void onTheWay() {
        RunTask task = task(MANY, 0.1, 500, Schedule.constant(), 0, 0, 0);
        List<Trace> seen = new ArrayList<>();
        Trace trace = trace(task, seen);

        Trace first =
                seen.stream().filter(some -> some.length() == 501).findFirst().orElseThrow();
        assertThat(first.measuredRows()).isBetween(1, 20);
        int before = 0;
        for (Trace some : seen) {
            assertThat(some.measuredRows()).isGreaterThanOrEqualTo(before);
            before = some.measuredRows();
            for (int k = 0; k < some.length(); k++) {
                if (some.isMeasured(k)) {
                    assertThat(some.loss(k)).isEqualTo(trace.loss(k));
                } else {
                    assertThat(some.loss(k)).isNaN();
                }
            }
            assertThat(some.lastFiniteStep()).isEqualTo(some.lastStep());
        }
    }

    @Test
    @DisplayName("ends the run at its first step that is not finite, though it was measured in another order")
    void end() {
        Problem line = Problems.linear(Generator.LINE.generate(20_000, 0.5, 1), List.of("x"), "y", ModelOptions.PLAIN);
        int rows = line.objective().surveyedRows();
        assertThat(rows).isEqualTo(20_000);
        double[] start = {1e140, 1e140};
        RunTask task = task(line, 0.9, 1500, Schedule.constant(), start);
        Trace trace = trace(task, new ArrayList<>());

        int last = trace.lastStep();
        double[] gradient = new double[2];
        for (int k = 0; k <= last; k++) {
            double[] theta = position(trace, k);
            assertThat(Arrays.stream(theta).allMatch(Double::isFinite)).isTrue();
            double loss = loss(task, theta, gradient);
            assertThat(trace.loss(k)).isEqualTo(loss);
            assertThat(Double.isFinite(loss)).as("step " + k).isEqualTo(k < last);
        }
        assertThat(last).isBetween(1, 1499);
        assertThat(trace.lastFiniteStep()).isEqualTo(last - 1);
        assertThat(trace.measuredRows()).isEqualTo(trace.length());
        assertThat(Judge.verdict(task, trace)).isInstanceOfSatisfying(Verdict.Diverged.class, end -> {
            assertThat(end.step()).isEqualTo(last);
            assertThat(end.lastFinite()).isEqualTo(last - 1);
        });
    }

    @Test
    @DisplayName("is measured by replay where the parameters of the steps are not stored")
    void replayed() {
        Problem network = Problems.network(
                Generator.MOONS.generate(16, 0.2, 3),
                List.of("x1", "x2"),
                "class",
                Optional.empty(),
                new NeuralNetwork.Design(
                        List.of(64, 64), fallline.objective.kernel.Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY),
                ModelOptions.PLAIN);
        double[] start = Start.usual(network).point(network.objective(), 1);
        RunRecipe recipe = new RunRecipe(
                "momentum",
                Map.of("lr", HyperValue.of(0.01)),
                Schedule.constant(),
                new Batching.Shuffled(2),
                0,
                List.of());
        RunTask task = new RunTask(network.objective(), CATALOGUE.find("momentum", Map.of()), recipe, start, 5, 1000);
        Trace trace = trace(task, new ArrayList<>());

        assertThat(trace.hasPositions()).isFalse();
        assertThat(trace.measuredRows()).isEqualTo(1001);
        Replay replay = new Replay(task, trace);
        double[] gradient = new double[start.length];
        for (int k = 0; k <= 1000; k += 37) {
            replay.moveTo(k);
            assertThat(trace.loss(k)).isEqualTo(loss(task, replay.theta(), gradient));
            assertThat(trace.gradientNorm(k)).isEqualTo(Norm.of(gradient));
        }
    }

    @Test
    @DisplayName("is left where it is when the run is cancelled")
    void cancelled() {
        RunTask task = task(MANY, 0.1, 500, Schedule.constant(), 0, 0, 0);
        AtomicBoolean cancelled = new AtomicBoolean();
        Trace trace = TraceRecorder.record(task, cancelled::get, _ -> cancelled.set(true));
        assertThat(trace.measuredRows()).isLessThan(trace.length());
    }

    @Test
    @DisplayName("is measured at once where a schedule watches it, where a step uses it, and where rows are few")
    void atOnce() {
        Schedule plateau = Plateau.standard();
        assertThat(new StepEngine(task(MANY, 0.1, 500, Schedule.constant(), 0, 0, 0)).measuresLater(500))
                .isTrue();
        assertThat(new StepEngine(task(MANY, 0.1, 500, plateau, 0, 0, 0)).measuresLater(500))
                .isFalse();
        assertThat(new StepEngine(task(MANY, 0.1, 100, Schedule.constant(), 0, 0, 0)).measuresLater(100))
                .isFalse();
        RunTask full = new RunTask(
                MANY.objective(),
                CATALOGUE.find("gd", Map.of()),
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))),
                new double[3],
                5,
                500);
        assertThat(new StepEngine(full).measuresLater(500)).isFalse();
        Problem line = Problems.linear(Generator.LINE.generate(100_000, 0.5, 1), List.of("x"), "y", ModelOptions.PLAIN);
        assertThat(new StepEngine(task(line, 0.1, 10_000, Schedule.constant(), 0, 0)).measuresLater(10_000))
                .as("least squares has sufficient statistics")
                .isFalse();
    }

    @Test
    @DisplayName("waits until the paths of all runs are there")
    void afterAllPaths() {
        RunRecipe recipe = new RunRecipe(
                "gd", Map.of("lr", HyperValue.of(0.1)), Schedule.constant(), new Batching.Shuffled(16), 0, List.of());
        Experiment experiment = new Experiment(
                MANY, Start.at(0, 0, 0), 0, 2_000, List.of(new Run("a", recipe), new Run("b", recipe)), Map.of());
        Queue<Runnable> workers = new ArrayDeque<>();
        Workbench bench = new Workbench(
                experiment, ViewState.initial(experiment), new TaskResolver(CATALOGUE), workers::add, Runnable::run);
        workers.remove().run();
        workers.remove().run();
        for (String name : List.of("a", "b")) {
            Trace path = bench.scene().trace(name).orElseThrow();
            assertThat(path.lastStep()).isEqualTo(2_000);
            assertThat(path.isMeasured(1_000)).isFalse();
        }
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
        assertThat(bench.scene().settled()).isTrue();
        assertThat(bench.scene().trace("b").orElseThrow().isMeasured(1_000)).isTrue();
    }
}
