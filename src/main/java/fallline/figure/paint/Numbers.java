package fallline.figure.paint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as they are printed in pictures: a true minus sign, powers of ten with raised exponents, no needless digits.
public final class Numbers {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /// A number with this many significant digits: `16`, `0.0125`, `−1.19`, `4.02×10⁷`, `∞`, `NaN`. Trailing zeros go.
    public static String brief(double value, int digits) {
        return written(value, digits, true);
    }

    /// As [#brief], with trailing zeros kept, for numbers that change in place: `3.80`.
    public static String steady(double value, int digits) {
        return written(value, digits, false);
    }

    private static String written(double value, int digits, boolean strip) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < Math.max(6, digits)) {
            int decimals = Math.max(0, digits - 1 - exponent);
            BigDecimal plain = rounded.setScale(decimals, RoundingMode.HALF_EVEN);
            return signed(strip ? stripped(plain) : plain.toPlainString());
        }
        BigDecimal mantissa = rounded.movePointLeft(exponent);
        return signed(stripped(mantissa)) + "×" + power(exponent);
    }

    private static String stripped(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare).toPlainString();
    }

    /// `10⁻³`.
    public static String power(int exponent) {
        return "10" + raised(exponent);
    }

    /// `⁻³`.
    static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(RAISED.charAt(digit - '0'));
        }
        return text.toString();
    }

    /// A plain decimal with this many places: `−0.50`.
    public static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return signed((rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString());
    }

    /// A whole number with thin groups of thousands: `1,000,000`.
    public static String whole(long value) {
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

    private static String signed(String text) {
        return text.replace('-', '−');
    }
}
