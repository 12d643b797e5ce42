package fallline.export.python;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.TaskResolver;
import fallline.export.ExportException;
import fallline.export.TraceCsv;
import fallline.expr.print.PythonDialect;
import fallline.expr.print.PythonNames;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.OneCycle;
import fallline.optimizer.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The runs of an experiment as Python: the classes of their rules, and a call of `Run` each.
final class PythonRecipes {
    private static final String MOMENTUM = "momentum";

    private final Experiment experiment;
    private final TaskResolver resolver;
    private final PythonDialect dialect;
    private final PythonNames names = new PythonNames();
    private final Map<String, String> classes = new LinkedHashMap<>();

    PythonRecipes(Experiment experiment, TaskResolver resolver, PythonDialect dialect) {
        this.experiment = experiment;
        this.resolver = resolver;
        this.dialect = dialect;
        PythonSections.reserved().forEach(names::of);
    }

    /// What the runs need of the template.
    Set<String> features() {
        Set<String> features = new LinkedHashSet<>();
        List<RunRecipe> recipes = experiment.runs().stream().map(Run::recipe).toList();
        List<Change> changes =
                recipes.stream().flatMap(recipe -> recipe.changes().stream()).toList();
        List<Schedule> schedules = Stream.concat(
                        recipes.stream().map(RunRecipe::schedule),
                        changes.stream().flatMap(change -> change.schedule().stream()))
                .toList();
        List<Batching> batches = Stream.concat(
                        recipes.stream().map(RunRecipe::batching),
                        changes.stream().flatMap(change -> change.batching().stream()))
                .toList();
        List<Modifiers> modifiers = Stream.concat(
                        recipes.stream().map(RunRecipe::modifiers),
                        changes.stream().flatMap(change -> change.modifiers().stream()))
                .toList();
        boolean newton = experiment.runs().stream().anyMatch(run -> classOf(run).equals("Newton"));
        boolean searches =
                recipes.stream().anyMatch(recipe -> recipe.lineSearch().isPresent());
        boolean backtracks = experiment.runs().stream()
                .anyMatch(run ->
                        run.recipe().lineSearch().isPresent() && !classOf(run).equals("Newton"));
        add(features, "changes", !changes.isEmpty());
        add(features, "schedule", schedules.stream().anyMatch(s -> !(s instanceof Schedule.Constant)));
        add(features, "cycle", schedules.stream().anyMatch(PythonRecipes::movesMomentum));
        add(features, "observe", schedules.stream().anyMatch(s -> s.plateau().isPresent()));
        add(features, "batch", batches.stream().anyMatch(b -> !(b instanceof Batching.Full)));
        add(features, "clip-norm", modifiers.stream().anyMatch(m -> m.clipNorm() < Double.POSITIVE_INFINITY));
        add(features, "clip-value", modifiers.stream().anyMatch(m -> m.clipValue() < Double.POSITIVE_INFINITY));
        add(features, "decay", modifiers.stream().anyMatch(m -> m.decoupledWeightDecay() != 0));
        add(features, "noise", modifiers.stream().anyMatch(m -> m.gradientNoise() != 0));
        add(features, "average", modifiers.stream().anyMatch(Modifiers::average));
        boolean sam = modifiers.stream().anyMatch(m -> m.sam() != 0);
        add(features, "sam", sam);
        add(features, "sam-up", sam && experiment.problem().goal() == Goal.MAXIMISE);
        add(features, "lookahead", modifiers.stream().anyMatch(m -> m.lookahead()
                .isPresent()));
        add(features, "modifiers", modifiers.stream().anyMatch(m -> !m.equals(Modifiers.NONE)));
        add(features, "maximise", experiment.problem().goal() == Goal.MAXIMISE);
        add(features, "l1", !experiment.problem().objective().lasso().isNone());
        add(features, "search", searches || newton);
        add(features, "value", searches);
        add(features, "hessian", newton);
        add(features, backtracks ? "backtracking" : "plain", true);
        add(features, "last", !features.contains("average"));
        add(features, "stream", features.contains("batch") || features.contains("noise"));
        return features;
    }

    private static void add(Set<String> features, String feature, boolean needed) {
        if (needed) {
            features.add(feature);
        }
    }

