package fallline.analysis.tune;

import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.objective.Goal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Sweeps the learning rate of a run up and says which rates look good (Smith 2017): where J falls fastest, and a tenth
/// of the rate at which it is least.
///
/// The run is the ordinary one with an exponential schedule, batches as it has them. It is cut off where J has risen to
/// four times its least value. A run of full batches is judged by J itself; where chance has a part, by its running
/// mean: m ← β m + (1 − β) J, divided by 1 − βⁱ.
///
/// The sweep sees each rate for one step, and a direction that is steep but of little J has not grown by then. So where
/// the rule's text says from which rate on steps grow, no suggestion is above half of that ([RateCeiling]).
public final class RateFinder {
    private static final double TIMES = 4;
    private static final double BETA = 0.8;

    /// What rounding may do to a J near 0 is no divergence: it has to rise by such a share of its fall, too.
    private static final double ROUNDING = 1e-24;

    /// A rise by more than this share of the fall before it ends the fall.
    private static final double RISE = 0.05;

    /// Slopes are taken over so many steps to both sides.
    private static final int REACH = 2;

    private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private static final MathContext DOWN = new MathContext(2, RoundingMode.DOWN);

    private RateFinder() {}

    /// Makes the run and reads it.
    ///
    /// @param cancelled asked at every step; once true, the answer means nothing
    public static RateFinding find(RateSearch search, BooleanSupplier cancelled) {
        Trace trace = TraceRecorder.record(search.task(), cancelled, _ -> {});
        boolean maximise = search.experiment().problem().objective().goal() == Goal.MAXIMISE;
        double sign = maximise ? -1 : 1;
        int count = trace.lastFiniteStep();
        double[] down = new double[Math.max(0, count)];
        for (int i = 0; i < down.length; i++) {
            down[i] = sign * trace.loss(i + 1);
        }
        double start = sign * trace.loss(0);
        int end = end(down, start);
        boolean cut = end < down.length || trace.lastStep() > count;
        int rows = Math.min(end + 1, down.length);
        double[] rates = new double[rows];
        Arrays.setAll(rates, search::rate);
        double[] seen = Arrays.copyOf(down, rows);
        double[] smoothed = smoothed(seen, limit(seen, start));
        Best free = best(rates, search.drawsLots() ? smoothed : seen, start);
        Optional<Double> limit = free.least.flatMap(_ -> RateCeiling.of(search, trace, place(rates, free)));
        Best best = limit.map(free::below).orElse(free);
        return new RateFinding(
                search,
                rates,
                signed(seen, sign),
                signed(smoothed, sign),
                best.steepest,
                best.tenth,
                best.least,
                cut ? Optional.of(search.rate(Math.min(end, search.steps() - 1))) : Optional.empty(),
                best.equals(free) ? Optional.empty() : limit);
    }

    /// The step in front of the first rate that is not below the steepest.
    private static int place(double[] rates, Best best) {
        int step = 0;
        while (step < rates.length - 1 && rates[step] < best.steepest.orElse(0.0)) {
            step++;
        }
        return step;
    }

    /// The place of the first J that is too high; the length if there is none.
    private static int end(double[] down, double start) {
        double floor = floor(down, start);
        double best = start;
        for (int i = 0; i < down.length; i++) {
            best = Math.min(best, down[i]);
            if (down[i] > threshold(best, floor, start)) {
                return i;
            }
        }
        return down.length;
    }

    private static double threshold(double best, double floor, double start) {
        return best + (TIMES - 1) * Math.max(best - floor, ROUNDING * (start - best));
    }

    /// What J is measured from: 0, or where J goes below 0 its least value.
    private static double floor(double[] down, double start) {
        return Math.min(0, Arrays.stream(down).reduce(start, Math::min));
    }

    /// J counts no more than this in the mean, or one divergence would be all of it.
    private static double limit(double[] down, double start) {
        double best = Arrays.stream(down).reduce(start, Math::min);
        return Math.max(start, threshold(best, floor(down, start), start));
    }

    private static double[] smoothed(double[] values, double limit) {
        double[] smoothed = new double[values.length];
        double mean = 0;
        double weight = 1;
        for (int i = 0; i < values.length; i++) {
            mean = BETA * mean + (1 - BETA) * Math.min(values[i], limit);
            weight *= BETA;
            smoothed[i] = mean / (1 - weight);
        }
        return smoothed;
    }

    private record Best(Optional<Double> steepest, Optional<Double> tenth, Optional<Double> least) {
        /// With suggestions of no more than half a limit.
        Best below(double limit) {
            return new Best(steepest.map(rate -> held(rate, limit)), tenth.map(rate -> held(rate, limit)), least);
        }

        private static double held(double rate, double limit) {
            return rate < limit / 2
                    ? rate
                    : new BigDecimal(limit / 2).round(DOWN).doubleValue();
        }
    }

    /// The rates of equal factors: the slope against their logarithm is a difference.
    private static Best best(double[] rates, double[] values, double start) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        if (values.length < 3 || !(values[least] < start)) {
            return new Best(Optional.empty(), Optional.empty(), Optional.empty());
        }
        int end = fallEnd(values, start);
        int steepest = -1;
        double fall = 0;
        for (int i = 0; i < end; i++) {
            int from = Math.max(0, i - REACH);
            int to = Math.min(end, i + REACH);
            double slope = (values[to] - values[from]) / (to - from);
            if (slope < fall) {
                fall = slope;
                steepest = i;
            }
        }
        return new Best(
                steepest < 0 ? Optional.empty() : Optional.of(rounded(rates[steepest])),
                Optional.of(rounded(rates[least] / 10)),
                Optional.of(rates[least]));
    }

    /// The place at which J is least before it first rises for good: a later fall is one from a height that too large a
    /// rate led to.
    private static int fallEnd(double[] values, double start) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[least]) {
                least = i;
            } else if (values[least] < start && values[i] - values[least] > RISE * (start - values[least])) {
                return least;
            }
        }
        return least;
    }

    /// A suggestion is a short number.
    private static double rounded(double rate) {
        return new BigDecimal(rate).round(DIGITS).doubleValue();
    }

    private static double[] signed(double[] values, double sign) {
        return Arrays.stream(values).map(value -> sign * value).toArray();
    }
}
