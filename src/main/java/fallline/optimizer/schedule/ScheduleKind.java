package fallline.optimizer.schedule;

import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Choice;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Hyperparameter.Switch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kinds of schedules that can be chosen, each with its arguments. Names and defaults are those of files, which are
/// PyTorch's.
public enum ScheduleKind {
    CONSTANT("constant", "The rate never changes."),
    CONSTANT_FACTOR(
            "constant-factor",
            "The rate is scaled by a factor for the first steps.",
            number("factor", "Factor", 0, 1),
            whole("total_iters", "For so many steps", 0)),
    STEP(
            "step",
            "The rate falls by a factor every so many steps.",
            whole("step_size", "Every so many steps", 1),
            number("gamma", "Times γ", 0, 10)),
    MULTISTEP(
            "multistep",
            "The rate falls by a factor at each of the listed steps.",
            new Hyperparameter(ScheduleKind.MILESTONES, "At steps", new Choice(List.of(""))),
            number("gamma", "Times γ", 0, 10)),
    EXPONENTIAL("exponential", "The rate falls by a factor every step.", number("gamma", "Times γ a step", 0, 10)),
    COSINE(
            "cosine",
            "The rate falls along half a cosine, slowly at both ends.",
            whole("T_max", "Steps of the fall", 1),
            number("eta_min", "Least rate", 0, 10)),
    COSINE_RESTARTS(
            "cosine-restarts",
            "The rate falls along a cosine and jumps back, again and again.",
            whole("T_0", "Steps of the first fall", 1),
            whole("T_mult", "Each fall times", 1),
            number("eta_min", "Least rate", 0, 10)),
    LINEAR_WARMUP(
            "linear-warmup",
            "The rate goes straight from one share of itself to another.",
            number("start_factor", "From a share of", 0, 1),
            number("end_factor", "To a share of", 0, 1),
            whole("total_iters", "In so many steps", 1)),
    POLYNOMIAL(
            "polynomial",
            "The rate falls to 0 like a power of the steps that are left.",
            whole("total_iters", "Steps of the fall", 1),
            number("power", "Power", 0, 10)),
    ONE_CYCLE(
            "one-cycle",
            "The rate rises once and falls far below its start; the momentum goes the other way.",
            number("max_lr", "Highest rate", 0, 10),
            whole("total_steps", "Steps", 1),
            number("pct_start", "Part that rises", 0, 1),
            new Hyperparameter("anneal_strategy", "Shape", new Choice(List.of("cos", "linear"))),
            number("div_factor", "Start: highest over", 0, 1e6),
            number("final_div_factor", "End: start over", 0, 1e9),
            flag("three_phase", "Three phases"),
            flag("cycle_momentum", "Momentum moves"),
            number("base_momentum", "Least momentum", 0, 1),
            number("max_momentum", "Most momentum", 0, 1)),
    CYCLIC(
            "cyclic",
            "The rate rises and falls between two rates, again and again; the momentum goes the other way.",
            number("base_lr", "Lowest rate", 0, 10),
            number("max_lr", "Highest rate", 0, 10),
            whole("step_size_up", "Steps up", 1),
            whole("step_size_down", "Steps down", 1),
            new Hyperparameter("mode", "Peaks", new Choice(List.of("triangular", "triangular2", "exp_range"))),
            number("gamma", "Times γ a step", 0, 10),
            flag("cycle_momentum", "Momentum moves"),
            number("base_momentum", "Least momentum", 0, 1),
            number("max_momentum", "Most momentum", 0, 1)),
    INVERSE_TIME("inverse-time", "The rate is divided by 1 + decay·k.", number("decay", "Decay", 0, 10)),
    PLATEAU(
            "plateau",
            "The rate falls when J has not become better for a while.",
            number("factor", "Times", 0, 1),
            whole("patience", "Steps of patience", 0),
            number("threshold", "Better by", 0, 1),
            new Hyperparameter("threshold_mode", "Better is meant", new Choice(List.of("rel", "abs"))),
            new Hyperparameter("mode", "Better is", new Choice(List.of("min", "max"))),
            whole("cooldown", "Steps of rest after", 0),
            number("min_lr", "Least rate", 0, 10),
            number("eps", "Least fall", 0, 1));

    /// The argument that is a list of steps, as a text: `50, 100`.
    public static final String MILESTONES = "milestones";

    private final String word;
    private final String sentence;
    private final List<Hyperparameter> arguments;