    private static boolean movesMomentum(Schedule schedule) {
        return switch (schedule) {
            case OneCycle cycle -> cycle.cycleMomentum();
            case Cyclic cycle -> cycle.cycleMomentum();
            case Schedule.Warmup warmup -> movesMomentum(warmup.then());
            default -> false;
        };
    }

    private Optimizer optimizer(Run run) {
        return resolver.optimizer(experiment, run);
    }

    private String classOf(Run run) {
        return classes.computeIfAbsent(run.recipe().optimizer(), id -> {
            boolean written = optimizer(run) instanceof RuleOptimizer;
            return written
                    ? names.fresh(camelCase(id))
                    : optimizer(run)
                            .pythonClass()
                            .orElseThrow(() ->
                                    new ExportException("The optimizer '" + id + "' cannot be written as Python."));
        });
    }

    private static String camelCase(String id) {
        return Arrays.stream(id.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", ""));
    }

    /// The classes of the rules, each a list of lines; those of the template are not among them.
    List<List<String>> rules() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (Run run : experiment.runs()) {
            String name = classOf(run);
            if (optimizer(run) instanceof RuleOptimizer rule) {
                rules.computeIfAbsent(name, _ -> TorchRules.find(rule, name, resolver.catalogue())
                        .filter(_ -> dialect == PythonDialect.PYTORCH && !switchesMomentum(rule.id()))
                        .orElseGet(() -> rule.python(dialect, name)));
            }
        }
        return List.copyOf(rules.values());
    }

