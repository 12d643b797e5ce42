package fallline.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as people read them, written in one way wherever Fall Line shows them (docs/figures.md, "Numbers"): a point
/// in every language, a true minus sign, a thin space between groups of three digits from ten thousand on, and a power
/// of ten below 10⁻⁴ and from 10⁶ on, or beyond the digits that are asked for.
public final class Numbers {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// U+202F, a thin space at which no line breaks: no language takes it for a decimal sign.
    private static final char GROUP = '\u202f';

    private static final int GROUPED_FROM = 5;
    private static final int LEAST_POWER = -4;
    private static final int MOST_POWER = 6;

    private Numbers() {}

    /// Digits times ten to the power, which is 0 where the digits say it all.
    ///
    /// @param digits with a point and an ordinary minus sign
    private record Decimal(String digits, int power) {
        /// @param significant to how many digits it was rounded
        static Decimal of(BigDecimal rounded, int significant, boolean zeros) {
            if (rounded.signum() == 0) {
                return new Decimal("0", 0);
            }
            int exponent = rounded.precision() - rounded.scale() - 1;
            boolean plain = exponent >= LEAST_POWER && exponent < Math.max(MOST_POWER, significant);
            BigDecimal shown = plain ? rounded : rounded.movePointLeft(exponent);
            int places = plain ? Math.max(0, significant - 1 - exponent) : significant - 1;
            shown = shown.setScale(places, RoundingMode.HALF_EVEN);
            return new Decimal(zeros ? shown.toPlainString() : bare(shown), plain ? 0 : exponent);
        }

        String written() {
            if (power == 0) {
                return grouped(signed(digits));
            }
            return switch (digits) {
                case "1" -> Numbers.power(power);
                case "-1" -> "−" + Numbers.power(power);
                default -> signed(digits) + "×" + Numbers.power(power);
            };
        }

        String latex() {
            if (power == 0) {
                return grouped(digits).replace(String.valueOf(GROUP), "\\,");
            }
            return switch (digits) {
                case "1" -> "10^{" + power + "}";
                case "-1" -> "-10^{" + power + "}";
                default -> digits + " \\times 10^{" + power + "}";
            };
        }

        String typed() {
            return signed(power == 0 ? digits : digits + "e" + power);
        }
    }

    private static String bare(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare).toPlainString();
    }

    /// A number with this many significant digits: `16`, `0.0125`, `−1.19`, `4.02×10⁷`, `∞`, `NaN`. Trailing zeros go.
    public static String brief(double value, int digits) {
        return Double.isFinite(value) ? rounded(value, digits, false).written() : endless(value);
    }

    /// As [#brief], with trailing zeros kept, for numbers that change in place or stand below each other: `3.80`.
    public static String steady(double value, int digits) {
        return Double.isFinite(value) ? rounded(value, digits, true).written() : endless(value);
    }

    /// With all digits that tell it from every other number: `0.1`, `0.30000000000000004`, `2.5×10⁻⁷`.
    public static String exact(double value) {
        return Double.isFinite(value) ? whole(value).written() : endless(value);
    }

    /// As [#brief] in LaTeX: `-1.19`, `12\,345`, `4.02 \times 10^{7}`, `\infty`.
    public static String latex(double value, int digits) {
        return Double.isFinite(value) ? rounded(value, digits, false).latex() : endlessLatex(value);
    }

    /// As [#exact] in LaTeX.
    public static String latex(double value) {
        return Double.isFinite(value) ? whole(value).latex() : endlessLatex(value);
    }

    /// As [#exact], but with signs that a keyboard has, for a field in which it is edited: `2.5e−7`, `1234567`.
    public static String typed(double value) {
        return Double.isFinite(value) ? whole(value).typed() : endless(value);
    }

    private static Decimal rounded(double value, int digits, boolean zeros) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return Decimal.of(rounded, digits, zeros);
    }

    private static Decimal whole(double value) {
        BigDecimal all = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Decimal.of(all, all.precision(), false);
    }

    private static String endless(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }

    private static String endlessLatex(double value) {
        return Double.isNaN(value) ? "\\mathrm{NaN}" : value > 0 ? "\\infty" : "-\\infty";
    }

    /// `10⁻³`.
    public static String power(int exponent) {
        return "10" + raised(exponent);
    }

    /// An exponent in raised digits: `⁻³`.
    public static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(RAISED.charAt(digit - '0'));
        }
        return text.toString();
    }

    /// Without a power, with this many places: `−0.50`.
    public static String fixed(double value, int decimals) {
        return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /// Without a power, with the places that it has: `99.9937`.
    public static String plain(BigDecimal value) {
        return grouped(signed((value.signum() == 0 ? value.abs() : value).toPlainString()));
    }

    /// A whole number with all of its digits: `1000`, `1 000 000`, `−12 345`.
    public static String whole(long value) {
        return grouped(signed(Long.toString(value)));
    }

    private static String signed(String text) {
        return text.replace('-', '−');
    }

    /// Sets apart groups of three in the digits before the point, if there are five or more.
    private static String grouped(String text) {
        int from = text.startsWith("-") || text.startsWith("−") ? 1 : 0;
        int point = text.indexOf('.');
        int to = point < 0 ? text.length() : point;
        if (to - from < GROUPED_FROM) {
            return text;
        }
        StringBuilder groups = new StringBuilder(text);
        for (int at = to - 3; at > from; at -= 3) {
            groups.insert(at, GROUP);
        }
        return groups.toString();
    }
}
