package fallline.experiment.edit;

import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.RecordedChange;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.RunSource;
import fallline.experiment.Start;
import fallline.experiment.view.ViewState;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.ModifierFit;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Everything that a hand can change in an experiment, each as a pure function from one experiment to the next.
///
/// Settings take the step `from` which they hold: 0 is the whole run, later changes stay; k > 0 records a change at
/// step k and leaves everything before it as it was. An edit that names a run which is not there throws
/// `IllegalArgumentException`.
public final class Edits {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s+\\d+");

    private Edits() {}

    /// The step from which an edit holds in this view: the playhead with the switch *from this step on*, else 0.
    public static int from(ViewState view) {
        return view.fromHere() ? view.playhead() : 0;
    }

    /// Sets a hyperparameter of a run.
    public static Experiment withHyperparameter(
            Experiment experiment, String run, String name, HyperValue value, int from) {
        RunRecipe recipe = recipe(experiment, run);
        return withRecipe(
                experiment, run, from > 0 ? recipe.withChange(Change.of(from, name, value)) : recipe.with(name, value));
    }

    /// Gives a hyperparameter the value of the rule again, for the whole run or from a step on.
    public static Experiment withDefault(Experiment experiment, String run, Hyperparameter hyperparameter, int from) {
        if (from > 0) {
            return withHyperparameter(experiment, run, hyperparameter.name(), hyperparameter.initial(), from);
        }
        RunRecipe recipe = recipe(experiment, run);
        Map<String, HyperValue> values = new HashMap<>(recipe.hyperparameters());
        values.remove(hyperparameter.name());
        return withRecipe(experiment, run, recipe.withHyperparameters(values));
    }

    /// Sets from which rows a run takes its gradient.
    public static Experiment withBatching(Experiment experiment, String run, Batching batching, int from) {
        RunRecipe recipe = recipe(experiment, run);
        return withRecipe(
                experiment,
                run,
                from > 0
                        ? recipe.withChange(new RecordedChange(from, new RecordedChange.Batched(batching)).change())
                        : recipe.withBatching(batching));
    }

    /// Sets how a run's rate changes with the step.
    public static Experiment withSchedule(Experiment experiment, String run, Schedule schedule, int from) {
        RunRecipe recipe = recipe(experiment, run);
        return withRecipe(
                experiment,
                run,
                from > 0 ? recipe.withChange(Change.ofSchedule(from, schedule)) : recipe.withSchedule(schedule));
    }

    /// Sets what is done to a run's gradient before its rule.
    public static Experiment withModifiers(Experiment experiment, String run, Modifiers modifiers, int from) {
        RunRecipe recipe = recipe(experiment, run);
        return withRecipe(
                experiment,
                run,
                from > 0 ? recipe.withChange(Change.ofModifiers(from, modifiers)) : recipe.withModifiers(modifiers));
    }

    /// Sets what shortens a run's steps, for the whole of its way. A line search needs all rows: with one, the run
    /// takes full batches, and recorded changes of the batch go; so do SAM and a look-ahead, as
    /// neither goes with it.
    public static Experiment withLineSearch(Experiment experiment, String run, Optional<Backtracking> search) {
        RunRecipe recipe = recipe(experiment, run).withLineSearch(search);
        return withRecipe(
                experiment,
                run,
                search.isPresent() ? fitting(withAllRows(recipe), new ModifierFit(false, false, true)) : recipe);
    }

    /// The recipe without the modifiers that do not go, at every step.
    private static RunRecipe fitting(RunRecipe recipe, ModifierFit fit) {
        return recipe.withModifiers(fit.of(recipe.modifiers()))
                .withChanges(recipe.changes().stream()
                        .map(change -> new Change(
                                change.step(),
                                change.hyperparameters(),
                                change.schedule(),
                                change.batching(),
                                change.modifiers().map(fit::of)))
                        .toList());
    }

