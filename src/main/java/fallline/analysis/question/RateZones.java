package fallline.analysis.question;

import fallline.analysis.NiceNumber;
import fallline.analysis.SliderScale;

/// What learning rates lead to, for the curvature at one point: up to `slow` they crawl, up to `overshoot` they are
/// good, up to `limit` they oscillate, beyond it they diverge.
///
/// @param slow a tenth of the best rate
/// @param best the rate with the largest sure progress
/// @param overshoot from here on a step lands on the other side of the valley's floor
/// @param limit the largest stable rate
public record RateZones(double slow, double best, double overshoot, double limit) {
    public RateZones {
        boolean ordered = 0 < slow && slow < overshoot && overshoot <= limit && best > 0 && best <= limit;
        if (!ordered || Double.isInfinite(limit)) {
            throw new IllegalArgumentException("rate zones must be finite and in order, got slow " + slow + ", best "
                    + best + ", overshoot " + overshoot + ", limit " + limit);
        }
    }

    /// The slider's range: it always holds rates that crawl, are good and diverge.
    ///
    /// @param before the range so far; it stays while it still does so, for a range that moves while the point
    /// moves
    ///     cannot be aimed at
    /// @param value the rate, which the range holds as well
    public SliderScale scale(SliderScale before, double value) {
        boolean stillGood = before.holds(slow / 2)
                && before.holds(2 * limit)
                && before.low() >= slow / 100
                && before.high() <= 100 * limit
                && before.holds(value);
        if (stillGood) {
            return before;
        }
        double low = Math.max(Double.MIN_NORMAL, NiceNumber.below(slow / 5));
        double high = Math.min(1e300, NiceNumber.above(5 * limit));
        return new SliderScale(low, high, true).holding(value);
    }
}
