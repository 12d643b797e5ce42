package fallline.experiment.edit;

import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.Start;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.FormulaText;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes experiments and runs that are worth seeing at once: a start from which there is a way to go, and a rate that
/// neither crawls nor diverges.
public final class NewExperiments {
    private static final int FIRST_STEPS = 100;
    private static final int STEPS = 200;

    /// Where formulas are tried to start, coordinates by turns; the first place with a finite J and a slope is taken.
    private static final double[][] STARTS = {{-1.5, 2}, {2, 1.5}, {0.5, 0.25}, {1, 1}, {3, 5}, {0, 0}};

    private final OptimizerCatalogue catalogue;

    public NewExperiments(OptimizerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The first screen: J = w² from w = 20 with α = 0.1, the textbook's first example.
    public Experiment first() {
        try {
            Problem problem = Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE);
            Optimizer standard = catalogue.standard();
            RunRecipe recipe = RunRecipe.of(standard.id(), Map.of(Hyperparameter.LEARNING_RATE, HyperValue.of(0.1)));
            Run run = new Run(standard.card().name(), recipe);
            return new Experiment(problem, Start.at(20), 0, FIRST_STEPS, List.of(run), Map.of());
        } catch (FormulaException e) {
            throw new IllegalStateException("w^2 is a formula", e);
        }
    }

    /// A formula with its variables found in it, and one run of gradient descent.
    ///
    /// @param text may declare parameters behind the formula, see [FormulaText]
    /// @throws FormulaException if the text cannot be read, or has no variable
    public Experiment forFormula(String text, Goal goal) throws FormulaException {
        return forFormula(text, goal, List.of());
    }

    /// As above.
    ///
    /// @param known names of any form that are variables where they occur
    public Experiment forFormula(String text, Goal goal, List<String> known) throws FormulaException {
        return fresh(formula(text, goal, known));
    }

    /// A formula in the place of the problem of `before`.
    ///
    /// With the same variables all stays, except rates that would diverge or stand still here, which become
    /// suggested ones. With others the variables that both have keep their start, and the runs keep their
    /// optimizers.
    ///
    /// @param text may declare parameters behind the formula, see [FormulaText]
    /// @throws FormulaException if the text cannot be read, or has no variable
    public Experiment forFormula(String text, Goal goal, Experiment before) throws FormulaException {
        return forFormula(text, goal, List.of(), before);
    }

    /// As above.
    ///
    /// @param known names of any form that are variables where they occur, besides those of `before`
    public Experiment forFormula(String text, Goal goal, List<String> known, Experiment before)
            throws FormulaException {
        if (!(before.problem() instanceof Problem.Formula old)) {
            return forFormula(text, goal, known);
        }
        List<String> names = new ArrayList<>(old.variables());
        known.stream().filter(name -> !names.contains(name)).forEach(names::add);
        Problem.Formula problem = formula(text, goal, names);
        if (old.variables().equals(problem.variables())) {
            return withFittingRates(before, problem);
        }
        double[] start = formulaStart(problem.objective());
        double[] oldStart = before.startPoint();
        for (int i = 0; i < start.length; i++) {
            int place = old.variables().indexOf(problem.variables().get(i));
            start[i] = place >= 0 ? oldStart[place] : start[i];
        }
        List<Run> runs = CarriedRuns.along(catalogue, problem, start, before);
        return new Experiment(problem, Start.at(start), before.seed(), before.steps(), runs, before.optimizers());
    }

    private static Problem.Formula formula(String text, Goal goal, List<String> known) throws FormulaException {
        FormulaText read = FormulaText.parse(text);
        int indent = text.length() - text.stripLeading().length();
        try {
            Set<String> declared = read.parameters().keySet();
            List<String> variables = FormulaVariables.of(
                    read.expression(),
                    known.stream().filter(name -> !declared.contains(name)).toList(),
                    List.copyOf(declared));
            return Problems.formula(read.expression(), variables, read.parameters(), goal);
        } catch (FormulaException e) {
            throw e.shifted(indent);
        }
    }

    /// A function of the catalogue from its first start, and one run of gradient descent at the rate of its card. It
    /// takes as many steps as the slowest of the runs that the card suggests.
    public Experiment forFunction(CatalogueFunction card) {
        int steps = card.rates().stream().mapToInt(FirstRate::steps).max().orElse(STEPS);
        return fresh(
                Problems.function(card, Map.of(), Goal.MINIMISE),
                Start.at(card.firstStart()),
                Math.max(FIRST_STEPS, steps));
    }

    /// A model on data from its usual start.
    public Experiment forModel(Problem.OnData problem) {
        return fresh(problem);
    }

    /// A straight line or plane through data from zero.
    ///
    /// @throws fallline.data.DataException with a sentence, if a column does not fit
    public Experiment forLinear(Dataset data, List<String> features, String target) {
        return fresh(Problems.linear(data, features, target, ModelOptions.PLAIN));
    }

