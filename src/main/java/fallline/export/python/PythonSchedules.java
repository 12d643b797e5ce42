package fallline.export.python;

import fallline.optimizer.schedule.Cyclic;
import fallline.optimizer.schedule.OneCycle;
import fallline.optimizer.schedule.Plateau;
import fallline.optimizer.schedule.Schedule;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Schedules as calls of the classes of the template.
final class PythonSchedules {
    private PythonSchedules() {}

    /// `Cosine(T_max=200, eta_min=0.0)`.
    static String call(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Constant _ -> "Schedule()";
            case Schedule.ConstantFactor s ->
                call("ConstantFactor", number("factor", s.factor()), whole("total_iters", s.totalIters()));
            case Schedule.Steps s -> call("Step", whole("step_size", s.stepSize()), number("gamma", s.gamma()));
            case Schedule.Milestones s -> call("MultiStep", "milestones=" + s.milestones(), number("gamma", s.gamma()));
            case Schedule.Exponential s -> call("Exponential", number("gamma", s.gamma()));
            case Schedule.Cosine s -> call("Cosine", whole("T_max", s.tMax()), number("eta_min", s.etaMin()));
            case Schedule.CosineRestarts s ->
                call("CosineRestarts", whole("T_0", s.t0()), whole("T_mult", s.tMult()), number("eta_min", s.etaMin()));
            case Schedule.LinearWarmup s ->
                call(
                        "LinearWarmup",
                        number("start_factor", s.startFactor()),
                        number("end_factor", s.endFactor()),
                        whole("total_iters", s.totalIters()));
            case Schedule.Polynomial s ->
                call("Polynomial", whole("total_iters", s.totalIters()), number("power", s.power()));
            case Schedule.InverseTime s -> call("InverseTime", number("decay", s.decay()));
            case Schedule.Warmup s ->
                call(
                        "Warmup",
                        number("start_factor", s.startFactor()),
                        whole("total_iters", s.totalIters()),
                        "then=" + call(s.then()));
            case OneCycle s -> oneCycle(s);
            case Cyclic s -> cyclic(s);
            case Plateau s -> plateau(s);
        };
    }

    private static String oneCycle(OneCycle s) {
        return call(
                "OneCycle",
                number("max_lr", s.maxLr()),
                whole("total_steps", s.totalSteps()),
                number("pct_start", s.pctStart()),
                word("anneal_strategy", s.anneal()),
                "cycle_momentum=" + PythonText.flag(s.cycleMomentum()),
                number("base_momentum", s.baseMomentum()),
                number("max_momentum", s.maxMomentum()),
                number("div_factor", s.divFactor()),
                number("final_div_factor", s.finalDivFactor()),
                "three_phase=" + PythonText.flag(s.threePhase()));
    }

    private static String cyclic(Cyclic s) {
        return call(
                "Cyclic",
                number("base_lr", s.baseLr()),
                number("max_lr", s.maxLr()),
                whole("step_size_up", s.stepSizeUp()),
                whole("step_size_down", s.stepSizeDown()),
                word("mode", s.mode()),
                number("gamma", s.gamma()),
                "cycle_momentum=" + PythonText.flag(s.cycleMomentum()),
                number("base_momentum", s.baseMomentum()),
                number("max_momentum", s.maxMomentum()));
    }

    private static String plateau(Plateau s) {
        return call(
                "Plateau",
                word("mode", s.mode()),
                number("factor", s.factor()),
                whole("patience", s.patience()),
                number("threshold", s.threshold()),
                word("threshold_mode", s.thresholdMode()),
                whole("cooldown", s.cooldown()),
                number("min_lr", s.minLr()),
                number("eps", s.eps()));
    }

    private static String call(String name, String... arguments) {
        return Arrays.stream(arguments).collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String number(String name, double value) {
        return name + "=" + PythonText.decimal(value);
    }

    private static String whole(String name, int value) {
        return name + "=" + value;
    }

    private static String word(String name, Enum<?> value) {
        return name + "=" + PythonText.string(value.name().toLowerCase(Locale.ROOT));
    }
}
