package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import fallline.experiment.run.Checkpoint;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.StepEngine;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Stage;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.OneCycle;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs with schedules and modifiers.
class ScheduledRunTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final Objective BOWL = new Quadratic(Goal.MINIMISE);

    private static RunTask task(Objective objective, RunRecipe recipe, int steps, double... start) {
        return new RunTask(objective, CATALOGUE.find(recipe.optimizer(), Map.of()), recipe, start, 42, steps);
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private static RunRecipe recipe(String optimizer, double lr) {
        return RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(lr)));
    }

    private static void assertReplays(RunTask task) {
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        for (int k = 0; k <= trace.lastStep(); k += 13) {
            int step = (k * 389) % (trace.lastStep() + 1);
            replay.moveTo(step);
            for (int i = 0; i < trace.dimension(); i++) {
                assertThat(Double.doubleToLongBits(replay.theta()[i]))
                        .as("parameter %d at step %d", i, step)
                        .isEqualTo(Double.doubleToLongBits(trace.parameter(step, i)));
            }
        }
    }

    static Stream<RunRecipe> recipes() {
        RunRecipe batched = recipe("adam", 0.3).withBatching(new Batching.Shuffled(3));
        Plateau plateau = new Plateau(Plateau.Mode.MIN, 0.5, 3, 1e-3, Plateau.ThresholdMode.REL, 2, 0, 0);
        return Stream.of(
                batched.withSchedule(plateau),
                batched.withSchedule(new Schedule.Warmup(0.1, 20, plateau)),
                batched.withSchedule(plateau)
                        .withChange(Change.of(300, "lr", HyperValue.of(0.1)))
                        .withChange(Change.ofSchedule(400, new Schedule.Exponential(0.999)))
                        .withChange(Change.ofSchedule(600, plateau)),
                batched.withSchedule(OneCycle.of(0.5, 700)),
                recipe("momentum", 0.01).withSchedule(Cyclic.of(0.001, 0.02)),
                batched.withModifiers(Modifiers.NONE
                        .withClipNorm(0.5)
                        .withClipValue(0.4)
                        .withDecoupledWeightDecay(0.01)
                        .withGradientNoise(0.2)
                        .withAverage(true)),
                batched.withModifiers(Modifiers.NONE.withAverage(true))
                        .withSchedule(plateau)
                        .withChange(Change.ofModifiers(310, Modifiers.NONE))
                        .withChange(Change.ofModifiers(
                                520, Modifiers.NONE.withAverage(true).withGradientNoise(1))));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    @DisplayName("every step comes back from its checkpoint with the same bits, whatever the schedule remembers")
    void replays(RunRecipe recipe) {
        assertReplays(task(new NoisyBowl(10), recipe, 1000, 2, -3));
    }

    /// StrictMath's pow and cos allocate themselves, and so do schedules and noise that need them.
    static Stream<RunRecipe> withoutPowers() {
        Plateau plateau = new Plateau(Plateau.Mode.MIN, 0.5, 3, 1e-3, Plateau.ThresholdMode.REL, 2, 0, 0);
        return Stream.of(
                recipe("adam", 0.3).withSchedule(new Schedule.Warmup(0.1, 20, plateau)),
                recipe("momentum", 0.01).withSchedule(Cyclic.of(0.001, 0.02)),
                recipe("adam", 0.3)
                        .withSchedule(new Schedule.InverseTime(0.1))
                        .withModifiers(Modifiers.NONE
                                .withClipNorm(0.5)
                                .withClipValue(0.4)
                                .withDecoupledWeightDecay(0.01)
                                .withAverage(true))
                        .withChange(Change.of(300, "lr", HyperValue.of(0.1))));
    }

    @ParameterizedTest
    @MethodSource("withoutPowers")
    @DisplayName("schedules and modifiers allocate nothing in a step")
    void allocatesNothing(RunRecipe recipe) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StepEngine engine = new StepEngine(task(new Rosenbrock(Goal.MINIMISE), recipe, 1000, -1.2, 1));
        Checkpoint start = engine.save();
        long before = 0;
        for (int k = 0; k < 22_000; k++) {
            if (k == 20_000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            if (k % 900 == 0) {
                engine.restore(start);
            }
            engine.advance();
            engine.measure();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
    }

    @Test
    @DisplayName("the rate of a step is the schedule's; a change of lr replaces the base and the clock goes on")
    void rates() {
        RunRecipe recipe = recipe("gd", 0.1)
                .withSchedule(new Schedule.Steps(10, 0.5))
                .withChange(Change.of(25, "lr", HyperValue.of(0.2)));
        Trace trace = trace(task(BOWL, recipe, 40, 20));
        assertThat(trace.rate(1)).isEqualTo(0.1);
        assertThat(trace.rate(10)).isEqualTo(0.1);
        assertThat(trace.rate(11)).isEqualTo(0.05);
        assertThat(trace.rate(25)).isEqualTo(0.025);
        assertThat(trace.rate(26)).isEqualTo(0.05);
        assertThat(trace.rate(31)).isEqualTo(0.025);
    }

    @Test
    @DisplayName(
            "a plateau reads the full loss after each step: with a rate that bounces, it falls until the run settles")
    void plateau() {
        Plateau plateau = new Plateau(Plateau.Mode.MIN, 0.5, 2, 1e-4, Plateau.ThresholdMode.REL, 0, 0, 0);
        Trace trace = trace(task(BOWL, recipe("gd", 1).withSchedule(plateau), 20, 20));
        // |w| does not change at rate 1: step 1 sets the best loss, steps 2, 3 and 4 are bad
        assertThat(trace.rate(4)).isEqualTo(1);
        assertThat(trace.rate(5)).isEqualTo(0.5);
        assertThat(trace.loss(5)).isZero();
        Trace up = trace(task(new Quadratic(Goal.MAXIMISE), recipe("gd", 1).withSchedule(plateau), 20, 20));
        assertThat(up.rate(5)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("one-cycle moves momentum or β₁ against the rate, and only where there is one")
    void momentum() {
        OneCycle cycle = OneCycle.of(0.1, 50);
        for (String id : List.of("momentum", "adam")) {
            String name = id.equals("adam") ? "beta1" : "momentum";
            RunRecipe told = recipe(id, 0.1);
            for (int k = 0; k < 50; k++) {
                told = told.withChange(new Change(
                        k,
                        Map.of("lr", HyperValue.of(cycle.rate(k, 0.1)), name, HyperValue.of(cycle.momentum(k, 0.9))),
                        Optional.empty(),
                        Optional.empty()));
            }
            Trace scheduled = trace(task(BOWL, recipe(id, 7).withSchedule(cycle), 50, 20));
            Trace same = trace(task(BOWL, told, 50, 20));
            assertThat(scheduled.parameter(50, 0)).isEqualTo(same.parameter(50, 0));
        }
        assertThat(trace(task(BOWL, recipe("gd", 7).withSchedule(cycle), 50, 20))
                        .rate(15))
                .isEqualTo(cycle.rate(14, 7));
    }

    @Test
    @DisplayName("Adam with decoupled weight decay is AdamW, to the bit")
    void decoupledWeightDecay() {
        RunRecipe modified = recipe("adam", 0.05).withModifiers(Modifiers.NONE.withDecoupledWeightDecay(0.01));
        Objective objective = new Rosenbrock(Goal.MINIMISE);
        Trace ours = trace(task(objective, modified, 100, -1.5, 2));
        Trace adamw = trace(task(objective, recipe("adamw", 0.05), 100, -1.5, 2));
        for (int k = 0; k <= 100; k++) {
            assertThat(ours.parameter(k, 0)).isEqualTo(adamw.parameter(k, 0));
            assertThat(ours.parameter(k, 1)).isEqualTo(adamw.parameter(k, 1));
            assertThat(ours.evaluations(k)).isEqualTo(k);
        }
    }

    @Test
    @DisplayName("clipping by norm keeps the direction and limits the step; by value it limits each component")
    void clipping() {
        Objective bowl = new Bowl(3, 4);
        Trace norm = trace(task(bowl, recipe("gd", 0.1).withModifiers(Modifiers.NONE.withClipNorm(1)), 1, 1, 1));
        assertThat(norm.parameter(1, 0)).isCloseTo(1 - 0.1 * 0.6, within(1e-15));
        assertThat(norm.parameter(1, 1)).isCloseTo(1 - 0.1 * 0.8, within(1e-15));
        Trace value = trace(task(bowl, recipe("gd", 0.1).withModifiers(Modifiers.NONE.withClipValue(3.5)), 1, 1, 1));
        assertThat(value.parameter(1, 0)).isEqualTo(1 - 0.1 * 3);
        assertThat(value.parameter(1, 1)).isEqualTo(1 - 0.1 * 3.5);
        Trace both = trace(task(
                bowl,
                recipe("gd", 0.1).withModifiers(Modifiers.NONE.withClipNorm(2.5).withClipValue(1.75)),
                1,
                1,
                1));
        assertThat(both.parameter(1, 0)).isCloseTo(1 - 0.1 * 1.5, within(1e-15)); // norm first: (1.5, 2)
        assertThat(both.parameter(1, 1)).isCloseTo(1 - 0.1 * 1.75, within(1e-15));
    }

    @Test
    @DisplayName("noise has the size that was asked for, the same for the same seed and stream, another for others")
    void noise() {
        RunRecipe noisy = recipe("gd", 1).withModifiers(Modifiers.NONE.withGradientNoise(0.5));
        Objective flat = new Bowl(new double[400]);
        RunTask task = task(flat, noisy, 20, new double[400]);
        Trace trace = trace(task);
        double sum = 0;
        double squares = 0;
        for (int k = 1; k <= 20; k++) {
            for (int i = 0; i < 400; i++) {
                double noise = trace.parameter(k - 1, i) - trace.parameter(k, i);
                sum += noise;
                squares += noise * noise;
            }
        }
        assertThat(sum / 8000).isCloseTo(0, within(0.025));
        assertThat(Math.sqrt(squares / 8000)).isCloseTo(0.5, within(0.02));
        RunRecipe other = new RunRecipe(
                "gd",
                noisy.hyperparameters(),
                noisy.schedule(),
                noisy.batching(),
                1,
                List.of(),
                noisy.modifiers(),
                Optional.empty());
        assertThat(trace(task).parameter(20, 7)).isEqualTo(trace.parameter(20, 7));
        assertThat(trace(task(flat, other, 20, new double[400])).parameter(20, 7))
                .isNotEqualTo(trace.parameter(20, 7));
    }

    @Test
    @DisplayName("an averaging run shows the mean of the points of the same run without averaging")
    void average() {
        RunRecipe plain = recipe("gd", 0.4).withBatching(new Batching.Shuffled(2));
        Objective objective = new NoisyBowl(10);
        Trace raw = trace(task(objective, plain, 60, 2, -3));
        Trace averaged = trace(task(objective, plain.withModifiers(Modifiers.NONE.withAverage(true)), 60, 2, -3));
        double sum = 0;
        for (int k = 1; k <= 60; k++) {
            sum += raw.parameter(k, 0);
            assertThat(averaged.parameter(k, 0)).isCloseTo(sum / k, within(1e-12));
            double[] shown = {averaged.parameter(k, 0), averaged.parameter(k, 1)};
            assertThat(averaged.loss(k)).isEqualTo(objective.value(shown));
        }
        Trace late = trace(
                task(objective, plain.withChange(Change.ofModifiers(40, Modifiers.NONE.withAverage(true))), 60, 2, -3));
        assertThat(late.parameter(40, 0)).isEqualTo(raw.parameter(40, 0));
        assertThat(late.parameter(41, 0)).isEqualTo(raw.parameter(41, 0));
        assertThat(late.parameter(42, 0)).isCloseTo((raw.parameter(41, 0) + raw.parameter(42, 0)) / 2, within(1e-12));
    }

    @Test
    @DisplayName("a list of recorded changes holds schedules and modifiers too, and makes the recipe again")
    void recordedChanges() {
        RunRecipe recipe = recipe("gd", 0.1)
                .withChange(Change.of(3, "lr", HyperValue.of(0.2)))
                .withChange(Change.ofModifiers(3, Modifiers.NONE.withClipNorm(1)))
                .withChange(Change.ofSchedule(5, new Schedule.Exponential(0.9)));
        List<RecordedChange> recorded = RecordedChange.of(recipe);
        assertThat(recorded).hasSize(3);
        assertThat(recipe.withChanges(
                        recorded.stream().map(RecordedChange::change).toList()))
                .isEqualTo(recipe);
    }

    @Test
    @DisplayName("the inspector shows what is modified before the rule's own stages, and they end where the step ends")
    void stages() {
        Modifiers all = Modifiers.NONE
                .withClipNorm(10)
                .withClipValue(5)
                .withDecoupledWeightDecay(0.1)
                .withGradientNoise(0.5);
        RunTask task = task(BOWL, recipe("gd", 0.1).withModifiers(all), 5, 20);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        replay.moveTo(0);
        List<Stage> stages = replay.explain(0, "w");
        assertThat(stages.stream().map(Stage::caption))
                .startsWith("clip by norm", "clip by value", "decoupled weight decay", "added noise");
        assertThat(stages.get(0).value()).isEqualTo(10);
        assertThat(stages.get(1).value()).isEqualTo(5);
        assertThat(stages.get(2).value()).isCloseTo(19.8, within(1e-12));
        assertThat(stages.getLast().value()).isEqualTo(trace.parameter(1, 0));
    }
}
