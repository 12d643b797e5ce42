package fallline.analysis.events;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.data.BuiltInData;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.RunSource;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happens along a run")
class EventFinderTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());
    private static final Set<EventKind> ANY = EnumSet.allOf(EventKind.class);
    private static final Problem BOWL = Formulas.minimise("w^2", "w");

    private record Ran(RunTask task, Trace trace, RunEvents events) {
        int[] steps(EventKind kind) {
            return events.steps(kind);
        }

        String at(int step) {
            return new EventWords(task, trace, events).at(step);
        }
    }

    private static Ran run(Problem problem, RunSource source, int steps, double... start) {
        Run run = new Run("Run", source);
        RunTask task =
                RESOLVER.resolve(new Experiment(problem, Start.at(start), 3, steps, List.of(run), Map.of()), run);
        Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
        return new Ran(task, trace, EventFinder.of(task, trace, () -> false));
    }

    private static RunRecipe gd(double rate) {
        return RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate)));
    }

    @Test
    @DisplayName("a run that slides down a bowl has none but its best step, the last")
    void quiet() {
        Ran ran = run(BOWL, gd(0.1), 50, 20);
        assertThat(ran.events().next(-1, ANY)).hasValue(50);
        assertThat(ran.events().at(50)).containsExactly(EventKind.BEST);
        assertThat(ran.events().next(50, ANY)).isEmpty();
        assertThat(ran.events().previous(0, ANY)).isEmpty();
    }

    @Test
    @DisplayName("steps across the minimum turn back at the first, and are told once, past the minimum")
    void zigzag() {
        // w ← w − 0.9·2w = −0.8 w: every step points against the one before, and J falls
        Ran ran = run(BOWL, gd(0.9), 50, 20);
        assertThat(ran.steps(EventKind.TURN)).containsExactly(1);
        assertThat(ran.steps(EventKind.WORSE)).isEmpty();
        assertThat(ran.at(1)).isEqualTo("past the minimum, the next step turns back");
    }

    @Test
    @DisplayName("a rate beyond the limit makes J rise from step 1 on, in either goal")
    void diverges() {
        Ran ran = run(BOWL, gd(1.05), 20, 20);
        assertThat(ran.steps(EventKind.WORSE)).containsExactly(1);
        assertThat(ran.events().best()).hasValue(0);
        assertThat(ran.at(1)).isEqualTo("J rises from 400 to 484; past the minimum, the next step turns back");
        Ran up = run(Formulas.of("-(w^2)", List.of("w"), Goal.MAXIMISE), gd(1.05), 20, 20);
        assertThat(up.at(1)).isEqualTo("J falls from −400 to −484; past the maximum, the next step turns back");
    }

    @Test
    @DisplayName("momentum turns where its velocity changes its sign, as computed by hand")
    void momentum() {
        RunRecipe recipe = RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.02), "momentum", HyperValue.of(0.9)));
        Ran ran = run(BOWL, recipe, 120, 20);
        double w = 20;
        double v = 0;
        double stepBefore = 0;
        int[] turns = new int[120];
        int count = 0;
        for (int t = 0; t < 120; t++) {
            v = 0.9 * v + 2 * w;
            double step = -0.02 * v;
            if (step * stepBefore < 0) {
                turns[count++] = t;
            }
            w += step;
            stepBefore = step;
        }
        assertThat(count).isGreaterThan(3);
        assertThat(ran.steps(EventKind.TURN)).containsExactly(Arrays.copyOf(turns, count));
        assertThat(ran.at(turns[0])).contains("the path turns back");
    }

    @Test
    @DisplayName("a schedule's steps are events, a rate that falls all the time is one where it begins")
    void rates() {
        Ran steps = run(BOWL, gd(0.1).withSchedule(new Schedule.Steps(10, 0.5)), 35, 20);
        assertThat(steps.steps(EventKind.RATE)).containsExactly(10, 20, 30);
        assertThat(steps.at(10)).isEqualTo("the rate falls to 0.05");
        Ran falls = run(BOWL, gd(0.1).withSchedule(new Schedule.Exponential(0.97)), 35, 20);
        assertThat(falls.steps(EventKind.RATE)).containsExactly(1);
        assertThat(falls.at(1)).isEqualTo("the rate begins to fall");
    }

    @Test
    @DisplayName("a recorded change is told with what changed")
    void changes() {
        RunRecipe recipe = gd(0.1).withChange(Change.of(7, "lr", HyperValue.of(0.02)));
        Ran ran = run(BOWL, recipe, 20, 20);
        assertThat(ran.events().at(7)).containsExactly(EventKind.CHANGE, EventKind.RATE);
        assertThat(ran.at(7)).startsWith("from here on α = 0.02");
    }

    private static Problem line() {
        return Problems.linear(
                BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", new ModelOptions(true, 1, 0, false));
    }

    private static RunRecipe batches(int size) {
        RunRecipe recipe = gd(0.02);
        return recipe.withBatching(new Batching.Shuffled(size));
    }

    @Test
    @DisplayName("of a run on batches epochs are told, and rises from one epoch's end to the next only")
    void epochs() {
        Ran ran = run(line(), batches(10), 95, 0, 0); // 100 rows: ten steps an epoch
        assertThat(ran.steps(EventKind.EPOCH)).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(ran.at(20)).contains("epoch 2 ends");
        assertThat(Arrays.stream(ran.steps(EventKind.WORSE)).boxed()).allMatch(step -> step % 10 == 0);
        assertThat(Arrays.stream(ran.steps(EventKind.TURN)).boxed()).allMatch(step -> step % 10 == 0);
        for (int step : ran.steps(EventKind.WORSE)) {
            assertThat(ran.trace().loss(step)).isGreaterThan(ran.trace().loss(step - 10));
            assertThat(ran.at(step)).contains("since step " + (step - 10));
        }
    }

    @Test
    @DisplayName("where parameters are not kept, going back to them finds the same turns")
    void replayed() {
        // the same path among so many parameters that not all are kept; the others stand still
        List<String> still = IntStream.range(0, 108).mapToObj(i -> "p" + i).toList();
        List<String> all = Stream.concat(Stream.of("x", "y"), still.stream()).toList();
        double[] start = new double[all.size()];
        start[0] = 3;
        start[1] = 2;
        RunRecipe recipe = RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.02)));
        Ran kept = run(Formulas.minimise("x^2 + 10*y^2", "x", "y"), recipe, 40_000, 3, 2);
        Ran replayed = run(
                Formulas.of("x^2 + 10*y^2 + 0*(" + String.join("+", still) + ")", all, Goal.MINIMISE),
                recipe,
                40_000,
                start);
        assertThat(kept.trace().hasPositions()).isTrue();
        assertThat(replayed.trace().hasPositions()).isFalse();
        assertThat(replayed.steps(EventKind.TURN))
                .isEqualTo(kept.steps(EventKind.TURN))
                .isNotEmpty();
        assertThat(replayed.events().isCoarse()).isFalse();
    }

    @Test
    @DisplayName("of a recorded path the known steps are compared, over its gaps")
    void gaps() {
        int[] steps = {3, 5, 9, 20, 21};
        double[] w = {4, 2, -1, 3, 2.5};
        double[] loss = Arrays.stream(w).map(x -> x * x).toArray();
        RecordedPath path =
                new RecordedPath(Path.of("t.csv"), Optional.empty(), steps, loss, Map.of("w", w, "lr", new double[] {
                    0.1, 0.1, 0.2, 0.2, 0.2
                }));
        Ran ran = run(BOWL, path, 21, 4);
        assertThat(ran.steps(EventKind.WORSE)).containsExactly(20);
        assertThat(ran.steps(EventKind.TURN)).containsExactly(9); // and it goes on turning at 20
        assertThat(ran.events().best()).hasValue(9);
        assertThat(ran.at(20)).isEqualTo("J rises since step 9 from 1.00 to 9.00");
        Ran losses = run(BOWL, new RecordedPath(Path.of("t.csv"), Optional.empty(), steps, loss, Map.of()), 21, 4);
        assertThat(losses.steps(EventKind.WORSE)).containsExactly(20);
        assertThat(losses.steps(EventKind.TURN)).isEmpty();
    }

    @Test
    @DisplayName("jumps of a long run lead on and back through the same steps")
    void longRun() {
        Ran ran = run(line(), batches(1), 100_000, 0, 0);
        assertThat(ran.steps(EventKind.EPOCH)).hasSize(1000);
        EnumSet<EventKind> epoch = EnumSet.of(EventKind.EPOCH);
        assertThat(ran.events().next(50_050, epoch)).hasValue(50_100);
        assertThat(ran.events().previous(50_050, epoch)).hasValue(50_000);
        assertThat(ran.events().epochs(50_050)).isEqualTo(500);
    }
}
