package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import fallline.data.RandomStream;
import fallline.experiment.run.Checkpoint;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.StepEngine;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Stage;
import fallline.optimizer.catalogue.FileCatalogue;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every optimizer of the catalogue promises, on every kind of problem.
class OptimizerContractTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final int WARM_UP_STEPS = 20_000;
    private static final int MEASURED_STEPS = 2_000;

    record Subject(String name, Objective objective, double[] start, double rate) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Subject> PROBLEMS = List.of(
            new Subject("w2", new Quadratic(Goal.MINIMISE), new double[] {20}, 0.05),
            new Subject("rosenbrock", new Rosenbrock(Goal.MINIMISE), new double[] {-1.5, 2}, 0.0005),
            new Subject("linear regression", GoldenTrajectory.linearRegression(), new double[] {0, 0}, 0.05));

    static Stream<Arguments> table() {
        return CATALOGUE.all().stream()
                .flatMap(optimizer -> PROBLEMS.stream().map(problem -> Arguments.of(optimizer.id(), problem)));
    }

    static Stream<String> optimizers() {
        return CATALOGUE.all().stream().map(Optimizer::id);
    }

    private static boolean hasRate(String id) {
        return CATALOGUE.find(id, Map.of()).hyperparameters().stream()
                .anyMatch(parameter -> parameter.name().equals(Hyperparameter.LEARNING_RATE));
    }

    /// A recipe that moves for a while: one inner iteration a step, the problem's rate where the rule has one.
    private static RunRecipe recipe(String id, double rate) {
        Map<String, HyperValue> values = new HashMap<>();
        if (hasRate(id) && !id.equals("newton")) {
            values.put(Hyperparameter.LEARNING_RATE, HyperValue.of(rate));
        }
        if (id.equals("lbfgs")) {
            values.put("max_iterations", HyperValue.of(1));
            values.put("line_search", new HyperValue.Word("strong-wolfe"));
        }
        return RunRecipe.of(id, values);
    }

    private static RunTask task(String id, Objective objective, RunRecipe recipe, int steps, double[] start) {
        return new RunTask(objective, CATALOGUE.find(id, Map.of()), recipe, start, 1, steps);
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private static void assertSameBits(double found, double expected, int step) {
        assertThat(Double.doubleToLongBits(found)).as("at step %d", step).isEqualTo(Double.doubleToLongBits(expected));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("table")
    @DisplayName("repeats itself from any recorded step")
    void repeats(String id, Subject problem) {
        RunTask task = task(id, problem.objective(), recipe(id, problem.rate()), 700, problem.start());
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        RandomStream random = RandomStream.of(2);
        for (int i = 0; i < 60; i++) {
            int step = random.below(trace.length());
            replay.moveTo(step);
            for (int p = 0; p < trace.dimension(); p++) {
                assertSameBits(replay.theta()[p], trace.parameter(step, p), step);
            }
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("table")
    @DisplayName("allocates nothing in a step")
    void allocatesNothing(String id, Subject problem) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RunTask task = task(id, problem.objective(), recipe(id, problem.rate()), 100, problem.start());
        StepEngine engine = new StepEngine(task);
        Checkpoint start = engine.save();
        run(engine, start, WARM_UP_STEPS);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(engine, start, MEASURED_STEPS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).as("bytes of %d steps", MEASURED_STEPS).isLessThan(MEASURED_STEPS);
    }

    /// Starts again every 25 steps, so that no method comes to rest.
    private static void run(StepEngine engine, Checkpoint start, int steps) {
        for (int k = 0; k < steps; k++) {
            if (k % 25 == 0) {
                engine.restore(start);
            }
            engine.advance();
            engine.measure();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("table")
    @DisplayName("the first step is what its paper says")
    void firstStep(String id, Subject problem) {
        Objective objective = problem.objective();
        double[] start = problem.start();
        double rate = 0.01;
        double[] g = new double[start.length];
        objective.gradient(start, g);
        Map<String, HyperValue> values = new HashMap<>();
        if (hasRate(id)) {
            values.put(Hyperparameter.LEARNING_RATE, HyperValue.of(rate));
        }
        if (id.equals("lbfgs")) {
            values.put("max_iterations", HyperValue.of(1));
        }
        Trace trace = trace(task(id, objective, RunRecipe.of(id, values), 1, start));
        double sizes = Arrays.stream(g).map(Math::abs).sum();
        for (int i = 0; i < start.length; i++) {
            double sign = Math.signum(g[i]);
            double expected =
                    switch (id) {
                        case "gd", "momentum", "radam" -> rate * g[i];
                        case "nesterov" -> rate * (g[i] + 0.9 * g[i]);
                        case "adam", "amsgrad", "adamax", "adagrad", "lion", "rprop" -> rate * sign;
                        case "adamw" -> rate * 0.01 * start[i] + rate * sign;
                        case "rmsprop" -> rate * sign / Math.sqrt(0.01);
                        case "rmsprop-centered" -> rate * sign / Math.sqrt(0.01 - 0.01 * 0.01);
                        case "adadelta" -> rate * Math.sqrt(1e-6 / (0.1 * g[i] * g[i] + 1e-6)) * g[i];
                        case "adabelief" -> rate * sign / 0.9;
                        case "nadam" -> rate * nadam() * sign;
                        case "newton" -> rate * newton(objective, start, g)[i];
                        case "lbfgs" -> rate * g[i] * Math.min(1, 1 / sizes);
                        case "cg" -> trace.rate(1) * g[i];
                        case "asgd" -> rate * g[i] + rate * 1e-4 * start[i];
                        case "yogi" -> rate * 0.1 * g[i] / (Math.sqrt(1e-6 + 0.001 * g[i] * g[i]) + 1e-3);
                        case "adopt" -> 0;
                        case "ademamix" -> rate * (1 + 5 * 1e-4) * sign;
                        case "qhm" -> rate * (0.3 + 0.7 * 0.001) * g[i];
                        case "qhadam" -> rate * sign;
                        case "polyak" -> objective.value(start) / square(g) * g[i];
                        case "dog" -> 1e-6 * (1 + Math.sqrt(square(start))) / Math.sqrt(square(g) + 1e-8) * g[i];
                        case "schedule-free-sgd" -> rate * g[i];
                        case "schedule-free-adamw" -> rate * sign;
                        default -> throw new IllegalArgumentException("say what the first step of " + id + " is");
                    };
            assertThat(start[i] - trace.parameter(1, i))
                    .as("parameter %d", i)
                    .isCloseTo(expected, within(1e-7 * Math.abs(expected)));
        }
    }

    private static double square(double[] numbers) {
        return Arrays.stream(numbers).map(x -> x * x).sum();
    }

    /// (1 − μ₁)·g/(1 − μ₁) + μ₂·m/(1 − μ₁μ₂) over |g|, with m = (1 − β₁)·g.
    private static double nadam() {
        double mu1 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
        double mu2 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
        return 1 + mu2 * 0.1 / (1 - mu1 * mu2);
    }

    /// H⁻¹·g by Cramer's rule, or by division.
    private static double[] newton(Objective objective, double[] at, double[] g) {
        if (at.length == 1) {
            double[] curvature = new double[1];
            objective.hessianTimes(at, new double[] {1}, curvature);
            return new double[] {g[0] / curvature[0]};
        }
        double[] left = new double[2];
        double[] right = new double[2];
        objective.hessianTimes(at, new double[] {1, 0}, left);
        objective.hessianTimes(at, new double[] {0, 1}, right);
        double determinant = left[0] * right[1] - right[0] * left[1];
        return new double[] {
            (g[0] * right[1] - right[0] * g[1]) / determinant, (left[0] * g[1] - g[0] * left[1]) / determinant
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    @DisplayName("maximising mirrors minimising to the bit")
    void maximise(String id) {
        assertMirrors(id, new Quadratic(Goal.MINIMISE), new Quadratic(Goal.MAXIMISE), 20);
        assertMirrors(id, new Rosenbrock(Goal.MINIMISE), new Rosenbrock(Goal.MAXIMISE), -1.5, 2);
    }

    private static void assertMirrors(String id, Objective down, Objective up, double... start) {
        Trace minimised = trace(task(id, down, recipe(id, 0.0005), 300, start));
        Trace maximised = trace(task(id, up, recipe(id, 0.0005), 300, start));
        assertThat(maximised.length()).isEqualTo(minimised.length());
        for (int k = 0; k < minimised.length(); k++) {
            for (int p = 0; p < start.length; p++) {
                assertSameBits(maximised.parameter(k, p), minimised.parameter(k, p), k);
            }
            assertThat(maximised.loss(k)).isEqualTo(-minimised.loss(k));
            assertSameBits(maximised.rate(k), minimised.rate(k), k);
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("table")
    @DisplayName("with rate 0 it stays where it is, unless the rate is only a first length or there is none")
    void rateZero(String id, Subject problem) {
        double[] start = problem.start();
        RunRecipe recipe = id.equals("newton") ? recipe(id, 0).with("lr", HyperValue.of(0)) : recipe(id, 0);
        Trace trace = trace(task(id, problem.objective(), recipe, 20, start));
        boolean stays = true;
        for (int p = 0; p < start.length; p++) {
            stays &= trace.parameter(20, p) == start[p];
        }
        assertThat(stays).isEqualTo(!List.of("rprop", "cg", "polyak", "dog").contains(id));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    @DisplayName(
            "says its paper, what it does, what matters and when it fails, and ends its stages where its step ends")
    void explains(String id) {
        Optimizer optimizer = CATALOGUE.find(id, Map.of());
        assertThat(optimizer.card().name()).isNotBlank();
        assertThat(optimizer.card().paper()).matches(".*\\d{4}.*");
        assertThat(optimizer.card().about()).endsWith(".");
        assertThat(optimizer.card().matters()).endsWith(".");
        assertThat(optimizer.card().fails()).endsWith(".");
        assertThat(optimizer.equations()).isNotEmpty().allSatisfy(line -> assertThat(line.latex())
                .isNotBlank());
        assertThat(optimizer.equations())
                .anySatisfy(line -> assertThat(line.latex()).startsWith("\\theta"));
        assertThat(optimizer.hyperparameters())
                .allSatisfy(parameter -> assertThat(parameter.caption()).isNotBlank());
        RunTask task = task(id, new Rosenbrock(Goal.MINIMISE), recipe(id, 0.0005), 10, new double[] {-1.5, 2});
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        for (int step = 0; step < 10; step++) {
            replay.moveTo(step);
            List<Stage> stages = replay.explain(1, "y");
            Stage last = stages.stream()
                    .filter(stage -> stage.target().equals("theta"))
                    .toList()
                    .getLast();
            assertSameBits(last.value(), trace.parameter(step + 1, 1), step);
        }
    }
}
