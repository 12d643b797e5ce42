package fallline.experiment.edit;

import fallline.curvature.Extremes;
import fallline.experiment.RunRecipe;
import fallline.experiment.SettingsAt;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.FirstRate;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Optimizer;
import fallline.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A learning rate with which a first run gets somewhere worth seeing, as a number of one digit.
public final class SuggestedRate {
    private static final double FALLBACK = 0.1;

    private SuggestedRate() {}

    /// The rate for an optimizer that starts at `start`: for a catalogue function as it is, from inside its box, that
    /// of its card, else an estimate.
    public static double of(Problem problem, double[] start, Optimizer optimizer) {
        return ofCard(problem, start, optimizer).orElseGet(() -> of(problem.objective(), start, optimizer));
    }

    /// The rate of the card of a catalogue function as it is, from a start inside its box, if it has one for the family
    /// of the optimizer.
    static Optional<Double> ofCard(Problem problem, double[] start, Optimizer optimizer) {
        if (!(problem instanceof Problem.Formula formula)
                || formula.goal() != Goal.MINIMISE
                || formula.card()
                        .filter(card -> card.usualNumbers().equals(formula.numbers()) && card.holds(start))
                        .isEmpty()) {
            return Optional.empty();
        }
        return formula.card()
                .flatMap(card -> card.rate(optimizer.rates().family()))
                .map(FirstRate::rate);
    }

    /// An estimate of the rate for an optimizer that starts at `start`: what its text suggests, else its own default.
    public static double of(Objective objective, double[] start, Optimizer optimizer) {
        OptionalDouble suggestion = optimizer
                .rates()
                .suggestion(
                        SettingsAt.base(RunRecipe.of(optimizer.id(), Map.of())).numbers(optimizer),
                        reach(start),
                        () -> slope(objective, start),
                        () -> Extremes.at(objective.twin(), start).largest());
        return suggestion.isPresent() ? nice(suggestion.getAsDouble()) : ownDefault(optimizer);
    }

    /// The largest stable rate of gradient descent at a point, 2/λmax; empty where J does not curve upwards (downwards
    /// when it is maximised), or is not finite.
    public static Optional<Double> limit(Objective objective, double[] theta) {
        double largest = Extremes.at(objective.twin(), theta).largest();
        double limit = 2 / largest;
        return largest > 0 && limit > 0 && Double.isFinite(limit) ? Optional.of(limit) : Optional.empty();
    }

    private static double slope(Objective objective, double[] start) {
        double[] gradient = new double[start.length];
        objective.twin().gradient(start, gradient);
        double norm = 0;
        for (double slope : gradient) {
            norm = Math.hypot(norm, slope);
        }
        return norm;
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
