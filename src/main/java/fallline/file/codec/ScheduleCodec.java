package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.OneCycle;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `schedule` of a run or a change. Argument names and defaults are PyTorch's.
final class ScheduleCodec {
    private static final int MOST = Integer.MAX_VALUE;

    private ScheduleCodec() {}

    static Schedule read(Value value) {
        Fields fields = value.fields();
        Value kind = fields.need("kind", "the name of a schedule, such as \"constant\"");
        try {
            Schedule schedule = schedule(kind, fields);
            Optional<Value> warmup = fields.find("warmup");
            if (warmup.isPresent()) {
                schedule = warmup(warmup.get(), schedule);
            }
            fields.end();
            return schedule;
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
    }

    private static Schedule schedule(Value kind, Fields fields) {
        return switch (kind.text()) {
            case "constant" -> Schedule.constant();
            case "constant-factor" ->
                new Schedule.ConstantFactor(number(fields, "factor", 1.0 / 3), whole(fields, "total_iters", 5));
            case "step" -> new Schedule.Steps(whole(fields, "step_size"), number(fields, "gamma", 0.1));
            case "multistep" -> new Schedule.Milestones(milestones(fields), number(fields, "gamma", 0.1));
            case "exponential" -> new Schedule.Exponential(number(fields, "gamma"));
            case "cosine" -> new Schedule.Cosine(whole(fields, "T_max"), number(fields, "eta_min", 0));
            case "cosine-restarts" ->
                new Schedule.CosineRestarts(
                        whole(fields, "T_0"), whole(fields, "T_mult", 1), number(fields, "eta_min", 0));
            case "linear-warmup" ->
                new Schedule.LinearWarmup(
                        number(fields, "start_factor", 1.0 / 3),
                        number(fields, "end_factor", 1),
                        whole(fields, "total_iters", 5));
            case "polynomial" -> new Schedule.Polynomial(whole(fields, "total_iters", 5), number(fields, "power", 1));
            case "one-cycle" -> oneCycle(fields);
            case "cyclic" -> cyclic(fields);
            case "inverse-time" -> new Schedule.InverseTime(number(fields, "decay"));
            case "plateau" -> plateau(fields);
            default -> throw kind.refusal("the name of a schedule, such as \"constant\"");
        };
    }

    private static Schedule warmup(Value value, Schedule then) {
        Fields fields = value.fields();
        Schedule warm =
                new Schedule.Warmup(number(fields, "start_factor", 1.0 / 3), whole(fields, "total_iters", 5), then);
        fields.end();
        return warm;
    }

    private static List<Integer> milestones(Fields fields) {
        List<Integer> steps = new ArrayList<>();
        for (Value step : fields.need("milestones", "a list of steps").items()) {
            steps.add(step.whole(0, MOST));
        }
        return steps;
    }

    private static OneCycle oneCycle(Fields fields) {
        OneCycle usual = OneCycle.of(number(fields, "max_lr"), cycleSteps(fields));
        return new OneCycle(
                usual.maxLr(),
                usual.totalSteps(),
                number(fields, "pct_start", usual.pctStart()),
                word(fields, "anneal_strategy", usual.anneal(), OneCycle.Anneal.values()),
                flag(fields, "cycle_momentum", usual.cycleMomentum()),
                number(fields, "base_momentum", usual.baseMomentum()),
                number(fields, "max_momentum", usual.maxMomentum()),
                number(fields, "div_factor", usual.divFactor()),
                number(fields, "final_div_factor", usual.finalDivFactor()),
                flag(fields, "three_phase", usual.threePhase()));
    }

    /// `total_steps`, or `epochs` times `steps_per_epoch`.
    private static int cycleSteps(Fields fields) {
        Optional<Value> epochs = given(fields, "epochs");
        Optional<Value> stepsPerEpoch = given(fields, "steps_per_epoch");
        if (given(fields, "total_steps").isEmpty() && epochs.isPresent() && stepsPerEpoch.isPresent()) {
            long steps =
                    (long) epochs.get().whole(1, MOST) * stepsPerEpoch.get().whole(1, MOST);
            return (int) Math.min(steps, MOST);
        }
        return whole(fields, "total_steps");
    }

    private static Cyclic cyclic(Fields fields) {
        Cyclic usual = Cyclic.of(number(fields, "base_lr"), number(fields, "max_lr"));
        int up = whole(fields, "step_size_up", usual.stepSizeUp());
        return new Cyclic(
                usual.baseLr(),
                usual.maxLr(),
                up,
                whole(fields, "step_size_down", up),
                word(fields, "mode", usual.mode(), Cyclic.Mode.values()),
                number(fields, "gamma", usual.gamma()),
                flag(fields, "cycle_momentum", usual.cycleMomentum()),
                number(fields, "base_momentum", usual.baseMomentum()),
                number(fields, "max_momentum", usual.maxMomentum()));
    }

    private static Plateau plateau(Fields fields) {
        Plateau usual = Plateau.standard();
        return new Plateau(
                word(fields, "mode", usual.mode(), Plateau.Mode.values()),
                number(fields, "factor", usual.factor()),
                whole(fields, "patience", usual.patience()),
                number(fields, "threshold", usual.threshold()),
                word(fields, "threshold_mode", usual.thresholdMode(), Plateau.ThresholdMode.values()),
                whole(fields, "cooldown", usual.cooldown()),
                number(fields, "min_lr", usual.minLr()),
                number(fields, "eps", usual.eps()));
    }

    /// A field that is there and not null: PyTorch's None.
    private static Optional<Value> given(Fields fields, String name) {
        return fields.find(name).filter(value -> !value.node().isNull());
    }

    private static double number(Fields fields, String name) {
        return fields.need(name, "a number").number();
    }

    private static double number(Fields fields, String name, double usual) {
        return given(fields, name).map(Value::number).orElse(usual);
    }

    private static int whole(Fields fields, String name) {
        return fields.need(name, "a whole number").whole(0, MOST);
    }

    private static int whole(Fields fields, String name, int usual) {
        return given(fields, name).map(value -> value.whole(0, MOST)).orElse(usual);
    }

    private static boolean flag(Fields fields, String name, boolean usual) {
        return given(fields, name).map(Value::flag).orElse(usual);
    }

    private static <T extends Enum<T>> T word(Fields fields, String name, T usual, T[] all) {
        return given(fields, name)
                .map(value -> value.oneOf(List.of(all), ScheduleCodec::word))
                .orElse(usual);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static ObjectNode write(Schedule schedule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (schedule) {
            case Schedule.Constant _ -> node.put("kind", "constant");
            case Schedule.ConstantFactor(double factor, int totalIters) ->
                put(node.put("kind", "constant-factor"), "factor", factor).put("total_iters", totalIters);
            case Schedule.Steps(int stepSize, double gamma) ->
                put(node.put("kind", "step").put("step_size", stepSize), "gamma", gamma);
            case Schedule.Milestones(List<Integer> milestones, double gamma) -> {
                ArrayNode steps = node.put("kind", "multistep").putArray("milestones");
                milestones.forEach(steps::add);
                put(node, "gamma", gamma);
            }
            case Schedule.Exponential(double gamma) -> put(node.put("kind", "exponential"), "gamma", gamma);
            case Schedule.Cosine(int tMax, double etaMin) ->
                put(node.put("kind", "cosine").put("T_max", tMax), "eta_min", etaMin);
            case Schedule.CosineRestarts(int t0, int tMult, double etaMin) ->
                put(node.put("kind", "cosine-restarts").put("T_0", t0).put("T_mult", tMult), "eta_min", etaMin);
            case Schedule.LinearWarmup(double start, double end, int totalIters) ->
                put(put(node.put("kind", "linear-warmup"), "start_factor", start), "end_factor", end)
                        .put("total_iters", totalIters);
            case Schedule.Polynomial(int totalIters, double power) ->
                put(node.put("kind", "polynomial").put("total_iters", totalIters), "power", power);
            case Schedule.InverseTime(double decay) -> put(node.put("kind", "inverse-time"), "decay", decay);
            case Schedule.Warmup(double start, int totalIters, Schedule then) -> {
                node = write(then);
                put(node.putObject("warmup"), "start_factor", start).put("total_iters", totalIters);
            }
            case OneCycle cycle -> write(node.put("kind", "one-cycle"), cycle);
            case Cyclic cyclic -> write(node.put("kind", "cyclic"), cyclic);
            case Plateau plateau -> write(node.put("kind", "plateau"), plateau);
        }
        return node;
    }

    private static void write(ObjectNode node, OneCycle cycle) {
        put(node, "max_lr", cycle.maxLr()).put("total_steps", cycle.totalSteps());
        put(node, "pct_start", cycle.pctStart()).put("anneal_strategy", word(cycle.anneal()));
        node.put("cycle_momentum", cycle.cycleMomentum());
        put(node, "base_momentum", cycle.baseMomentum());
        put(node, "max_momentum", cycle.maxMomentum());
        put(node, "div_factor", cycle.divFactor());
        put(node, "final_div_factor", cycle.finalDivFactor()).put("three_phase", cycle.threePhase());
    }

    private static void write(ObjectNode node, Cyclic cyclic) {
        put(node, "base_lr", cyclic.baseLr());
        put(node, "max_lr", cyclic.maxLr());
        node.put("step_size_up", cyclic.stepSizeUp()).put("step_size_down", cyclic.stepSizeDown());
        put(node.put("mode", word(cyclic.mode())), "gamma", cyclic.gamma());
        put(node.put("cycle_momentum", cyclic.cycleMomentum()), "base_momentum", cyclic.baseMomentum());
        put(node, "max_momentum", cyclic.maxMomentum());
    }

    private static void write(ObjectNode node, Plateau plateau) {
        put(node.put("mode", word(plateau.mode())), "factor", plateau.factor());
        put(node.put("patience", plateau.patience()), "threshold", plateau.threshold());
        node.put("threshold_mode", word(plateau.thresholdMode())).put("cooldown", plateau.cooldown());
        put(node, "min_lr", plateau.minLr());
        put(node, "eps", plateau.eps());
    }

    private static ObjectNode put(ObjectNode node, String name, double value) {
        node.set(name, JsonNumbers.node(value));
        return node;
    }
}
