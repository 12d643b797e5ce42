package fallline.expr;

import fallline.number.Decimal;
import fallline.text.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Numbers as they are typed and shown in fields. Typed numbers may have a decimal comma and a true minus sign; shown
/// numbers always have a point.
public final class TypedNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([, \\u00a0\\u202f]\\d{3})+(\\.\\d*)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

    private static final Decimal.Notation NOTATION = new Decimal.Notation(-3, 7, false, false);

    private TypedNumber() {}

    /// The number that was typed: `0.1`, `0,1`, `1e-3`, `−2`.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is not a finite number
    public static double parse(String typed) {
        String text = typed.strip().replace('−', '-').replace(',', '.');
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    text.isEmpty()
                            ? "a number is needed here, such as 0.1 or 1e-3"
                            : shown(typed) + " is not a number: type one such as 0.1 or 1e-3");
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(shown(typed) + " is too large: type less than 1.79e308");
        }
        return value;
    }

    /// The whole number that was typed; groups of three digits may be set apart by commas or spaces.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is not a whole number that fits into 64 bits
    public static long parseWhole(String typed) {
        String text = typed.strip().replace('−', '-');
        if (GROUPED.matcher(text).matches()) {
            text = text.replaceAll("[, \\u00a0\\u202f]", "");
        }
        try {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
            double value = parse(text);
            if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
                return (long) value;
            }
        } catch (IllegalArgumentException _) {
            // said below, in the words of whole numbers
        }
        throw new IllegalArgumentException(
                text.isEmpty()
                        ? "a whole number is needed here, such as 100"
                        : shown(typed) + " is not a whole number: type one such as 100");
    }

    private static String shown(String typed) {
        return Quote.of(typed.strip());
    }

    /// The number in full, so that it can be typed again without loss: `0.1`, `1e−8`, `−2.5`.
    public static String full(double value) {
        return written(value, new BigDecimal(Double.toString(finite(value))));
    }

    /// The number with at most `digits` significant digits.
    public static String brief(double value, int digits) {
        BigDecimal exact = new BigDecimal(Double.toString(finite(value)));
        return written(value, exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static String written(double value, BigDecimal number) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        return Decimal.of(number, number.precision(), NOTATION).typed().replace('-', '−');
    }
}
