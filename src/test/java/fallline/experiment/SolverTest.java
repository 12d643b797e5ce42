package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.data.RandomStream;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Stage;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Newton, L-BFGS, conjugate gradients and the line searches.
class SolverTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Objective ROSENBROCK = new Rosenbrock(Goal.MINIMISE);

    private static RunTask task(Objective objective, RunRecipe recipe, int steps, double... start) {
        return new RunTask(objective, CATALOGUE.find(recipe.optimizer(), Map.of()), recipe, start, 42, steps);
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private static Map<String, HyperValue> modified() {
        return Map.of("modified", new HyperValue.Flag(true));
    }

    private static Map<String, HyperValue> variant(String word) {
        return Map.of("variant", new HyperValue.Word(word));
    }

    @Test
    @DisplayName("Newton's first step ends a quadratic of any curvatures at its level point")
    void newtonOnQuadratic() {
        Trace trace = trace(task(new Bowl(1, 30, 0.2, -4), RunRecipe.of("newton", Map.of()), 1, 3, -2, 5, 1));
        for (int i = 0; i < 4; i++) {
            assertThat(trace.parameter(1, i)).isCloseTo(0, within(1e-15));
        }
    }

    @Test
    @DisplayName("where the Hessian is singular Newton takes the shortest step to where J is level, and says so")
    void newtonOnSingular() {
        // (x + y)²: from (3, 1) the nearest of the level points x + y = 0 is (1, −1)
        Objective valley = Formulas.minimise("(x + y)^2", "x", "y").objective();
        RunTask task = task(valley, RunRecipe.of("newton", Map.of()), 3, 3, 1);
        Trace trace = trace(task);
        assertThat(trace.parameter(1, 0)).isCloseTo(1, within(1e-14));
        assertThat(trace.parameter(1, 1)).isCloseTo(-1, within(1e-14));
        assertThat(trace.parameter(3, 0)).isCloseTo(1, within(1e-14));
        assertThat(new Replay(task, trace).explain(0, "x").toString())
                .contains("singular Hessian", "^{+}")
                .doesNotContain("^{-1}");
        RunTask regular = task(new Bowl(2, 6), RunRecipe.of("newton", Map.of()), 1, 4, 8);
        assertThat(new Replay(regular, trace(regular)).explain(0, "x").toString())
                .doesNotContain("singular");
    }

    @Test
    @DisplayName("modified, Newton leaves a saddle downhill, at the speed of its curvature")
    void modifiedAtSaddle() {
        Trace trace = trace(task(new Bowl(2, -2), RunRecipe.of("newton", modified()), 3, 1, 0.125));
        assertThat(trace.parameter(1, 0)).isCloseTo(0, within(1e-15));
        assertThat(trace.parameter(1, 1)).isEqualTo(0.25);
        assertThat(trace.parameter(3, 1)).isEqualTo(1);
    }

    @Test
    @DisplayName("modified, every Newton direction leads down, whatever the curvatures")
    void modifiedLeadsDown() {
        RandomStream random = RandomStream.of(11);
        for (int round = 0; round < 100; round++) {
            double[] curvatures = new double[3];
            double[] start = new double[3];
            for (int i = 0; i < 3; i++) {
                curvatures[i] = random.normal() * StrictMath.pow(10, 4 * random.uniform() - 2);
                start[i] = random.normal();
            }
            Map<String, HyperValue> tiny = Map.of("modified", new HyperValue.Flag(true), "lr", HyperValue.of(1e-3));
            Trace trace = trace(task(new Bowl(curvatures), RunRecipe.of("newton", tiny), 1, start));
            assertThat(trace.loss(1)).isLessThan(trace.loss(0));
        }
    }

    @Test
    @DisplayName("damping adds to every curvature")
    void damping() {
        Map<String, HyperValue> damped = Map.of("damping", HyperValue.of(2));
        Trace trace = trace(task(new Bowl(2, 6), RunRecipe.of("newton", damped), 1, 4, 8));
        assertThat(trace.parameter(1, 0)).isCloseTo(2, within(1e-15)); // 4 − 8/(2 + 2)
        assertThat(trace.parameter(1, 1)).isCloseTo(2, within(1e-15)); // 8 − 48/(6 + 2)
    }

    @ParameterizedTest
    @ValueSource(strings = {"polak-ribiere", "fletcher-reeves"})
    @DisplayName("conjugate gradients reach the end of Rosenbrock's valley")
    void conjugateGradients(String variant) {
        Trace trace = trace(task(ROSENBROCK, RunRecipe.of("cg", variant(variant)), 100, -1.2, 1));
        assertThat(trace.loss(trace.lastStep())).isLessThan(1e-10);
        assertThat(trace.gradientNorm(trace.lastStep())).isLessThan(1e-5);
    }

    @Test
    @DisplayName("with exact lengths, n conjugate directions end a quadratic of n parameters")
    void conjugateDirections() {
        RunRecipe recipe = RunRecipe.of("cg", Map.of("c2", HyperValue.of(1e-4)));
        Trace trace = trace(task(new Bowl(1, 3, 10), recipe, 3, 1, 1, 1));
        assertThat(trace.loss(2)).isGreaterThan(1e-4);
        assertThat(trace.loss(3)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polak-ribiere", "fletcher-reeves"})
    @DisplayName("every length of conjugate gradients meets the strong Wolfe conditions")
    void wolfe(String variant) {
        RunTask task = task(ROSENBROCK, RunRecipe.of("cg", variant(variant)), 40, -1.2, 1);
        Trace trace = trace(task);
        int checked = 0;
        for (int k = 0; k < trace.lastStep() && trace.rate(k + 1) > 0 && trace.gradientNorm(k) > 1e-4; k++) {
            double rate = trace.rate(k + 1);
            double[] from = {trace.parameter(k, 0), trace.parameter(k, 1)};
            double[] to = {trace.parameter(k + 1, 0), trace.parameter(k + 1, 1)};
            double[] before = new double[2];
            double[] after = new double[2];
            ROSENBROCK.gradient(from, before);
            ROSENBROCK.gradient(to, after);
            double slope = (before[0] * (to[0] - from[0]) + before[1] * (to[1] - from[1])) / rate;
            double slopeAfter = (after[0] * (to[0] - from[0]) + after[1] * (to[1] - from[1])) / rate;
            assertThat(trace.loss(k + 1)).isLessThanOrEqualTo(trace.loss(k) + 1e-4 * rate * slope);
            assertThat(Math.abs(slopeAfter)).isLessThanOrEqualTo(0.1 * Math.abs(slope) * (1 + 1e-6) + 1e-12);
            checked++;
        }
        assertThat(checked).isGreaterThan(10);
    }

    @Test
    @DisplayName(
            "L-BFGS goes on when history, line search and iterations change on the way, the same from any checkpoint")
    void lbfgsChanges() {
        RunRecipe recipe = RunRecipe.of(
                        "lbfgs",
                        Map.of("max_iterations", HyperValue.of(1), "line_search", new HyperValue.Word("strong-wolfe")))
                .withChange(Change.of(10, "history", HyperValue.of(2)))
                .withChange(Change.of(14, "history", HyperValue.of(7)))
                .withChange(Change.of(20, "max_iterations", HyperValue.of(3)))
                .withChange(Change.of(22, "line_search", new HyperValue.Word("none")));
        RunTask task = task(ROSENBROCK, recipe, 60, -1.5, 2);
        Trace trace = trace(task);
        assertThat(trace.loss(trace.lastStep())).isLessThan(1e-8);
        Replay replay = new Replay(task, trace);
        for (int step : new int[] {59, 21, 3, 24, 60, 11, 15}) {
            replay.moveTo(step);
            assertThat(replay.theta()).containsExactly(trace.parameter(step, 0), trace.parameter(step, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "newton"})
    @DisplayName("backtracking takes the first of 1, ½, ¼ … times the rate at which J falls enough")
    void backtracking(String optimizer) {
        RunRecipe recipe = RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(1)))
                .withLineSearch(Optional.of(Backtracking.standard()));
        RunTask task = task(ROSENBROCK, recipe, 30, -1.2, 1);
        Trace trace = trace(task);
        boolean shortened = false;
        int k = 0;
        for (; k < trace.lastStep() && trace.gradientNorm(k) > 1e-6; k++) {
            double rate = trace.rate(k + 1);
            assertThat(StrictMath.log(rate) / StrictMath.log(0.5))
                    .isCloseTo(Math.rint(StrictMath.log(rate) / StrictMath.log(0.5)), within(1e-9));
            assertThat(trace.loss(k + 1)).isLessThan(trace.loss(k));
            if (rate < 1) {
                shortened = true;
                double[] tooFar = new double[2];
                double[] gradient = new double[2];
                double promised = 0;
                double[] from = {trace.parameter(k, 0), trace.parameter(k, 1)};
                ROSENBROCK.gradient(from, gradient);
                for (int i = 0; i < 2; i++) {
                    double move = trace.parameter(k + 1, i) - from[i];
                    tooFar[i] = from[i] + 2 * move;
                    promised += 2 * move * gradient[i];
                }
                assertThat(ROSENBROCK.value(tooFar)).isGreaterThan(trace.loss(k) + 1e-4 * promised);
            }
        }
        assertThat(shortened).isTrue();
        assertThat(trace.evaluations(trace.lastStep())).isEqualTo(trace.lastStep());
        assertThat(trace.functionEvaluations()).isGreaterThan(k);
        assertThat(trace.allEvaluations(0)).isZero();
        assertThat(trace.allEvaluations(trace.lastStep()))
                .isEqualTo(trace.lastStep() + (int) trace.functionEvaluations());
        for (int step = 1; step < trace.length(); step++) {
            assertThat(trace.allEvaluations(step)).isGreaterThan(trace.allEvaluations(step - 1));
        }
    }

    @Test
    @DisplayName("gradient descent with backtracking is gradient descent at the rates that it found, to the bit")
    void backtrackingIsDescent() {
        RunRecipe searched =
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(1))).withLineSearch(Optional.of(Backtracking.standard()));
        Trace trace = trace(task(ROSENBROCK, searched, 50, -1.2, 1));
        RunRecipe told = RunRecipe.of("gd", Map.of());
        for (int k = 0; k < 50; k++) {
            told = told.withChange(Change.of(k, "lr", HyperValue.of(trace.rate(k + 1))));
        }
        Trace same = trace(task(ROSENBROCK, told, 50, -1.2, 1));
        for (int k = 0; k <= 50; k++) {
            assertThat(same.parameter(k, 0)).isEqualTo(trace.parameter(k, 0));
            assertThat(same.parameter(k, 1)).isEqualTo(trace.parameter(k, 1));
        }
    }

    @Test
    @DisplayName("where Newton's direction leads up, a line search finds nothing and says so")
    void noWayDown() {
        RunRecipe recipe = RunRecipe.of("newton", Map.of()).withLineSearch(Optional.of(Backtracking.standard()));
        RunTask task = task(new Bowl(-1), recipe, 2, 3);
        Trace trace = trace(task);
        assertThat(trace.parameter(2, 0)).isEqualTo(3);
        assertThat(trace.rate(1)).isZero();
        assertThat(new Replay(task, trace).explain(0, "x").toString()).contains("no way down");
    }

    @ParameterizedTest
    @CsvSource({
        "newton, true",
        "newton, false",
        "lbfgs, false",
        "cg, false",
        "gd, true",
    })
    @DisplayName("the last stage of a step is where the step ends; explaining changes nothing")
    void explains(String optimizer, boolean search) {
        RunRecipe recipe = RunRecipe.of(optimizer, Map.of());
        if (search) {
            recipe = recipe.withLineSearch(Optional.of(Backtracking.standard()));
        }
        RunTask task = task(ROSENBROCK, recipe, 12, -1.2, 1);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        for (int step = 0; step < trace.lastStep(); step++) {
            replay.moveTo(step);
            double[] stateBefore = replay.state();
            for (int i = 0; i < 2; i++) {
                List<Stage> stages = replay.explain(i, i == 0 ? "x" : "y");
                Stage last = stages.getLast();
                assertThat(last.target()).isEqualTo("theta");
                assertThat(last.value()).as("step %d", step).isEqualTo(trace.parameter(step + 1, i));
                assertThat(stages)
                        .allSatisfy(stage -> assertThat(stage.symbols()).isNotBlank());
            }
            assertThat(replay.state()).containsExactly(stateBefore);
            assertThat(replay.theta()).containsExactly(trace.parameter(step, 0), trace.parameter(step, 1));
        }
    }

    @Test
    @DisplayName("what needs all rows refuses batches, what remembers refuses a line search, with a sentence")
    void refusals() {
        for (String id : List.of("newton", "lbfgs", "cg", "rprop")) {
            RunRecipe batched = RunRecipe.of(id, Map.of()).withBatching(new Batching.Shuffled(2));
            assertThatThrownBy(() -> task(new NoisyBowl(4), batched, 3, 0, 0).check())
                    .hasMessage(id + " needs the gradient over all rows: its batch must be full");
        }
        RunRecipe searched = RunRecipe.of("gd", Map.of()).withLineSearch(Optional.of(Backtracking.standard()));
        assertThatThrownBy(() -> task(new NoisyBowl(4), searched.withBatching(new Batching.Shuffled(2)), 3, 0, 0)
                        .check())
                .hasMessage("a line search needs the gradient over all rows: its batch must be full");
        assertThatThrownBy(() -> task(
                                ROSENBROCK,
                                RunRecipe.of("adam", Map.of()).withLineSearch(Optional.of(Backtracking.standard())),
                                3,
                                0,
                                0)
                        .check())
                .hasMessage("adam takes no line search: gd and newton do");
        assertThatThrownBy(() -> new Backtracking(1e-4, 1))
                .hasMessage("shrink of line_search must be in (0, 1), got 1");
    }
}
