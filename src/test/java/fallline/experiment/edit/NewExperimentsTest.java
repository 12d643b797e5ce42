package fallline.experiment.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.BuiltInData;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.Start;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A new experiment")
class NewExperimentsTest {
    private final FileCatalogue catalogue = FileCatalogue.load();
    private final NewExperiments experiments = new NewExperiments(catalogue);

    @Test
    @DisplayName("is at first the textbook's: J = w² from 20 with rate 0.1, 100 steps, 16 and 12.8 next")
    void first() {
        Experiment first = experiments.first();

        assertThat(first.startPoint()).containsExactly(20);
        assertThat(first.steps()).isEqualTo(100);
        assertThat(first.runs()).extracting(Run::name).containsExactly("Gradient descent");
        Trace trace = trace(first, first.runs().getFirst());
        assertThat(trace.parameter(1, 0)).isEqualTo(16);
        assertThat(trace.parameter(2, 0)).isEqualTo(12.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w^2 | w",
                "(1 - x)^2 + 100*(y - x^2)^2 | x y",
                "y^2 + x^2 | x y",
                "w10^2 + w2^2 + w1 | w1 w2 w10",
                "theta_1^2 + sin(theta_0) | theta_0 theta_1",
                "exp(a) + e^b + pi | a b",
                "α^2 + 1 | α"
            })
    @DisplayName("finds a formula's variables in alphabetical order, constants and functions aside")
    void variables(String formula, String names) throws FormulaException {
        assertThat(FormulaVariables.of(formula)).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x*xy | unknown name 'xy' at column 3", "w^ | column", "3 + 4 | no variable", "x + sinx | sin(x)"})
    @DisplayName("is refused with a sentence for a formula that is wrong, takes a slip for a name, or has no variable")
    void wrong(String formula, String words) {
        assertThatThrownBy(() -> FormulaVariables.of(formula))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w^2",
                "x^2 + 4*y^2",
                "(1 - x)^2 + 100*(y - x^2)^2",
                "log(x) + 1/x",
                "1e6*w^2",
                "1e-6*w^2",
                "-exp(-w^2)"
            })
    @DisplayName("on a formula starts where there is a slope, and its first run gets lower without diverging")
    void descends(String formula) throws FormulaException {
        Experiment experiment = experiments.forFormula(formula, Goal.MINIMISE);

        Trace trace = trace(experiment, experiment.runs().getFirst());

        assertThat(trace.lastFiniteStep()).isEqualTo(experiment.steps());
        assertThat(trace.loss(experiment.steps())).isLessThan(trace.loss(0));
    }

