package fallline.lesson.state;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.expr.FormulaException;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.optimizer.modifier.Modifiers;
import fallline.optimizer.modifier.Modifiers.Lookahead;
import fallline.optimizer.schedule.Schedule;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.text.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an assignment changes around the rule of the chosen run: the schedule of its rate, what is done to its gradient
/// and its steps, its line search. The names, also in docs/lessons.md: [#NAMES]; besides these the arguments of the
/// run's schedule have their own names. Words and defaults are those of experiment files.
final class MethodChange {
    /// The names that every run has.
    static final List<String> NAMES = List.of(
            "schedule",
            "warmup",
            "clip_norm",
            "clip_value",
            "decoupled_weight_decay",
            "gradient_noise",
            "average",
            "sam",
            "lookahead",
            "line_search");

    private static final String OFF = "off";
    private static final double WARM_START = 1.0 / 3;
    private static final double STANDARD_RHO = 0.05;

    private final Setup setup;
    private final Run run;

    private MethodChange(Setup setup) {
        this.setup = setup;
        run = setup.chosen();
    }

    /// The setup after an assignment; empty if the name is neither one of [#NAMES] nor an argument of the schedule.
    ///
    /// @throws IllegalArgumentException with a sentence
    static Optional<Setup> apply(String name, String value, Setup setup, Engine engine) throws FormulaException {
        MethodChange change = new MethodChange(setup);
        if (name.equals("schedule")) {
            return Optional.of(change.with(change.kind(value, engine.optimizer(setup, setup.chosen()))));
        }
        if (name.equals("warmup")) {
            return Optional.of(change.with(change.warm(value)));
        }
        if (name.equals("line_search")) {
            return Optional.of(change.searching(value, engine.optimizer(setup, setup.chosen())));
        }
        if (NAMES.contains(name)) {
            Modifiers modifiers = modified(change.run.recipe().modifiers(), name, value);
            Experiment next = Edits.withModifiers(setup.experiment(), change.run.name(), modifiers, 0);
            return Optional.of(setup.with(next));
        }
        Optional<Schedule> argument = change.argument(name, value);
        return argument.map(change::with);
    }

    private Setup with(Schedule schedule) {
        return setup.with(Edits.withSchedule(setup.experiment(), run.name(), schedule, 0));
    }

    private Schedule schedule() {
        return run.recipe().schedule();
    }

    /// The kind with arguments that suit the run, as when it is chosen by hand; a warm-up stays in front.
    private Schedule kind(String word, Optimizer optimizer) {
        ScheduleKind kind = ScheduleKind.of(word)
                .orElseThrow(() -> new IllegalArgumentException("there is no schedule " + Quote.of(word)
                        + ": use one of " + String.join(", ", ScheduleKind.words())));
        double rate = optimizer.hyperparameters().stream()
                .filter(parameter -> parameter.name().equals(Hyperparameter.LEARNING_RATE))
                .map(parameter -> run.recipe().hyperparameters().getOrDefault(parameter.name(), parameter.initial()))
                .map(value -> value instanceof HyperValue.Amount(double amount) ? amount : Double.NaN)
                .findFirst()
                .orElse(Double.NaN);
        return behindWarmUp(kind.suggested(setup.experiment().steps(), rate));
    }

    private Schedule behindWarmUp(Schedule next) {
        return schedule() instanceof Schedule.Warmup warm
                ? new Schedule.Warmup(warm.startFactor(), warm.totalIters(), next)
                : next;
    }

    private Schedule warm(String value) throws FormulaException {
        Schedule then = schedule() instanceof Schedule.Warmup before ? before.then() : schedule();
        if (value.equals(OFF)) {
            return then;
        }
        Pair warm = Pair.of("warmup", value, "total_iters, or total_iters and start_factor such as 10, 0.1");
        return new Schedule.Warmup(warm.second().orElse(WARM_START), warm.first(), then);
    }

    /// Another value of an argument of the schedule; empty if it has none of that name.
    private Optional<Schedule> argument(String name, String value) throws FormulaException {
        ScheduleKind kind = ScheduleKind.of(schedule());
        Optional<Hyperparameter> known = kind.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Map<String, HyperValue> values = new HashMap<>(ScheduleKind.values(schedule()));
        values.put(
                name,
                switch (known.get().kind()) {
                    case Hyperparameter.Range _ -> HyperValue.of(Change.number(name, value));
                    case Hyperparameter.Choice _ -> new HyperValue.Word(value);
                    case Hyperparameter.Switch _ -> new HyperValue.Flag(Change.flag(name, value));
                });
        return Optional.of(behindWarmUp(kind.schedule(values)));
    }

    private static Modifiers modified(Modifiers before, String name, String value) throws FormulaException {
        boolean off = value.equals(OFF);
        return switch (name) {
            case "clip_norm" -> before.withClipNorm(off ? Double.POSITIVE_INFINITY : Change.number(name, value));
            case "clip_value" -> before.withClipValue(off ? Double.POSITIVE_INFINITY : Change.number(name, value));
            case "decoupled_weight_decay" -> before.withDecoupledWeightDecay(off ? 0 : Change.number(name, value));
            case "gradient_noise" -> before.withGradientNoise(off ? 0 : Change.number(name, value));
            case "average" -> before.withAverage(!off && Change.flag(name, value));
            case "sam" -> before.withSam(off ? 0 : value.equals("on") ? STANDARD_RHO : Change.number(name, value));
            default -> before.withLookahead(off ? Optional.empty() : Optional.of(lookahead(value)));
        };
    }

    private static Lookahead lookahead(String value) throws FormulaException {
        if (value.equals("on")) {
            return Lookahead.STANDARD;
        }
        Pair ahead = Pair.of("lookahead", value, "on, k, or k and alpha such as 5, 0.5");
        return new Lookahead(ahead.first(), ahead.second().orElse(Lookahead.STANDARD.alpha()));
    }

    /// A whole number from 1 on, and perhaps a number behind a comma.
    private record Pair(int first, Optional<Double> second) {
        static Pair of(String name, String value, String what) throws FormulaException {
            String[] parts = value.split(",", -1);
            if (parts.length > 2) {
                throw new IllegalArgumentException(name + " is " + what);
            }
            int first = Change.whole(name, parts[0], 1, Integer.MAX_VALUE);
            return new Pair(first, parts.length == 1 ? Optional.empty() : Optional.of(Change.number(name, parts[1])));
        }
    }

    private Setup searching(String value, Optimizer optimizer) {
        if (!value.equals(OFF) && !value.equals("backtracking")) {
            throw new IllegalArgumentException("line_search is backtracking or off, got " + Quote.of(value));
        }
        if (!value.equals(OFF) && !optimizer.takesLineSearch()) {
            throw new IllegalArgumentException(optimizer.id() + " takes no line search: gd and newton do");
        }
        Optional<Backtracking> search = value.equals(OFF) ? Optional.empty() : Optional.of(Backtracking.standard());
        return setup.with(Edits.withLineSearch(setup.experiment(), run.name(), search));
    }
}
