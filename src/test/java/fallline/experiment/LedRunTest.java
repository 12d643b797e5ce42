package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.edit.Edits;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Stage;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.modifier.Modifiers.Lookahead;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs with a look-ahead or SAM, and rules that read the slope elsewhere; RacingOptimizersTest has their numbers.
@DisplayName("A run that is led")
class LedRunTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Modifiers SLOW = Modifiers.NONE.withLookahead(Optional.of(new Lookahead(5, 0.5)));
    private static final Modifiers SHARP = Modifiers.NONE.withSam(0.05);

    private static RunTask task(Objective objective, RunRecipe recipe, int steps, double... start) {
        return new RunTask(objective, CATALOGUE.find(recipe.optimizer(), Map.of()), recipe, start, 3, steps);
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private static RunRecipe recipe(String id, double rate) {
        return RunRecipe.of(id, Map.of("lr", HyperValue.of(rate)));
    }

    @Test
    @DisplayName("by slow weights is the rule's own for k steps, and then half of the way")
    void slowWeights() {
        Objective objective = new Quadratic(Goal.MINIMISE);
        Trace plain = trace(task(objective, recipe("gd", 0.1), 20, 20));
        Trace led = trace(task(objective, recipe("gd", 0.1).withModifiers(SLOW), 20, 20));
        for (int k = 0; k < 5; k++) {
            assertThat(led.parameter(k, 0)).isEqualTo(plain.parameter(k, 0));
        }
        assertThat(led.parameter(5, 0)).isEqualTo(20 + 0.5 * (plain.parameter(5, 0) - 20));
        assertThat(led.evaluations(20)).isEqualTo(20);
        // from k on: five steps of factor 0.8, and half of the way
        assertThat(led.parameter(10, 0) / led.parameter(5, 0)).isCloseTo(0.5 + 0.5 * Math.pow(0.8, 5), within(1e-12));
    }

    @Test
    @DisplayName("begins to be led at the step of the change, from where it is then")
    void change() {
        Objective objective = new Quadratic(Goal.MINIMISE);
        Trace plain = trace(task(objective, recipe("gd", 0.1), 20, 20));
        Trace led = trace(task(objective, recipe("gd", 0.1).withChange(Change.ofModifiers(7, SLOW)), 20, 20));
        assertThat(led.parameter(11, 0)).isEqualTo(plain.parameter(11, 0));
        double slow = plain.parameter(7, 0);
        assertThat(led.parameter(12, 0)).isEqualTo(slow + 0.5 * (plain.parameter(12, 0) - slow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "adam", "nesterov", "dog", "ademamix", "asgd"})
    @DisplayName("repeats itself from any step, and its stages end where its step ends")
    void repeats(String id) {
        RunRecipe recipe = (CATALOGUE.find(id, Map.of()).hasRate() ? recipe(id, 0.02) : RunRecipe.of(id, Map.of()))
                .withBatching(new Batching.Shuffled(2))
                .withModifiers(SLOW.withSam(0.1).withClipNorm(2).withGradientNoise(0.01))
                .withChange(Change.ofModifiers(33, SLOW.withDecoupledWeightDecay(0.1)))
                .withChange(Change.ofModifiers(51, SHARP.withAverage(true)))
                .withChange(Change.ofModifiers(90, SLOW));
        RunTask task = task(new NoisyBowl(10), recipe, 150, 2, -3);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 80; i++) {
            int step = random.nextInt(150);
            replay.moveTo(step);
            assertThat(replay.theta()[1]).isEqualTo(trace.parameter(step, 1));
            List<Stage> stages = replay.explain(1, "y").stream()
                    .filter(stage -> stage.target().equals("theta"))
                    .toList();
            boolean shown = step < 51 || step >= 90;
            if (shown) {
                assertThat(stages.getLast().value()).as("step %d", step).isEqualTo(trace.parameter(step + 1, 1));
            }
        }
        assertThat(trace.evaluations(33)).isEqualTo(66);
        assertThat(trace.evaluations(51)).isEqualTo(66 + 18);
    }

    @Test
    @DisplayName("by SAM reads its slope up the hill, and the step panel is told where")
    void sharp() {
        RunTask task = task(new Rosenbrock(Goal.MINIMISE), recipe("gd", 0.001).withModifiers(SHARP), 10, -1.5, 2);
        Replay replay = new Replay(task, trace(task));
        double[] slope = new double[2];
        task.objective().gradient(task.start(), slope);
        double length = Math.hypot(slope[0], slope[1]);
        double[] there = {-1.5 + 0.05 * slope[0] / length, 2 + 0.05 * slope[1] / length};
        double[] used = new double[2];
        task.objective().gradient(there, used);
        assertThat(replay.stepGradient()).containsExactly(slope);
        List<Stage> stages = replay.explain(0, "x");
        assertThat(stages.get(0).value()).isCloseTo(there[0], within(1e-12));
        assertThat(stages.get(1).value()).isCloseTo(used[0], within(1e-9));
        assertThat(stages.get(2).value()).isCloseTo(-1.5 - 0.001 * used[0], within(1e-12));
        assertThat(replay.explain(0, "x"))
                .extracting(Stage::caption)
                .containsExactly("up the slope by ρ (SAM)", "the slope there", "step");
    }

    @Test
    @DisplayName("by SAM stays where there is no slope")
    void flat() {
        Trace trace = trace(task(new Quadratic(Goal.MINIMISE), recipe("gd", 0.1).withModifiers(SHARP), 5, 0));
        assertThat(trace.parameter(5, 0)).isZero();
        assertThat(trace.evaluations(5)).isEqualTo(5);
    }

    @Test
    @DisplayName("without a schedule shows the mean, and reads its slope between the mean and the point that descends")
    void scheduleFree() {
        RunTask task = task(new Quadratic(Goal.MINIMISE), recipe("schedule-free-sgd", 0.1), 30, 20);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        for (int k = 0; k < 30; k += 7) {
            replay.moveTo(k);
            double z = replay.state()[0];
            double y = (1 - 0.9) * z + 0.9 * trace.parameter(k, 0);
            assertThat(replay.theta()[0]).isEqualTo(trace.parameter(k, 0));
            assertThat(replay.ruleTheta()[0]).isEqualTo(y);
            assertThat(replay.stepGradient()[0]).isCloseTo(2 * y, within(1e-12));
            assertThat(replay.explain(0, "w").getFirst().value()).isEqualTo(y);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newton | sam | sam does not go with newton, whose step is made of more than one slope: leave sam out, or take a rule such as gd",
                "lbfgs | lookahead | lookahead does not go with lbfgs, which goes on from its own last point: leave lookahead out, or take a rule such as gd",
                "cg | sam | sam does not go with cg, whose step is made of more than one slope: leave sam out, or take a rule such as gd",
                "schedule-free-sgd | lookahead | lookahead does not go with schedule-free-sgd, which goes on from its own last point: leave lookahead out, or take a rule such as gd",
                "schedule-free-adamw | decay | decoupled_weight_decay does not go with schedule-free-adamw, which reads its slope at another point: use its own weight_decay",
                "gd | search | sam does not go with a line search, whose step is made of more than one slope: leave sam out, or take a rule such as gd"
            })
    @DisplayName("is refused where that makes no sense, in a sentence with a remedy")
    void refused(String id, String what, String sentence) {
        Modifiers modifiers = what.equals("lookahead")
                ? SLOW
                : what.equals("decay") ? Modifiers.NONE.withDecoupledWeightDecay(0.1) : SHARP;
        RunRecipe recipe = RunRecipe.of(id, Map.of()).withModifiers(modifiers);
        RunRecipe tried = what.equals("search") ? recipe.withLineSearch(Optional.of(Backtracking.standard())) : recipe;
        assertThatThrownBy(
                        () -> task(new Quadratic(Goal.MINIMISE), tried, 5, 20).check())
                .hasMessage(sentence);
        RunRecipe later = tried.withModifiers(Modifiers.NONE).withChange(Change.ofModifiers(3, modifiers));
        assertThatThrownBy(
                        () -> task(new Quadratic(Goal.MINIMISE), later, 5, 20).check())
                .hasMessage(sentence);
    }

    @Test
    @DisplayName("is led no more when it gets an optimizer or a line search that does not go with it")
    void dropped() throws Exception {
        Experiment experiment = new Experiment(
                Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE),
                Start.at(20),
                0,
                10,
                List.of(new Run(
                        "a", recipe("gd", 0.1).withModifiers(SLOW.withSam(0.05).withClipNorm(1)))),
                Map.of());
        Experiment newton = Edits.withOptimizer(
                experiment, "a", CATALOGUE.find("gd", Map.of()), CATALOGUE.find("newton", Map.of()));
        Experiment searching = Edits.withLineSearch(experiment, "a", Optional.of(Backtracking.standard()));
        for (Experiment after : List.of(newton, searching)) {
            assertThat(after.runs().getFirst().recipe().modifiers()).isEqualTo(Modifiers.NONE.withClipNorm(1));
            new TaskResolver(CATALOGUE).resolve(after, after.runs().getFirst());
        }
    }
}
