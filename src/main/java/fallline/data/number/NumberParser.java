package fallline.data.number;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// Reads plain decimal numbers from bytes, to the same double as `Double.parseDouble`, without making strings.
///
/// Accepted: an optional sign, digits with at most one point, an optional exponent; and `inf`, `infinity` in any
/// case. Not accepted, though `Double.parseDouble` takes them: hexadecimal, and a trailing `d` or `f`. What people
/// print otherwise is the business of [Numeral].
///
/// Up to 19 digits go through the algorithm of Lemire, *Number parsing at a gigabyte per second* (2021); what that
/// leaves undecided goes to `Double.parseDouble`. An instance remembers how the last number used its point, and
/// belongs to one thread.
public final class NumberParser {
    private static final int LEAST_POWER = -340;
    private static final int MOST_POWER = 310;
    private static final long[] POWER_HIGH = new long[MOST_POWER - LEAST_POWER + 1];
    private static final long[] POWER_LOW = new long[MOST_POWER - LEAST_POWER + 1];

    static {
        BigInteger ten = BigInteger.TEN;
        for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
            BigInteger scaled = power >= 0
                    ? ten.pow(power).shiftLeft(128)
                    : BigInteger.ONE.shiftLeft(4 * 340 + 128).divide(ten.pow(-power));
            BigInteger mantissa = scaled.shiftRight(scaled.bitLength() - 128);
            POWER_HIGH[power - LEAST_POWER] = mantissa.shiftRight(64).longValue();
            POWER_LOW[power - LEAST_POWER] = mantissa.longValue();
        }
    }

    private static final double[] EXACT_POWER = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Point point = Point.NONE;

    /// How a number uses the point.
    public enum Point {
        /// It has none, so that it reads the same whatever the marks mean.
        NONE,
        /// The point can only be a decimal one: `2.5`, `0.125`, `1.250e3`.
        DECIMAL,
        /// The point could part thousands as well: `1.250`.
        EITHER
    }

    /// How the number that [#parse] gave last uses its point.
    public Point point() {
        return point;
    }

    /// The number that a text is, or NaN if it is none.
    public static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new NumberParser().parse(bytes, 0, bytes.length);
    }

    /// The number in the bytes from `from` to before `end`, or NaN if they are not a number.
    public double parse(byte[] text, int from, int end) {
        int i = from;
        boolean negative = false;
        if (i < end && (text[i] == '-' || text[i] == '+')) {
            negative = text[i] == '-';
            i++;
        }
        int begin = i;
        int mark = -1;
        long digits = 0;
        int significant = 0;
        int power = 0;
        for (; i < end; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (significant < 19) {
                    digits = 10 * digits + digit;
                    significant += significant > 0 || digit != 0 ? 1 : 0;
                } else {
                    significant++; // beyond 19 digits the exact text decides, below
                }
            } else if (mark < 0 && text[i] == '.') {
                mark = i;
            } else {
                break;
            }
        }
        int stop = i;
        if (stop - begin == (mark < 0 ? 0 : 1)) {
            return mark < 0 ? infinity(text, i, end, negative) : Double.NaN;
        }
        if (mark >= 0) {
            power = mark + 1 - stop;
        }
        if (i < end) {
            if (text[i] != 'e' && text[i] != 'E') {
                return Double.NaN;
            }
            i++;
            boolean down = false;
            if (i < end && (text[i] == '-' || text[i] == '+')) {
                down = text[i] == '-';
                i++;
            }
            if (i == end) {
                return Double.NaN;
            }
            int exponent = 0;
            for (; i < end; i++) {
                int digit = text[i] - '0';
                if (digit < 0 || digit > 9) {
                    return Double.NaN;
                }
                exponent = Math.min(100_000, 10 * exponent + digit);
            }
            power += down ? -exponent : exponent;
        }
        if (mark < 0) {
            point = Point.NONE;
        } else {
            boolean either =
                    mark - begin >= 1 && mark - begin <= 3 && stop - mark == 4 && stop == end && text[begin] != '0';
            point = either ? Point.EITHER : Point.DECIMAL;
        }
        double size = significant <= 19 ? fast(digits, power) : Double.NaN;
        if (Double.isNaN(size)) {
            return Double.parseDouble(new String(text, from, end - from, StandardCharsets.ISO_8859_1));
        }
        return negative ? -size : size;
    }

    private static double infinity(byte[] text, int from, int end, boolean negative) {
        int length = end - from;
        if (length != 3 && length != 8) {
            return Double.NaN;
        }
        for (int i = 0; i < length; i++) {
            // ASCII letters only: | 0x20 makes them small without a locale
            if ((text[from + i] | 0x20) != "infinity".charAt(i)) {
                return Double.NaN;
            }
        }
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /// digits · 10^power correctly rounded, or NaN where this method cannot be sure.
    private static double fast(long digits, int power) {
        if (digits == 0) {
            return 0;
        }
        if (Long.compareUnsigned(digits, 1L << 53) <= 0 && power >= -22 && power <= 22) {
            // both factors are exact doubles, so that one rounding is the right one (Clinger 1990)
            return power < 0 ? digits / EXACT_POWER[-power] : digits * EXACT_POWER[power];
        }
        if (power < LEAST_POWER || power > MOST_POWER) {
            return Double.NaN;
        }
        return lemire(digits, power);
    }

    /// Lemire 2021, section 5, with the two undecided cases given back as NaN.
    private static double lemire(long digits, int power) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long man = digits << zeros;
        long exponent = ((217706L * power) >> 16) + 64 + 1023 - zeros;
        long tableHigh = POWER_HIGH[power - LEAST_POWER];
        long high = Math.unsignedMultiplyHigh(man, tableHigh);
        long low = man * tableHigh;
        if ((high & 0x1FF) == 0x1FF && Long.compareUnsigned(low + man, man) < 0) {
            long tableLow = POWER_LOW[power - LEAST_POWER];
            long nextHigh = Math.unsignedMultiplyHigh(man, tableLow);
            long nextLow = man * tableLow;
            long merged = low + nextHigh;
            if (Long.compareUnsigned(merged, low) < 0) {
                high++;
            }
            if ((high & 0x1FF) == 0x1FF && merged == -1 && Long.compareUnsigned(nextLow + man, man) < 0) {
                return Double.NaN;
            }
            low = merged;
        }
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + 9);
        exponent -= 1 - top;
        if (low == 0 && (high & 0x1FF) == 0 && (mantissa & 3) == 1) {
            return Double.NaN;
        }
        mantissa += mantissa & 1;
        mantissa >>>= 1;
        if (mantissa >>> 53 != 0) {
            mantissa >>>= 1;
            exponent++;
        }
        if (exponent < 1 || exponent > 2046) {
            return Double.NaN; // subnormal or too large
        }
        return Double.longBitsToDouble((exponent << 52) | (mantissa & ((1L << 52) - 1)));
    }
}