    /// Whether a run of the rule has momentum at some steps and none at others: PyTorch keeps no memory while it is
    /// 0, and cannot begin to (RMSprop) or begins anew (SGD), where the rule remembers all along.
    private boolean switchesMomentum(String rule) {
        for (Run run : experiment.runs()) {
            if (!run.recipe().optimizer().equals(rule)) {
                continue;
            }
            Stream<Optional<HyperValue>> all = Stream.concat(
                    Stream.of(Optional.ofNullable(complete(run).get(MOMENTUM))),
                    run.recipe().changes().stream()
                            .map(change ->
                                    Optional.ofNullable(change.hyperparameters().get(MOMENTUM))));
            Set<Boolean> none = all.flatMap(Optional::stream)
                    .map(value -> value instanceof HyperValue.Amount(double amount) && amount == 0)
                    .collect(Collectors.toSet());
            boolean moved = Stream.concat(
                            Stream.of(run.recipe().schedule()),
                            run.recipe().changes().stream().flatMap(change -> change.schedule().stream()))
                    .anyMatch(PythonRecipes::movesMomentum);
            if (none.size() > 1 || (moved && !none.isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /// The function that hands out the runs.
    List<String> runs() {
        List<String> lines = new ArrayList<>(
                List.of("def runs():", "    \"\"\"The runs of the experiment, one after the other.\"\"\""));
        for (Run run : experiment.runs()) {
            lines.add("    yield Run(");
            arguments(run).forEach(argument -> lines.add("        " + argument + ","));
            lines.add("    )");
        }
        return lines;
    }

    private List<String> arguments(Run run) {
        RunRecipe recipe = run.recipe();
        List<String> arguments = new ArrayList<>();
        arguments.add(PythonText.string(TraceCsv.quoted(run.name())));
        arguments.add(classOf(run));
        arguments.add(hyper(run, complete(run)));
        if (!(recipe.schedule() instanceof Schedule.Constant)) {
            arguments.add("schedule=" + PythonSchedules.call(recipe.schedule()));
        }
        Optional<String> momentum = optimizer(run).momentum();
        if (features().contains("cycle") && momentum.isPresent()) {
            arguments.add("momentum=" + PythonText.string(keyword(run, momentum.get())));
        }
        if (!(recipe.batching() instanceof Batching.Full)) {
            arguments.add("batch=" + batch(recipe.batching()));
        }
        if (!recipe.modifiers().equals(Modifiers.NONE)) {
            arguments.add("modifiers=" + modifiers(recipe.modifiers()));
        }
        if (recipe.stream() != 0 && features().contains("stream")) {
            arguments.add("stream=" + recipe.stream());
        }
        recipe.lineSearch()
                .ifPresent(search -> arguments.add("line_search={\"c1\": " + PythonText.decimal(search.c1())
                        + ", \"shrink\": " + PythonText.decimal(search.shrink()) + "}"));
        if (!recipe.changes().isEmpty()) {
            arguments.add("changes={" + changes(run) + "}");
        }
        return arguments;
    }

    private Map<String, HyperValue> complete(Run run) {
        Map<String, HyperValue> values = new LinkedHashMap<>();
        for (Hyperparameter parameter : optimizer(run).hyperparameters()) {
            values.put(
                    parameter.name(),
                    run.recipe().hyperparameters().getOrDefault(parameter.name(), parameter.initial()));
        }
        return values;
    }

    /// What a hyperparameter is called in the script.
    private String keyword(Run run, String name) {
        return optimizer(run) instanceof RuleOptimizer rule
                ? rule.pythonKeywords().getOrDefault(name, name)
                : name;
    }

    private String hyper(Run run, Map<String, HyperValue> values) {
        return optimizer(run).hyperparameters().stream()
                .map(Hyperparameter::name)
                .flatMap(name -> Optional.ofNullable(values.get(name)).stream()
                        .map(value -> PythonText.string(keyword(run, name)) + ": " + value(value)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(HyperValue value) {
        return switch (value) {
            case HyperValue.Amount(double amount) -> PythonText.decimal(amount);
            case HyperValue.Word(String word) -> PythonText.string(word);
            case HyperValue.Flag(boolean flag) -> PythonText.flag(flag);
        };
    }

    private static String batch(Batching batching) {
        return switch (batching) {
            case Batching.Full _ -> "AllRows()";
            case Batching.Shuffled(int size) -> "Shuffled(" + size + ")";
            case Batching.Given(List<int[]> batches) ->
                "Given(" + batches.stream().map(Arrays::toString).toList() + ")";
        };
    }

    private static String modifiers(Modifiers modifiers) {
        List<String> entries = new ArrayList<>();
        if (modifiers.clipNorm() < Double.POSITIVE_INFINITY) {
            entries.add("\"clip_norm\": " + PythonText.decimal(modifiers.clipNorm()));
        }
        if (modifiers.clipValue() < Double.POSITIVE_INFINITY) {
            entries.add("\"clip_value\": " + PythonText.decimal(modifiers.clipValue()));
        }
        if (modifiers.decoupledWeightDecay() != 0) {
            entries.add("\"decoupled_weight_decay\": " + PythonText.decimal(modifiers.decoupledWeightDecay()));
        }
        if (modifiers.gradientNoise() != 0) {
            entries.add("\"gradient_noise\": " + PythonText.decimal(modifiers.gradientNoise()));
        }
        if (modifiers.average()) {
            entries.add("\"average\": True");
        }
        if (modifiers.sam() != 0) {
            entries.add("\"sam\": {\"rho\": " + PythonText.decimal(modifiers.sam()) + "}");
        }
        modifiers
                .lookahead()
                .ifPresent(lookahead -> entries.add("\"lookahead\": {\"k\": " + lookahead.k() + ", \"alpha\": "
                        + PythonText.decimal(lookahead.alpha()) + "}"));
        return "{" + String.join(", ", entries) + "}";
    }

    /// A schedule that is set again goes on, so it is written only where it is another one.
    private String changes(Run run) {
        List<String> entries = new ArrayList<>();
        Schedule before = run.recipe().schedule();
        for (Change change : run.recipe().changes()) {
            List<String> parts = new ArrayList<>(List.of("hyper=" + hyper(run, change.hyperparameters())));
            Schedule next = change.schedule().orElse(before);
            if (!next.equals(before)) {
                parts.add("schedule=" + PythonSchedules.call(next));
            }
            before = next;
            if (features().contains("batch")) {
                change.batching().ifPresent(batching -> parts.add("batch=" + batch(batching)));
            }
            if (features().contains("modifiers")) {
                change.modifiers().ifPresent(modifiers -> parts.add("modifiers=" + modifiers(modifiers)));
            }
            entries.add(change.step() + ": dict(" + String.join(", ", parts) + ")");
        }
        return String.join(", ", entries);
    }
}
