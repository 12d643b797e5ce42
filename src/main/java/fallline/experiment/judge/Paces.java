package fallline.experiment.judge;

import fallline.curvature.Extremes;
import fallline.curvature.Stability;
import fallline.experiment.RunTask;
import fallline.experiment.SettingsAt;
import fallline.objective.Objective;
import fallline.optimizer.Batching;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Modifiers;
import java.util.Optional;

/// The learning rate of a run beside its limit, for rules whose limit is known: gradient descent, momentum and
/// Nesterov's method over all rows, without penalties of their own.
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
        double beta = task.optimizer().id().equals("gd") ? 0 : number(settings, "momentum");
        Optional<Stability> stability =
                switch (task.optimizer().id()) {
                    case "gd" -> Stability.ofGradientDescent(ends.smallest(), ends.largest());
                    case "momentum" ->
                        Stability.ofMomentum(ends.smallest(), ends.largest(), beta, number(settings, "dampening"));
                    default -> Stability.ofNesterov(ends.smallest(), ends.largest(), beta);
                };
        return stability
                .map(found -> new Found(
                        new Pace(rate, found.limit(), ends.largest(), objective.dimension() == 1, beta),
                        found.convergent() ? found.best() : Double.NaN))
                .orElseGet(() -> new Found(Pace.unknown(rate), Double.NaN));
    }

    private boolean hasLimit(SettingsAt settings) {
        boolean known =
                switch (task.optimizer().id()) {
                    case "gd", "momentum", "nesterov" -> true;
                    default -> false;
                };
        return known
                && settings.batching() instanceof Batching.Full
                && settings.modifiers().equals(Modifiers.NONE)
                && task.recipe().lineSearch().isEmpty()
                && number(settings, "weight_decay") == 0;
    }

    private double number(SettingsAt settings, String name) {
        for (Hyperparameter parameter : task.optimizer().hyperparameters()) {
            if (parameter.name().equals(name)) {
                return settings.value(parameter) instanceof HyperValue.Amount(double amount) ? amount : 0;
            }
        }
        return 0;
    }
}
