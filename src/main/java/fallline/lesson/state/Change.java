package fallline.lesson.state;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.edit.Edits;
import fallline.experiment.edit.SuggestedRate;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.eval.Interpreter;
import fallline.expr.parse.Parser;
import fallline.objective.Goal;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.text.Quote;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What an assignment changes. The names, also in docs/lessons.md: [#NAMES]; besides these the constants of the
/// formula, the settings of the chosen run's optimizer and the arguments of its schedule have their own names, and
/// are looked for in this order.
public final class Change {
    private static final List<String> OWN = List.of(
            "rate",
            "optimizer",
            "batch",
            "start",
            "step",
            "steps",
            "seed",
            "run",
            "add",
            "remove",
            "formula",
            "goal",
            "standardise",
            "degree",
            "l2",
            "l1",
            "hidden");

    /// The names that every experiment has.
    public static final List<String> NAMES =
            Stream.of(OWN, MethodChange.NAMES).flatMap(List::stream).toList();

    private static final int MOST_RUNS = 12;

    private Change() {}

    /// The setup after `assignment`.
    ///
    /// @throws IllegalArgumentException with a sentence
    static Setup apply(Assignment assignment, Setup setup, Engine engine) {
        try {
            return changed(assignment.name(), assignment.value(), setup, engine);
        } catch (FormulaException e) {
            throw new IllegalArgumentException(assignment.name() + ": " + e.getMessage(), e);
        }
    }

    private static Setup changed(String name, String value, Setup setup, Engine engine) throws FormulaException {
        Experiment experiment = setup.experiment();
        Run chosen = setup.chosen();
        return switch (name) {
            case "rate" -> hyperparameter(Hyperparameter.LEARNING_RATE, value, setup, engine);
            case "optimizer" -> {
                Optimizer before = engine.optimizer(setup, chosen);
                Experiment next =
                        Edits.withOptimizer(experiment, chosen.name(), before, engine.optimizer(setup, value));
                String now = next.runs().get(experiment.indexOf(chosen.name())).name();
                yield new Setup(next, setup.view().withRuns(look -> look.withRenamed(chosen.name(), now)));
            }
            case "batch" -> setup.with(Edits.withBatching(experiment, chosen.name(), batching(value), 0));
            case "start" -> setup.with(experiment.withStart(start(value, experiment)));
            case "step" -> setup.with(setup.view().withPlayhead(whole(name, value, 0, Experiment.MOST_STEPS)));
            case "steps" -> setup.with(experiment.withSteps(whole(name, value, 1, Experiment.MOST_STEPS)));
            case "seed" -> setup.with(experiment.withSeed(whole(name, value, 0, Integer.MAX_VALUE)));
            case "run" -> setup.with(setup.view().withChosen(existing(experiment, value)));
            case "add" -> added(value, setup, engine);
            case "remove" -> setup.with(experiment.without(existing(experiment, value)));
            case "formula" ->
                setup.with(engine.experiments()
                        .forFormula(value, experiment.problem().goal(), experiment));
            case "goal" -> setup.with(experiment.withProblem(goal(value, experiment.problem())));
            case "standardise" -> options(setup, engine, old -> old.withStandardise(flag(name, value)));
            case "degree" -> {
                int degree = whole(name, value, 1, 20);
                yield options(setup, engine, old -> old.withDegree(degree));
            }
            case "l2" -> {
                double weight = number(name, value);
                yield options(setup, engine, old -> old.withL2(weight));
            }
            case "l1" -> {
                double weight = number(name, value);
                yield options(setup, engine, old -> old.withL1(weight));
            }
            case "hidden" -> hidden(value, setup, engine);
            default ->
                experiment.problem().parameters().containsKey(name)
                        ? setup.with(Edits.withParameter(experiment, name, number(name, value)))
                        : setting(name, value, setup, engine);
        };
    }

    private static Setup setting(String name, String value, Setup setup, Engine engine) throws FormulaException {
        boolean known = engine.optimizer(setup, setup.chosen()).hyperparameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name));
        Optional<Setup> around = known ? Optional.empty() : MethodChange.apply(name, value, setup, engine);
        return around.isPresent() ? around.get() : hyperparameter(name, value, setup, engine);
    }

    private static Setup hyperparameter(String name, String value, Setup setup, Engine engine) throws FormulaException {
        Optimizer optimizer = engine.optimizer(setup, setup.chosen());
        Hyperparameter parameter = optimizer.hyperparameters().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Quote.of(name)
                        + " cannot be set here: it is no setting of " + optimizer.id() + " and none of "
                        + String.join(", ", NAMES)));
        HyperValue given =
                switch (parameter.kind()) {
                    case Hyperparameter.Range _ -> HyperValue.of(number(name, value));
                    case Hyperparameter.Choice _ -> new HyperValue.Word(value);
                    case Hyperparameter.Switch _ -> new HyperValue.Flag(flag(name, value));
                };
        parameter.encode(given, optimizer.id()); // refuses what is not allowed
        return setup.with(
                Edits.withHyperparameter(setup.experiment(), setup.chosen().name(), name, given, 0));
    }

    private static Batching batching(String value) throws FormulaException {
        return value.equals("full")
                ? Batching.full()
                : new Batching.Shuffled(whole("batch", value, 1, Integer.MAX_VALUE));
    }

    private static Start start(String value, Experiment experiment) throws FormulaException {
        for (Start.Spread spread : Start.Spread.values()) {
            if (spread.word().equals(value)) {
                return new Start.Random(spread, 1);
            }
        }
        String[] parts = value.split(",", -1);
        int dimension = experiment.problem().objective().dimension();
        if (parts.length != dimension && parts.length != 1) {
            throw new IllegalArgumentException("start has " + parts.length + " numbers, but there are " + dimension
                    + " parameters: write as many, one for all of them, or normal, glorot or he");
        }
        double[] point = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            point[i] = number("start", parts[parts.length == 1 ? 0 : i]);
        }
        return Start.at(point);
    }

    private static String existing(Experiment experiment, String run) {
        if (experiment.indexOf(run) < 0) {
            throw new IllegalArgumentException("there is no run called " + Quote.of(run) + ": there are "
                    + Quote.list(experiment.runs().stream().map(Run::name).toList()));
        }
        return run;
    }

    /// One more run of that optimizer, with the rate that is suggested for it; it is chosen.
    private static Setup added(String id, Setup setup, Engine engine) {
        Experiment experiment = setup.experiment();
        if (experiment.runs().size() >= MOST_RUNS) {
            throw new IllegalArgumentException("there are " + MOST_RUNS + " runs already");
        }
        Optimizer optimizer = engine.optimizer(setup, id);
        Map<String, HyperValue> values = new HashMap<>(optimizer.firstSettings());
        if (optimizer.hasRate()) {
            double rate = SuggestedRate.of(experiment.problem(), experiment.startPoint(), optimizer);
            values.put(Hyperparameter.LEARNING_RATE, HyperValue.of(rate));
        }
        Batching batching = optimizer.needsFullBatch()
                ? Batching.full()
                : setup.chosen().recipe().batching();
        RunRecipe recipe = RunRecipe.of(optimizer.id(), values).withBatching(batching);
        Experiment next = Edits.withAdded(experiment, new Run(optimizer.card().name(), recipe));
        return new Setup(next, setup.view().withChosen(next.runs().getLast().name()));
    }

    private static Problem goal(String value, Problem problem) {
        Goal goal = Arrays.stream(Goal.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("goal must be minimise or maximise"));
        if (!(problem instanceof Problem.Formula formula)) {
            throw new IllegalArgumentException("only a formula has a goal");
        }
        return Problems.withGoal(formula, goal);
    }

    private static Setup options(Setup setup, Engine engine, UnaryOperator<ModelOptions> change) {
        Problem.OnData model = model(setup);
        Problem.OnData next = model.family()
                .make(model.draft().withOptions(change.apply(model.draft().options())));
        return setup.with(engine.experiments().forProblem(next, setup.experiment()));
    }

    private static Problem.OnData model(Setup setup) {
        if (setup.experiment().problem() instanceof Problem.OnData model) {
            return model;
        }
        throw new IllegalArgumentException("only a model on data has options");
    }

    private static Setup hidden(String value, Setup setup, Engine engine) throws FormulaException {
        if (!(setup.experiment().problem() instanceof Problem.Network network)) {
            throw new IllegalArgumentException("only a network has hidden layers");
        }
        String[] parts = value.split(",", -1);
        Integer[] layers = new Integer[parts.length];
        for (int i = 0; i < parts.length; i++) {
            layers[i] = whole("hidden", parts[i], 1, 1000);
        }
        NeuralNetwork.Design old = network.design();
        NeuralNetwork.Design design = new NeuralNetwork.Design(List.of(layers), old.activation(), old.loss());
        Problem.OnData next = network.family().make(network.draft().withDesign(design));
        return setup.with(engine.experiments().forProblem(next, setup.experiment()));
    }

    static boolean flag(String name, String value) {
        return switch (value) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException(name + " must be true or false, got " + Quote.of(value));
        };
    }

    /// The value of a number or a calculation with numbers.
    static double number(String name, String text) throws FormulaException {
        var formula = Parser.parse(text, Scope.of());
        double value = new Interpreter(formula, List.of(), 0).value(new double[0]);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, got " + Quote.of(text));
        }
        return value;
    }

    static int whole(String name, String text, int least, int most) throws FormulaException {
        double value = number(name, text);
        if (value != Math.rint(value) || value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be a whole number from " + least + " on, got " + Quote.of(text));
        }
        return (int) value;
    }
}
