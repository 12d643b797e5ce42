package fallline.analysis.events;

import fallline.experiment.RecordedChange;
import fallline.experiment.edit.ChangeWords;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import java.util.ArrayList;
import java.util.List;

/// Says what happened at a step, in one line without a full stop.
public final class EventWords {
    private final RunTask task;
    private final Trace trace;
    private final RunEvents events;

    /// @param events what happened in the run whose trace this is
    public EventWords(RunTask task, Trace trace, RunEvents events) {
        this.task = task;
        this.trace = trace;
        this.events = events;
    }

    /// All that happened at `step`: `from here on α = 0.01; J rises from 3.20 to 4.10`; empty where nothing did.
    public String at(int step) {
        List<String> parts = new ArrayList<>();
        for (EventKind kind : events.at(step)) {
            parts.add(words(kind, step));
        }
        return String.join("; ", parts);
    }

    /// One kind of event at `step`.
    public String words(EventKind kind, int step) {
        return switch (kind) {
            case CHANGE -> "from here on " + changes(step);
            case BEST -> (isMinimised() ? "lowest" : "highest") + " J of the run, " + Digits.three(trace.loss(step));
            case WORSE -> worse(step);
            case TURN -> turn();
            case RATE -> rate(step);
            case EPOCH -> "epoch " + Digits.whole(events.epochs(step)) + " ends";
        };
    }

    private boolean isMinimised() {
        return task.objective().goal() == Goal.MINIMISE;
    }

    private String changes(int step) {
        List<String> settings = RecordedChange.of(task.recipe()).stream()
                .filter(change -> change.step() == step)
                .map(change -> ChangeWords.setting(change.setting()))
                .toList();
        return settings.isEmpty() ? "another setting" : String.join(", ", settings);
    }

    private String worse(int step) {
        int before = step - 1;
        Epochs epochs = Epochs.of(task);
        while (before > 0 && (Double.isNaN(trace.loss(before)) || !epochs.isCompared(before))) {
            before--;
        }
        String since = before == step - 1 ? "" : " since step " + Digits.whole(before);
        return "J " + (isMinimised() ? "rises" : "falls") + since + " from " + Digits.three(trace.loss(before)) + " to "
                + Digits.three(trace.loss(step));
    }

    /// With one parameter and steps that go straight along the slope, what lies between is the minimum.
    private String turn() {
        boolean straight = task.objective().dimension() == 1
                && task.recorded().isEmpty()
                && task.optimizer().goesStraightDown()
                && task.recipe().batching() instanceof Batching.Full
                && task.recipe().modifiers().equals(Modifiers.NONE)
                && !task.recipe().hyperparameters().containsKey("weight_decay");
        if (straight) {
            return "past the " + (isMinimised() ? "minimum" : "maximum") + ", the next step turns back";
        }
        return events.isCoarse() ? "the path turns back about here" : "the path turns back";
    }

    private String rate(int step) {
        double now = trace.rate(step + 1);
        double before = trace.rate(step);
        boolean rests = Math.abs(now - before) <= 1e-12 * Math.max(Math.abs(now), Math.abs(before));
        boolean lasts = step + 2 <= trace.lastFiniteStep() && trace.rate(step + 2) != now;
        if (rests) {
            return "the rate stays at " + Digits.plain(now);
        }
        String way = now > before ? "rise" : "fall";
        return lasts ? "the rate begins to " + way : "the rate " + way + "s to " + Digits.plain(now);
    }
}
