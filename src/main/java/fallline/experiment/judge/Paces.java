package fallline.experiment.judge;

import fallline.curvature.Extremes;
import fallline.experiment.SettingsAt;
import fallline.experiment.run.RunTask;
import fallline.objective.Objective;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import java.util.Map;

/// The learning rate of a run beside its limit, for rules whose text says a limit, over all rows and without penalties
/// of their own.
final class Paces {
    private final RunTask task;
    private final Objective objective;

    /// A pace with the rate that is best for it.
    ///
    /// @param best NaN where none is known
    record Found(Pace pace, double best) {}

    Paces(RunTask task) {
        this.task = task;
        this.objective = task.objective().twin();
    }

    /// The pace of the step from `step` on, at `theta`.
    Found at(int step, double[] theta, double rate) {
        SettingsAt settings = SettingsAt.of(task.recipe(), step);
        if (!hasLimit(settings)) {
            return new Found(Pace.unknown(rate), Double.NaN);
        }
        Extremes ends = Extremes.at(objective, theta);
        Map<String, Double> numbers = settings.numbers(task.optimizer());
        double beta = task.optimizer()
                .momentum()
                .map(name -> numbers.getOrDefault(name, 0.0))
                .orElse(0.0);
        return task.optimizer()
                .rates()
                .stability(numbers, ends.smallest(), ends.largest())
                .map(found -> new Found(
                        new Pace(rate, found.limit(), ends.largest(), objective.dimension() == 1, beta),
                        found.convergent() ? found.best() : Double.NaN))
                .orElseGet(() -> new Found(Pace.unknown(rate), Double.NaN));
    }

    private boolean hasLimit(SettingsAt settings) {
        return task.optimizer().rates().hasPlainLimit()
                && settings.batching() instanceof Batching.Full
                && settings.modifiers().equals(Modifiers.NONE)
                && task.recipe().lineSearch().isEmpty()
                && settings.numbers(task.optimizer()).getOrDefault("weight_decay", 0.0) == 0;
    }
}
