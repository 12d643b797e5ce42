package fallline.analysis.tune;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.number.Numbers;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Optimizer;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/// A run whose learning rate is to be swept up: by the same factor at every step, from one rate to another (Smith 2017,
/// *Cyclical learning rates for training neural networks*, section 3.3).
///
/// @param run whose rate is looked for
/// @param from the rate of the first step, above 0
/// @param to that of the last, above `from`
/// @param steps 10 to 1000
public record RateSearch(Experiment experiment, Run run, Optimizer optimizer, double from, double to, int steps) {
    public static final int USUAL_STEPS = 150;
    public static final int FEWEST_STEPS = 10;
    public static final int MOST_STEPS = 1000;

    /// Where the rates begin whose rule's range begins at 0.
    private static final double LEAST_RATE = 1e-6;

    /// @throws IllegalArgumentException with a sentence, if the rates do not rise or the steps are too few or too many
    public RateSearch {
        if (!(from > 0 && from < to && to < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the rates must rise from a number above 0, got " + Numbers.exact(from)
                    + " to " + Numbers.exact(to));
        }
        if (steps < FEWEST_STEPS || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "the sweep takes " + FEWEST_STEPS + " to " + MOST_STEPS + " steps, got " + Numbers.whole(steps));
        }
    }

    /// A search over the range that the rule declares for its rate, in the usual number of steps.
    public static RateSearch usual(Experiment experiment, Run run, Optimizer optimizer) {
        Range range = range(optimizer);
        double from = range.low() > 0 ? range.low() : Math.min(LEAST_RATE, range.high() * LEAST_RATE);
        return new RateSearch(experiment, run, optimizer, from, range.high(), USUAL_STEPS);
    }

    private static Range range(Optimizer optimizer) {
        Hyperparameter rate = optimizer.hyperparameters().get(optimizer.indexOf(Hyperparameter.LEARNING_RATE));
        return rate.kind() instanceof Range range
                ? range
                : new Range(1, LEAST_RATE, 1, true, Hyperparameter.Interval.NON_NEGATIVE);
    }

    /// Why there is no rate to be found for a run, in a sentence.
    public static Optional<String> obstacle(Run run, Optimizer optimizer) {
        if (run.recorded().isPresent()) {
            return Optional.of("The path of " + run.name() + " was computed elsewhere: there is no rate to be set.");
        }
        if (!optimizer.hasRate()) {
            return Optional.of(optimizer.card().name() + " has no learning rate: it finds the length of every step by"
                    + " itself.");
        }
        if (run.recipe().schedule().hasOwnRates()) {
            return Optional.of("The schedule of " + run.name()
                    + " brings rates of its own: take another schedule to look for a rate.");
        }
        if (run.recipe().lineSearch().isPresent()) {
            return Optional.of("A line search finds the length of every step of " + run.name()
                    + ": take it out to look for a rate.");
        }
        return Optional.empty();
    }

    /// The rate of the step from k to k + 1.
    public double rate(int k) {
        return schedule().rate(k, from);
    }

    private Schedule schedule() {
        return new Schedule.Exponential(StrictMath.pow(to / from, 1.0 / (steps - 1)));
    }

    /// Whether chance has a part in the steps.
    public boolean drawsLots() {
        return !(run.recipe().batching() instanceof Batching.Full)
                || run.recipe().modifiers().gradientNoise() > 0;
    }

    /// The run with the rate swept up, without its changes.
    RunTask task() {
        RunRecipe swept = run.recipe()
                .withChanges(List.of())
                .with(Hyperparameter.LEARNING_RATE, HyperValue.of(from))
                .withSchedule(schedule());
        return new RunTask(
                experiment.problem().objective(), optimizer, swept, experiment.startPoint(), experiment.seed(), steps);
    }
}
