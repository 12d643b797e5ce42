package fallline.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import fallline.data.Generator;
import fallline.experiment.RunRecipe;
import fallline.experiment.judge.Judge;
import fallline.experiment.judge.Verdict;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();

    private static RunTask square(double rate, int steps) throws FormulaException {
        return new RunTask(
                Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE).objective(),
                CATALOGUE.find("gd", Map.of()),
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))),
                new double[] {1},
                0,
                steps);
    }

    @Test
    @DisplayName("gd on w² from 1 reaches (1 − 2·lr)ᵏ < ε at the step of the closed form, for every rate")
    void closedForm() throws FormulaException {
        double[] rates = {0.125, 0.25, 0.5, 1.25, 0};
        Ensemble ensemble = new Ensemble(
                square(0.1, 40),
                rates.length,
                new Starts.Same(),
                List.of(new CellSetting("lr", rates)),
                Optional.of(new Target(0, 1e-3)));
        Outcomes outcomes = Outcomes.of(ensemble);
        new EnsembleRunner().runAll(ensemble, EnsembleRunner.inOrder(rates.length), outcomes, () -> false, _ -> {});
        for (int cell = 0; cell < rates.length; cell++) {
            double factor = 1 - 2 * rates[cell];
            int expected = -1;
            for (int k = 0; k <= 40 && expected < 0; k++) {
                expected = Math.pow(factor, 2 * k) < 1e-3 ? k : -1;
            }
            assertThat(outcomes.state(cell)).isEqualTo(CellState.FINISHED);
            assertThat(outcomes.reachedStep(cell)).isEqualTo(expected);
            assertThat(outcomes.reachedGradients(cell)).isEqualTo(expected);
            assertThat(outcomes.parameter(0, cell)).isCloseTo(Math.pow(factor, 40), withinPercentage(1e-10));
            assertThat(outcomes.gradients(cell)).isEqualTo(40);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // x, x + 3x², …: J is −1.7e209 at step 7 and overflows at 8, within its domain
        "-x^3, -1e300, 8",
        "-x^3, -1e200, 7",
        // from 1 to 0, where the logarithm is −∞, but has no value
        "log(x), -5, -1"
    })
    @DisplayName("J = −∞ is below every J that is typed, but not where J has no value; side by side and one by one")
    void overflow(String formula, double loss, int expected) throws FormulaException {
        RunTask base = new RunTask(
                Problems.formula(formula, List.of("x"), Map.of(), Goal.MINIMISE).objective(),
                CATALOGUE.find("gd", Map.of()),
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(1))),
                new double[] {1},
                0,
                20);
        Ensemble ensemble =
                new Ensemble(base, 40, new Starts.Same(), List.of(), Optional.of(Target.level(Goal.MINIMISE, loss)));
        Outcomes outcomes = Outcomes.of(ensemble);
        new EnsembleRunner().run(ensemble, EnsembleRunner.inOrder(40), 0, 40, outcomes, () -> false);
        assertThat(outcomes.reachedStep(17)).isEqualTo(expected);
        Cells.run(ensemble, 17, outcomes, () -> false);
        assertThat(outcomes.reachedStep(17)).isEqualTo(expected);
        assertThat(new Target(0, 1).isReached(Goal.MINIMISE, Double.NEGATIVE_INFINITY))
                .as("where J* is known")
                .isFalse();
    }

    @Test
    @DisplayName("a cell opens as the run with its start on the plane and its own settings")
    void cellIsARun() throws FormulaException {
        RunTask base = new RunTask(
                Problems.formula("x^2 + 3*y^2", List.of("x", "y"), Map.of(), Goal.MINIMISE)
                        .objective(),
                CATALOGUE.find("momentum", Map.of()),
                RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.1))),
                new double[] {7, 7},
                3,
                25);
        Starts plane = new Starts.Plane(
                new double[] {1, 2}, new double[] {1, 0}, new double[] {0.5, 1}, new double[] {3, 4}, new double[] {
                    -2, 6
                });
        Ensemble ensemble = new Ensemble(
                base, 2, plane, List.of(new CellSetting("momentum", new double[] {0.5, 0.75})), Optional.empty());
        RunTask second = ensemble.cell(1);
        assertThat(second.start()).containsExactly(8, 8);
        assertThat(second.recipe().hyperparameters()).containsEntry("momentum", HyperValue.of(0.75));
        assertThat(second.recipe().hyperparameters()).containsEntry("lr", HyperValue.of(0.1));
        Trace trace = TraceRecorder.record(second, () -> false, _ -> {});
        Outcomes outcomes = Outcomes.of(ensemble);
        new EnsembleRunner().run(ensemble, new int[] {1}, 0, 1, outcomes, () -> false);
        assertThat(outcomes.isDone(0)).isFalse();
        assertThat(outcomes.loss(1)).isEqualTo(trace.loss(25));
        assertThat(outcomes.parameter(1, 1)).isEqualTo(trace.parameter(25, 1));
        assertThat(Cells.at(ensemble, 1, new int[] {25}, () -> false).orElseThrow()[0])
                .containsExactly(trace.parameter(25, 0), trace.parameter(25, 1));
        assertThat(Cells.judged(ensemble, 1, outcomes, () -> false)).isPresent();
    }

    @Test
    @DisplayName("a setting out of its range, of another length or unknown is refused with a sentence")
    void refusals() throws FormulaException {
        RunTask base = square(0.1, 5);
        assertThatThrownBy(() -> with(base, "lr", new double[] {0.1, -1})).hasMessageContaining("lr of gd must be");
        assertThatThrownBy(() -> with(base, "lr", new double[] {0.1})).hasMessageContaining("1 values for 2 cells");
        assertThatThrownBy(() -> with(base, "beta9", new double[2])).hasMessageContaining("has no hyperparameter");
    }

    private static Ensemble with(RunTask base, String name, double[] values) {
        return new Ensemble(base, 2, new Starts.Same(), List.of(new CellSetting(name, values)), Optional.empty());
    }

    @Test
    @DisplayName("once cancelled, cells stay pending")
    void cancelled() throws FormulaException {
        double[][] starts = {new double[300]};
        Arrays.setAll(starts[0], i -> i);
        Ensemble ensemble = new Ensemble(square(0.1, 50), 300, new Starts.Each(starts), List.of(), Optional.empty());
        Outcomes outcomes = Outcomes.of(ensemble);
        new EnsembleRunner().runAll(ensemble, EnsembleRunner.inOrder(300), outcomes, () -> true, _ -> {});
        for (int cell = 0; cell < 300; cell++) {
            assertThat(outcomes.state(cell)).isEqualTo(CellState.PENDING);
        }
    }

    @Test
    @DisplayName("cells of a regression and of a network, batches among them, are the runs that they open as")
    void modelsOnData() {
        Problem.OnData line = Problems.linear(Generator.LINE.generate(40, 1, 1), List.of("x"), "y", ModelOptions.PLAIN);
        var design = new NeuralNetwork.Design(List.of(3), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY);
        Problem.OnData moons = Problems.network(
                Generator.MOONS.generate(40, 0.2, 1),
                List.of("x1", "x2"),
                "class",
                Optional.empty(),
                design,
                ModelOptions.PLAIN);
        for (Problem.OnData problem : List.of(line, moons)) {
            int n = problem.objective().dimension();
            double[] start = new double[n];
            Arrays.setAll(start, i -> 0.1 * i - 0.3);
            RunRecipe recipe = RunRecipe.of("adam", Map.of()).withBatching(new Batching.Shuffled(16));
            RunTask base = new RunTask(problem.objective(), CATALOGUE.find("adam", Map.of()), recipe, start, 5, 30);
            double[] rates = new double[20];
            Arrays.setAll(rates, i -> 0.01 * (i + 1));
            Ensemble ensemble = new Ensemble(
                    base,
                    rates.length,
                    new Starts.Same(),
                    List.of(new CellSetting("lr", rates)),
                    Optional.of(new Target(0, 0.5)));
            Outcomes outcomes = Outcomes.of(ensemble);
            EnsembleRunner runner = new EnsembleRunner();
            assertThat(runner.isQuick(ensemble)).isFalse();
            runner.runAll(ensemble, EnsembleRunner.inOrder(rates.length), outcomes, () -> false, _ -> {});
            for (int cell = 0; cell < rates.length; cell++) {
                Trace trace = TraceRecorder.record(ensemble.cell(cell), () -> false, _ -> {});
                assertThat(outcomes.loss(cell)).isEqualTo(trace.loss(30));
                assertThat(Cells.at(ensemble, cell, new int[] {30}, () -> false).orElseThrow()[0][n - 1])
                        .isEqualTo(trace.parameter(30, n - 1));
                assertThat(outcomes.gradients(cell)).isEqualTo(30);
            }
        }
    }

    @Test
    @DisplayName("many verdicts are those of the runs")
    void manyVerdicts() throws FormulaException {
        double[] rates = {0.1, 0.5, 1.0, 1.5};
        Ensemble ensemble = new Ensemble(
                square(0.1, 100),
                rates.length,
                new Starts.Same(),
                List.of(new CellSetting("lr", rates)),
                Optional.empty());
        Verdict[] verdicts = new Verdict[rates.length];
        Outcomes outcomes = Outcomes.of(ensemble);
        new EnsembleRunner()
                .judgeAll(
                        ensemble,
                        EnsembleRunner.inOrder(rates.length),
                        outcomes,
                        (verdict, cell) -> verdicts[cell] = verdict,
                        () -> false,
                        _ -> {});
        for (int cell = 0; cell < rates.length; cell++) {
            RunTask task = ensemble.cell(cell);
            Trace trace = TraceRecorder.record(task, () -> false, _ -> {});
            assertThat(verdicts[cell].word())
                    .isEqualTo(Judge.verdict(task, trace).word());
            assertThat(outcomes.loss(cell)).isEqualTo(trace.loss(trace.lastStep()));
        }
        assertThat(verdicts[0].word()).isEqualTo("converged");
    }
}
