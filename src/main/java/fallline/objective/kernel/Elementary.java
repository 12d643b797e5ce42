package fallline.objective.kernel;

/// Elementary functions for sums over rows: the same bits on every machine, at most 2 ulp from the truth.
///
/// They use only +, −, ·, /, fused multiply-add, comparison and bits, in one fixed order, so that a vector unit gives
/// exactly what these lines give. (`StrictMath` has the same bits everywhere too, but cannot be vectorised.)
public final class Elementary {
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    /// ln 2 less its double.
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;
    /// Added to a number below 2^51 in size, it leaves the nearest whole number in the last bits.
    private static final double ROUND = 0x1.8p52;
    private static final long ONE_BITS = 0x3ff0_0000_0000_0000L;

    private static final double SQRT_HALF = 0x1.6a09e667f3bcdp-1;

    private Elementary() {}

    /// e^x.
    ///
    /// x = k·ln 2 + r with |r| ≤ ln 2 / 2; e^r by its Taylor polynomial of degree 13 (remainder < 5e-18); times 2^k
    /// in two halves, so that results below the least normal number lose their last bits only once.
    static double exp(double x) {
        double floored = x < -750 ? -750 : x;
        double clamped = floored > 711 ? 711 : floored;
        double shifted = Math.fma(clamped, LOG2_E, ROUND);
        double k = shifted - ROUND;
        long n = Double.doubleToRawLongBits(shifted) - Double.doubleToRawLongBits(ROUND);
        double r = Math.fma(-k, LN_2_REST, Math.fma(-k, LN_2, clamped));
        long half = n >> 1;
        return (1 + expMinusOne(r)) * powerOfTwo(half) * powerOfTwo(n - half);
    }

    /// e^r − 1 for |r| ≤ ln 2 / 2.
    private static double expMinusOne(double r) {
        double p = 0x1.6124613a86d09p-33; // 1/13!
        p = Math.fma(p, r, 0x1.1eed8eff8d898p-29); // 1/12!
        p = Math.fma(p, r, 0x1.ae64567f544e4p-26);
        p = Math.fma(p, r, 0x1.27e4fb7789f5cp-22);
        p = Math.fma(p, r, 0x1.71de3a556c734p-19);
        p = Math.fma(p, r, 0x1.a01a01a01a01ap-16);
        p = Math.fma(p, r, 0x1.a01a01a01a01ap-13);
        p = Math.fma(p, r, 0x1.6c16c16c16c17p-10);
        p = Math.fma(p, r, 0x1.1111111111111p-7);
        p = Math.fma(p, r, 0x1.5555555555555p-5);
        p = Math.fma(p, r, 0x1.5555555555555p-3);
        p = Math.fma(p, r, 0.5);
        return Math.fma(r * r, p, r);
    }

    /// 2^n for −1022 ≤ n ≤ 1023.
    private static double powerOfTwo(long n) {
        return Double.longBitsToDouble((n + 1023) << 52);
    }

    /// ln(1 + x), x > −1; −∞ at −1, NaN below.
    ///
    /// 1 + x = 2^k·(1 + f) with √½ ≤ 1 + f < √2, and ln(1 + f) = 2 artanh(s) with s = f/(2 + f), by its Taylor
    /// series to s^23; what was lost in rounding 1 + x comes back as a correction (as in fdlibm's log1p).
    static double log1p(double x) {
        double sum = 1 + x;
        double lost = Math.abs(x) < 1 ? x - (sum - 1) : 1 - (sum - x);
        // k from the bits: raising by 1 − √½ carries into the exponent exactly when the mantissa is ≥ √2
        long bits = Double.doubleToRawLongBits(sum) - Double.doubleToRawLongBits(SQRT_HALF);
        long k = bits >> 52;
        double mantissa =
                Double.longBitsToDouble((bits & 0x000F_FFFF_FFFF_FFFFL) + Double.doubleToRawLongBits(SQRT_HALF));
        double power = (double) k;
        double f = k == 0 ? x : mantissa - 1;
        double correction = k == 0 ? 0 : lost / sum;
        double s = f / (2 + f);
        double z = s * s;
        double p = 2.0 / 23;
        p = Math.fma(p, z, 2.0 / 21);
        p = Math.fma(p, z, 2.0 / 19);
        p = Math.fma(p, z, 2.0 / 17);
        p = Math.fma(p, z, 2.0 / 15);
        p = Math.fma(p, z, 2.0 / 13);
        p = Math.fma(p, z, 2.0 / 11);
        p = Math.fma(p, z, 2.0 / 9);
        p = Math.fma(p, z, 2.0 / 7);
        p = Math.fma(p, z, 2.0 / 5);
        p = Math.fma(p, z, 2.0 / 3);
        // ln(1 + f) = f − f²/2 + s (f²/2 + z p): the leading term is exact
        double square = 0.5 * f * f;
        double small = Math.fma(s, Math.fma(z, p, square), Math.fma(power, LN_2_REST, correction));
        double result = Math.fma(power, LN_2, f - (square - small));
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x <= -1) {
            return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        return x == 0 ? x : result;
    }