    /// The probability of one of two classes from zero.
    ///
    /// @throws fallline.data.DataException with a sentence, if a column does not fit
    public Experiment forLogistic(Dataset data, List<String> features, String target) {
        return fresh(Problems.logistic(data, features, target, Optional.empty(), ModelOptions.PLAIN));
    }

    /// An experiment on another problem. With the same parameters all stays; with others it starts where such a problem
    /// usually does, and the runs get suggested rates.
    public Experiment forProblem(Problem problem, Experiment before) {
        Objective objective = problem.objective();
        if (objective.parameterNames().equals(before.problem().objective().parameterNames())) {
            return before.withProblem(problem);
        }
        boolean random = problem.family().startsAtRandom() && before.start() instanceof Start.Random;
        Start start = random ? before.start() : Start.usual(problem);
        double[] point = start.point(objective, before.seed());
        List<Run> runs = CarriedRuns.along(catalogue, problem, point, before);
        return new Experiment(problem, start, before.seed(), before.steps(), runs, before.optimizers());
    }

    /// The problem of a new experiment with the runs that were there: see [CarriedRuns].
    public CarriedRuns.Carried carried(Experiment fresh, Experiment before) {
        return CarriedRuns.onto(catalogue, fresh, before);
    }

    /// One more run for an experiment: the first optimizer of the catalogue that no run has yet and that goes with the
    /// problem, else that of `chosen`, with a suggested rate and the batches of `chosen`.
    public Run next(Experiment experiment, Run chosen) {
        boolean free = experiment.problem().objective().lasso().isNone();
        Optimizer optimizer = catalogue.all().stream()
                .filter(candidate -> free || !candidate.needsFullBatch())
                .filter(candidate -> experiment.runs().stream()
                        .noneMatch(run -> run.recipe().optimizer().equals(candidate.id())))
                .findFirst()
                .orElseGet(() -> chosen.recorded().isPresent()
                        ? catalogue.standard()
                        : catalogue.find(chosen.recipe().optimizer(), experiment.optimizers()));
        Batching batching =
                optimizer.needsFullBatch() ? Batching.full() : chosen.recipe().batching();
        RunRecipe recipe = recipe(optimizer, experiment.problem(), experiment.startPoint());
        return new Run(optimizer.card().name(), recipe.withBatching(batching));
    }

    private Experiment fresh(Problem problem) {
        Objective objective = problem.objective();
        Start start = problem instanceof Problem.Formula ? Start.at(formulaStart(objective)) : Start.usual(problem);
        return fresh(problem, start, STEPS);
    }

    private Experiment fresh(Problem problem, Start start, int steps) {
        Optimizer optimizer = catalogue.standard();
        double[] point = start.point(problem.objective(), 0);
        Run run = new Run(optimizer.card().name(), recipe(optimizer, problem, point));
        return new Experiment(problem, start, 0, steps, List.of(run), Map.of());
    }

    private static double[] formulaStart(Objective objective) {
        Objective own = objective.twin();
        int n = own.dimension();
        double[] gradient = new double[n];
        for (double[] turns : STARTS) {
            double[] start = new double[n];
            for (int i = 0; i < n; i++) {
                // a single variable starts at the positive one of the pair: 2 says more than −1.5
                start[i] = turns[(i + (n == 1 ? 1 : 0)) % 2];
            }
            boolean finite = Double.isFinite(own.gradient(start, gradient))
                    && Arrays.stream(gradient).allMatch(Double::isFinite);
            if (finite && Arrays.stream(gradient).anyMatch(slope -> slope != 0)) {
                return start;
            }
        }
        return new double[n];
    }

    /// The runs on a problem with the same parameters; those whose rates would diverge at once there or stand still get
    /// others.
    private Experiment withFittingRates(Experiment before, Problem problem) {
        Experiment fitting = before.withProblem(problem);
        double[] start = fitting.startPoint();
        Optional<Double> limit = SuggestedRate.limit(problem.objective(), start);
        List<Run> others = CarriedRuns.along(catalogue, problem, start, before);
        for (int i = 0; i < others.size(); i++) {
            Run run = before.runs().get(i);
            if (run.recorded().isEmpty() && !fits(run, limit, before.optimizers())) {
                fitting = fitting.withRun(run.name(), others.get(i));
            }
        }
        return fitting;
    }

    private boolean fits(Run run, Optional<Double> limit, Map<String, String> own) {
        Optimizer optimizer = catalogue.find(run.recipe().optimizer(), own);
        if (!optimizer.hasRate()) {
            return true;
        }
        double rate = SettingsAt.base(run.recipe()).rate(optimizer);
        return limit.map(most -> rate <= 2 * most && rate >= most / 1000).orElse(true);
    }

    private static RunRecipe recipe(Optimizer optimizer, Problem problem, double[] start) {
        Map<String, HyperValue> values = new HashMap<>(optimizer.firstSettings());
        if (optimizer.hasRate()) {
            values.put(Hyperparameter.LEARNING_RATE, HyperValue.of(SuggestedRate.of(problem, start, optimizer)));
        }
        return RunRecipe.of(optimizer.id(), values);
    }
}
