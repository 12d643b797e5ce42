package fallline.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How places on a slider stand for values: linear, or by the logarithm.
///
/// @param low the value at the left end; more than 0 if logarithmic
/// @param high the value at the right end, more than `low`
public record SliderScale(double low, double high, boolean logarithmic) {
    public SliderScale {
        if (!(low < high) || (logarithmic && !(low > 0)) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "a slider's range must be finite and in order, got " + low + " … " + high);
        }
    }

    /// The value at a place from 0 to 1, rounded so that its number is short and exact: three significant digits if
    /// logarithmic, else a thousandth of the range.
    public double at(double place) {
        if (place <= 0) {
            return low;
        }
        if (place >= 1) {
            return high;
        }
        double raw = logarithmic ? low * Math.pow(high / low, place) : low + place * (high - low);
        double rounded = logarithmic ? significant(raw) : stepped(raw);
        return Math.max(low, Math.min(high, rounded));
    }

    /// The place of a value, from 0 to 1; values outside the range are at its ends.
    public double place(double value) {
        double place = logarithmic
                ? value > 0 ? Math.log(value / low) / Math.log(high / low) : 0
                : (value - low) / (high - low);
        return Math.max(0, Math.min(1, place));
    }

    /// Whether the value lies in the range.
    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// The scale, made wider where needed so that it holds the value, by whole decades if logarithmic.
    public SliderScale holding(double value) {
        if (holds(value) || !Double.isFinite(value) || (logarithmic && !(value > 0))) {
            return this;
        }
        double decade = logarithmic ? Math.pow(10, Math.floor(Math.log10(value))) : value;
        double nextDecade = logarithmic ? Math.min(Double.MAX_VALUE, 10 * decade) : value;
        return value < low
                ? new SliderScale(logarithmic ? Math.max(Double.MIN_NORMAL, decade) : value, high, logarithmic)
                : new SliderScale(low, nextDecade, logarithmic);
    }

    private static double significant(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    private double stepped(double value) {
        int decimals = 3 - (int) Math.ceil(Math.log10(high - low) - 1e-9);
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
