package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.DataSource;
import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.Run;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.file.json.Fields;
import fallline.file.json.Place;
import fallline.file.json.UnknownFields;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The whole of an experiment file, as a tree.
public final class ExperimentCodec {
    private static final int VERSION = 1;
    private static final int USUAL_STEPS = 200;

    private final OptimizerCatalogue catalogue;
    private final TableRules rules;
    private final ProblemCodec problems;
    private final RecordedCodec recorded;

    public ExperimentCodec(OptimizerCatalogue catalogue, TableRules rules) {
        this.catalogue = catalogue;
        this.rules = rules;
        problems = new ProblemCodec(rules);
        recorded = new RecordedCodec(rules);
    }

    public OpenedExperiment read(JsonNode root) {
        var unknown = new UnknownFields();
        Fields fields = new Value(root, Place.ROOT, unknown).fields();
        checkVersion(fields.need("fallline", "1, the version of the format"));
        Problem problem = problems.read(fields.need("problem", "an object with a kind"));
        Start start = fields.find("start")
                .map(value -> StartCodec.read(value, problem.objective()))
                .orElseGet(() -> Start.usual(problem));
        long seed = fields.find("seed").map(Value::whole).orElse(0L);
        int steps = fields.find("steps")
                .map(value -> value.whole(1, Experiment.MOST_STEPS))
                .orElse(USUAL_STEPS);
        Map<String, String> own = fields.find("optimizers").map(this::rules).orElse(Map.of());
        Value list = fields.need("runs", "a list of one or more runs");
        List<Run> runs = runs(list, own);
        Experiment experiment = new Experiment(problem, start, seed, steps, runs, own);
        checkTogether(list, experiment);
        List<String> warnings = new ArrayList<>();
        if (fields.find("steps").isPresent() && experiment.steps() > steps) {
            warnings.add("steps is " + steps + ", but a recorded path goes on to step " + experiment.steps()
                    + ": the experiment takes as many.");
        }
        Optional<ViewState> view = fields.find("view").flatMap(value -> view(value, experiment, warnings));
        fields.end();
        DataProblem.of(problem).ifPresent(data -> warnings.addAll(doubts(data)));
        unknown.paths()
                .forEach(
                        path -> warnings.add(
                                path
                                        + ": this version of Fall Line does not know this field; it is ignored, and kept when you save."));
        return new OpenedExperiment(experiment, view, warnings, unknown);
    }

    /// What could be read otherwise in the table, in one line; and whether it is another one than it was.
    private List<String> doubts(DataProblem problem) {
        List<String> doubts = new ArrayList<>();
        if (problem.data().source() instanceof DataSource.CsvFile file) {
            file.doubts().ifPresent(doubts::add);
            String name = String.valueOf(file.path().getFileName());
            switch (file.rows()) {
                case FILE -> {}
                case OF_CHANGED ->
                    doubts.add(name + " has changed since this experiment was saved; the new table is used.");
                case COPY_OF_GONE ->
                    doubts.add(name + " is not there any more; the copy that was saved with the experiment is used.");
                case COPY_OF_CHANGED -> {
                    if (rules.pipes()) { // a window asks
                        doubts.add(name + " has changed since this experiment was saved;"
                                + " the copy that was saved with it is used.");
                    }
                }
            }
        }
        return doubts;
    }

    private static void checkVersion(Value version) {
        int number = version.whole(1, Integer.MAX_VALUE);
        if (number > VERSION) {
            throw new FileException("fallline is " + number + ", but this version of Fall Line reads files up to "
                    + VERSION + ": open it with a newer version.");
        }
    }

    private Map<String, String> rules(Value value) {
        Map<String, String> rules = new LinkedHashMap<>();
        List<Value> all = value.fields().all();
        all.forEach(rule -> rules.put(rule.name(), rule.text()));
        for (Value rule : all) {
            try {
                catalogue.find(rule.name(), rules);
            } catch (IllegalArgumentException e) {
                throw FileException.at(rule.place().toString(), e);
            }
        }
        return rules;
    }