    /// The recipe with full batches at every step.
    static RunRecipe withAllRows(RunRecipe recipe) {
        List<Change> changes = RecordedChange.of(recipe).stream()
                .filter(change -> !(change.setting() instanceof RecordedChange.Batched))
                .map(RecordedChange::change)
                .toList();
        return recipe.withChanges(changes).withBatching(Batching.full());
    }

    /// Gives a run another optimizer for the whole of its way.
    ///
    /// Values of hyperparameters that the new one knows too and accepts are kept; recorded changes and
    /// modifiers that do not go with it go. A run named after its optimizer is named after the new one, and a
    /// method that needs all rows gets them. The rates of such methods mean something else: to and from them
    /// none is kept, and L-BFGS makes one inner iteration a step. Where the card of a catalogue function has a
    /// rate for the new optimizer, that is taken.
    public static Experiment withOptimizer(Experiment experiment, String run, Optimizer before, Optimizer next) {
        Run old = run(experiment, run);
        if (old.recorded().isPresent()) {
            return experiment;
        }
        Map<String, HyperValue> values = new HashMap<>();
        boolean sameKind = before.needsFullBatch() == next.needsFullBatch();
        for (Hyperparameter hyperparameter : next.hyperparameters()) {
            HyperValue value = old.recipe().hyperparameters().get(hyperparameter.name());
            boolean means = sameKind || !hyperparameter.name().equals(Hyperparameter.LEARNING_RATE);
            if (value != null && means && accepts(hyperparameter, value, next)) {
                values.put(hyperparameter.name(), value);
            }
        }
        values.putAll(next.firstSettings());
        SuggestedRate.ofCard(experiment.problem(), experiment.startPoint(), next)
                .ifPresent(rate -> values.put(Hyperparameter.LEARNING_RATE, HyperValue.of(rate)));
        RunRecipe recipe = fitting(old.recipe().withOptimizer(next.id(), values), ModifierFit.of(next, false));
        if (next.needsFullBatch()) {
            recipe = recipe.withBatching(Batching.full());
        }
        boolean namedAfterOptimizer = stem(run).equals(before.card().name());
        String name = namedAfterOptimizer
                ? freeNameBeside(experiment, run, next.card().name())
                : run;
        return experiment.withRun(run, old.withName(name).withRecipe(recipe));
    }

