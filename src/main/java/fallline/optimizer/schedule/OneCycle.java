package fallline.optimizer.schedule;

import fallline.optimizer.Demand;

/// One rise from `maxLr/divFactor` to `maxLr` and one fall to `maxLr/divFactor/finalDivFactor`, in `totalSteps` steps;
/// afterwards the rate stays. The momentum goes the other way. PyTorch's OneCycleLR; Smith & Topin 2018.
///
/// With three phases the rate falls back to where it began before it falls to its end.
///
/// @param pctStart the part of the steps in which the rate rises, in [0, 1]
/// @param anneal the shape of rise and fall
/// @param cycleMomentum whether the momentum moves between `baseMomentum` and `maxMomentum`
public record OneCycle(
        double maxLr,
        int totalSteps,
        double pctStart,
        Anneal anneal,
        boolean cycleMomentum,
        double baseMomentum,
        double maxMomentum,
        double divFactor,
        double finalDivFactor,
        boolean threePhase)
        implements Schedule {
    /// The shape of a rise or fall.
    public enum Anneal {
        COS,
        LINEAR
    }

    public OneCycle {
        Demand.that(maxLr >= 0, "max_lr of one-cycle must be at least 0", maxLr);
        Demand.that(totalSteps >= 1, "total_steps of one-cycle must be at least 1", totalSteps);
        Demand.that(pctStart >= 0 && pctStart <= 1, "pct_start of one-cycle must be in [0, 1]", pctStart);
        Demand.that(divFactor > 0, "div_factor of one-cycle must be above 0", divFactor);
        Demand.that(finalDivFactor > 0, "final_div_factor of one-cycle must be above 0", finalDivFactor);
        Demand.that(
                baseMomentum >= 0 && baseMomentum < 1, "base_momentum of one-cycle must be in [0, 1)", baseMomentum);
        Demand.that(maxMomentum >= 0 && maxMomentum < 1, "max_momentum of one-cycle must be in [0, 1)", maxMomentum);
    }

    /// PyTorch's defaults for the peak `maxLr` in `totalSteps` steps.
    public static OneCycle of(double maxLr, int totalSteps) {
        return new OneCycle(maxLr, totalSteps, 0.3, Anneal.COS, true, 0.85, 0.95, 25, 1e4, false);
    }

    @Override
    public double rate(int step, double base) {
        double initial = maxLr / divFactor;
        double last = initial / finalDivFactor;
        return threePhase ? at(step, initial, maxLr, initial, last) : at(step, initial, maxLr, last, last);
    }

    @Override
    public double momentum(int step, double base) {
        return cycleMomentum ? at(step, maxMomentum, baseMomentum, maxMomentum, maxMomentum) : base;
    }

    @Override
    public boolean hasOwnRates() {
        return true;
    }

    /// The value at `step` of a line through `first`, `peak`, `second` and, with three phases, `last`.
    private double at(int step, double first, double peak, double second, double last) {
        double k = Math.min(step, totalSteps - 1);
        double rise = pctStart * totalSteps - 1;
        if (k <= rise) {
            return between(first, peak, 0, rise, k);
        }
        double end = totalSteps - 1;
        if (!threePhase) {
            return between(peak, second, rise, end, k);
        }
        double fall = 2 * pctStart * totalSteps - 2;
        return k <= fall ? between(peak, second, rise, fall, k) : between(second, last, fall, end, k);
    }

    private double between(double from, double to, double begin, double end, double k) {
        double part = end == begin ? 1 : (k - begin) / (end - begin);
        return switch (anneal) {
            case COS -> to + (from - to) / 2 * (1 + StrictMath.cos(Math.PI * part));
            case LINEAR -> (to - from) * part + from;
        };
    }
}
