package fallline.experiment.edit;

import fallline.data.Dataset;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.experiment.Start;
import fallline.objective.SampledObjective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The runs of an experiment on their way to another problem: names, looks, optimizers, batches, schedules and
/// modifiers go along where they can, and rates are suggested anew.
///
/// Of several runs of one optimizer that differ in their rates, each keeps how many times the suggested rate its
/// own is: a race of three rates stays one. Rates that a run changes to on its way, and those of its schedule,
/// follow its first rate.
public final class CarriedRuns {
    private static final Set<String> SCHEDULED_RATES = Set.of("max_lr", "base_lr", "eta_min", "min_lr");

    private final OptimizerCatalogue catalogue;
    private final Experiment before;
    private final Experiment fresh;
    private final double[] start;
    private final Set<String> left = new LinkedHashSet<>();

    /// @param experiment the other problem with the runs
    /// @param note what could not go along, in one line; empty if all could
    public record Carried(Experiment experiment, Optional<String> note) {}

    private CarriedRuns(OptimizerCatalogue catalogue, Experiment before, Experiment fresh) {
        this.catalogue = catalogue;
        this.before = before;
        this.fresh = fresh;
        start = fresh.startPoint();
    }

    /// The runs of `before` on the problem of `fresh`, from its start and over its steps.
    ///
    /// A recorded path belongs to its problem, and does not go along. Where nothing else is there, `fresh` stays as
    /// it is.
    public static Carried onto(OptimizerCatalogue catalogue, Experiment fresh, Experiment before) {
        Experiment seeded = before.seed() == fresh.seed() ? fresh : fresh.withSeed(before.seed());
        return new CarriedRuns(catalogue, before, seeded).carried();
    }

    /// The runs of `before` on another problem, from a point; recorded paths stay as they are.
    static List<Run> along(OptimizerCatalogue catalogue, Problem problem, double[] start, Experiment before) {
        // the runs of the experiment do not matter here, only its problem and where it starts
        Experiment there = new Experiment(
                problem, Start.at(start), before.seed(), before.steps(), before.runs(), before.optimizers());
        CarriedRuns carried = new CarriedRuns(catalogue, before, there);
        return before.runs().stream()
                .map(run -> run.recorded().isPresent() ? run : carried.run(run, Optional.empty()))
                .toList();
    }

    private Carried carried() {
        List<Run> computed =
                before.runs().stream().filter(run -> run.recorded().isEmpty()).toList();
        before.runs().stream()
                .filter(run -> run.recorded().isPresent())
                .forEach(run -> left.add("the recorded path " + run.name()));
        if (DataProblem.of(before.problem()).filter(of -> of.options().l1() > 0).isPresent()
                && fresh.problem().objective().lasso().isNone()) {
            left.add("the lasso λ₁");
        }
        if (computed.isEmpty()) {
            return new Carried(fresh, note());
        }
        Run usual = fresh.runs().getFirst();
        List<Run> runs =
                computed.stream().map(run -> run(run, Optional.of(usual))).toList();
        return new Carried(fresh.withOptimizers(before.optimizers()).withRuns(runs), note());
    }

    private Optional<String> note() {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = List.copyOf(left);
        String last = all.getLast();
        String words = all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " and " + last;
        return Optional.of("Not taken along to this problem: " + words + ". Undo brings all back.");
    }

    /// @param usual the run that the new problem has by itself: an optimizer in common takes its rate
    private Run run(Run run, Optional<Run> usual) {
        RunRecipe old = run.recipe();
        Optimizer optimizer = catalogue.find(old.optimizer(), before.optimizers());
        RunRecipe recipe = old.withBatching(batching(run, old.batching()));
        double times = 1;
        if (optimizer.hasRate()) {
            double rate = SettingsAt.base(old).rate(optimizer);
            double next = rate(run, optimizer, usual);
            times = next / rate;
            recipe = recipe.with(Hyperparameter.LEARNING_RATE, HyperValue.of(next));
        }
        double factor = Double.isFinite(times) && times > 0 ? times : 1;
        recipe = recipe.withSchedule(scaled(old.schedule(), factor))
                .withChanges(old.changes().stream()
                        .flatMap(change -> change(run, change, factor).stream())
                        .toList());
        if (recipe.lineSearch().isPresent()
                && !fresh.problem().objective().lasso().isNone()) {
            left.add("the line search of " + run.name());
            recipe = recipe.withLineSearch(Optional.empty());
        }
        return run.withRecipe(recipe);
    }

