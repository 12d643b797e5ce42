package fallline.optimizer.schedule;

import fallline.optimizer.Demand;

/// The rate rises from `baseLr` to `maxLr` in `stepSizeUp` steps and falls back in `stepSizeDown`, again and again; the
/// momentum goes the other way. PyTorch's CyclicLR; Smith 2017.
///
/// @param mode whether every peak is as high as the first
/// @param gamma the factor a step of `EXP_RANGE`
/// @param cycleMomentum whether the momentum moves between `baseMomentum` and `maxMomentum`
public record Cyclic(
        double baseLr,
        double maxLr,
        int stepSizeUp,
        int stepSizeDown,
        Mode mode,
        double gamma,
        boolean cycleMomentum,
        double baseMomentum,
        double maxMomentum)
        implements Schedule {
    /// How high the peaks are.
    public enum Mode {
        /// All the same.
        TRIANGULAR,
        /// Half of the one before.
        TRIANGULAR2,
        /// Scaled by γ^k.
        EXP_RANGE
    }

    public Cyclic {
        Demand.that(baseLr >= 0, "base_lr of cyclic must be at least 0", baseLr);
        Demand.that(maxLr >= 0, "max_lr of cyclic must be at least 0", maxLr);
        Demand.that(stepSizeUp >= 1, "step_size_up of cyclic must be at least 1", stepSizeUp);
        Demand.that(stepSizeDown >= 1, "step_size_down of cyclic must be at least 1", stepSizeDown);
        Demand.that(gamma > 0, "gamma of cyclic must be above 0", gamma);
        Demand.that(baseMomentum >= 0 && baseMomentum < 1, "base_momentum of cyclic must be in [0, 1)", baseMomentum);
        Demand.that(maxMomentum >= 0 && maxMomentum < 1, "max_momentum of cyclic must be in [0, 1)", maxMomentum);
    }

    /// PyTorch's defaults between two rates.
    public static Cyclic of(double baseLr, double maxLr) {
        return new Cyclic(baseLr, maxLr, 2000, 2000, Mode.TRIANGULAR, 1, true, 0.8, 0.9);
    }

    @Override
    public double rate(int step, double base) {
        return baseLr + (maxLr - baseLr) * height(step) * scale(step);
    }

    @Override
    public double momentum(int step, double base) {
        return cycleMomentum ? maxMomentum - (maxMomentum - baseMomentum) * height(step) * scale(step) : base;
    }

    @Override
    public boolean hasOwnRates() {
        return true;
    }

    /// 0 at the foot, 1 at the peak.
    private double height(int step) {
        double total = (double) stepSizeUp + stepSizeDown;
        double peak = stepSizeUp / total;
        double x = 1 + step / total - cycle(step);
        return x <= peak ? x / peak : (x - 1) / (peak - 1);
    }

    /// The number of the cycle, from 1.
    private double cycle(int step) {
        return Math.floor(1 + step / ((double) stepSizeUp + stepSizeDown));
    }

    private double scale(int step) {
        return switch (mode) {
            case TRIANGULAR -> 1;
            case TRIANGULAR2 -> 1 / StrictMath.pow(2, cycle(step) - 1);
            case EXP_RANGE -> StrictMath.pow(gamma, step);
        };
    }
}
