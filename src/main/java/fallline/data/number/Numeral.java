package fallline.data.number;

import java.util.Optional;
import java.util.Set;

/// A number as people print it: `$2,104.50`, `1.250,00 €`, `1 012,5`, `(900)`, `−3`, `95%`, `1D5`.
///
/// What its marks mean may be open: [#styles] says in which styles it is a number at all, [#value] which number it
/// is in one of them.
public final class Numeral {
    private static final Set<String> CURRENCIES = Set.of(
            "EUR", "USD", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "CNY", "RMB", "INR", "RUB", "TRY", "SEK", "NOK",
            "DKK", "PLN", "CZK", "HUF", "BRL", "MXN", "ZAR", "KRW", "SGD", "HKD", "US$", "A$", "C$", "R$", "Fr.",
            "SFr.", "kr", "kr.", "zł", "Kč", "Ft", "TL", "Rs", "Rs.");
    private static final int LONGEST = 64;
    private static final int LONGEST_CURRENCY = 4;

    private final String text;
    private final boolean negative;
    private final boolean percent;
    private final String currency;
    private final String core;
    private final String exponent;
    private final int styles;

    private Numeral(
            String text, boolean negative, boolean percent, String currency, String core, String exponent, int styles) {
        this.text = text;
        this.negative = negative;
        this.percent = percent;
        this.currency = currency;
        this.core = core;
        this.exponent = exponent;
        this.styles = styles;
    }

    /// The numeral that a cell is, if it is one in any style.
    public static Optional<Numeral> of(String cell) {
        return cell.length() > LONGEST ? Optional.empty() : new Scan(cell).numeral();
    }

    /// Whether a cell is a number in some style.
    public static boolean is(String cell) {
        return of(cell).isPresent();
    }

    /// The cell.
    public String text() {
        return text;
    }

    /// The styles in which this is a number, as a mask.
    public int styles() {
        return styles;
    }

    /// Whether it has a percent sign; [#value] is then a hundredth of what is printed.
    public boolean percent() {
        return percent;
    }

    /// Its currency; empty if none.
    public String currency() {
        return currency;
    }

    /// Whether its only mark is one that could be the decimal mark or part thousands: `2,104`, `1.250`.
    public boolean isOpen() {
        int comma = NumberStyle.COMMA.mask() | NumberStyle.POINT_COMMA.mask();
        int point = NumberStyle.POINT.mask() | NumberStyle.COMMA_POINT.mask();
        return !isMarkless() && ((styles & comma) == comma || (styles & point) == point);
    }

