package fallline.analysis.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.data.BuiltInData;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Repeats of a run")
class RepeaterTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    private static final Problem LINE =
            Problems.linear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", ModelOptions.PLAIN);

    private static final RunRecipe SGD =
            RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))).withBatching(new Batching.Shuffled(16));

    private static RunTask task(Problem problem, Start start, int steps, RunRecipe recipe) {
        Experiment experiment = new Experiment(problem, start, 42, steps, List.of(new Run("run", recipe)), Map.of());
        return RESOLVER.resolve(experiment, experiment.runs().getFirst());
    }

    private static Repeats all(RunTask task, Start start, int count) {
        return Repeater.all(new RepeatOrder(task, start, count), () -> false, _ -> {});
    }

    private static Trace trace(RunTask task) {
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    @Test
    @DisplayName("are the runs of streams 1, 2, … to the bit, and their quartiles those of the sorted numbers")
    void streams() {
        Start zero = Start.at(0, 0);
        Repeats repeats = all(task(LINE, zero, 40, SGD), zero, 5);
        assertThat(repeats.isWhole()).isTrue();
        List<Trace> alone = new ArrayList<>();
        for (int stream = 1; stream <= 5; stream++) {
            alone.add(trace(task(LINE, zero, 40, SGD.withStream(stream))));
        }
        Quartiles loss = repeats.loss();
        for (int step = 0; step <= 40; step++) {
            int at = step;
            double[] sorted =
                    alone.stream().mapToDouble(trace -> trace.loss(at)).sorted().toArray();
            assertThat(loss.lower()[step]).isEqualTo(sorted[1]);
            assertThat(loss.median()[step]).isEqualTo(sorted[2]);
            assertThat(loss.upper()[step]).isEqualTo(sorted[3]);
        }
        assertThat(loss.lower()[40]).isLessThan(loss.upper()[40]);
        for (int k = 0; k < 5; k++) {
            assertThat(repeats.ends().get(k))
                    .containsExactly(alone.get(k).parameter(40, 0), alone.get(k).parameter(40, 1));
        }
        assertThat(repeats.evaluations()[40]).isEqualTo(40);
    }

    @Test
    @DisplayName("have starts of their own where the start is random, and the experiment's is none of them")
    void starts() {
        Start random = new Start.Random(Start.Spread.NORMAL, 2);
        RunTask task = task(
                Formulas.minimise("x^2 + y^2", "x", "y"),
                random,
                1,
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(1e-6))));
        RepeatOrder order = new RepeatOrder(task, random, 3);
        assertThat(order.chance()).isEqualTo(new Chance(false, false, true));
        assertThat(order.chance().sentence()).contains("only the random start varies");
        List<String> starts = new ArrayList<>(List.of(Arrays.toString(task.start())));
        for (int stream = 1; stream <= 3; stream++) {
            starts.add(Arrays.toString(order.repeat(stream).start()));
        }
        assertThat(starts).doesNotHaveDuplicates();
        assertThat(Arrays.toString(order.repeat(2).start())).isEqualTo(starts.get(2));
        assertThat(all(task, random, 3).done()).isEqualTo(3);
    }

    @Test
    @DisplayName("of a run that draws no lots are not computed, and it is said that they would be the same")
    void nothing() {
        Start zero = Start.at(1, 1);
        RunTask task = task(
                Formulas.minimise("x^2 + y^2", "x", "y"),
                zero,
                9,
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))));
        Repeats repeats = all(task, zero, 50);
        assertThat(repeats.done()).isZero();
        assertThat(repeats.isWhole()).isTrue();
        assertThat(repeats.order().chance().sentence()).contains("every repeat would be the run itself");
    }

    @Test
    @DisplayName("vary what is drawn by lot, now or after a change: shuffled batches and noise, not given batches")
    void chance() {
        Start zero = Start.at(0, 0);
        RunRecipe full = SGD.withBatching(Batching.full());
        assertThat(Chance.of(SGD, zero).words()).isEqualTo("batches");
        assertThat(Chance.of(full.withBatching(new Batching.Given(List.of(new int[] {0, 1}))), zero)
                        .any())
                .isFalse();
        Change later =
                new Change(5, Map.of(), Optional.empty(), Optional.of(new Batching.Shuffled(3)), Optional.empty());
        assertThat(Chance.of(full.withChange(later), zero).batches()).isTrue();
        Modifiers noise =
                new Modifiers(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 1, false, 0, Optional.empty());
        assertThat(Chance.of(SGD.withModifiers(noise), new Start.Random(Start.Spread.HE, 1))
                        .words())
                .isEqualTo("batches, noise and start");
    }

    @Test
    @DisplayName("that diverge are beyond all others, and have no end on the surface")
    void diverged() {
        // x² from a normal start of deviation 1e150 at a rate that triples it: lost within a few steps, each at its own
        Start random = new Start.Random(Start.Spread.NORMAL, 1e150);
        RunTask task =
                task(Formulas.minimise("x^2", "x"), random, 20, RunRecipe.of("gd", Map.of("lr", HyperValue.of(2))));
        Repeats repeats = all(task, random, 8);
        assertThat(repeats.loss().median()[20]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(repeats.ends()).isEmpty();
        assertThat(repeats.shares()).isEqualTo("diverged 8 of 8");
    }

    @Test
    @DisplayName("tell how many ended with each verdict, the most frequent first")
    void shares() {
        Repeat good = new Repeat(new double[1], new double[1], new double[1], new double[1], "converged");
        Repeat bad = new Repeat(new double[1], new double[1], new double[1], new double[1], "hovering");
        Start zero = Start.at(0, 0);
        Repeats repeats = new Repeats(new RepeatOrder(task(LINE, zero, 1, SGD), zero, 50), new int[1], List.of(bad));
        for (int i = 0; i < 46; i++) {
            repeats = repeats.with(good);
        }
        assertThat(repeats.with(bad).with(bad).with(bad).shares()).isEqualTo("converged 46 of 50, hovering 4");
    }

    @Test
    @DisplayName("are given up between two repeats, and keep what was there")
    void cancelled() {
        Start zero = Start.at(0, 0);
        List<Repeats> told = new ArrayList<>();
        RepeatOrder order = new RepeatOrder(task(LINE, zero, 40, SGD), zero, 200);
        Repeats all = Repeater.all(order, () -> told.size() == 3, told::add);
        assertThat(all.done()).isEqualTo(3);
        assertThat(all.isWhole()).isFalse();
    }

    @Test
    @DisplayName("keep at most about two thousand steps of long runs, with the first and the last")
    void thinned() {
        assertThat(Repeater.steps(2000)).hasSize(2001).startsWith(0, 1, 2).endsWith(2000);
        assertThat(Repeater.steps(1_000_000)).hasSize(2001).startsWith(0, 500).endsWith(1_000_000);
        assertThat(Repeater.steps(1)).containsExactly(0, 1);
    }
}
