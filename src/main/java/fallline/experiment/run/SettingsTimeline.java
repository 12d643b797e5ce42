package fallline.experiment.run;

import fallline.experiment.Change;
import fallline.experiment.RunRecipe;
import fallline.objective.SampledObjective;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.BatchSource;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.ModifierFit;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of a run at each of its steps: the recipe's, then those of its changes. One thread uses it at a time.
final class SettingsTimeline {
    /// Settings that hold from `step` until the next segment.
    ///
    /// @param scheduleFrom the step at which the schedule was set
    /// @param plateau the part of the schedule that watches the loss
    /// @param averageFrom the step at which averaging began; -1 if it is off
    /// @param aheadFrom the step at which the look-ahead began; -1 if it is off
    /// @param steady whether the same hyperparameters and rows hold at all its steps
    /// @param plain whether nothing is modified: asked at every step
    private record Segment(
            int step,
            double[] hyper,
            Schedule schedule,
            int scheduleFrom,
            Optional<Plateau> plateau,
            BatchSource batches,
            Modifiers modifiers,
            int averageFrom,
            int aheadFrom,
            boolean steady,
            boolean plain) {
        static Segment of(
                int step,
                double[] hyper,
                Schedule schedule,
                int scheduleFrom,
                BatchSource batches,
                Modifiers modifiers,
                int averageFrom,
                int aheadFrom) {
            boolean steady = schedule instanceof Schedule.Constant && batches.isFull();
            return new Segment(
                    step,
                    hyper,
                    schedule,
                    scheduleFrom,
                    schedule.plateau(),
                    batches,
                    modifiers,
                    averageFrom,
                    aheadFrom,
                    steady,
                    modifiers.equals(Modifiers.NONE));
        }
    }

    private final List<Segment> segments = new ArrayList<>();
    private final int rateIndex;
    private final int momentumIndex;
    private final double[] hyper;
    private Segment current;
    private int currentIndex;

    /// The last step of the current segment.
    private int currentEnd;

    /// Whether [#hyper] holds for all steps of the current segment.
    private boolean settled;

    /// @throws IllegalArgumentException with a sentence, if a setting is unknown or out of range
    SettingsTimeline(RunTask task) {
        Optimizer optimizer = task.optimizer();
        RunRecipe recipe = task.recipe();
        checkLineSearch(task);
        checkLasso(task);
        rateIndex = index(optimizer, Hyperparameter.LEARNING_RATE);
        momentumIndex = optimizer.momentum().map(name -> index(optimizer, name)).orElse(-1);
        double[] values = new double[optimizer.hyperparameters().size()];
        for (int i = 0; i < values.length; i++) {
            Hyperparameter parameter = optimizer.hyperparameters().get(i);
            values[i] = parameter.encode(parameter.initial(), optimizer.id());
        }
        apply(recipe.hyperparameters(), optimizer, values);
        segments.add(Segment.of(
                0,
                values,
                recipe.schedule(),
                0,
                source(recipe.batching(), task),
                checked(recipe.modifiers(), task),
                recipe.modifiers().average() ? 0 : -1,
                recipe.modifiers().lookahead().isPresent() ? 0 : -1));
        recipe.changes().forEach(change -> segments.add(after(segments.getLast(), change, task)));
        current = segments.getFirst();
        hyper = current.hyper().clone();
        enter(0);
    }

    /// The place of a hyperparameter that not every optimizer has; -1 if this one has not.
    private static int index(Optimizer optimizer, String name) {
        return optimizer.hyperparameters().stream()
                .map(Hyperparameter::name)
                .toList()
                .indexOf(name);
    }

    private static Segment after(Segment before, Change change, RunTask task) {
        double[] values = before.hyper().clone();
        apply(change.hyperparameters(), task.optimizer(), values);
        Schedule schedule = change.schedule().orElse(before.schedule());
        boolean newSchedule = !schedule.equals(before.schedule());
        Modifiers modifiers = checked(change.modifiers().orElse(before.modifiers()), task);
        int averageFrom = before.averageFrom() < 0 ? change.step() : before.averageFrom();
        int aheadFrom = before.aheadFrom() < 0 ? change.step() : before.aheadFrom();
        return Segment.of(
                change.step(),
                values,
                schedule,
                newSchedule ? change.step() : before.scheduleFrom(),
                change.batching().map(batching -> source(batching, task)).orElse(before.batches()),
                modifiers,
                modifiers.average() ? averageFrom : -1,
                modifiers.lookahead().isPresent() ? aheadFrom : -1);
    }

    private static void apply(Map<String, HyperValue> changes, Optimizer optimizer, double[] values) {
        changes.forEach((name, value) -> {
            int index = optimizer.indexOf(name);
            values[index] = optimizer.hyperparameters().get(index).encode(value, optimizer.id());
        });
    }

    private static void checkLineSearch(RunTask task) {
        if (task.recipe().lineSearch().isPresent() && !task.optimizer().takesLineSearch()) {
            throw new IllegalArgumentException(task.optimizer().id() + " takes no line search: gd and newton do");
        }
    }

    private static Modifiers checked(Modifiers modifiers, RunTask task) {
        boolean searches = task.recipe().lineSearch().isPresent();
        ModifierFit.objection(modifiers, task.optimizer(), searches).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return modifiers;
    }