    /// (e^x − e^−x)/(e^x + e^−x) = (c (1 − s) + h (1 + s))/(c (1 + s) + h (1 − s)), with the sign of x.
    ///
    /// |x| = k·ln 2/2 + h with |h| ≤ ln 2/4, s = 2^−k, and c = h coth h = 1 + h² p(h²), which takes half as many
    /// terms as e^h. p is the polynomial of degree 4 through the Chebyshev points, off by < 4e-18 in c. What
    /// rounding takes from numerator and denominator is put back to first order; from 22 on the result is 1.
    static double tanh(double x) {
        double size = Math.abs(x);
        double y = size > 22 ? 22 : size;
        double shifted = Math.fma(y, -2 * LOG2_E, ROUND);
        double k = shifted - ROUND;
        double s = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE_BITS);
        double h = Math.fma(k, 0.5 * LN_2_REST, Math.fma(k, 0.5 * LN_2, y));
        double z = h * h;
        double p = 0x1.63f28563a048bp-16;
        p = Math.fma(p, z, -0x1.bbd5323fac111p-13);
        p = Math.fma(p, z, 0x1.1566ab5c1bf72p-9);
        p = Math.fma(p, z, -0x1.6c16c16c0ac0cp-6);
        p = Math.fma(p, z, 0x1.5555555555553p-2);
        double w = p * z;
        double less = 1 - s;
        double more = 1 + s;
        double top = Math.fma(h, more, less);
        double topLost = Math.fma(w, less, Math.fma(h, more, less - top));
        double rise = Math.fma(w, more, h * less);
        double bottom = more + rise;
        double bottomLost = (more - bottom) + rise;
        double inverse = -1 / bottom;
        double quotient = top * inverse;
        double rest = Math.fma(quotient, bottom, top) + Math.fma(quotient, bottomLost, topLost);
        return Math.copySign(Math.fma(rest, inverse, quotient), x);
    }

    /// 1/(1 + e^−x), with e^−|x| so that nothing overflows.
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return quotient(x < 0 ? e : 1, e);
    }

    /// a/(1 + e) for 0 ≤ e ≤ 1, with the rounding of 1 + e put back to first order.
    static double quotient(double a, double e) {
        double sum = 1 + e;
        double lost = (1 - sum) + e;
        double inverse = 1 / sum;
        double q = a * inverse;
        return Math.fma(Math.fma(-q, lost, Math.fma(-q, sum, a)), inverse, q);
    }

    /// ln(1 + e) for 0 ≤ e ≤ 1.
    ///
    /// It is 2 artanh(v) with v = e/(2 + e) ≤ ⅓, whose series 2 v (1 + v²/3 + …) is cut to v² p(v²) with the
    /// polynomial of degree 9 through the Chebyshev points; written as e − e²/2 + v (e²/2 + v² p), so that the
    /// leading term is exact. Off by < 8e-18 of the result, besides rounding.
    static double log1pOfFraction(double e) {
        double v = e / (2 + e);
        double z = v * v;
        double p = 0x1.4b0a323296698p-3;
        p = Math.fma(p, z, 0x1.687a63b6d1ffep-4);
        p = Math.fma(p, z, 0x1.eb9060a13a603p-4);
        p = Math.fma(p, z, 0x1.10ac75c001f86p-3);
        p = Math.fma(p, z, 0x1.3b18b2967986cp-3);
        p = Math.fma(p, z, 0x1.745cf0b0d0765p-3);
        p = Math.fma(p, z, 0x1.c71c72714381cp-3);
        p = Math.fma(p, z, 0x1.24924923d44bfp-2);
        p = Math.fma(p, z, 0x1.999999999a3ddp-2);
        p = Math.fma(p, z, 0x1.5555555555555p-1);
        double square = 0.5 * e * e;
        return e - (square - v * Math.fma(z, p, square));
    }

    /// ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|).
    public static double softplus(double x) {
        return (x < 0 ? 0 : x) + log1pOfFraction(exp(-Math.abs(x)));
    }
}
