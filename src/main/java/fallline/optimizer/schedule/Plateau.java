package fallline.optimizer.schedule;

import fallline.optimizer.Demand;
import java.util.Optional;

/// The rate is multiplied by `factor` when J has not become better for more than `patience` steps. PyTorch's
/// ReduceLROnPlateau.
///
/// J is the loss over all rows after each step, in the sense of descent (−J when maximising). What lasts from step to
/// step stands in an array of [#MEMORY] numbers: the best loss, the bad steps, the cool-down left, the rate, and the
/// recipe's rate when it was made: when the recipe's rate is changed, the reductions so far stay.
///
/// @param mode whether smaller or larger is better
/// @param threshold by how much it must be better to count
/// @param thresholdMode whether the threshold is a part of the best loss or a difference
/// @param cooldown the steps after a reduction in which no step counts as bad
/// @param minLr the least rate
/// @param eps the least reduction
public record Plateau(
        Mode mode,
        double factor,
        int patience,
        double threshold,
        ThresholdMode thresholdMode,
        int cooldown,
        double minLr,
        double eps)
        implements Schedule {
    /// What is better.
    public enum Mode {
        MIN,
        MAX
    }

    /// What the threshold is.
    public enum ThresholdMode {
        /// Better than best·(1 ∓ threshold).
        REL,
        /// Better than best ∓ threshold.
        ABS
    }

    /// The numbers that it remembers.
    public static final int MEMORY = 5;

    private static final int BEST = 0;
    private static final int BAD = 1;
    private static final int COOLING = 2;
    private static final int RATE = 3;
    private static final int BASE = 4;

    public Plateau {
        Demand.that(factor > 0 && factor < 1, "factor of plateau must be in (0, 1)", factor);
        Demand.that(patience >= 0, "patience of plateau must be at least 0", patience);
        Demand.that(threshold >= 0, "threshold of plateau must be at least 0", threshold);
        Demand.that(cooldown >= 0, "cooldown of plateau must be at least 0", cooldown);
        Demand.that(minLr >= 0, "min_lr of plateau must be at least 0", minLr);
        Demand.that(eps >= 0, "eps of plateau must be at least 0", eps);
    }

    /// PyTorch's defaults.
    public static Plateau standard() {
        return new Plateau(Mode.MIN, 0.1, 10, 1e-4, ThresholdMode.REL, 0, 0, 1e-8);
    }

    @Override
    public double rate(int step, double base) {
        return base;
    }

    @Override
    public Optional<Plateau> plateau() {
        return Optional.of(this);
    }

    /// Writes the memory of one that has seen no loss.
    public void start(double[] memory) {
        memory[BEST] = mode == Mode.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        memory[BAD] = 0;
        memory[COOLING] = 0;
        memory[RATE] = Double.NaN;
        memory[BASE] = Double.NaN;
    }

    /// The rate now, when the recipe's rate is `base`.
    public double rate(double[] memory, double base) {
        if (Double.isNaN(memory[RATE])) {
            return base;
        }
        return memory[BASE] == base ? memory[RATE] : memory[RATE] * (base / memory[BASE]);
    }

    /// Takes note of the loss after a step.
    public void observe(double[] memory, double loss, double base) {
        double rate = rate(memory, base);
        if (isBetter(loss, memory[BEST])) {
            memory[BEST] = loss;
            memory[BAD] = 0;
        } else {
            memory[BAD]++;
        }
        if (memory[COOLING] > 0) {
            memory[COOLING]--;
            memory[BAD] = 0;
        }
        if (memory[BAD] > patience) {
            double reduced = Math.max(rate * factor, minLr);
            rate = rate - reduced > eps ? reduced : rate;
            memory[COOLING] = cooldown;
            memory[BAD] = 0;
        }
        memory[RATE] = rate;
        memory[BASE] = base;
    }

    private boolean isBetter(double loss, double best) {
        return switch (mode) {
            case MIN -> loss < (thresholdMode == ThresholdMode.REL ? best * (1 - threshold) : best - threshold);
            case MAX -> loss > (thresholdMode == ThresholdMode.REL ? best * (threshold + 1) : best + threshold);
        };
    }
}
