package fallline.expr.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An exact fraction p/q, q > 0, in lowest terms: the number in front of a term while it is simplified.
///
/// Literals count as the decimals that they are written as, so that 3·0.3 becomes 0.9 and not 0.8999999999999999.
///
/// @param decimal whether it came from a literal with a decimal point, and should look like one
record Coefficient(BigInteger p, BigInteger q, boolean decimal) {
    static final Coefficient ZERO = new Coefficient(BigInteger.ZERO, BigInteger.ONE, false);
    static final Coefficient ONE = new Coefficient(BigInteger.ONE, BigInteger.ONE, false);

    private static final int MOST_BITS = 1100;
    private static final int EXACT_BITS = 53;
    private static final int EXACT_DIGITS = 15;

    /// The fraction as a quotient of two doubles, the second 1 where one number is enough.
    record Parts(double numerator, double denominator) {}

    static Coefficient of(double literal) {
        BigDecimal value = new BigDecimal(Double.toString(literal)).stripTrailingZeros();
        return value.scale() <= 0
                ? new Coefficient(value.toBigIntegerExact(), BigInteger.ONE, false)
                : reduced(value.unscaledValue(), BigInteger.TEN.pow(value.scale()), true);
    }

    private static Coefficient reduced(BigInteger p, BigInteger q, boolean decimal) {
        BigInteger common = p.gcd(q).max(BigInteger.ONE);
        BigInteger sign = q.signum() < 0 ? common.negate() : common;
        return new Coefficient(p.divide(sign), q.divide(sign), decimal);
    }

    Coefficient plus(Coefficient other) {
        return reduced(p.multiply(other.q).add(other.p.multiply(q)), q.multiply(other.q), decimal || other.decimal);
    }

    Coefficient times(Coefficient other) {
        return reduced(p.multiply(other.p), q.multiply(other.q), decimal || other.decimal);
    }

    /// Divided by another, which is not 0.
    Coefficient over(Coefficient other) {
        return reduced(p.multiply(other.q), q.multiply(other.p), decimal || other.decimal);
    }

    Coefficient power(int exponent) {
        return new Coefficient(p.pow(exponent), q.pow(exponent), decimal);
    }

    Coefficient negated() {
        return new Coefficient(p.negate(), q, decimal);
    }

    boolean isZero() {
        return p.signum() == 0;
    }

    boolean isWhole() {
        return q.equals(BigInteger.ONE);
    }

    /// Whether doubles can hold it, neither too large nor too small.
    boolean isRepresentable() {
        if (p.bitLength() > MOST_BITS || q.bitLength() > MOST_BITS) {
            return false;
        }
        double value = parts().numerator;
        return Double.isFinite(value) && (value != 0 || isZero());
    }

    /// As a decimal where that is exact and wanted, else as a fraction of whole numbers where they are small enough,
    /// else as the nearest double.
    Parts parts() {
        if (isWhole()) {
            return new Parts(p.doubleValue(), 1);
        }
        if (decimal && q.getLowestSetBit() < MOST_BITS) {
            try {
                BigDecimal exact = new BigDecimal(p).divide(new BigDecimal(q));
                if (exact.precision() <= EXACT_DIGITS) {
                    return new Parts(exact.doubleValue(), 1);
                }
            } catch (ArithmeticException _) {
                // No finite decimal: fall through to the fraction.
            }
        }
        if (p.bitLength() <= EXACT_BITS && q.bitLength() <= EXACT_BITS) {
            return new Parts(p.doubleValue(), q.doubleValue());
        }
        return new Parts(
                new BigDecimal(p)
                        .divide(new BigDecimal(q), java.math.MathContext.DECIMAL64)
                        .doubleValue(),
                1);
    }
}
