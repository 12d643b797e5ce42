package fallline.figure.curve;

import java.util.Optional;

/// A noisy curve made calm: at every step the mean of the steps around it, twice.
///
/// The window is as wide before a step as after it, so that nothing is moved along the axis and a straight line stays
/// what it is; towards the ends, and towards gaps, it narrows on both sides. What comes out lies nowhere above the
/// largest number of its stretch, nor below the smallest: a constant stays the same constant, to the bit.
///
/// Where the axis is logarithmic the mean is taken of logarithms: it then lies in the middle of the band that the eye
/// sees, where a mean of the numbers would run along its upper edge.
///
/// @param values one a step; at a step that is not known, or has no place on the axis, what was there before
/// @param reach how many steps on either side have a part in a number
record Smoothing(double[] values, int reach) {
    private static final int FEWEST = 40;

    /// The reach as a share of the steps.
    private static final int PARTS = 50;

    /// Of a smooth curve hardly any step turns the other way, of white noise two thirds do, and of the random walk of
    /// small noisy steps half.
    private static final double TURNING = 0.2;

    /// A curve that goes up and down at every step swings, and is not noise.
    private static final double SWINGING = 0.9;

    /// Noise that is smaller than this share of the curve's range is not seen.
    private static final double SEEN = 0.003;

    /// The curve made calm, if it is noisy.
    ///
    /// @param raw one number a step, NaN where nothing is known
    /// @param logarithmic whether the axis is
    /// @param broken whether a NaN is a gap; else it is only not known yet, and its neighbours stand side by side
    static Optional<Smoothing> of(double[] raw, int length, boolean logarithmic, boolean broken) {
        int[] steps = new int[length];
        double[] values = new double[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            double value = logarithmic && raw[i] <= 0 ? Double.NaN : logarithmic ? Math.log10(raw[i]) : raw[i];
            boolean known = Math.abs(value) <= 1e300;
            if (known || broken || !Double.isNaN(raw[i])) {
                steps[count] = i;
                values[count++] = known ? value : Double.NaN;
            }
        }
        int reach = Math.max(4, count / PARTS);
        double[] calm = values.clone();
        for (int pass = 0; pass < 2; pass++) {
            double[] from = calm.clone();
            stretches(from, count, (begin, end) -> mean(from, calm, begin, end, reach / 2));
        }
        if (!isNoisy(values, calm, count)) {
            return Optional.empty();
        }
        double[] result = raw.clone();
        stretches(values, count, (begin, end) -> {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = begin; k < end; k++) {
                least = Math.min(least, raw[steps[k]]);
                most = Math.max(most, raw[steps[k]]);
            }
            for (int k = begin; k < end; k++) {
                double value = logarithmic ? Math.pow(10, calm[k]) : calm[k];
                result[steps[k]] = Math.clamp(value, least, most);
            }
        });
        return Optional.of(new Smoothing(result, 2 * (reach / 2)));
    }

    private interface Stretch {
        void over(int begin, int end);
    }

    /// The stretches between numbers that are not known, from `begin` to before `end`.
    private static void stretches(double[] values, int count, Stretch work) {
        int begin = 0;
        for (int k = 0; k <= count; k++) {
            if (k == count || Double.isNaN(values[k])) {
                if (k > begin) {
                    work.over(begin, k);
                }
                begin = k + 1;
            }
        }
    }

    /// The mean over `half` numbers on either side, fewer near the ends; early in the stretch, where curves fall fast,
    /// over no more than half of the way from there.
    private static void mean(double[] from, double[] to, int begin, int end, int half) {
        double[] sums = new double[end - begin + 1];
        double first = from[begin];
        for (int k = begin; k < end; k++) {
            sums[k - begin + 1] = sums[k - begin] + (from[k] - first);
        }
        for (int k = begin; k < end; k++) {
            int around = Math.min(half, Math.min((k - begin) / 2, end - 1 - k));
            double sum = sums[k + around + 1 - begin] - sums[k - around - begin];
            to[k] = around == 0 ? from[k] : first + sum / (2 * around + 1);
        }
    }

    private static boolean isNoisy(double[] values, double[] calm, int count) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double square = 0;
        int known = 0;
        int turns = 0;
        int pairs = 0;
        for (int k = 0; k < count; k++) {
            if (!Double.isNaN(values[k])) {
                least = Math.min(least, values[k]);
                most = Math.max(most, values[k]);
                square += (values[k] - calm[k]) * (values[k] - calm[k]);
                known++;
                if (k >= 2) {
                    double turn = (values[k] - values[k - 1]) * (values[k - 1] - values[k - 2]);
                    pairs += Double.isNaN(turn) ? 0 : 1;
                    turns += turn < 0 ? 1 : 0;
                }
            }
        }
        return known >= FEWEST
                && turns > TURNING * pairs
                && turns < SWINGING * pairs
                && Math.sqrt(square / known) > SEEN * (most - least);
    }
}
