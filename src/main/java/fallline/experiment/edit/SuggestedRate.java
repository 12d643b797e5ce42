package fallline.experiment.edit;

import fallline.curvature.Extremes;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.FirstRate;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.problem.Problem;
import java.util.Map;
import java.util.Optional;

/// A learning rate with which a first run gets somewhere worth seeing, as a number of one digit.
public final class SuggestedRate {
    private static final double FALLBACK = 0.1;

    private SuggestedRate() {}

    /// The rate for an optimizer that starts at `start`: for a catalogue function as it is, from inside its box, that
    /// of its card, else an estimate.
    public static double of(Problem problem, double[] start, Optimizer optimizer) {
        return ofCard(problem, start, optimizer).orElseGet(() -> of(problem.objective(), start, optimizer));
    }

    /// The rate of the card of a catalogue function as it is, from a start inside its box, if it has one. Nesterov's
    /// method takes that of momentum, and what is as Adam takes Adam's.
    static Optional<Double> ofCard(Problem problem, double[] start, Optimizer optimizer) {
        if (!(problem instanceof Problem.Formula formula)
                || formula.goal() != Goal.MINIMISE
                || formula.card()
                        .filter(card -> card.usualNumbers().equals(formula.numbers()) && card.holds(start))
                        .isEmpty()) {
            return Optional.empty();
        }
        String id =
                switch (optimizer.id()) {
                    case "nesterov" -> "momentum";
                    case "adamw", "amsgrad", "nadam", "radam", "adamax", "adabelief" -> "adam";
                    default -> optimizer.id();
                };
        return formula.card().flatMap(card -> card.rate(id)).map(FirstRate::rate);
    }

    /// An estimate of the rate for an optimizer that starts at `start`.
    ///
    /// Rules whose step is a rate times the gradient get a quarter of the largest stable rate of gradient descent,
    /// ¼·2/λmax. Rules that divide the gradient by its size get a twentieth of the start's distance from zero,
    /// since their rate is about the length of a step. Other rules keep their own default.
    public static double of(Objective objective, double[] start, Optimizer optimizer) {
        return switch (optimizer.id()) {
            case "gd", "momentum", "nesterov" -> ofGradient(objective, start);
            case "adam",
                    "adamw",
                    "amsgrad",
                    "nadam",
                    "radam",
                    "adamax",
                    "adabelief",
                    "rmsprop",
                    "rmsprop-centered",
                    "lion",
                    "rprop" -> nice(reach(start) / 20);
            case "adagrad" -> nice(reach(start) / 4);
            default -> ownDefault(optimizer);
        };
    }

    /// What a first run of an optimizer sets besides its rate: one inner iteration a step for L-BFGS, so that its steps
    /// can be watched.
    static Map<String, HyperValue> besides(Optimizer optimizer) {
        return optimizer.id().equals("lbfgs") ? Map.of("max_iterations", HyperValue.of(1)) : Map.of();
    }

    /// The largest stable rate of gradient descent at a point, 2/λmax; empty where J does not curve upwards (downwards
    /// when it is maximised), or is not finite.
    public static Optional<Double> limit(Objective objective, double[] theta) {
        double largest = Extremes.at(objective.twin(), theta).largest();
        double limit = 2 / largest;
        return largest > 0 && limit > 0 && Double.isFinite(limit) ? Optional.of(limit) : Optional.empty();
    }

    private static double ofGradient(Objective objective, double[] start) {
        return limit(objective, start).map(limit -> nice(limit / 4)).orElseGet(() -> bySlope(objective, start));
    }

    /// The rate whose first step is a twentieth of the distance from zero.
    private static double bySlope(Objective objective, double[] start) {
        double[] gradient = new double[start.length];
        objective.twin().gradient(start, gradient);
        double norm = 0;
        for (double slope : gradient) {
            norm = Math.hypot(norm, slope);
        }
        double rate = reach(start) / 20 / norm;
        return norm > 0 && rate > 0 && Double.isFinite(rate) ? nice(rate) : FALLBACK;
    }

    private static double reach(double[] start) {
        double reach = 1;
        for (double coordinate : start) {
            reach = Math.max(reach, Math.abs(coordinate));
        }
        return Double.isFinite(reach) ? reach : 1;
    }

    private static double ownDefault(Optimizer optimizer) {
        return optimizer.hyperparameters().stream()
                .filter(parameter -> parameter.name().equals(Hyperparameter.LEARNING_RATE))
                .findFirst()
                .map(Hyperparameter::initial)
                .map(value -> value instanceof HyperValue.Amount(double amount) ? amount : FALLBACK)
                .orElse(FALLBACK);
    }

    /// The largest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that is not above the value, exact as a decimal number.
    static double nice(double value) {
        int exponent = (int) Math.floor(Math.log10(value));
        for (int power = exponent + 1; power >= exponent - 1; power--) {
            for (int digit : new int[] {5, 2, 1}) {
                double candidate = Double.parseDouble(digit + "e" + power);
                if (candidate <= value * (1 + 1e-12)) {
                    return candidate;
                }
            }
        }
        return value;
    }
}
