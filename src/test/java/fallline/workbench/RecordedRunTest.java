package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.analysis.compare.CompareQuestion;
import fallline.analysis.compare.Comparison;
import fallline.analysis.compare.Tolerance;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.RunSource;
import fallline.experiment.Start;
import fallline.experiment.edit.Edits;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A recorded run")
class RecordedRunTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    private static Problem square() {
        try {
            return Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Gradient descent on w² from 20 at rate 0.1, in closed form: w = 20·0.8ᵏ.
    private static double w(int step) {
        return 20 * Math.pow(0.8, step);
    }

    private static RecordedPath path(int[] steps, DoubleUnaryOperator loss, boolean parameters) {
        double[] w = Arrays.stream(steps).mapToDouble(RecordedRunTest::w).toArray();
        double[] losses = Arrays.stream(w).map(loss).toArray();
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (parameters) {
            columns.put("w", w);
        }
        return new RecordedPath(Path.of("t.csv"), Optional.empty(), steps, losses, columns);
    }

    private static RunRecipe descent(double rate) {
        return RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate)));
    }

    private static Workbench open(int steps, RunSource... sources) {
        List<Run> runs = new ArrayList<>();
        for (RunSource source : sources) {
            runs.add(new Run("R" + (runs.size() + 1), source));
        }
        Experiment experiment = new Experiment(square(), Start.at(20), 0, steps, runs, Map.of());
        Queue<Runnable> own = new ConcurrentLinkedQueue<>();
        Workbench workbench =
                new Workbench(experiment, ViewState.initial(experiment), RESOLVER, Runnable::run, own::add);
        for (Runnable next = own.poll(); next != null; next = own.poll()) {
            next.run();
        }
        return workbench;
    }

    private static Trace trace(Workbench workbench, String run) {
        return workbench.scene().trace(run).orElseThrow();
    }

    private static Verdict verdict(Workbench workbench, String run) {
        return workbench.scene().record(run).flatMap(RunRecord::verdict).orElseThrow();
    }

    private static String said(Workbench workbench, int step) {
        workbench.look(workbench.view().withPlayhead(step));
        return Narration.of(workbench.scene()).sentence();
    }

    private static Comparison compared(Workbench workbench, Tolerance tolerance) {
        RunRecord.Path one =
                workbench.scene().record("R1").flatMap(RunRecord::path).orElseThrow();
        RunRecord.Path other =
                workbench.scene().record("R2").flatMap(RunRecord::path).orElseThrow();
        return new CompareQuestion("R1", one, "R2", other, tolerance).answer(() -> false);
    }

    private static int[] range(int from, int to) {
        return IntStream.rangeClosed(from, to).toArray();
    }

    private static int[] gapped() {
        return IntStream.concat(IntStream.rangeClosed(5, 10), IntStream.rangeClosed(20, 90))
                .toArray();
    }

    @Test
    @DisplayName("with gaps is known where it was recorded and nowhere else")
    void gaps() {
        Workbench workbench = open(50, path(gapped(), w -> w * w, true));
        assertThat(workbench.experiment().steps()).as("the range covers it").isEqualTo(90);
        Trace trace = trace(workbench, "R1");
        assertThat(trace.lastStep()).isEqualTo(90);
        assertThat(trace.isRecorded(4)).isFalse();
        assertThat(trace.loss(4)).isNaN();
        assertThat(trace.parameter(15, 0)).isNaN();
        assertThat(trace.parameter(20, 0)).isEqualTo(w(20));
        assertThat(trace.gradientNorm(20)).isEqualTo(2 * w(20));
        assertThat(said(workbench, 2)).isEqualTo("R1 is not recorded before step 5");
        assertThat(workbench.scene().shownStep(trace)).isEqualTo(5);
        assertThat(said(workbench, 5)).startsWith("R1 begins at step 5: J 42.9, ‖∇J‖ 13.1");
        assertThat(said(workbench, 6)).startsWith("R1 descends: J 27.5");
        assertThat(said(workbench, 13)).isEqualTo("R1 is not recorded between step 10 and 20");
        assertThat(workbench.scene().shownStep(trace)).isEqualTo(10);
        assertThat(said(workbench, 90)).startsWith("R1 converged: ");
        assertThat(verdict(workbench, "R1").step()).isEqualTo(90);
    }

    @Test
    @DisplayName("of losses alone is a curve, and its verdict claims no more than they tell")
    void losses() {
        Workbench workbench = open(50, path(range(0, 30), w -> w * w, false), descent(0.1));
        Trace trace = trace(workbench, "R1");
        assertThat(trace.hasPath()).isFalse();
        assertThat(trace.lastFiniteStep()).isEqualTo(30);
        assertThat(verdict(workbench, "R1").word()).isEqualTo("recorded");
        assertThat(verdict(workbench, "R1").sentence())
                .isEqualTo("recorded: its loss went from 400 to 0.000613 in 31 recorded steps;"
                        + " whether that is a minimum, losses alone do not tell");
        assertThat(workbench.scene().chosenPath()).isEmpty();
        assertThat(compared(workbench, Tolerance.USUAL).sentence())
                .startsWith("R1 and R2 agree to 10⁻⁹ at all 31 steps that both have")
                .contains("Only losses could be compared. R2 goes on alone.");
    }

    @Test
    @DisplayName("of losses that rise is diverging, and of losses that leave the finite numbers diverged")
    void rising() {
        Workbench rising = open(50, path(range(0, 30), w -> 1 / w, false));
        assertThat(verdict(rising, "R1").word()).isEqualTo("diverging");
        double[] losses = {1, 2, 5, 1e200, Double.POSITIVE_INFINITY};
        Workbench broken =
                open(50, new RecordedPath(Path.of("t.csv"), Optional.empty(), range(10, 14), losses, Map.of()));
        assertThat(verdict(broken, "R1").word()).isEqualTo("diverged");
        assertThat(trace(broken, "R1").lastFiniteStep()).isEqualTo(13);
    }

    @Test
    @DisplayName("of another loss is shown as it is, judged by the problem's J, and a sentence says so")
    void otherLoss() {
        Workbench workbench = open(50, path(range(0, 60), w -> w * w / 2, true));
        Trace trace = trace(workbench, "R1");
        assertThat(trace.loss(0)).isEqualTo(200);
        assertThat(verdict(workbench, "R1")).isInstanceOf(Verdict.Converged.class);
        RecordedPath path = workbench.experiment().runs().getFirst().recorded().orElseThrow();
        assertThat(RecordedNotes.of(path, trace, List.of("w")))
                .containsExactly("At step 0 its loss column says 200, this problem's J there is 400:"
                        + " another loss, or another scaling?");
        Workbench same = open(50, path(range(0, 60), w -> w * w * (1 + 1e-9), true));
        assertThat(trace(same, "R1").lossDifference()).isEmpty();
    }

    @Test
    @DisplayName("is no run that an edit could set anything of")
    void edits() {
        Experiment before = open(50, path(range(0, 60), w -> w * w, true)).experiment();
        Experiment after = Edits.withHyperparameter(before, "R1", "lr", HyperValue.of(1), 0);
        assertThat(after).isEqualTo(before);
        assertThat(before.withSteps(10).steps()).isEqualTo(60);
        assertThat(Edits.withRenamed(before, "R1", "Torch").runs().getFirst().recorded())
                .isPresent();
    }

    @Test
    @DisplayName("agrees with the run that took the same steps, and parts where one number is another")
    void comparedWithComputed() {
        int[] steps = range(0, 40);
        Workbench same = open(50, descent(0.1), path(steps, w -> w * w, true));
        assertThat(compared(same, Tolerance.USUAL).parting()).isEmpty();
        assertThat(compared(same, Tolerance.USUAL).sentence())
                .startsWith("R1 and R2 agree to 10⁻⁹ at all 41 steps that both have");

        double[] w = Arrays.stream(steps).mapToDouble(RecordedRunTest::w).toArray();
        w[17] *= 1 + 1e-7;
        double[] losses = Arrays.stream(w).map(x -> x * x).toArray();
        RecordedPath path = new RecordedPath(Path.of("t.csv"), Optional.empty(), steps, losses, Map.of("w", w));
        Workbench parted = open(50, descent(0.1), path);
        // relative to the 20 from which w came, 1e-7 of 0.45 is 2.3e-9
        Comparison answer = compared(parted, Tolerance.USUAL);
        assertThat(answer.parting()).contains(17);
        assertThat(answer.sentence())
                .startsWith("R1 and R2 part at step 17: w is 0.450 and 0.450, apart by 1.00×10⁻⁷ of the larger.")
                .contains("the stages of its rule cannot be compared");
        assertThat(answer.gaps().getFirst().quantity()).isEqualTo("w");
        assertThat(compared(parted, Tolerance.LOOSE).parting()).isEmpty();
    }

    @Test
    @DisplayName("beside it, two computed runs part in the stage of the rule that makes the difference")
    void stages() {
        RunRecipe momentum =
                RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.05), "momentum", HyperValue.of(0.9)));
        RunRecipe slower = RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.05), "momentum", HyperValue.of(0.8)));
        Comparison beta = compared(open(50, momentum, slower), Tolerance.EXACT);
        assertThat(beta.parting()).contains(2);
        assertThat(beta.sentence())
                .contains("In the step from 1 to 2 the stage “")
                .doesNotContain("rates differ");
        Comparison rate = compared(open(50, descent(0.1), descent(0.2)), Tolerance.USUAL);
        assertThat(rate.parting()).contains(1);
        assertThat(rate.sentence()).contains("In the step from 0 to 1 their rates differ.");
        assertThat(rate.gaps().getLast().one()).isEqualTo(0.1);
        assertThat(rate.gaps().getLast().other()).isEqualTo(0.2);
        Comparison rule = compared(open(50, descent(0.1), momentum), Tolerance.USUAL);
        assertThat(rule.sentence()).contains("their rules are others");
        Comparison same = compared(open(50, momentum, momentum), Tolerance.EXACT);
        assertThat(same.sentence()).isEqualTo("R1 and R2 agree exactly at all 51 steps that both have, to the bit.");
    }
}