    @Test
    @DisplayName("has a rate of a quarter of the stability limit, rounded down to 1, 2 or 5")
    void quarterOfLimit() throws FormulaException {
        // J'' = 8, so that the limit is 1/4 and its quarter 0.0625
        assertThat(rate(experiments.forFormula("4*w^2", Goal.MINIMISE))).isEqualTo(0.05);
        assertThat(rate(experiments.forFormula("-4*w^2", Goal.MAXIMISE))).isEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource({"0.0625, 0.05", "1, 1", "0.1, 0.1", "4.99, 2", "5, 5", "0.2, 0.2", "3e-9, 2e-9", "9.99e12, 5e12"})
    @DisplayName("rounds rates down to one digit")
    void nice(double value, double expected) {
        assertThat(SuggestedRate.nice(value)).isEqualTo(expected);
    }

    @Test
    @DisplayName("with the same variables keeps start, runs and rates that fit, and replaces one that would diverge")
    void sameVariables() throws FormulaException {
        Experiment before = experiments.first();

        Experiment gentle = experiments.forFormula("w^2 + w", Goal.MINIMISE, before);
        Experiment steep = experiments.forFormula("w^4", Goal.MINIMISE, before);

        assertThat(gentle.runs()).isEqualTo(before.runs());
        assertThat(gentle.start()).isEqualTo(before.start());
        // J'' at 20 is 4800: a quarter of 2/4800 is 1.04e-4
        assertThat(rate(steep)).isEqualTo(1e-4);
        assertThat(steep.startPoint()).containsExactly(20);
    }

    @Test
    @DisplayName("with other variables keeps the start of those that stay, and the runs' optimizers")
    void otherVariables() throws FormulaException {
        Experiment before = Edits.withAdded(
                experiments.first(), new Run("Fast", RunRecipe.of("momentum", Map.of("lr", HyperValue.of(0.01)))));

        Experiment after = experiments.forFormula("w^2 + z^2", Goal.MINIMISE, before);

        assertThat(after.startPoint()[0]).isEqualTo(20);
        assertThat(after.runs()).extracting(run -> run.recipe().optimizer()).containsExactly("gd", "momentum");
    }

    @Test
    @DisplayName(
            "keeps the order and the long names of the variables of the formula before; parameters are those declared")
    void knownNames() throws FormulaException {
        Problem problem = Problems.formula(
                "a*width^2 + y^2", List.of("y", "width"), Map.of("a", new FormulaParameter(3, 0, 5)), Goal.MINIMISE);
        Experiment before = new Experiment(
                problem, Start.at(1, 2), 0, 10, experiments.first().runs(), Map.of());

        Experiment after = experiments.forFormula("a*width^2 + 2*y^2, a = 3 (0 .. 5)", Goal.MINIMISE, before);
        Experiment wider = experiments.forFormula("a*width^2 + 2*y^2 + x^2, a = 3", Goal.MINIMISE, before);

        assertThat(after.problem()).isInstanceOfSatisfying(Problem.Formula.class, formula -> {
            assertThat(formula.variables()).containsExactly("y", "width");
            assertThat(formula.parameters()).containsOnlyKeys("a");
        });
        assertThat(after.startPoint()).containsExactly(1, 2);
        assertThat(wider.problem().objective().parameterNames()).containsExactly("width", "x", "y");
        assertThat(wider.startPoint()[0]).isEqualTo(2);
        assertThat(wider.startPoint()[2]).isEqualTo(1);
    }

    @Test
    @DisplayName("on a line of data starts at zero and its loss falls near the least squares' loss")
    void linear() {
        Dataset data = BuiltInData.dataset("line_4_plus_3x");

        Experiment experiment = experiments.forLinear(data, List.of("x"), "y");

        Trace trace = trace(experiment, experiment.runs().getFirst());
        double best = experiment.problem().objective().optimum().orElseThrow().value();
        assertThat(experiment.startPoint()).containsExactly(0, 0);
        assertThat(trace.loss(200)).isLessThan(1.05 * best);
    }

    @Test
    @DisplayName("on classes starts at zero, where J is ln 2, and gets lower")
    void logistic() {
        Dataset data = BuiltInData.dataset("hours_studied");

        Experiment experiment = experiments.forLogistic(data, List.of("hours"), "passed");

        Trace trace = trace(experiment, experiment.runs().getFirst());
        assertThat(trace.loss(0)).isEqualTo(Math.log(2), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(trace.loss(200)).isLessThan(0.6);
    }

    @Test
    @DisplayName("is refused with a sentence when a column does not fit")
    void badColumn() {
        Dataset data = BuiltInData.dataset("line_4_plus_3x");

        assertThatThrownBy(() -> experiments.forLinear(data, List.of("z"), "y"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("z");
    }

    @Test
    @DisplayName("gets a next run with an optimizer that no run has yet, which does not diverge either")
    void next() {
        Experiment experiment = experiments.first();
        for (int i = 0; i < 5; i++) {
            Run next = experiments.next(experiment, experiment.runs().getLast());
            experiment = Edits.withAdded(experiment, next);
        }

        assertThat(experiment.runs())
                .extracting(run -> run.recipe().optimizer())
                .doesNotHaveDuplicates();
        for (Run run : experiment.runs()) {
            assertThat(trace(experiment, run).lastFiniteStep()).as(run.name()).isEqualTo(100);
        }
    }

    @Test
    @DisplayName("gets a next run with the batches of the chosen one")
    void nextBatches() {
        Experiment experiment = experiments.forLinear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y");
        experiment = Edits.withBatching(experiment, "Gradient descent", new Batching.Shuffled(8), 0);

        Run next = experiments.next(experiment, experiment.runs().getFirst());

        assertThat(next.recipe().batching()).isEqualTo(new Batching.Shuffled(8));
    }

    private Trace trace(Experiment experiment, Run run) {
        RunTask task = new TaskResolver(catalogue).resolve(experiment, run);
        return TraceRecorder.record(task, () -> false, _ -> {});
    }

    private double rate(Experiment experiment) {
        Run run = experiment.runs().getFirst();
        Optimizer optimizer = catalogue.find(run.recipe().optimizer(), Map.of());
        return SettingsAt.base(run.recipe()).rate(optimizer);
    }
}
