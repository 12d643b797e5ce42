package fallline.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A finite number in digits: `digits` times ten to the `power`, which is 0 where the digits say it all. Fields,
/// sentences and pictures write the power each in its own way, and agree on all else.
///
/// @param digits with a point in every language and an ordinary minus sign
public record Decimal(String digits, int power) {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// How a number is written.
    ///
    /// @param least numbers below ten to this are written with a power
    /// @param most numbers from ten to this on as well
    /// @param zeros whether zeros at the end stay where there is no power
    /// @param powerZeros whether they stay before a power
    public record Notation(int least, int most, boolean zeros, boolean powerZeros) {}

    /// The digits of a number.
    ///
    /// @param rounded rounded to `significant` digits already
    /// @param significant how many digits it has at most, from 1
    public static Decimal of(BigDecimal rounded, int significant, Notation notation) {
        if (rounded.signum() == 0) {
            return new Decimal("0", 0);
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean plain = exponent >= notation.least() && exponent < notation.most();
        BigDecimal shown = plain ? rounded : rounded.movePointLeft(exponent);
        int places = plain ? Math.max(0, significant - 1 - exponent) : significant - 1;
        shown = shown.setScale(places, RoundingMode.HALF_EVEN);
        boolean zeros = plain ? notation.zeros() : notation.powerZeros();
        return new Decimal(zeros ? shown.toPlainString() : bare(shown), plain ? 0 : exponent);
    }

    private static String bare(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare).toPlainString();
    }

    /// As it can be typed: `1.5e-9`.
    public String typed() {
        return power == 0 ? digits : digits + "e" + power;
    }

    /// A whole number with commas between groups of thousands and a true minus sign: `9,800`.
    public static String grouped(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder(value < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /// An exponent in raised digits: `⁻³`.
    public static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(RAISED.charAt(digit - '0'));
        }
        return text.toString();
    }
}
