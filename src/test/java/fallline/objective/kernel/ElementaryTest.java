package fallline.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reference is double-double arithmetic (some 90 bits), itself held against BigDecimal series.
class ElementaryTest {
    private static final int POINTS = 1_000_000;

    /// An unevaluated sum of two doubles (Dekker 1971).
    private record Pair(double high, double low) {
        private static final Pair[] INVERSE = IntStream.rangeClosed(0, 14)
                .mapToObj(n -> of(1).over(of(Math.max(1, n))))
                .toArray(Pair[]::new);

        static Pair of(double x) {
            return new Pair(x, 0);
        }

        static Pair sum(double a, double b) {
            double s = a + b;
            double t = s - a;
            return new Pair(s, (a - (s - t)) + (b - t));
        }

        Pair plus(Pair o) {
            Pair s = sum(high, o.high);
            Pair t = sum(low, o.low);
            Pair u = sum(s.high, s.low + t.high);
            return sum(u.high, u.low + t.low);
        }

        Pair times(Pair o) {
            double p = high * o.high;
            return sum(p, Math.fma(high, o.high, -p) + (high * o.low + low * o.high));
        }

        Pair times(double f) {
            return times(of(f));
        }

        Pair over(Pair o) {
            double q = high / o.high;
            Pair rest = plus(o.times(-q));
            double q2 = rest.high / o.high;
            Pair rest2 = rest.plus(o.times(-q2));
            return sum(q, q2).plus(of(rest2.high / o.high));
        }

        /// e^x by halving 9 times, 14 Taylor terms of e^r − 1, and doubling again: (1 + t)² − 1 = 2 t + t².
        Pair expMinusOne() {
            Pair r = times(0x1p-9);
            Pair t = of(0);
            for (int n = 14; n >= 1; n--) {
                t = t.plus(of(1)).times(r).times(INVERSE[n]);
            }
            for (int i = 0; i < 9; i++) {
                t = t.times(2).plus(t.times(t));
            }
            return t;
        }

        Pair exp() {
            return high < 0 ? of(1).over(times(-1).exp()) : expMinusOne().plus(of(1));
        }

        /// ln(1 + x): one Newton step from the double, y + (1 + x) e^−y − 1, and its second order.
        Pair log1p() {
            double y = StrictMath.log1p(high);
            Pair d = expMinusOneOf(-y).times(plus(of(1))).plus(this);
            return of(y).plus(d).plus(d.times(d).times(-0.5));
        }

        private static Pair expMinusOneOf(double y) {
            return of(y).expMinusOne();
        }
    }

    @FunctionalInterface
    private interface Reference {
        Pair at(double x);
    }

    private static Pair sigmoid(double x) {
        Pair e = Pair.of(-Math.abs(x)).exp();
        return (x < 0 ? e : Pair.of(1)).over(e.plus(Pair.of(1)));
    }

    private static Pair softplus(double x) {
        return Pair.of(Math.max(x, 0)).plus(Pair.of(-Math.abs(x)).exp().log1p());
    }

    private static Pair tanh(double x) {
        Pair t = Pair.of(-2 * Math.abs(x)).expMinusOne();
        Pair y = t.over(t.plus(Pair.of(2)));
        return x > 0 ? y.times(-1) : y;
    }

