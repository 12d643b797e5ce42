package fallline.analysis.tune;

import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Choice;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Hyperparameter.Switch;
import fallline.optimizer.Optimizer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The settings of a rule that are tuned, as a unit cube: a coordinate each, over the range that the rule declares,
/// logarithmic where it says so.
///
/// @param settings in the order of the rule
public record SearchSpace(List<Hyperparameter> settings) {
    /// Changes what is minimised, so it is no setting of how well that is done.
    static final String WEIGHT_DECAY = "weight_decay";

    /// Numbers that are tried are short.
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    public SearchSpace {
        settings = List.copyOf(settings);
    }

    /// The settings of an optimizer that are in the scope.
    public static SearchSpace of(Optimizer optimizer, Scope scope) {
        List<Hyperparameter> all = optimizer.hyperparameters().stream()
                .filter(setting -> !setting.name().equals(WEIGHT_DECAY))
                .toList();
        return new SearchSpace(
                switch (scope) {
                    case EVERY_SETTING -> all;
                    case RATE ->
                        all.stream()
                                .filter(setting ->
                                        !optimizer.hasRate() || setting.name().equals(Hyperparameter.LEARNING_RATE))
                                .limit(1)
                                .toList();
                });
    }

    /// The number of settings.
    public int dimension() {
        return settings.size();
    }

    /// The settings at a point of the cube, by name.
    public Map<String, HyperValue> at(double[] point) {
        Map<String, HyperValue> values = new LinkedHashMap<>();
        for (int i = 0; i < settings.size(); i++) {
            values.put(settings.get(i).name(), value(settings.get(i), point[i]));
        }
        return values;
    }

    private static HyperValue value(Hyperparameter setting, double at) {
        return switch (setting.kind()) {
            case Range range -> {
                double value = isWhole(range) ? whole(range, at) : shortened(range, number(range, at));
                yield range.limits().contains(value) ? HyperValue.of(value) : setting.initial();
            }
            case Choice choice -> {
                int place = (int) (at * choice.words().size());
                yield new HyperValue.Word(
                        choice.words().get(Math.min(place, choice.words().size() - 1)));
            }
            case Switch _ -> new HyperValue.Flag(at >= 0.5);
        };
    }

    private static double number(Range range, double at) {
        return isLogarithmic(range)
                ? range.low() * StrictMath.pow(range.high() / range.low(), at)
                : range.low() + at * (range.high() - range.low());
    }

    private static double shortened(Range range, double value) {
        double few = new BigDecimal(value).round(DIGITS).doubleValue();
        return Math.clamp(few, range.low(), range.high());
    }

    private static double whole(Range range, double at) {
        double count = range.high() - range.low() + 1;
        return Math.min(range.low() + Math.floor(at * count), range.high());
    }

    /// The point of the cube at which these settings stand; what lies outside a range stands at its end.
    ///
    /// @param values by name; those that are not here have the rule's defaults
    public double[] place(Map<String, HyperValue> values) {
        double[] place = new double[settings.size()];
        for (int i = 0; i < place.length; i++) {
            Hyperparameter setting = settings.get(i);
            place[i] = place(setting, values.getOrDefault(setting.name(), setting.initial()));
        }
        return place;
    }

    private static double place(Hyperparameter setting, HyperValue value) {
        return switch (setting.kind()) {
            case Range range
            when value instanceof HyperValue.Amount(double amount) -> Math.clamp(place(range, amount), 0, 1);
            case Choice choice
            when value instanceof HyperValue.Word(String word) ->
                (choice.words().indexOf(word) + 0.5) / choice.words().size();
            case Switch _ when value instanceof HyperValue.Flag(boolean on) -> on ? 0.75 : 0.25;
            case Range _, Choice _, Switch _ -> 0.5;
        };
    }

    private static double place(Range range, double amount) {
        if (isWhole(range)) {
            return (amount - range.low() + 0.5) / (range.high() - range.low() + 1);
        }
        if (isLogarithmic(range)) {
            return amount > 0 ? StrictMath.log(amount / range.low()) / StrictMath.log(range.high() / range.low()) : 0;
        }
        return (amount - range.low()) / (range.high() - range.low());
    }

    private static boolean isLogarithmic(Range range) {
        return range.logarithmic() && range.low() > 0;
    }

    /// Whether a range is one of whole numbers: it counts something from one whole number to another, both included.
    static boolean isWhole(Range range) {
        return !range.logarithmic()
                && range.limits().lowIncluded()
                && range.limits().highIncluded()
                && isInteger(range.limits().low())
                && isInteger(range.limits().high())
                && range.limits().high() - range.limits().low() > 1
                && isInteger(range.initial())
                && isInteger(range.low())
                && isInteger(range.high());
    }

    private static boolean isInteger(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value);
    }
}
