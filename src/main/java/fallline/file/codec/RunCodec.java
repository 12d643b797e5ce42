package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.RecordedPath;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.RunSource;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.Backtracking;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One of the `runs`.
final class RunCodec {
    private static final List<String> SETTINGS = List.of(
            "optimizer", "hyperparameters", "schedule", "batch", "stream", "changes", "modifiers", "line_search");

    private final OptimizerCatalogue catalogue;
    private final Map<String, String> own;
    private final RecordedCodec recorded;

    /// @param own the experiment's own update rules by id
    RunCodec(OptimizerCatalogue catalogue, Map<String, String> own, RecordedCodec recorded) {
        this.catalogue = catalogue;
        this.own = own;
        this.recorded = recorded;
    }

    Run read(Value value) {
        Fields fields = value.fields().identifiedBy("name");
        Optional<Value> path = fields.find("recorded");
        if (path.isPresent()) {
            return recorded(fields, path.get());
        }
        Value id = fields.need("optimizer", "the name of an optimizer, such as \"gd\"");
        Optimizer optimizer = optimizer(id);
        String name = fields.find("name").map(RunCodec::name).orElse(optimizer.id());
        RunRecipe recipe = new RunRecipe(
                optimizer.id(),
                fields.find("hyperparameters")
                        .map(values -> HyperparameterCodec.read(values, optimizer))
                        .orElse(Map.of()),
                fields.find("schedule").map(ScheduleCodec::read).orElse(Schedule.constant()),
                fields.find("batch").map(BatchCodec::read).orElse(Batching.full()),
                fields.find("stream")
                        .map(stream -> stream.whole(0, Integer.MAX_VALUE))
                        .orElse(0),
                fields.find("changes").map(list -> changes(list, optimizer)).orElse(List.of()),
                fields.find("modifiers").map(ModifiersCodec::read).orElse(Modifiers.NONE),
                fields.find("line_search").map(search -> lineSearch(search, optimizer)));
        return identified(fields, name, recipe);
    }

    /// A path that was computed elsewhere; it has no optimizer and no settings.
    private Run recorded(Fields fields, Value value) {
        for (String setting : SETTINGS) {
            if (fields.find(setting).isPresent()) {
                throw new FileException(fields.find(setting).get().place()
                        + ": a recorded path was computed elsewhere and has no settings; leave " + setting
                        + " out, or leave recorded out.");
            }
        }
        RecordedPath path = recorded.read(value);
        String name = fields.find("name").map(RunCodec::name).or(path::run).orElse("Recorded");
        return identified(fields, name, path);
    }

    /// The run with its look, where it was forked, and how often it is repeated; the last of its fields.
    private static Run identified(Fields fields, String name, RunSource source) {
        OptionalInt look = fields.find("look")
                .map(value -> OptionalInt.of(value.whole(0, Run.LOOKS - 1)))
                .orElse(OptionalInt.empty());
        Optional<Fork> fork = fields.find("fork").map(RunCodec::fork);
        OptionalInt repeats = fields.find("repeats")
                .map(value -> OptionalInt.of(repeats(value, source)))
                .orElse(OptionalInt.empty());
        fields.end();
        return new Run(name, source, look, fork, repeats);
    }

    private static int repeats(Value value, RunSource source) {
        if (source instanceof RecordedPath) {
            throw new FileException(value.place()
                    + ": a recorded path was computed elsewhere and cannot be repeated; leave repeats out.");
        }
        return value.whole(Run.FEWEST_REPEATS, Run.MOST_REPEATS);
    }

    private static Fork fork(Value value) {
        Fields fields = value.fields();
        Optional<String> of = fields.find("of").map(RunCodec::name);
        int step = fields.need("step", "the step where the run was forked").whole(1, Experiment.MOST_STEPS);
        fields.end();
        return new Fork(of, step);
    }

    /// Puts look, origin and repeats into the run's node.
    ///
    /// @param looks whether the looks are to be said
    private static void identify(ObjectNode node, Run run, boolean looks) {
        if (looks) {
            run.look().ifPresent(look -> node.put("look", look));
        }
        run.fork().ifPresent(fork -> {
            ObjectNode where = node.putObject("fork");
            fork.of().ifPresent(name -> where.put("of", name));
            where.put("step", fork.step());
        });
        run.repeats().ifPresent(count -> node.put("repeats", count));
    }

    private static Backtracking lineSearch(Value value, Optimizer optimizer) {
        if (!optimizer.takesLineSearch()) {
            throw new FileException(value.place() + ": " + optimizer.id() + " takes no line search: gd and newton do.");
        }
        return LineSearchCodec.read(value);
    }

    private Optimizer optimizer(Value id) {
        try {
            return catalogue.find(id.text(), own);
        } catch (IllegalArgumentException e) {
            throw FileException.at(id.place().toString(), e);
        }
    }

    private static String name(Value value) {
        if (value.text().isBlank()) {
            throw value.refusal("a name that is not blank");
        }
        return value.text();
    }

    private static List<Change> changes(Value list, Optimizer optimizer) {
        return list.items().stream()
                .map(change -> ChangeCodec.read(change, optimizer))
                .toList();
    }

    /// @param looks whether the looks are to be said: they need not be where they follow from the order of the runs
    ObjectNode write(Run run, boolean looks) {
        if (run.recorded().isPresent()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("name", run.name());
            identify(node, run, looks);
            node.set("recorded", recorded.write(run.recorded().get()));
            return node;
        }
        RunRecipe recipe = run.recipe();
        Optimizer optimizer = catalogue.find(recipe.optimizer(), own);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", run.name());
        identify(node, run, looks);
        node.put("optimizer", recipe.optimizer());
        node.set("hyperparameters", HyperparameterCodec.write(recipe.hyperparameters(), optimizer));
        node.set("schedule", ScheduleCodec.write(recipe.schedule()));
        node.set("batch", BatchCodec.write(recipe.batching()));
        node.put("stream", recipe.stream());
        if (!recipe.modifiers().equals(Modifiers.NONE)) {
            node.set("modifiers", ModifiersCodec.write(recipe.modifiers()));
        }
        recipe.lineSearch().ifPresent(search -> node.set("line_search", LineSearchCodec.write(search)));
        if (!recipe.changes().isEmpty()) {
            ArrayNode changes = node.putArray("changes");
            recipe.changes().forEach(change -> changes.add(ChangeCodec.write(change, optimizer)));
        }
        return node;
    }
}