    private double rate(Run run, Optimizer optimizer, Optional<Run> usual) {
        double suggested = usual.filter(own -> own.recipe().optimizer().equals(optimizer.id()))
                .map(own -> SettingsAt.base(own.recipe()).rate(optimizer))
                .orElseGet(() -> SuggestedRate.of(fresh.problem(), start, optimizer));
        double rate = SettingsAt.base(run.recipe()).rate(optimizer);
        boolean race = before.runs().stream()
                .filter(other ->
                        other.recorded().isEmpty() && other.recipe().optimizer().equals(optimizer.id()))
                .anyMatch(other -> SettingsAt.base(other.recipe()).rate(optimizer) != rate);
        if (!race) {
            return suggested;
        }
        double times = rate / SuggestedRate.of(before.problem(), before.startPoint(), optimizer);
        double kept = brief(times * suggested);
        return taken(optimizer, kept) ? kept : suggested;
    }

    private static boolean taken(Optimizer optimizer, double rate) {
        Hyperparameter parameter = optimizer.hyperparameters().get(optimizer.indexOf(Hyperparameter.LEARNING_RATE));
        return rate > 0 && Edits.accepts(parameter, HyperValue.of(rate), optimizer);
    }

    /// To two digits, exact as a decimal number.
    private static double brief(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.1e", value)) : value;
    }

    private Batching batching(Run run, Batching wanted) {
        int rows = fresh.problem().objective() instanceof SampledObjective sampled ? sampled.rows() : 0;
        boolean fits =
                switch (wanted) {
                    case Batching.Full _ -> true;
                    case Batching.Shuffled _ -> rows > 0;
                    // they were listed for the rows of another table
                    case Batching.Given _ -> isSameTable();
                };
        if (!fits) {
            left.add("the batches of " + run.name());
        }
        return fits ? wanted : Batching.full();
    }

    private boolean isSameTable() {
        Optional<Dataset> old = DataProblem.of(before.problem()).map(DataProblem::data);
        Optional<Dataset> now = DataProblem.of(fresh.problem()).map(DataProblem::data);
        return old.isPresent() && old.equals(now);
    }

    /// The change as it suits the new problem; empty if nothing is left of it.
    private Optional<Change> change(Run run, Change change, double factor) {
        Map<String, HyperValue> values = new HashMap<>(change.hyperparameters());
        values.computeIfPresent(
                Hyperparameter.LEARNING_RATE,
                (_, value) ->
                        value instanceof HyperValue.Amount(double rate) ? HyperValue.of(brief(rate * factor)) : value);
        Optional<Batching> batching =
                change.batching().filter(wanted -> batching(run, wanted).equals(wanted));
        boolean empty = values.isEmpty()
                && change.schedule().isEmpty()
                && batching.isEmpty()
                && change.modifiers().isEmpty();
        return empty
                ? Optional.empty()
                : Optional.of(new Change(
                        change.step(),
                        values,
                        change.schedule().map(schedule -> scaled(schedule, factor)),
                        batching,
                        change.modifiers()));
    }

    /// The schedule with its own rates so many times as high.
    private static Schedule scaled(Schedule schedule, double factor) {
        if (factor == 1 || schedule instanceof Schedule.Constant) {
            return schedule;
        }
        if (schedule instanceof Schedule.Warmup(double from, int steps, Schedule then)) {
            return new Schedule.Warmup(from, steps, scaled(then, factor));
        }
        ScheduleKind kind = ScheduleKind.of(schedule);
        Map<String, HyperValue> values = new HashMap<>(ScheduleKind.values(schedule));
        List<String> rates = new ArrayList<>(values.keySet());
        rates.retainAll(SCHEDULED_RATES);
        for (String rate : rates) {
            if (values.get(rate) instanceof HyperValue.Amount(double amount)) {
                values.put(rate, HyperValue.of(brief(amount * factor)));
            }
        }
        return rates.isEmpty() ? schedule : kind.schedule(values);
    }
}
