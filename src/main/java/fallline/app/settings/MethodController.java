package fallline.app.settings;

import fallline.app.desk.Notices;
import fallline.experiment.Experiment;
import fallline.experiment.RunRecipe;
import fallline.experiment.edit.Edits;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.workbench.Workbench;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Turns what hands do to schedule, modifiers and line search into edits of the chosen run. It belongs to the FX
/// thread.
final class MethodController {
    private static final double WARM_START = 0.1;

    private final Workbench workbench;
    private final SettingsModel model;
    private final Notices notices;

    MethodController(Workbench workbench, SettingsModel model, Notices notices) {
        this.workbench = workbench;
        this.model = model;
        this.notices = notices;
    }

    /// Another kind of schedule, with arguments that suit the run; a warm-up stays in front of it.
    void onScheduleKind(ScheduleKind kind) {
        Schedule before = schedule();
        if (ScheduleKind.of(before) != kind) {
            double rate = model.settings().get().rate().orElse(Double.NaN);
            put(behindWarmUp(before, kind.suggested(experiment().steps(), rate)));
        }
    }

    /// @throws IllegalArgumentException with a sentence, if the value is out of range
    void onScheduleArgument(String name, HyperValue value) {
        Schedule before = schedule();
        Map<String, HyperValue> values = new HashMap<>(ScheduleKind.values(before));
        values.put(name, value);
        put(behindWarmUp(before, ScheduleKind.of(before).schedule(values)));
    }

    /// A warm-up over the first tenth of the run, or none.
    void onWarmUp(boolean on) {
        Schedule before = schedule();
        if (on && !(before instanceof Schedule.Warmup)) {
            int steps = Math.max(1, experiment().steps() / 10);
            put(new Schedule.Warmup(WARM_START, steps, before));
        } else if (!on && before instanceof Schedule.Warmup warm) {
            put(warm.then());
        }
    }

    /// @throws IllegalArgumentException with a sentence, if the share is out of range
    void onWarmUpStart(double share) {
        if (schedule() instanceof Schedule.Warmup warm) {
            put(new Schedule.Warmup(share, warm.totalIters(), warm.then()));
        }
    }

    /// @throws IllegalArgumentException with a sentence, if the number is out of range
    void onWarmUpSteps(double steps) {
        if (schedule() instanceof Schedule.Warmup warm) {
            if (!(steps >= 1 && steps <= Integer.MAX_VALUE)) {
                throw new IllegalArgumentException("a warm-up takes 1 step or more");
            }
            put(new Schedule.Warmup(warm.startFactor(), (int) steps, warm.then()));
        }
    }

    private static Schedule behindWarmUp(Schedule before, Schedule next) {
        return before instanceof Schedule.Warmup warm
                ? new Schedule.Warmup(warm.startFactor(), warm.totalIters(), next)
                : next;
    }

    private void put(Schedule schedule) {
        if (!schedule.equals(schedule())) {
            workbench.edit(Edits.withSchedule(experiment(), run(), schedule, from()));
        }
    }

    void onModifiers(Modifiers modifiers) {
        if (!modifiers.equals(model.settings().get().method().modifiers())) {
            workbench.edit(Edits.withModifiers(experiment(), run(), modifiers, from()));
        }
    }

    /// Backtracking as in the standard, or none; a run with mini-batches then takes all rows, and that is said.
    void onSearch(Optional<Backtracking> search) {
        if (search.equals(model.settings().get().method().search())) {
            return;
        }
        boolean sampled = samples(experiment(), run());
        Experiment edited = Edits.withLineSearch(experiment(), run(), search);
        if (refuses(edited)) {
            return;
        }
        workbench.edit(edited);
        if (search.isPresent() && sampled) {
            sayAllRows("A line search");
        }
    }

    /// Whether a run would not go with l1, which is then said.
    boolean refuses(Experiment edited) {
        Optional<String> objection = workbench.resolver().lassoObjection(edited);
        objection.ifPresent(notices::warn);
        return objection.isPresent();
    }

    /// What is shown of the method.
    Method method() {
        return model.settings().get().method();
    }

    /// Says that a run takes all rows from now on.
    void sayAllRows(String who) {
        notices.tell(who + " needs the gradient over all rows: " + run() + " takes full batches now.");
    }

    /// Whether the run takes fewer than all rows at some step.
    static boolean samples(Experiment experiment, String run) {
        RunRecipe recipe = experiment.runOrFirst(run).recipe();
        return !(recipe.batching() instanceof Batching.Full)
                || recipe.changes().stream()
                        .flatMap(change -> change.batching().stream())
                        .anyMatch(batching -> !(batching instanceof Batching.Full));
    }

    private Schedule schedule() {
        return model.settings().get().method().schedule();
    }

    private Experiment experiment() {
        return workbench.experiment();
    }

    private String run() {
        return workbench.scene().chosen().name();
    }

    private int from() {
        return Edits.from(workbench.view());
    }
}
