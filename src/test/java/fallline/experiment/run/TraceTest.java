package fallline.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.RandomStream;
import fallline.experiment.Change;
import fallline.experiment.NoisyBowl;
import fallline.experiment.Quadratic;
import fallline.experiment.RunRecipe;
import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();

    private static RunTask task(Objective objective, RunRecipe recipe, int steps, double... start) {
        return new RunTask(objective, CATALOGUE.find(recipe.optimizer(), Map.of()), recipe, start, 42, steps);
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private static RunRecipe recipe(String optimizer, double lr) {
        return RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(lr)));
    }

    @Test
    @DisplayName("w² from 20 with rate 0.1 gives the thirty numbers of the textbook, to the last bit")
    void textbook() {
        double[] expected = {
            16.0,
            12.8,
            10.24,
            8.192,
            6.5536,
            5.24288,
            4.194304000000001,
            3.3554432000000007,
            2.6843545600000005,
            2.1474836480000006,
            1.7179869184000005,
            1.3743895347200004,
            1.0995116277760002,
            0.8796093022208001,
            0.7036874417766401,
            0.562949953421312,
            0.45035996273704965,
            0.3602879701896397,
            0.28823037615171176,
            0.23058430092136942,
            0.18446744073709553,
            0.14757395258967643,
            0.11805916207174114,
            0.09444732965739291,
            0.07555786372591433,
            0.06044629098073147,
            0.048357032784585176,
            0.03868562622766814,
            0.030948500982134513,
            0.02475880078570761
        };
        Trace trace = trace(task(new Quadratic(Goal.MINIMISE), recipe("gd", 0.1), 30, 20));
        for (int k = 0; k < expected.length; k++) {
            assertThat(trace.parameter(k + 1, 0)).as("step %d", k + 1).isEqualTo(expected[k]);
        }
        assertThat(trace.loss(0)).isEqualTo(400);
        assertThat(trace.gradientNorm(0)).isEqualTo(40);
        assertThat(trace.evaluations(30)).isEqualTo(30);
        assertThat(trace.rate(0)).isNaN();
        assertThat(trace.rate(1)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "momentum", "nesterov"})
    @DisplayName("every step of a stochastic run comes back from its checkpoints with the same bits")
    void replay(String optimizer) {
        RunRecipe recipe = recipe(optimizer, 0.01)
                .withBatching(new Batching.Shuffled(3))
                .withChange(Change.of(300, "lr", HyperValue.of(0.02)))
                .withChange(new Change(
                        500,
                        Map.of("lr", HyperValue.of(0.005)),
                        Optional.empty(),
                        Optional.of(new Batching.Shuffled(1))));
        RunTask task = task(new NoisyBowl(10), recipe, 1000, 2, -3);
        Trace trace = trace(task);
        Replay replay = new Replay(task, trace);
        RandomStream random = RandomStream.of(3);
        for (int i = 0; i < 400; i++) {
            int step = random.below(1001);
            replay.moveTo(step);
            assertThat(replay.theta()[0]).isEqualTo(trace.parameter(step, 0));
            assertThat(replay.theta()[1]).isEqualTo(trace.parameter(step, 1));
        }
        for (int step = 1000; step >= 0; step--) {
            replay.moveTo(step);
            assertThat(replay.theta()).containsExactly(trace.parameter(step, 0), trace.parameter(step, 1));
        }
    }

    @Test
    @DisplayName("a change leaves the steps before it alone, to the bit")
    void changeKeepsThePast() {
        RunRecipe recipe = recipe("momentum", 0.01);
        Trace before = trace(task(new NoisyBowl(10), recipe, 100, 2, -3));
        Trace after =
                trace(task(new NoisyBowl(10), recipe.withChange(Change.of(50, "lr", HyperValue.of(0.1))), 100, 2, -3));
        for (int k = 0; k <= 50; k++) {
            assertThat(after.loss(k)).isEqualTo(before.loss(k));
        }
        assertThat(after.loss(51)).isNotEqualTo(before.loss(51));
        assertThat(after.rate(50)).isEqualTo(0.01);
        assertThat(after.rate(51)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "momentum", "nesterov"})
    @DisplayName("maximising mirrors minimising to the bit")
    void maximise(String optimizer) {
        Trace down = trace(task(new Quadratic(Goal.MINIMISE), recipe(optimizer, 0.03), 200, 3));
        Trace up = trace(task(new Quadratic(Goal.MAXIMISE), recipe(optimizer, 0.03), 200, 3));
        for (int k = 0; k <= 200; k++) {
            assertThat(up.parameter(k, 0)).isEqualTo(down.parameter(k, 0));
            assertThat(up.loss(k)).isEqualTo(-down.loss(k));
        }
    }

    @Test
    @DisplayName("a run ends with the first step that is not finite, which is written")
    void divergence() {
        RunTask task = task(new Quadratic(Goal.MINIMISE), recipe("gd", 10), 10_000, 20);
        Trace trace = trace(task);
        assertThat(trace.lastStep()).isLessThan(500);
        assertThat(trace.loss(trace.lastStep())).isInfinite();
        assertThat(trace.lastFiniteStep()).isEqualTo(trace.lastStep() - 1);
        assertThat(trace.loss(trace.lastFiniteStep())).isFinite();
        assertThat(Judge.verdict(task, trace)).isInstanceOfSatisfying(Verdict.Diverged.class, verdict -> {
            assertThat(verdict.pace().limit()).isEqualTo(1.0);
            assertThat(verdict.pace().rate()).isEqualTo(10);
            assertThat(verdict.turn()).isZero();
        });
    }

    @Test
    @DisplayName("a start that is not finite is one row, and the run cannot start")
    void infiniteStart() {
        RunTask task = task(new Quadratic(Goal.MINIMISE), recipe("gd", 0.1), 100, 1e300);
        Trace trace = trace(task);
        assertThat(trace.length()).isEqualTo(1);
        assertThat(trace.lastFiniteStep()).isEqualTo(-1);
        assertThat(Judge.verdict(task, trace)).isInstanceOf(Verdict.CannotStart.class);
    }

    @Test
    @DisplayName("a small gradient at a minimum is convergence, at a maximum a saddle")
    void stationary() {
        RunTask minimum = task(new Quadratic(Goal.MINIMISE), recipe("gd", 0.5), 3, 20);
        assertThat(Judge.verdict(minimum, trace(minimum))).isInstanceOf(Verdict.Converged.class);
        RunTask maximum = task(new Quadratic(Goal.MINIMISE), recipe("gd", 0.1), 3, 0);
        assertThat(Judge.verdict(maximum, trace(maximum))).isInstanceOf(Verdict.Converged.class);
    }

    @Test
    @DisplayName("checkpoints stay few for long runs of many parameters")
    void checkpoints() {
        assertThat(TraceRecorder.interval(1001, 4)).isEqualTo(256);
        assertThat((1_000_001L / TraceRecorder.interval(1_000_001, 10_000)) * 10_000)
                .isLessThanOrEqualTo(1 << 20);
    }

    @Test
    @DisplayName("an unknown or impossible hyperparameter is refused by name")
    void refusals() {
        assertThatThrownBy(() -> task(new Quadratic(Goal.MINIMISE), recipe("gd", -1), 3, 0)
                        .check())
                .hasMessage("lr of gd must be in [0, infinity), got −1");
        assertThatThrownBy(() -> task(
                                new Quadratic(Goal.MINIMISE),
                                RunRecipe.of("gd", Map.of("beta1", HyperValue.of(0.9))),
                                3,
                                0)
                        .check())
                .hasMessage("gd has no hyperparameter 'beta1': it has lr, weight_decay");
        assertThatThrownBy(() -> task(
                                new Quadratic(Goal.MINIMISE),
                                recipe("gd", 0.1).withBatching(new Batching.Shuffled(2)),
                                3,
                                0)
                        .check())
                .hasMessageContaining("a formula has no rows");
        assertThatThrownBy(() -> task(
                                new NoisyBowl(10),
                                recipe("gd", 0.1).withBatching(new Batching.Given(List.of(new int[] {3, 10}))),
                                3,
                                0,
                                0)
                        .check())
                .hasMessageContaining("row 10");
    }
}