    /// Whether there is no mark among its digits.
    public boolean isMarkless() {
        for (int i = 0; i < core.length(); i++) {
            if (!isDigit(core.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The mark that [#isOpen] is about, else the character 0.
    public char openMark() {
        return !isOpen() ? 0 : core.indexOf(',') >= 0 ? ',' : '.';
    }

    /// Whether the last digit is 0.
    public boolean endsInZero() {
        return core.endsWith("0");
    }

    /// The size of the digits of a number without marks, its exponent left out.
    double digits() {
        return NumberParser.parse(core);
    }

    /// Whether all its digits are 0.
    boolean isZero() {
        for (int i = 0; i < core.length(); i++) {
            if (core.charAt(i) >= '1' && core.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    /// The number in a style of [#styles].
    public double value(NumberStyle style) {
        String plain = plain(style, core) + exponent;
        if (percent) {
            // a hundredth is two powers of ten less, rounded once
            int e = exponent.isEmpty() ? 0 : Integer.parseInt(exponent.substring(1));
            plain = plain(style, core) + "e" + (e - 2);
        }
        double size = NumberParser.parse(plain);
        return negative ? -size : size;
    }

    /// The digits with a decimal point and nothing else.
    private static String plain(NumberStyle style, String core) {
        StringBuilder plain = new StringBuilder(core.length());
        for (int i = 0; i < core.length(); i++) {
            char c = core.charAt(i);
            if (isDigit(c)) {
                plain.append(c);
            } else if (c == style.decimal()) {
                plain.append('.');
            }
        }
        return plain.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u00A0'
                || c == '\u202F'
                || c == '\u2009'
                || c == '\u2007'
                || c == '\u2008';
    }

    private static boolean isMinus(char c) {
        return c == '-'
                || c == '\u2212'
                || c == '\u2013'
                || c == '\u2014'
                || c == '\u2012'
                || c == '\u2010'
                || c == '\u2011'
                || c == '\uFE63'
                || c == '\uFF0D';
    }

    /// The marks between digits, each kind as one character; 0 for what is none.
    private static char mark(char c) {
        return switch (c) {
            case '.', ',' -> c;
            case '\'', '\u2019', '\u02BC' -> '\'';
            default -> isBlank(c) && c != '\t' ? ' ' : 0;
        };
    }

    /// One look at a cell, from both ends to the digits.
    private static final class Scan {
        private final String cell;
        private int from;
        private int end;
        private boolean negative;
        private boolean signed;
        private boolean percent;
        private String currency = "";

        Scan(String cell) {
            this.cell = cell;
            this.end = cell.length();
        }

        Optional<Numeral> numeral() {
            trim();
            if (end - from > 2 && cell.charAt(from) == '(' && cell.charAt(end - 1) == ')') {
                from++;
                end--;
                negative = true;
                signed = true;
                trim();
            }
            boolean going = true;
            while (going) {
                going = front() || back();
                trim();
            }
            if (from >= end) {
                return Optional.empty();
            }
            return infinity().or(this::digits);
        }

        private void trim() {
            while (from < end && isBlank(cell.charAt(from))) {
                from++;
            }
            while (from < end && isBlank(cell.charAt(end - 1))) {
                end--;
            }
        }

        /// Takes a sign, a bracket or a currency from the front.
        private boolean front() {
            if (from >= end || isDigit(cell.charAt(from))) {
                return false;
            }
            char c = cell.charAt(from);
            if (!signed && (isMinus(c) || c == '+' || c == '\uFF0B')) {
                signed = true;
                negative = isMinus(c);
                from++;
                return true;
            }
            if (!signed && !currency.isEmpty() && c == '(' && cell.charAt(end - 1) == ')') {
                signed = true;
                negative = true;
                from++;
                end--;
                return true;
            }
            if (!currency.isEmpty()) {
                return false;
            }
            int stop = from;
            while (stop < end && stop - from <= LONGEST_CURRENCY && isOfName(cell.charAt(stop))) {
                stop++;
            }
            for (; stop > from; stop--) {
                if (take(cell.substring(from, stop))) {
                    from = stop;
                    return true;
                }
            }
            return false;
        }

        /// Takes a percent sign, a minus or a currency from the back.
        private boolean back() {
            if (from >= end || isDigit(cell.charAt(end - 1))) {
                return false;
            }
            char c = cell.charAt(end - 1);
            if (!percent && (c == '%' || c == '\uFF05')) {
                percent = true;
                end--;
                return true;
            }
            if (!signed && isMinus(c) && end - from > 1 && isDigit(cell.charAt(from))) {
                signed = true;
                negative = true;
                end--;
                return true;
            }
            if (!currency.isEmpty()) {
                return false;
            }
            int start = end;
            while (start > from && end - start <= LONGEST_CURRENCY && isOfName(cell.charAt(start - 1))) {
                start--;
            }
            for (; start < end; start++) {
                if (take(cell.substring(start, end))) {
                    end = start;
                    return true;
                }
            }
            return false;
        }

        private static boolean isOfName(char c) {
            return Character.isLetter(c) || c == '.' || isSign(c);
        }

        private static boolean isSign(char c) {
            return Character.getType(c) == Character.CURRENCY_SYMBOL;
        }

        private boolean take(String name) {
            if ((name.length() == 1 && isSign(name.charAt(0))) || CURRENCIES.contains(name)) {
                currency = name;
                return true;
            }
            return false;
        }

        private Optional<Numeral> infinity() {
            char first = cell.charAt(from);
            if (first != 'i' && first != 'I' && first != '∞') {
                return Optional.empty();
            }
            double value = first == '∞' && end - from == 1
                    ? Double.POSITIVE_INFINITY
                    : NumberParser.parse(cell.substring(from, end));
            return Double.isInfinite(value) && currency.isEmpty() && !percent
                    ? Optional.of(new Numeral(cell, negative, false, "", "1", "e9999", NumberStyle.ALL))
                    : Optional.empty();
        }

        private Optional<Numeral> digits() {
            int stop = from;
            StringBuilder core = new StringBuilder(end - from);
            while (stop < end) {
                char c = cell.charAt(stop);
                char mark = isDigit(c) ? c : mark(c);
                if (mark == 0) {
                    break;
                }
                core.append(mark);
                stop++;
            }
            Optional<String> exponent = exponent(stop);
            if (core.isEmpty() || exponent.isEmpty()) {
                return Optional.empty();
            }
            String digits = core.toString();
            int styles = NumberShape.styles(digits, !exponent.get().isEmpty());
            return styles == 0
                    ? Optional.empty()
                    : Optional.of(new Numeral(cell, negative, percent, currency, digits, exponent.get(), styles));
        }

        /// `E+05`, `d5`, as `e5`; the empty text if there is none, empty if it is something else.
        private Optional<String> exponent(int stop) {
            if (stop == end) {
                return Optional.of("");
            }
            char letter = cell.charAt(stop);
            if (letter != 'e' && letter != 'E' && letter != 'd' && letter != 'D') {
                return Optional.empty();
            }
            int at = stop + 1;
            boolean down = false;
            if (at < end && (isMinus(cell.charAt(at)) || cell.charAt(at) == '+')) {
                down = cell.charAt(at) != '+';
                at++;
            }
            if (at == end || end - at > 6) {
                return Optional.empty();
            }
            for (int i = at; i < end; i++) {
                if (!isDigit(cell.charAt(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of("e" + (down ? "-" : "") + cell.substring(at, end));
        }
    }
}