    /// The proximal step is as long as the rule's rate says; where a line or second derivatives say it, it would be
    /// another step.
    private static void checkLasso(RunTask task) {
        boolean searches = task.recipe().lineSearch().isPresent();
        if (!task.objective().lasso().isNone() && (searches || task.optimizer().needsFullBatch())) {
            throw new IllegalArgumentException(
                    (searches ? "a line search" : task.optimizer().id())
                            + " does not go with l1, whose step follows the rate: set l1 to 0, or take gd");
        }
        if (!task.objective().lasso().isNone() && task.optimizer().readsSlopeElsewhere()) {
            throw new IllegalArgumentException(task.optimizer().id()
                    + " does not go with l1, whose step would move its mean only: set l1 to 0, or take gd");
        }
    }

    private static BatchSource source(Batching batching, RunTask task) {
        boolean full = batching instanceof Batching.Full;
        if (!full && !(task.objective() instanceof SampledObjective)) {
            throw new IllegalArgumentException("a formula has no rows to batch: its batch must be full");
        }
        boolean searches = task.recipe().lineSearch().isPresent();
        if (!full && (searches || task.optimizer().needsFullBatch())) {
            throw new IllegalArgumentException(
                    (searches ? "a line search" : task.optimizer().id())
                            + " needs the gradient over all rows: its batch must be full");
        }
        int rows = task.objective() instanceof SampledObjective sampled ? sampled.rows() : 0;
        return new BatchSource(batching, rows, task.seed(), task.recipe().stream());
    }

    /// Whether at some step a schedule watches the loss.
    boolean everWatches() {
        return segments.stream().anyMatch(segment -> segment.plateau().isPresent());
    }

    /// Whether at some step all rows are used.
    boolean everFull() {
        return segments.stream().anyMatch(segment -> segment.batches().isFull());
    }

    /// Whether at some step the points are averaged.
    boolean everAverages() {
        return segments.stream().anyMatch(segment -> segment.averageFrom() >= 0);
    }

    /// Whether at some step the rule is led by slow weights.
    boolean everLooksAhead() {
        return segments.stream().anyMatch(segment -> segment.aheadFrom() >= 0);
    }

    /// Moves to the step from `step` to `step + 1`; steps may come in any order.
    ///
    /// @param memory what a watching schedule remembers at that step; it is started where the schedule begins
    void select(int step, double[] memory) {
        moveTo(step);
        if (settled) {
            return;
        }
        System.arraycopy(current.hyper(), 0, hyper, 0, hyper.length);
        if (rateIndex >= 0) {
            double rate = current.schedule().rate(step, current.hyper()[rateIndex]);
            hyper[rateIndex] = current.plateau().isPresent()
                    ? watchedRate(current.plateau().get(), step, memory, rate)
                    : rate;
        }
        if (momentumIndex >= 0) {
            hyper[momentumIndex] = current.schedule().momentum(step, current.hyper()[momentumIndex]);
        }
        current.batches().select(step);
        settled = current.steady();
    }

    private double watchedRate(Plateau plateau, int step, double[] memory, double rate) {
        if (step == current.scheduleFrom()) {
            plateau.start(memory);
        }
        return plateau.rate(memory, rate);
    }

    private void moveTo(int step) {
        if (step >= current.step() && step <= currentEnd) {
            return;
        }
        int index = step < current.step() ? 0 : currentIndex;
        while (index + 1 < segments.size() && segments.get(index + 1).step() <= step) {
            index++;
        }
        enter(index);
    }

    private void enter(int index) {
        currentIndex = index;
        current = segments.get(index);
        currentEnd = index + 1 < segments.size() ? segments.get(index + 1).step() - 1 : Integer.MAX_VALUE;
        settled = false;
    }

    /// Whether the schedule of the selected step, which was `step`, wants to know the loss after it.
    boolean watches(int step) {
        return rateIndex >= 0
                && current.plateau().isPresent()
                && step >= current.schedule().plateauFrom();
    }

    /// Tells the schedule the loss after the selected step, which was `step`.
    ///
    /// @param loss in the sense of descent
    void observe(int step, double[] memory, double loss) {
        double base = current.schedule().rate(step, current.hyper()[rateIndex]);
        current.plateau().orElseThrow().observe(memory, loss, base);
    }

    /// The number of points that the average after `step` is of; 0 if that step averages nothing.
    int averagedAfter(int step) {
        moveTo(step);
        return current.averageFrom() < 0 ? 0 : step + 1 - current.averageFrom();
    }

    /// The number of steps since slow weights lead the rule, `step` included; 0 if they do not.
    int aheadAfter(int step) {
        moveTo(step);
        return current.aheadFrom() < 0 ? 0 : step + 1 - current.aheadFrom();
    }

    /// The hyperparameters of the selected step, the scheduled ones among them.
    double[] hyper() {
        return hyper;
    }

    /// The learning rate of the selected step; 1 for a method that has none.
    double rate() {
        return rateIndex >= 0 ? hyper[rateIndex] : 1;
    }

    /// The rows of the selected step.
    BatchSource batches() {
        return current.batches();
    }

    /// Whether the selected step has no modifiers.
    boolean isPlain() {
        return current.plain();
    }

    /// The modifiers of the selected step.
    Modifiers modifiers() {
        return current.modifiers();
    }
}
