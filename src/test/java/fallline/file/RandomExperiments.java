package fallline.file;

import fallline.data.BuiltInData;
import fallline.data.Column;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.data.HoldOut;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.view.Chalk;
import fallline.experiment.view.ConvergenceLook;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.FitLook;
import fallline.experiment.view.FitLook.Residuals;
import fallline.experiment.view.LossLook;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.RaceLook;
import fallline.experiment.view.RunsLook;
import fallline.experiment.view.StepLook;
import fallline.experiment.view.SurfaceLook;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.SampledObjective;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.formula.FunctionCatalogue;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.modifier.ModifierFit;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.OneCycle;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/// Experiments of all kinds, from a seed.
final class RandomExperiments {
    private static final List<String> NAMES =
            List.of("Adam", "gd α=0,1", "ünïcödé", "a \"quoted\" name", "back\\slash", "İI", "x,y", "  spaced");
    private static final String OWN_RULE = """
            name: Mine
            lr = 0.1 (1e-6 .. 10, log)
            theta <- theta - lr*g  "step"
            """;

    private final SplittableRandom random;
    private final OptimizerCatalogue catalogue;

    RandomExperiments(SplittableRandom random, OptimizerCatalogue catalogue) {
        this.random = random;
        this.catalogue = catalogue;
    }

