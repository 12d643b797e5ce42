package fallline.experiment.view;

import java.util.Optional;
import java.util.OptionalDouble;

/// How a map of runs is looked at: whose settings are swept, over what, and what of each run is shown.
///
/// @param run whose settings are swept; the chosen run if empty
/// @param x what lies across; if empty, the rate, or else the first setting that is a number
/// @param y what lies upwards. If it is empty too, the first other setting that is a number; beside an x it means
///     that the map is a curve over x alone.
/// @param measure what of each run is shown
/// @param epsilon what J − J* must fall below; without J* the J itself; empty for the usual one
public record SweepLook(
        Optional<String> run, Optional<Axis> x, Optional<Axis> y, Measure measure, OptionalDouble epsilon) {
    /// The fewest and the most cells along an axis.
    public static final int LEAST_CELLS = 2;

    public static final int MOST_CELLS = 1024;

    /// What the start's coordinates are called among the settings: `start.x`.
    public static final String START = "start.";

    /// What of each run a map shows.
    public enum Measure {
        STEPS,
        EVALUATIONS,
        LOSS,
        VERDICT
    }

    /// What is swept along one axis: `n` cells of equal width from `min` to `max`, each the run with the setting in the
    /// cell's middle.
    ///
    /// @param setting a hyperparameter, or `start.` and the name of a parameter
    /// @param log whether cells are equal factors
    public record Axis(String setting, double min, double max, boolean log, int n) {
        public Axis {
            if (!(min < max) || Double.isInfinite(max - min)) {
                throw new IllegalArgumentException("min must be below max, got " + min + " … " + max);
            }
            if (log && min <= 0) {
                throw new IllegalArgumentException("min must be above 0 where log is true, got " + min);
            }
            if (n < LEAST_CELLS || n > MOST_CELLS) {
                throw new IllegalArgumentException("n must be " + LEAST_CELLS + " to " + MOST_CELLS + ", got " + n);
            }
        }

        public Axis within(double low, double high) {
            return new Axis(setting, low, high, log, n);
        }
    }

    /// Steps of the chosen run over its rate and its first other setting.
    public static final SweepLook INITIAL =
            new SweepLook(Optional.empty(), Optional.empty(), Optional.empty(), Measure.STEPS, OptionalDouble.empty());

    public SweepLook withRun(Optional<String> other) {
        return new SweepLook(other, x, y, measure, epsilon);
    }

    public SweepLook withAxes(Axis across, Optional<Axis> upwards) {
        return new SweepLook(run, Optional.of(across), upwards, measure, epsilon);
    }

    /// With the usual axes.
    public SweepLook withUsualAxes() {
        return new SweepLook(run, Optional.empty(), Optional.empty(), measure, epsilon);
    }

    public SweepLook withMeasure(Measure other) {
        return new SweepLook(run, x, y, other, epsilon);
    }

    public SweepLook withEpsilon(OptionalDouble other) {
        return new SweepLook(run, x, y, measure, other);
    }
}