    ScheduleKind(String word, String sentence, Hyperparameter... arguments) {
        this.word = word;
        this.sentence = sentence;
        this.arguments = List.of(arguments);
    }

    private static Hyperparameter number(String name, String caption, double low, double high) {
        return new Hyperparameter(name, caption, new Range(low, low, high, false, Interval.NON_NEGATIVE));
    }

    /// A whole number; its slider's range is a span of steps.
    private static Hyperparameter whole(String name, String caption, int least) {
        Interval whole = new Interval(least, true, Integer.MAX_VALUE, true);
        return new Hyperparameter(name, caption, new Range(least, least, 1000, false, whole));
    }

    private static Hyperparameter flag(String name, String caption) {
        return new Hyperparameter(name, caption, new Switch(false));
    }

    /// The name in files: `cosine-restarts`.
    public String word() {
        return word;
    }

    /// What it does, in one sentence.
    public String sentence() {
        return sentence;
    }

    /// Its arguments in order; the values that they have here mean nothing.
    public List<Hyperparameter> arguments() {
        return arguments;
    }

    /// Whether an argument is a whole number.
    public static boolean isWhole(Hyperparameter argument) {
        return argument.kind() instanceof Range range && range.limits().high() == Integer.MAX_VALUE;
    }

    /// The kind that is called so in files.
    public static Optional<ScheduleKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// All their names in files, in order.
    public static List<String> words() {
        return Arrays.stream(values()).map(ScheduleKind::word).toList();
    }

    /// The kind of a schedule, of that behind a warm-up.
    public static ScheduleKind of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Constant _ -> CONSTANT;
            case Schedule.ConstantFactor _ -> CONSTANT_FACTOR;
            case Schedule.Steps _ -> STEP;
            case Schedule.Milestones _ -> MULTISTEP;
            case Schedule.Exponential _ -> EXPONENTIAL;
            case Schedule.Cosine _ -> COSINE;
            case Schedule.CosineRestarts _ -> COSINE_RESTARTS;
            case Schedule.LinearWarmup _ -> LINEAR_WARMUP;
            case Schedule.Polynomial _ -> POLYNOMIAL;
            case Schedule.InverseTime _ -> INVERSE_TIME;
            case OneCycle _ -> ONE_CYCLE;
            case Cyclic _ -> CYCLIC;
            case Plateau _ -> PLATEAU;
            case Schedule.Warmup warm -> of(warm.then());
        };
    }

    /// A schedule of this kind that goes well with a run of `steps` steps at the rate `lr`.
    public Schedule suggested(int steps, double lr) {
        int quarter = Math.max(1, steps / 4);
        int tenth = Math.max(1, steps / 10);
        double positive = lr > 0 && Double.isFinite(lr) ? lr : 0.1;
        return switch (this) {
            case CONSTANT -> Schedule.constant();
            case CONSTANT_FACTOR -> new Schedule.ConstantFactor(0.25, tenth);
            case STEP -> new Schedule.Steps(quarter, 0.5);
            case MULTISTEP -> new Schedule.Milestones(List.of(Math.max(1, steps / 2), Math.max(1, 3 * steps / 4)), 0.1);
            case EXPONENTIAL -> new Schedule.Exponential(rounded(StrictMath.pow(0.01, 1.0 / steps)));
            case COSINE -> new Schedule.Cosine(steps, 0);
            case COSINE_RESTARTS -> new Schedule.CosineRestarts(quarter, 1, 0);
            case LINEAR_WARMUP -> new Schedule.LinearWarmup(0.1, 1, quarter);
            case POLYNOMIAL -> new Schedule.Polynomial(steps, 1);
            case ONE_CYCLE -> OneCycle.of(positive, steps);
            case CYCLIC -> new Cyclic(positive / 10, positive, tenth, tenth, Cyclic.Mode.TRIANGULAR, 1, true, 0.8, 0.9);
            case INVERSE_TIME -> new Schedule.InverseTime(rounded(10.0 / steps));
            case PLATEAU -> Plateau.standard();
        };
    }

    private static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    /// The arguments of a schedule by name, of that behind a warm-up.
    public static Map<String, HyperValue> values(Schedule schedule) {
        return ScheduleValues.of(schedule);
    }

    /// The schedule of this kind with these arguments.
    ///
    /// @throws IllegalArgumentException with a sentence that names the argument, if one is out of range
    public Schedule schedule(Map<String, HyperValue> values) {
        return ScheduleValues.schedule(this, values);
    }
}
