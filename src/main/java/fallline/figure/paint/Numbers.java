package fallline.figure.paint;

import fallline.number.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as they are printed in pictures: a true minus sign, powers of ten with raised exponents, no needless digits.
public final class Numbers {
    private Numbers() {}

    /// A number with this many significant digits: `16`, `0.0125`, `−1.19`, `4.02×10⁷`, `∞`, `NaN`. Trailing zeros go.
    public static String brief(double value, int digits) {
        return written(value, digits, true);
    }

    /// As [#brief], with trailing zeros kept, for numbers that change in place: `3.80`.
    public static String steady(double value, int digits) {
        return written(value, digits, false);
    }

    /// As [#brief] in LaTeX: `-1.19`, `4.02 \cdot 10^{7}`, `\infty`.
    public static String latex(double value, int digits) {
        if (Double.isNaN(value)) {
            return "\\mathrm{NaN}";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        Decimal decimal = decimal(value, digits, true);
        return decimal.digits() + (decimal.power() == 0 ? "" : " \\cdot 10^{" + decimal.power() + "}");
    }

    private static String written(double value, int digits, boolean strip) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        Decimal decimal = decimal(value, digits, strip);
        return signed(decimal.digits()) + (decimal.power() == 0 ? "" : "×" + power(decimal.power()));
    }

    private static Decimal decimal(double value, int digits, boolean strip) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return Decimal.of(rounded, digits, new Decimal.Notation(-4, Math.max(6, digits), !strip, false));
    }

    /// `10⁻³`.
    public static String power(int exponent) {
        return "10" + raised(exponent);
    }

    /// `⁻³`.
    static String raised(int exponent) {
        return Decimal.raised(exponent);
    }

    /// A plain decimal with this many places: `−0.50`.
    public static String fixed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return signed((rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString());
    }

    /// A whole number with thin groups of thousands: `1,000,000`.
    public static String whole(long value) {
        return Decimal.grouped(value);
    }

    private static String signed(String text) {
        return text.replace('-', '−');
    }
}