    Experiment experiment() {
        Problem problem =
                switch (random.nextInt(7)) {
                    case 0 -> formula();
                    case 5 -> function();
                    case 1 -> linear();
                    case 2 -> logistic();
                    case 3 -> softmax();
                    case 4 -> network();
                    default -> builtIn();
                };
        Map<String, String> own = random.nextInt(3) == 0 ? Map.of("mine", OWN_RULE) : Map.of();
        List<Run> runs = new ArrayList<>();
        List<String> names = new ArrayList<>(NAMES);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Run run = new Run(names.remove(random.nextInt(names.size())), recipe(problem, own));
            runs.add(identified(run, runs));
        }
        int n = problem.objective().dimension();
        Start start = random.nextInt(4) == 0
                ? new Start.Random(oneOf(List.of(Start.Spread.values())), number())
                : Start.at(numbers(n));
        return new Experiment(problem, start, random.nextLong(), 1 + random.nextInt(1_000_000), runs, own);
    }

    /// Some have a look of their own, and some were forked.
    private Run identified(Run run, List<Run> others) {
        Run dressed = random.nextInt(3) == 0 ? run.withLook(random.nextInt(Run.LOOKS)) : run;
        Optional<String> parent = others.isEmpty() || random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(others.get(random.nextInt(others.size())).name());
        if (random.nextInt(4) == 0 && dressed.recorded().isEmpty()) {
            dressed = dressed.withRepeats(OptionalInt.of(2 + random.nextInt(199)));
        }
        return random.nextInt(3) == 0
                ? dressed.withFork(Optional.of(new Fork(parent, 1 + random.nextInt(1_000_000))))
                : dressed;
    }

    private Problem function() {
        CatalogueFunction card = FunctionCatalogue.find(random.nextBoolean() ? "rosenbrock" : "absolute");
        Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
        card.parameters().forEach((name, _) -> {
            double number = random.nextDouble(0.5, 3);
            parameters.put(name, new FormulaParameter(number, number - 1, number + 1));
        });
        return Problems.function(card, parameters, random.nextBoolean() ? Goal.MINIMISE : Goal.MAXIMISE);
    }

    ViewState view(Experiment experiment) {
        int n = experiment.problem().objective().dimension();
        List<Run> runs = experiment.runs();
        Set<String> hidden = new HashSet<>();
        runs.stream().filter(_ -> random.nextBoolean()).forEach(run -> hidden.add(run.name()));
        Optional<LossLook.Bounds> bounds = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new LossLook.Bounds(
                        -random.nextDouble() - 1e-9, random.nextDouble(), -1e-300 - random.nextInt(3), 1e200));
        return new ViewState(
                random.nextInt(experiment.steps() + 1),
                new RunsLook(runs.get(random.nextInt(runs.size())).name(), hidden),
                random.nextBoolean(),
                new LossLook(plane(experiment, n), random.nextBoolean(), bounds, random.nextBoolean(), surface()),
                new ConvergenceLook(
                        oneOf(List.of(Measure.values())), oneOf(List.of(Across.values())), random.nextBoolean()),
                random.nextBoolean()
                        ? RaceLook.INITIAL
                        : new RaceLook(
                                random.nextDouble() + 1e-300,
                                random.nextBoolean()
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(random.nextDouble() - 0.5)),
                fit(),
                StepLook.INITIAL,
                sweep(experiment),
                presenter(),
                Chalk.NONE);
    }

    private SweepLook sweep(Experiment experiment) {
        if (random.nextBoolean()) {
            return SweepLook.INITIAL;
        }
        List<String> names = experiment.problem().objective().parameterNames();
        SweepLook.Axis rate =
                new SweepLook.Axis("lr", 1e-5 * (1 + random.nextInt(9)), 1 + random.nextDouble(), true, 64);
        SweepLook.Axis start = new SweepLook.Axis(
                SweepLook.START + names.get(random.nextInt(names.size())),
                -random.nextDouble() - 1,
                random.nextDouble(),
                false,
                2 + random.nextInt(1000));
        return new SweepLook(
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(experiment.runs().getFirst().name()),
                Optional.of(rate),
                random.nextBoolean() ? Optional.empty() : Optional.of(start),
                oneOf(List.of(SweepLook.Measure.values())),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()));
    }

    private PresenterLook presenter() {
        PresenterLook look = PresenterLook.INITIAL
                .withSize(150 + random.nextInt(51))
                .withColours(oneOf(List.of(PresenterLook.Colours.values())))
                .with(oneOf(List.of(PresenterLook.Control.values())), random.nextBoolean());
        return random.nextBoolean() ? look : look.withPanes(List.of("step", "steps", "table"));
    }

    private FitLook fit() {
        int across = random.nextInt(9);
        return new FitLook(
                oneOf(List.of(Residuals.values())),
                random.nextBoolean(),
                across,
                across + 1 + random.nextInt(3),
                360 * random.nextDouble(),
                4 + 80 * random.nextDouble());
    }

    private SurfaceLook surface() {
        SurfaceLook.Camera camera = new SurfaceLook.Camera(
                360 * random.nextDouble(),
                4 + 80 * random.nextDouble(),
                1 + random.nextInt(9),
                -0.25,
                random.nextDouble());
        SurfaceLook look = new SurfaceLook(
                random.nextBoolean(),
                camera,
                oneOf(List.of(SurfaceLook.Height.values())),
                oneOf(List.of(SurfaceLook.Colours.values())),
                Set.of());
        return random.nextBoolean() ? look : look.withToggled(oneOf(List.of(SurfaceLook.Overlay.values())));
    }

    private PlaneChoice plane(Experiment experiment, int n) {
        List<Run> runs = experiment.runs();
        String run = runs.get(random.nextInt(runs.size())).name();
        List<PathPoint> points = List.of(
                new PathPoint.Start(),
                new PathPoint.Playhead(run),
                new PathPoint.End(run),
                new PathPoint.Step(run, random.nextInt(1_000_000)));
        List<PlaneChoice> planes = List.of(
                new PlaneChoice.Parameters(random.nextInt(n), random.nextInt(n)),
                new PlaneChoice.Components(run),
                new PlaneChoice.RandomPair(run, random.nextLong()),
                new PlaneChoice.FilterNormalised(run, random.nextLong()),
                new PlaneChoice.ThreePoints(oneOf(points), oneOf(points), oneOf(points)));
        return n < 3 ? PlaneChoice.usual(n) : oneOf(planes);
    }

    private Problem formula() {
        Goal goal = oneOf(List.of(Goal.values()));
        Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            parameters.put("zeta", new FormulaParameter(number(), -1.5, 3));
            parameters.put("b1", new FormulaParameter(1, number(), Double.MAX_VALUE));
            parameters.put("decades", new FormulaParameter(1, 1e-3, 1e3, true));
        } else {
            parameters.put("b1", new FormulaParameter(-0.0, -Double.MIN_VALUE, Double.MIN_VALUE));
            parameters.put("zeta", new FormulaParameter(number(), 0, 0));
        }
        try {
            return Problems.formula("zeta*x^2 + sin(y)*b1", List.of("x", "y"), parameters, goal);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    private Problem linear() {
        int rows = 3 + random.nextInt(5);
        Dataset plain = table(new Column.NumberColumn("y", moderate(rows)), rows);
        Dataset data = random.nextInt(3) > 0
                ? plain
                : plain.withHoldOut(Optional.of(new HoldOut(0.1 + 0.2 * random.nextDouble(), random.nextLong())));
        boolean single = random.nextBoolean();
        int degree = 1 + random.nextInt(single ? 9 : 6);
        var options = new ModelOptions(random.nextBoolean(), degree, random.nextDouble(), l1(), random.nextBoolean());
        return Problems.linear(data, single ? List.of("x") : List.of("width, cm", "x"), "y", options);
    }

    private double l1() {
        return random.nextBoolean() ? 0 : random.nextDouble();
    }

    private Problem logistic() {
        int rows = 4 + random.nextInt(5);
        boolean words = random.nextBoolean();
        List<String> labels = new ArrayList<>(List.of("no", "yes"));
        double[] codes = new double[rows];
        codes[0] = 0.5;
        for (int i = 2; i < rows; i++) {
            labels.add(labels.get(random.nextInt(2)));
            codes[i] = codes[random.nextInt(2)];
        }
        Column target = words ? new Column.TextColumn("class", labels) : new Column.NumberColumn("class", codes);
        var options = new ModelOptions(false, 1 + random.nextInt(6), random.nextDouble(), l1(), random.nextBoolean());
        Optional<String> positive = random.nextBoolean() ? Optional.empty() : Optional.of(words ? "no" : "0.5");
        return Problems.logistic(table(target, rows), List.of("x", "width, cm"), "class", positive, options);
    }

    private Problem softmax() {
        int rows = 4 + random.nextInt(5);
        var options = new ModelOptions(false, 1, random.nextDouble(), random.nextBoolean());
        return Problems.softmax(table(classes(rows, 3), rows), List.of("x", "width, cm"), "class", options);
    }

    private Problem network() {
        int rows = 4 + random.nextInt(5);
        boolean value = random.nextBoolean();
        int count = 2 + random.nextInt(2);
        Column target = value ? new Column.NumberColumn("class", moderate(rows)) : classes(rows, count);
        List<Integer> hidden = random.ints(random.nextInt(4), 1, 65).boxed().toList();
        var design = new NeuralNetwork.Design(
                hidden,
                oneOf(List.of(Activation.values())),
                value ? NeuralNetwork.Loss.MSE : NeuralNetwork.Loss.CROSS_ENTROPY);
        Optional<String> positive =
                !value && count == 2 && random.nextBoolean() ? Optional.of("class 0") : Optional.empty();
        var options = new ModelOptions(false, 1, random.nextDouble(), random.nextBoolean());
        return Problems.network(table(target, rows), List.of("x", "width, cm"), "class", positive, design, options);
    }

    private Column classes(int rows, int count) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            labels.add("class " + (i < count ? i : random.nextInt(count)));
        }
        return new Column.TextColumn("class", labels);
    }

    private static Problem builtIn() {
        return Problems.linear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", ModelOptions.PLAIN);
    }

    private Dataset table(Column target, int rows) {
        return new Dataset(
                "the data",
                new DataSource.Columns(),
                List.of(
                        new Column.NumberColumn("x", moderate(rows)),
                        new Column.NumberColumn("width, cm", moderate(rows)),
                        target));
    }

    private RunRecipe recipe(Problem problem, Map<String, String> own) {
        boolean formula = !(problem.objective() instanceof SampledObjective);
        List<Optimizer> all = new ArrayList<>(catalogue.all());
        own.keySet().forEach(id -> all.add(catalogue.find(id, own)));
        boolean lasso = !problem.objective().lasso().isNone();
        all.removeIf(candidate -> lasso && (candidate.needsFullBatch() || candidate.readsSlopeElsewhere()));
        Optimizer optimizer = all.get(random.nextInt(all.size()));
        boolean full = formula || optimizer.needsFullBatch();
        boolean searches = !lasso && optimizer.takesLineSearch() && random.nextBoolean();
        ModifierFit fit = ModifierFit.of(optimizer, searches);
        List<Change> changes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            changes.add(new Change(
                    random.nextInt(1000),
                    values(optimizer),
                    random.nextBoolean() ? Optional.of(schedule()) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(batching(full)) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(fit.of(modifiers())) : Optional.empty()));
        }
        boolean batches = !searches
                || changes.stream().allMatch(change -> change.batching().isEmpty());
        return new RunRecipe(
                optimizer.id(),
                values(optimizer),
                schedule(),
                searches ? Batching.full() : batching(full),
                random.nextInt(5),
                changes,
                fit.of(modifiers()),
                searches && batches ? Optional.of(new Backtracking(share(), share())) : Optional.empty());
    }

    private Schedule schedule() {
        Schedule schedule =
                switch (random.nextInt(13)) {
                    case 0 -> Schedule.constant();
                    case 1 -> new Schedule.ConstantFactor(share(), random.nextInt(50));
                    case 2 -> new Schedule.Steps(1 + random.nextInt(50), share());
                    case 3 -> new Schedule.Milestones(List.of(random.nextInt(50), 70), share());
                    case 4 -> new Schedule.Exponential(share());
                    case 5 -> new Schedule.Cosine(1 + random.nextInt(50), share());
                    case 6 -> new Schedule.CosineRestarts(1 + random.nextInt(50), 1 + random.nextInt(3), share());
                    case 7 -> new Schedule.LinearWarmup(share(), share(), 1 + random.nextInt(50));
                    case 8 -> new Schedule.Polynomial(1 + random.nextInt(50), share());
                    case 9 -> new Schedule.InverseTime(share());
                    case 10 -> oneCycle();
                    case 11 -> cyclic();
                    default -> plateau();
                };
        return random.nextInt(3) == 0 ? new Schedule.Warmup(share(), 1 + random.nextInt(9), schedule) : schedule;
    }

    private Schedule oneCycle() {
        return new OneCycle(
                share(),
                1 + random.nextInt(50),
                share(),
                oneOf(List.of(OneCycle.Anneal.values())),
                random.nextBoolean(),
                share(),
                share(),
                share(),
                share(),
                random.nextBoolean());
    }

    private Schedule cyclic() {
        return new Cyclic(
                share(),
                share(),
                1 + random.nextInt(50),
                1 + random.nextInt(50),
                oneOf(List.of(Cyclic.Mode.values())),
                share(),
                random.nextBoolean(),
                share(),
                share());
    }

    private Schedule plateau() {
        return new Plateau(
                oneOf(List.of(Plateau.Mode.values())),
                share(),
                random.nextInt(50),
                share(),
                oneOf(List.of(Plateau.ThresholdMode.values())),
                random.nextInt(50),
                share(),
                share());
    }

    private Modifiers modifiers() {
        Modifiers modifiers = Modifiers.NONE.withAverage(random.nextBoolean());
        modifiers = random.nextBoolean() ? modifiers.withClipNorm(share()) : modifiers;
        modifiers = random.nextBoolean() ? modifiers.withClipValue(share()) : modifiers;
        modifiers = random.nextBoolean() ? modifiers.withDecoupledWeightDecay(share()) : modifiers;
        modifiers = random.nextBoolean() ? modifiers.withSam(share()) : modifiers;
        modifiers = random.nextBoolean()
                ? modifiers.withLookahead(Optional.of(new Modifiers.Lookahead(1 + random.nextInt(9), share())))
                : modifiers;
        return random.nextBoolean() ? modifiers.withGradientNoise(share()) : modifiers;
    }

    /// A number in (0, 1).
    private double share() {
        return random.nextDouble(1e-3, 1);
    }

    private Map<String, HyperValue> values(Optimizer optimizer) {
        Map<String, HyperValue> values = new HashMap<>();
        for (Hyperparameter parameter : optimizer.hyperparameters()) {
            if (random.nextBoolean()) {
                values.put(parameter.name(), value(parameter));
            }
        }
        return values;
    }

    private HyperValue value(Hyperparameter parameter) {
        return switch (parameter.kind()) {
            case Hyperparameter.Range range ->
                HyperValue.of(range.low() + random.nextDouble() * (range.high() - range.low()));
            case Hyperparameter.Choice choice ->
                new HyperValue.Word(
                        choice.words().get(random.nextInt(choice.words().size())));
            case Hyperparameter.Switch _ -> new HyperValue.Flag(random.nextBoolean());
        };
    }

    private Batching batching(boolean full) {
        return switch (full ? 0 : random.nextInt(3)) {
            case 0 -> Batching.full();
            case 1 -> new Batching.Shuffled(1 + random.nextInt(40));
            default -> new Batching.Given(List.of(new int[] {2, 0}, new int[] {1}));
        };
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// Any finite number, large and small ones too.
    private double number() {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : 0.1 + 0.2;
    }

    private double[] numbers(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    /// Numbers with all their digits, of a size that can be squared.
    private double[] moderate(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextDouble(-10, 10);
        }
        return numbers;
    }
}
