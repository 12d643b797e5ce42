package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.edit.RuleEdits;
import fallline.experiment.edit.SuggestedRate;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.export.python.PythonScript;
import fallline.expr.FormulaException;
import fallline.expr.print.PythonDialect;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.problem.Problem;
import fallline.problem.Problems;
import fallline.workbench.Narration;
import fallline.workbench.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A copy of a rule behaves as its original")
class CopiedRuleTest {
    private static final FileCatalogue CATALOGUE = FileCatalogue.load();
    private static final TaskResolver RESOLVER = new TaskResolver(CATALOGUE);
    private static final String ID = "mine";

    static Stream<RuleOptimizer> rules() {
        return CATALOGUE.all().stream().filter(RuleOptimizer.class::isInstance).map(RuleOptimizer.class::cast);
    }

    private static String text(RuleOptimizer rule) {
        return RuleEdits.copied(rule, rule.text(), ID);
    }

    private static List<Problem> problems() throws FormulaException {
        List<Problem> problems = new ArrayList<>();
        for (String formula : List.of("w^2", "-(w^2)", "abs(w)", "3 w")) {
            problems.add(Problems.formula(formula, List.of("w"), Map.of(), Goal.MINIMISE));
        }
        problems.add(Problems.function(FunctionCatalogue.find("himmelblau"), Map.of(), Goal.MINIMISE));
        return problems;
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("in its suggested rate, limits and zones")
    void rates(RuleOptimizer rule) throws FormulaException {
        RuleOptimizer copy = RuleOptimizer.parse(ID, text(rule));
        for (Problem problem : problems()) {
            double[] start = {2, 1};
            double[] point = java.util.Arrays.copyOf(start, problem.objective().dimension());
            assertThat(SuggestedRate.of(problem, point, copy)).isEqualTo(SuggestedRate.of(problem, point, rule));
        }
        assertThat(copy.momentum()).isEqualTo(rule.momentum());
        assertThat(copy.rates().family()).isEqualTo(rule.rates().family());
        assertThat(copy.rates().stabilitySettings()).isEqualTo(rule.rates().stabilitySettings());
        Map<String, Double> settings = new HashMap<>();
        rule.hyperparameters().forEach(parameter -> {
            if (parameter.initial() instanceof HyperValue.Amount(double amount)) {
                settings.put(parameter.name(), amount);
            }
        });
        for (double smallest : new double[] {-1, 0, 0.5, 4}) {
            assertThat(copy.rates().stability(settings, smallest, 4))
                    .isEqualTo(rule.rates().stability(settings, smallest, 4));
        }
        assertThat(copy.torch()).isEqualTo(rule.torch());
        assertThat(copy.stepsAs(rule)).isTrue();
    }

    private static Experiment experiment(Optimizer optimizer, double rate, Map<String, String> own)
            throws FormulaException {
        Problem problem = Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE);
        RunRecipe recipe =
                RunRecipe.of(optimizer.id(), optimizer.hasRate() ? Map.of("lr", HyperValue.of(rate)) : Map.of());
        return new Experiment(problem, Start.at(20), 0, 200, List.of(new Run("Run", recipe)), own);
    }

    private static Narration narration(Experiment experiment) {
        Queue<Runnable> later = new ConcurrentLinkedQueue<>();
        Workbench workbench = new Workbench(
                experiment, ViewState.initial(experiment).withPlayhead(200), RESOLVER, Runnable::run, later::add);
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
        return Narration.of(workbench.scene());
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("in what is told of its runs")
    void narration(RuleOptimizer rule) throws FormulaException {
        String text = text(rule);
        for (double rate : new double[] {0.1, 3}) {
            Narration original = narration(experiment(rule, rate, Map.of()));
            Narration copied = narration(experiment(RuleOptimizer.parse(ID, text), rate, Map.of(ID, text)));
            assertThat(copied).isEqualTo(original);
        }
        if (rule.equals(CATALOGUE.standard())) {
            assertThat(narration(experiment(rule, 3, Map.of())).sentence())
                    .endsWith("α·J″ = 6.00 > 2: every step lands farther away than it left");
        }
    }

    private static String script(Optimizer optimizer, Map<String, String> own) throws FormulaException {
        return PythonScript.text(experiment(optimizer, 0.1, own), RESOLVER, PythonDialect.PYTORCH);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("in its PyTorch script, until its steps are changed")
    void script(RuleOptimizer rule) throws FormulaException {
        String text = text(rule);
        RuleOptimizer copy = RuleOptimizer.parse(ID, text);
        String known = rule.torch()
                .map(torch -> "make = torch.optim." + torch.getKey())
                .orElse("class Mine");
        assertThat(script(copy, Map.of(ID, text))).contains(known);
        assertThat(script(rule, Map.of())).contains(known.equals("class Mine") ? "def step(self, theta" : known);
        String changed = text + "\ntheta <- theta*1.5";
        assertThat(script(RuleOptimizer.parse(ID, changed), Map.of(ID, changed)))
                .doesNotContain("make = torch.optim")
                .contains("def step(self, theta");
    }

    @Test
    @DisplayName("but no text can put words of its own into a script")
    void trusted() throws FormulaException {
        String text =
                "torch: SGD(lr=__import__('os').getpid())\n" + "lr = 0.1 (1e-6 .. 10, log)\ntheta <- theta - lr*g";
        assertThat(script(RuleOptimizer.parse(ID, text), Map.of(ID, text))).doesNotContain("__import__");
    }

    @Test
    @DisplayName("and a first run takes the first rule of the index")
    void standard() {
        assertThat(CATALOGUE.standard()).isEqualTo(CATALOGUE.all().getFirst());
        assertThat(new NewExperiments(CATALOGUE)
                        .first()
                        .runs()
                        .getFirst()
                        .recipe()
                        .optimizer())
                .isEqualTo(CATALOGUE.all().getFirst().id());
    }
}
