package fallline.expr;

import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as they are typed and shown in fields. Typed numbers may have a decimal comma, a true minus sign,
/// groups of digits and a power of ten, so that whatever is shown ([Numbers]) can be typed; shown numbers always have a
/// point.
public final class TypedNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    /// Groups of three digits, set apart by spaces.
    private static final Pattern SPACED = Pattern.compile("[+-]?\\d{1,3}([ \\u00a0\\u2009\\u202f]\\d{3})+([.,]\\d*)?");

    /// Groups of three digits, set apart by commas: several groups, or with a point behind them. One group alone may as
    /// well be a decimal fraction.
    private static final Pattern COMMAS = Pattern.compile("[+-]?\\d{1,3}((,\\d{3}){2,}(\\.\\d*)?|,\\d{3}\\.\\d*)");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([, \\u00a0\\u2009\\u202f]\\d{3})+(\\.\\d*)?");

    /// A power of ten as it is shown: 10⁻⁸, 2.5×10⁻⁷, 2.5·10^-7.
    private static final Pattern POWER =
            Pattern.compile("(?:([^×·*]*)[×·*]\\s*)?([+-]?)10(?:([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\\^([+-]?\\d+))");
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

    private TypedNumber() {}

    /// The number that was typed: `0.1`, `0,1`, `1e-3`, `−2`.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is not a finite number
    public static double parse(String typed) {
        String text = plain(typed);
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

    /// The same with signs that Java knows: shown powers of ten become exponents, groups of digits are joined.
    private static String plain(String typed) {
        String text = typed.strip().replace('−', '-');
        Matcher power = POWER.matcher(text);
        if (power.matches()) {
            String mantissa = power.group(1) == null
                    ? power.group(2) + "1"
                    : power.group(1).strip();
            String exponent = power.group(3) == null ? power.group(4) : lowered(power.group(3));
            boolean signTwice = power.group(1) != null && !power.group(2).isEmpty();
            return signTwice ? text : plain(mantissa) + "e" + exponent;
        }
        if (SPACED.matcher(text).matches()) {
            text = text.replaceAll("[ \\u00a0\\u2009\\u202f]", "");
        } else if (COMMAS.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        return text.replace(',', '.');
    }

    private static String lowered(String raised) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raised.length(); i++) {
            char sign = raised.charAt(i);
            int digit = RAISED.indexOf(sign);
            text.append(digit >= 0 ? String.valueOf(digit) : sign == '⁻' ? "-" : "+");
        }
        return text.toString();
    }

    /// The whole number that was typed; groups of three digits may be set apart by commas or spaces.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is not a whole number that fits into 64 bits
    public static long parseWhole(String typed) {
        String text = typed.strip().replace('−', '-');
        if (GROUPED.matcher(text).matches()) {
            text = text.replaceAll("[, \\u00a0\\u2009\\u202f]", "");
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

    /// The number in full, with signs that a keyboard has: `0.1`, `1e−8`, `−2.5`.
    public static String full(double value) {
        return Numbers.typed(value);
    }

    /// The number with at most `digits` significant digits, as it is shown everywhere: `0.1`, `10⁻⁸`, `12 345`.
    public static String brief(double value, int digits) {
        return Numbers.brief(value, digits);
    }
}