    private static double worst(DoubleUnaryOperator function, Reference reference, double from, double to) {
        var random = new SplittableRandom(11);
        double worst = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = random.nextDouble(from, to);
            if (i % 2 == 1) {
                x *= Math.scalb(1.0, -random.nextInt(60)); // small arguments too
            }
            Pair truth = reference.at(x);
            double error = Math.abs((function.applyAsDouble(x) - truth.high()) - truth.low()) / Math.ulp(truth.high());
            if (!(error <= worst)) {
                worst = error;
            }
        }
        return worst;
    }

    @Test
    @DisplayName("the reference itself agrees with BigDecimal series to 86 bits")
    void reference() {
        var random = new SplittableRandom(3);
        var context = new MathContext(60);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(-40, 40);
            BigDecimal r = new BigDecimal(x).divide(BigDecimal.valueOf(1024), context);
            BigDecimal sum = BigDecimal.ONE;
            BigDecimal term = BigDecimal.ONE;
            for (int n = 1; n < 40; n++) {
                term = term.multiply(r, context).divide(BigDecimal.valueOf(n), context);
                sum = sum.add(term, context);
            }
            for (int k = 0; k < 10; k++) {
                sum = sum.multiply(sum, context);
            }
            Pair exp = Pair.of(x).exp();
            BigDecimal found = new BigDecimal(exp.high()).add(new BigDecimal(exp.low()));
            assertThat(found.divide(sum, context).subtract(BigDecimal.ONE).abs().doubleValue())
                    .isLessThan(1e-26);
            // and ln(1 + y) undoes e^x − 1
            Pair y = Pair.of(Math.abs(x) / 40).log1p().expMinusOne();
            assertThat(Math.abs((y.high() - Math.abs(x) / 40) + y.low())).isLessThan(1e-28);
        }
    }

    @Test
    @DisplayName("exp is within 2 ulp on a million points")
    void exp() {
        assertThat(worst(Elementary::exp, x -> Pair.of(x).exp(), -40, 40)).isBetween(0.5, 2.0);
    }

    @Test
    @DisplayName("exp over its whole range is within 3 ulp of StrictMath, which is within 1 of the truth")
    void expWholeRange() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < POINTS; i++) {
            double x = random.nextDouble(-746, 710);
            double truth = StrictMath.exp(x);
            if (Double.isInfinite(truth)) {
                continue;
            }
            assertThat(Math.abs(Elementary.exp(x) - truth) <= 3 * Math.ulp(truth))
                    .as("%s", x)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("log1p is within 2 ulp on a million points")
    void log1p() {
        assertThat(worst(Elementary::log1p, x -> Pair.of(x).log1p(), 0, 1)).isBetween(0.5, 2.0);
        assertThat(worst(Elementary::log1p, x -> Pair.of(x).log1p(), -0.999, 1000))
                .isBetween(0.5, 2.0);
    }

    @Test
    @DisplayName("tanh is within 2 ulp on a million points")
    void tanh() {
        assertThat(worst(Elementary::tanh, ElementaryTest::tanh, -20, 20)).isBetween(0.5, 2.0);
        assertThat(worst(Elementary::tanh, ElementaryTest::tanh, -2, 2)).isBetween(0.5, 2.0);
    }

    @Test
    @DisplayName("sigmoid is within 2 ulp on a million points")
    void sigmoid() {
        assertThat(worst(Elementary::sigmoid, ElementaryTest::sigmoid, -40, 40)).isBetween(0.5, 2.0);
    }

    @Test
    @DisplayName("softplus is within 2 ulp on a million points")
    void softplus() {
        assertThat(worst(Elementary::softplus, ElementaryTest::softplus, -40, 40))
                .isBetween(0.5, 2.0);
    }

    @Test
    @DisplayName("far arguments saturate and NaN stays NaN")
    void edges() {
        assertThat(Elementary.exp(1000)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(-1000)).isZero();
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.log1p(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log1p(-1.5)).isNaN();
        assertThat(Elementary.log1p(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.log1p(1e300)).isEqualTo(StrictMath.log1p(1e300));
        assertThat(Elementary.log1p(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Double.doubleToRawLongBits(Elementary.log1p(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Elementary.tanh(1000)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Double.doubleToRawLongBits(Elementary.tanh(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Elementary.sigmoid(1000)).isEqualTo(1);
        assertThat(Elementary.sigmoid(-1000)).isZero();
        assertThat(Elementary.sigmoid(-720)).isPositive();
        assertThat(Elementary.softplus(1000)).isEqualTo(1000);
        assertThat(Elementary.softplus(-1000)).isZero();
        assertThat(Elementary.softplus(0)).isEqualTo(StrictMath.log(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN})
    @DisplayName("NaN in, NaN out")
    void notANumber(double x) {
        assertThat(Elementary.exp(x)).isNaN();
        assertThat(Elementary.log1p(x)).isNaN();
        assertThat(Elementary.tanh(x)).isNaN();
        assertThat(Elementary.sigmoid(x)).isNaN();
        assertThat(Elementary.softplus(x)).isNaN();
    }
}
