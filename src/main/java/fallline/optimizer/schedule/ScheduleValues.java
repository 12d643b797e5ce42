package fallline.optimizer.schedule;

import fallline.optimizer.HyperValue;
import fallline.optimizer.HyperValue.Flag;
import fallline.optimizer.HyperValue.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The arguments of a schedule by their names in files, and back.
final class ScheduleValues {
    private final ScheduleKind kind;
    private final Map<String, HyperValue> values;

    private ScheduleValues(ScheduleKind kind, Map<String, HyperValue> values) {
        this.kind = kind;
        this.values = values;
    }

    /// The arguments of a schedule, of that behind a warm-up.
    static Map<String, HyperValue> of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Constant _ -> Map.of();
            case Schedule.ConstantFactor(double factor, int total) ->
                Map.of("factor", number(factor), "total_iters", number(total));
            case Schedule.Steps(int size, double gamma) -> Map.of("step_size", number(size), "gamma", number(gamma));
            case Schedule.Milestones(List<Integer> steps, double gamma) ->
                Map.of(ScheduleKind.MILESTONES, new Word(joined(steps)), "gamma", number(gamma));
            case Schedule.Exponential(double gamma) -> Map.of("gamma", number(gamma));
            case Schedule.Cosine(int most, double least) -> Map.of("T_max", number(most), "eta_min", number(least));
            case Schedule.CosineRestarts(int first, int times, double least) ->
                Map.of("T_0", number(first), "T_mult", number(times), "eta_min", number(least));
            case Schedule.LinearWarmup(double start, double end, int total) ->
                Map.of("start_factor", number(start), "end_factor", number(end), "total_iters", number(total));
            case Schedule.Polynomial(int total, double power) ->
                Map.of("total_iters", number(total), "power", number(power));
            case Schedule.InverseTime(double decay) -> Map.of("decay", number(decay));
            case Schedule.Warmup warm -> of(warm.then());
            case OneCycle cycle -> of(cycle);
            case Cyclic cyclic -> of(cyclic);
            case Plateau plateau -> of(plateau);
        };
    }

    private static Map<String, HyperValue> of(OneCycle cycle) {
        return Map.of(
                "max_lr", number(cycle.maxLr()),
                "total_steps", number(cycle.totalSteps()),
                "pct_start", number(cycle.pctStart()),
                "anneal_strategy", word(cycle.anneal()),
                "div_factor", number(cycle.divFactor()),
                "final_div_factor", number(cycle.finalDivFactor()),
                "three_phase", new Flag(cycle.threePhase()),
                "cycle_momentum", new Flag(cycle.cycleMomentum()),
                "base_momentum", number(cycle.baseMomentum()),
                "max_momentum", number(cycle.maxMomentum()));
    }

    private static Map<String, HyperValue> of(Cyclic cyclic) {
        return Map.of(
                "base_lr", number(cyclic.baseLr()),
                "max_lr", number(cyclic.maxLr()),
                "step_size_up", number(cyclic.stepSizeUp()),
                "step_size_down", number(cyclic.stepSizeDown()),
                "mode", word(cyclic.mode()),
                "gamma", number(cyclic.gamma()),
                "cycle_momentum", new Flag(cyclic.cycleMomentum()),
                "base_momentum", number(cyclic.baseMomentum()),
                "max_momentum", number(cyclic.maxMomentum()));
    }

    private static Map<String, HyperValue> of(Plateau plateau) {
        return Map.of(
                "factor", number(plateau.factor()),
                "patience", number(plateau.patience()),
                "threshold", number(plateau.threshold()),
                "threshold_mode", word(plateau.thresholdMode()),
                "mode", word(plateau.mode()),
                "cooldown", number(plateau.cooldown()),
                "min_lr", number(plateau.minLr()),
                "eps", number(plateau.eps()));
    }

    /// The schedule of a kind with these arguments.
    ///
    /// @throws IllegalArgumentException with a sentence that names the argument, if one is missing or out of range
    static Schedule schedule(ScheduleKind kind, Map<String, HyperValue> values) {
        return new ScheduleValues(kind, values).schedule();
    }

    private Schedule schedule() {
        return switch (kind) {
            case CONSTANT -> Schedule.constant();
            case CONSTANT_FACTOR -> new Schedule.ConstantFactor(number("factor"), whole("total_iters"));
            case STEP -> new Schedule.Steps(whole("step_size"), number("gamma"));
            case MULTISTEP -> new Schedule.Milestones(steps(), number("gamma"));
            case EXPONENTIAL -> new Schedule.Exponential(number("gamma"));
            case COSINE -> new Schedule.Cosine(whole("T_max"), number("eta_min"));
            case COSINE_RESTARTS -> new Schedule.CosineRestarts(whole("T_0"), whole("T_mult"), number("eta_min"));
            case LINEAR_WARMUP ->
                new Schedule.LinearWarmup(number("start_factor"), number("end_factor"), whole("total_iters"));
            case POLYNOMIAL -> new Schedule.Polynomial(whole("total_iters"), number("power"));
            case ONE_CYCLE -> oneCycle();
            case CYCLIC -> cyclic();
            case INVERSE_TIME -> new Schedule.InverseTime(number("decay"));
            case PLATEAU -> plateau();
        };
    }

    private Schedule oneCycle() {
        return new OneCycle(
                number("max_lr"),
                whole("total_steps"),
                number("pct_start"),
                oneOf("anneal_strategy", OneCycle.Anneal.values()),
                flag("cycle_momentum"),
                number("base_momentum"),
                number("max_momentum"),
                number("div_factor"),
                number("final_div_factor"),
                flag("three_phase"));
    }

    private Schedule cyclic() {
        return new Cyclic(
                number("base_lr"),
                number("max_lr"),
                whole("step_size_up"),
                whole("step_size_down"),
                oneOf("mode", Cyclic.Mode.values()),
                number("gamma"),
                flag("cycle_momentum"),
                number("base_momentum"),
                number("max_momentum"));
    }

    private Schedule plateau() {
        return new Plateau(
                oneOf("mode", Plateau.Mode.values()),
                number("factor"),
                whole("patience"),
                number("threshold"),
                oneOf("threshold_mode", Plateau.ThresholdMode.values()),
                whole("cooldown"),
                number("min_lr"),
                number("eps"));
    }

    private double number(String name) {
        if (values.get(name) instanceof HyperValue.Amount(double amount)) {
            return amount;
        }
        throw refusal(name, "a number");
    }

    private int whole(String name) {
        double amount = number(name);
        if (amount != Math.rint(amount) || Math.abs(amount) > Integer.MAX_VALUE) {
            throw refusal(name, "a whole number of at most ten digits");
        }
        return (int) amount;
    }

    private boolean flag(String name) {
        if (values.get(name) instanceof Flag(boolean on)) {
            return on;
        }
        throw refusal(name, "true or false");
    }

    private <T extends Enum<T>> T oneOf(String name, T[] all) {
        return Arrays.stream(all)
                .filter(choice -> word(choice).equals(values.get(name)))
                .findFirst()
                .orElseThrow(() -> refusal(
                        name,
                        "one of "
                                + Arrays.stream(all)
                                        .map(choice -> word(choice).value())
                                        .collect(Collectors.joining(", "))));
    }

    private List<Integer> steps() {
        String text = values.get(ScheduleKind.MILESTONES) instanceof Word(String list) ? list : "";
        List<Integer> steps = new ArrayList<>();
        for (String part : text.split("[,;\\s]+", -1)) {
            if (!part.isEmpty()) {
                if (!part.matches("\\d{1,9}")) {
                    throw refusal(ScheduleKind.MILESTONES, "whole numbers with commas between, such as 50, 100");
                }
                steps.add(Integer.parseInt(part));
            }
        }
        if (steps.isEmpty()) {
            throw refusal(ScheduleKind.MILESTONES, "one or more steps with commas between, such as 50, 100");
        }
        return steps;
    }

    private IllegalArgumentException refusal(String name, String wanted) {
        return new IllegalArgumentException(name + " of " + kind.word() + " must be " + wanted);
    }

    private static HyperValue number(double value) {
        return HyperValue.of(value);
    }

    private static Word word(Enum<?> choice) {
        return new Word(choice.name().toLowerCase(Locale.ROOT));
    }

    private static String joined(List<Integer> steps) {
        return steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