    private List<Run> runs(Value list, Map<String, String> own) {
        var codec = new RunCodec(catalogue, own, recorded);
        List<Run> runs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : list.items()) {
            Run run = codec.read(item);
            if (!names.add(run.name())) {
                throw new FileException(item.place().into("name") + ": another run is already called \""
                        + Quote.shortened(run.name()) + "\"; give each run its own name.");
            }
            runs.add(run);
        }
        if (runs.isEmpty()) {
            throw new FileException(list.place() + " is empty: an experiment needs at least one run.");
        }
        checkForks(list, runs);
        return runs;
    }

    /// Whether every fork leads to a run that is there, and none back to itself.
    private static void checkForks(Value list, List<Run> runs) {
        Map<String, String> parents = new HashMap<>();
        runs.forEach(run -> run.fork().flatMap(Fork::of).ifPresent(of -> parents.put(run.name(), of)));
        List<String> names = runs.stream().map(Run::name).toList();
        for (int i = 0; i < runs.size(); i++) {
            String parent = parents.get(names.get(i));
            if (parent != null && !names.contains(parent)) {
                throw new FileException(origin(list, i) + " is " + Quote.of(parent)
                        + ", but no run is called so: leave it out if that run is gone.");
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            Set<String> seen = new HashSet<>();
            for (String name = names.get(i); name != null; name = parents.get(name)) {
                if (!seen.add(name)) {
                    throw new FileException(
                            origin(list, i) + ": the forks go round in a circle; leave one of them out.");
                }
            }
        }
    }

    private static Place origin(Value list, int run) {
        return list.place().at(run).into("fork").into("of");
    }

    /// Whether every run has the look of its place, as those of files have that do not say it.
    private static boolean looksFollow(List<Run> runs) {
        return IntStream.range(0, runs.size()).allMatch(i -> runs.get(i).look().equals(OptionalInt.of(i % Run.LOOKS)));
    }

    /// Whether each recipe fits its optimizer and the data.
    private void checkTogether(Value list, Experiment experiment) {
        var resolver = new TaskResolver(catalogue);
        for (int i = 0; i < experiment.runs().size(); i++) {
            try {
                resolver.resolve(experiment, experiment.runs().get(i));
            } catch (IllegalArgumentException e) {
                RuntimeException reason = e.getCause() instanceof IllegalArgumentException cause ? cause : e;
                throw FileException.at(list.place().at(i).toString(), reason);
            }
        }
    }

    /// The view, if it can be used: nothing in it changes a number, so a wrong one is no reason to refuse the file.
    private static Optional<ViewState> view(Value value, Experiment experiment, List<String> warnings) {
        try {
            return Optional.of(ViewCodec.read(value, experiment));
        } catch (FileException e) {
            warnings.add(e.getMessage() + " The usual view is shown instead.");
            return Optional.empty();
        }
    }

    public ObjectNode write(Experiment experiment, Optional<ViewState> view, UnknownFields unknown) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("fallline", VERSION);
        root.set("problem", problems.write(experiment.problem()));
        root.set("start", StartCodec.write(experiment.start()));
        root.put("seed", experiment.seed());
        root.put("steps", experiment.steps());
        var codec = new RunCodec(catalogue, experiment.optimizers(), recorded);
        ArrayNode runs = root.putArray("runs");
        boolean looks = !looksFollow(experiment.runs());
        experiment.runs().forEach(run -> runs.add(codec.write(run, looks)));
        if (!experiment.optimizers().isEmpty()) {
            ObjectNode rules = root.putObject("optimizers");
            new TreeMap<>(experiment.optimizers()).forEach(rules::put);
        }
        view.ifPresent(state -> root.set("view", ViewCodec.write(state, experiment)));
        unknown.mergeInto(root);
        return root;
    }
}