    /// Whether the hyperparameter takes the value.
    static boolean accepts(Hyperparameter hyperparameter, HyperValue value, Optimizer optimizer) {
        try {
            hyperparameter.encode(value, optimizer.id());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Takes one recorded change back.
    public static Experiment withoutChange(Experiment experiment, String run, RecordedChange change) {
        RunRecipe recipe = recipe(experiment, run);
        List<Change> kept = RecordedChange.of(recipe).stream()
                .filter(other -> !other.equals(change))
                .map(RecordedChange::change)
                .toList();
        return withRecipe(experiment, run, recipe.withChanges(kept));
    }

    /// Another value for a parameter of the problem: a constant of its formula, not one that is searched. Nothing else
    /// changes: what its runs make of the new surface is what there is to see.
    ///
    /// @throws IllegalArgumentException with a sentence, if the problem has no such parameter
    public static Experiment withParameter(Experiment experiment, String name, double value) {
        return experiment.withProblem(experiment.problem().withParameter(name, value));
    }

    /// One more run at the end, under its own name or the next free one like it, with the first look that is free.
    public static Experiment withAdded(Experiment experiment, Run run) {
        return experiment.withAdded(run.copy(freeName(experiment, run.name())));
    }

    /// A copy of a run after it, under the next free name.
    public static Experiment withDuplicate(Experiment experiment, String run) {
        Run original = run(experiment, run);
        return inserted(experiment, experiment.indexOf(run) + 1, original.copy(freeName(experiment, run)));
    }

    /// A copy of a run that goes its own way from a step on, under the next free name, after the run and those that
    /// were forked from it; at step 0, where there is no way yet to share, a copy and no more.
    public static Experiment withFork(Experiment experiment, String run, int step) {
        if (step < 1) {
            return withDuplicate(experiment, run);
        }
        Run fork = run(experiment, run).copy(freeName(experiment, run)).withFork(Optional.of(Fork.of(run, step)));
        Set<String> family = new HashSet<>(Set.of(run));
        int place = experiment.indexOf(run) + 1;
        while (place < experiment.runs().size()
                && experiment
                        .runs()
                        .get(place)
                        .fork()
                        .flatMap(Fork::of)
                        .filter(family::contains)
                        .isPresent()) {
            family.add(experiment.runs().get(place).name());
            place++;
        }
        return inserted(experiment, place, fork);
    }

    private static Experiment inserted(Experiment experiment, int place, Run run) {
        List<Run> runs = new ArrayList<>(experiment.runs());
        runs.add(place, run);
        return experiment.withRuns(runs);
    }

    /// Whether a fork still goes the way of the run that it came from up to its step: false once settings before that
    /// step were changed in one of the two, or that run is gone.
    public static boolean sharesItsWay(Experiment experiment, Run fork) {
        return fork.fork()
                .filter(from -> from.of()
                        .map(name -> run(experiment, name))
                        .filter(parent -> until(parent, from.step()).equals(until(fork, from.step())))
                        .isPresent())
                .isPresent();
    }

    private static RunSource until(Run run, int step) {
        return run.recorded().isPresent()
                ? run.source()
                : run.recipe()
                        .withChanges(run.recipe().changes().stream()
                                .filter(change -> change.step() < step)
                                .toList());
    }

    /// The run under another name.
    ///
    /// @throws IllegalArgumentException with a sentence, if the name is blank or another run has it
    public static Experiment withRenamed(Experiment experiment, String run, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("a run needs a name: type one, such as " + run);
        }
        if (!wanted.equals(run) && experiment.indexOf(wanted) >= 0) {
            throw new IllegalArgumentException(
                    "another run is called " + Quote.of(wanted) + ": try " + freeName(experiment, wanted));
        }
        return experiment.withRun(run, run(experiment, run).withName(wanted));
    }

    /// One coordinate of the start; a random start becomes the numbers that it stands for.
    public static Experiment withStartCoordinate(Experiment experiment, int index, double value) {
        double[] point = experiment.startPoint();
        point[index] = value;
        return experiment.withStart(Start.at(point));
    }

    /// A start drawn from the seed; if the start is drawn from it already, the next seed is taken, so that every press
    /// of the button leads somewhere else. A random start keeps its spread; else networks get Glorot's.
    public static Experiment withRandomStart(Experiment experiment, double scale) {
        Start.Spread spread = experiment.start() instanceof Start.Random(Start.Spread before, double _)
                ? before
                : experiment.problem().family().startsAtRandom() ? Start.Spread.GLOROT : Start.Spread.NORMAL;
        Start start = new Start.Random(spread, scale);
        boolean again = experiment.start().equals(start);
        Experiment seeded = again ? experiment.withSeed(experiment.seed() + 1) : experiment;
        return seeded.withStart(start);
    }

    /// `wanted` if no run has it, else the next free number after it: `Momentum 2` follows `Momentum` and itself.
    public static String freeName(Experiment experiment, String wanted) {
        return experiment.indexOf(wanted) < 0 ? wanted : experiment.freeName(stem(wanted));
    }

    /// As [#freeName], for the new name of a run that gives up its own.
    static String freeNameBeside(Experiment experiment, String run, String wanted) {
        return experiment.runs().size() == 1 ? wanted : freeName(experiment.without(run), wanted);
    }

    /// The name without the number at its end.
    static String stem(String name) {
        var match = NUMBERED.matcher(name);
        return match.matches() ? match.group(1) : name;
    }

    private static Run run(Experiment experiment, String name) {
        int index = experiment.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no run called " + Quote.of(name));
        }
        return experiment.runs().get(index);
    }

    private static RunRecipe recipe(Experiment experiment, String run) {
        return run(experiment, run).recipe();
    }

    private static Experiment withRecipe(Experiment experiment, String run, RunRecipe recipe) {
        return experiment.withRun(run, run(experiment, run).withRecipe(recipe));
    }
}
