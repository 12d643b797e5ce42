package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final Queue<Runnable> own = new ArrayDeque<>();
    private final Workbench bench;

    WorkbenchTest() throws FormulaException {
        Experiment experiment = experiment(0.1);
        bench = new Workbench(
                experiment,
                ViewState.initial(experiment),
                new TaskResolver(FileCatalogue.load()),
                workers::add,
                own::add);
    }

    private static Experiment experiment(double lr) throws FormulaException {
        Problem problem = Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE);
        return new Experiment(problem, Start.at(20), 0, 100, List.of(run("Gradient descent", lr)), Map.of());
    }

    private static Run run(String name, double lr) {
        return new Run(name, RunRecipe.of("gd", Map.of("lr", HyperValue.of(lr))));
    }

    private Experiment withRate(double lr) {
        return bench.experiment().withRun("Gradient descent", run("Gradient descent", lr));
    }

    private void work() {
        while (!workers.isEmpty() || !own.isEmpty()) {
            Queue<Runnable> queue = workers.isEmpty() ? own : workers;
            queue.remove().run();
        }
    }

    @Test
    @DisplayName("a new workbench computes its runs and tells its listeners once each has news")
    void computes() {
        List<Scene> told = new ArrayList<>();
        bench.listen(told::add);
        assertThat(bench.scene().settled()).isFalse();
        work();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().settled()).isTrue();
        assertThat(told.getFirst().chosenTrace().orElseThrow().parameter(1, 0)).isEqualTo(16);
    }

    @Test
    @DisplayName("undo and redo go through the edits; a gesture's edits are one")
    void undo() {
        bench.edit(withRate(0.2), "lr");
        bench.edit(withRate(0.3), "lr");
        bench.endGesture();
        bench.edit(withRate(0.4), "lr");
        bench.undo();
        assertThat(rate()).isEqualTo(0.3);
        bench.undo();
        assertThat(rate()).isEqualTo(0.1);
        assertThat(bench.canUndo()).isFalse();
        bench.redo();
        bench.redo();
        assertThat(rate()).isEqualTo(0.4);
        assertThat(bench.canRedo()).isFalse();
        work();
        assertThat(bench.scene().chosenTrace().orElseThrow().rate(1)).isEqualTo(0.4);
    }

    private double rate() {
        HyperValue value = bench.scene().chosen().recipe().hyperparameters().get("lr");
        return value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN;
    }

    @Test
    @DisplayName("of many edits before a worker is free, the first and the last are computed, and the last is shown")
    void newestWins() {
        for (int i = 1; i <= 50; i++) {
            bench.edit(withRate(0.01 * i), "lr");
        }
        int computed = 0;
        while (!workers.isEmpty() || !own.isEmpty()) {
            computed += workers.size();
            while (!workers.isEmpty()) {
                workers.remove().run();
            }
            while (!own.isEmpty()) {
                own.remove().run();
            }
        }
        assertThat(computed).isEqualTo(2);
        assertThat(bench.scene().settled()).isTrue();
        assertThat(bench.scene().chosenTrace().orElseThrow().rate(1)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("a run whose recipe does not fit is refused with a sentence, the others go on")
    void refusal() {
        bench.edit(bench.experiment().withAdded(run("Bad", -1)));
        work();
        assertThat(bench.scene().record("Bad").orElseThrow().refusal())
                .contains("run 'Bad': lr of gd must be in [0, infinity), got −1");
        assertThat(bench.scene().chosenTrace()).isPresent();
        assertThat(bench.scene().settled()).isTrue();
    }

    @Test
    @DisplayName("looking elsewhere computes nothing and leaves no entry in the history")
    void looking() {
        work();
        bench.look(bench.view().withPlayhead(7).withRuns(runs -> runs.withHidden(Set.of("Gradient descent"))));
        assertThat(workers).isEmpty();
        assertThat(bench.canUndo()).isFalse();
        assertThat(bench.scene().shownRuns()).isEmpty();
        bench.look(bench.view().withPlayhead(5000));
        assertThat(bench.view().playhead()).isEqualTo(100);
    }

    @Test
    @DisplayName("the old path is shown until the new one comes")
    void oldPathStays() {
        work();
        bench.edit(withRate(0.3));
        RunRecord record = bench.scene().record("Gradient descent").orElseThrow();
        assertThat(record.trace().orElseThrow().rate(1)).isEqualTo(0.1);
        assertThat(record.settled()).isFalse();
        work();
        assertThat(bench.scene().chosenTrace().orElseThrow().rate(1)).isEqualTo(0.3);
    }

    @Test
    @DisplayName("the mailbox reads once what many posts add up to")
    void mailbox() {
        List<Integer> read = new ArrayList<>();
        Queue<Runnable> turns = new ArrayDeque<>();
        Mailbox<Integer> mailbox = new Mailbox<>(turns::add, Integer::sum, read::add);
        mailbox.post(1);
        mailbox.post(2);
        mailbox.post(3);
        assertThat(turns).hasSize(1);
        turns.remove().run();
        assertThat(read).containsExactly(6);
        mailbox.post(4);
        turns.remove().run();
        assertThat(read).containsExactly(6, 4);
    }

    @Test
    @DisplayName("with workers that work on its own thread, everything is known when a call returns")
    void inline() throws FormulaException {
        List<Boolean> told = new ArrayList<>();
        Experiment first = experiment(0.1);
        Workbench inline = new Workbench(
                first, ViewState.initial(first), new TaskResolver(FileCatalogue.load()), Runnable::run, Runnable::run);
        inline.listen(scene -> told.add(scene.settled()));
        assertThat(inline.scene().settled()).isTrue();
        assertThat(inline.scene().chosenTrace().orElseThrow().rate(1)).isEqualTo(0.1);
        inline.edit(
                first.withRun("Gradient descent", run("Gradient descent", 0.2)).withAdded(run("Second", 0.3)));
        assertThat(told).last().isEqualTo(true);
        assertThat(inline.scene().settled()).isTrue();
        assertThat(inline.scene().chosenTrace().orElseThrow().rate(1)).isEqualTo(0.2);
        assertThat(inline.scene().trace("Second").orElseThrow().rate(1)).isEqualTo(0.3);
        inline.undo();
        assertThat(inline.scene().settled()).isTrue();
        assertThat(inline.scene().chosenTrace().orElseThrow().rate(1)).isEqualTo(0.1);
    }

    @Test
    @DisplayName("who listens to a part hears it at once, and again only when it is another one")
    void parts() {
        List<Integer> steps = new ArrayList<>();
        Subscription subscription = bench.listen(scene -> scene.experiment().steps(), steps::add);
        work();
        bench.edit(withRate(0.2));
        bench.edit(bench.experiment().withSteps(70));
        bench.undo();
        subscription.cancel();
        bench.redo();
        assertThat(steps).containsExactly(100, 70, 100);
    }
}
