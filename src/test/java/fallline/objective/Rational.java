package fallline.objective;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// A fraction of whole numbers, exact.
record Rational(BigInteger numerator, BigInteger denominator) {
    static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    Rational {
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /// The double's exact value.
    static Rational of(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() > 0
                ? new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                : new Rational(exact.toBigIntegerExact(), BigInteger.ONE);
    }

    Rational plus(Rational o) {
        return new Rational(
                numerator.multiply(o.denominator).add(o.numerator.multiply(denominator)),
                denominator.multiply(o.denominator));
    }

    Rational times(Rational o) {
        return new Rational(numerator.multiply(o.numerator), denominator.multiply(o.denominator));
    }

    Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    Rational over(Rational o) {
        return new Rational(numerator.multiply(o.denominator), denominator.multiply(o.numerator));
    }

    double rounded() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(40))
                .doubleValue();
    }

    /// The least squares point `[b, w₁ … wₖ]` of the columns, by the normal equations in fractions.
    static double[] leastSquares(double[][] x, double[] y, double penalty) {
        int n = x.length + 1;
        Rational[][] a = new Rational[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                Rational sum = i == j && i > 0 ? of(penalty) : ZERO;
                for (int row = 0; row < y.length; row++) {
                    double right = j == n ? y[row] : j == 0 ? 1 : x[j - 1][row];
                    sum = sum.plus(of(i == 0 ? 1 : x[i - 1][row]).times(of(right)));
                }
                a[i][j] = sum;
            }
        }
        for (int p = 0; p < n; p++) {
            for (int i = p + 1; i < n; i++) {
                Rational factor = a[i][p].over(a[p][p]).negated();
                for (int j = p; j <= n; j++) {
                    a[i][j] = a[i][j].plus(a[p][j].times(factor));
                }
            }
        }
        Rational[] point = new Rational[n];
        for (int i = n - 1; i >= 0; i--) {
            Rational rest = a[i][n];
            for (int j = i + 1; j < n; j++) {
                rest = rest.plus(a[i][j].times(point[j]).negated());
            }
            point[i] = rest.over(a[i][i]);
        }
        double[] rounded = new double[n];
        for (int i = 0; i < n; i++) {
            rounded[i] = point[i].rounded();
        }
        return rounded;
    }
}
