package fallline.objective.kernel;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The elementary functions on vector registers, each operation that of [Elementary]. As in [VectorLanes] the width is
/// a constant of the class, loops are written out, and what is left over at the end is done number by number.
public final class VectorFunctions implements LaneFunctions {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.of(MethodHandles.lookup());
    private static final int LENGTH = SPECIES.length();

    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;
    private static final double ROUND = 0x1.8p52;
    private static final long ONE_BITS = 0x3ff0_0000_0000_0000L;
    private static final long ROUND_BITS = 0x4338_0000_0000_0000L;
    private static final long SIGN = 0x8000_0000_0000_0000L;

    private final ScalarFunctions rest = new ScalarFunctions();

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static int whole(int n) {
        return n & -LENGTH;
    }

    /// In three sweeps: t to `slope` and −|t| to `loss`; e^−|t| there; then both results.
    @Override
    public void crossEntropy(double[] z, double[] y, int yAt, double[] loss, double[] slope, int n) {
        int whole = whole(n);
        DoubleVector one = all(1);
        DoubleVector minusTwo = all(-2);
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector t = minusTwo.fma(load(y, yAt + i), one).mul(load(z, i));
            t.intoArray(slope, i);
            t.abs().neg().intoArray(loss, i);
        }
        for (int i = whole; i < n; i++) {
            double t = Math.fma(-2, y[yAt + i], 1) * z[i];
            slope[i] = t;
            loss[i] = -Math.abs(t);
        }
        exp(loss, 0, n);
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector t = load(slope, i);
            DoubleVector e = load(loss, i);
            DoubleVector sign = minusTwo.fma(load(y, yAt + i), one);
            // [Elementary#log1pOfFraction]
            DoubleVector v = e.div(e.add(2));
            DoubleVector w = v.mul(v);
            DoubleVector p = all(0x1.4b0a323296698p-3);
            p = p.fma(w, all(0x1.687a63b6d1ffep-4));
            p = p.fma(w, all(0x1.eb9060a13a603p-4));
            p = p.fma(w, all(0x1.10ac75c001f86p-3));
            p = p.fma(w, all(0x1.3b18b2967986cp-3));
            p = p.fma(w, all(0x1.745cf0b0d0765p-3));
            p = p.fma(w, all(0x1.c71c72714381cp-3));
            p = p.fma(w, all(0x1.24924923d44bfp-2));
            p = p.fma(w, all(0x1.999999999a3ddp-2));
            p = p.fma(w, all(0x1.5555555555555p-1));
            DoubleVector square = e.mul(0.5).mul(e);
            DoubleVector logarithm = e.sub(square.sub(v.mul(w.fma(p, square))));
            VectorMask<Double> below = t.compare(VectorOperators.LT, 0);
            t.blend(0, below).add(logarithm).intoArray(loss, i);
            // [Elementary#quotient]
            DoubleVector a = one.blend(e, below);
            DoubleVector sum = e.add(1);
            DoubleVector rounded = one.sub(sum).add(e);
            DoubleVector inverse = one.div(sum);
            DoubleVector q = a.mul(inverse);
            DoubleVector back = q.neg();
            sign.mul(back.fma(rounded, back.fma(sum, a)).fma(inverse, q)).intoArray(slope, i);
        }
        for (int i = whole; i < n; i++) {
            double t = slope[i];
            double e = loss[i];
            loss[i] = (t < 0 ? 0 : t) + Elementary.log1pOfFraction(e);
            slope[i] = Math.fma(-2, y[yAt + i], 1) * Elementary.quotient(t < 0 ? e : 1, e);
        }
    }

    @Override
    public void exp(double[] a, int at, int n) {
        int whole = whole(n);
        exp(a, at, whole, false);
        if (whole < n) {
            rest.exp(a, at + whole, n - whole);
        }
    }

    /// a = eᵃ, or `symmetric` e^−|a| with the sign of a. [Elementary#exp] but that the power of two is halved by
    /// rounding a double instead of shifting a whole number, which gives another half now and then, but not another
    /// product.
    private static void exp(double[] a, int at, int n, boolean symmetric) {
        for (int i = at; i < at + n; i += LENGTH) {
            DoubleVector given = load(a, i);
            DoubleVector x = symmetric ? given.abs().neg() : given;
            DoubleVector floored = x.blend(-750, x.compare(VectorOperators.LT, -750));
            DoubleVector clamped = floored.blend(711, floored.compare(VectorOperators.GT, 711));
            DoubleVector shifted = clamped.fma(all(LOG2_E), all(ROUND));
            DoubleVector k = shifted.sub(ROUND);
            LongVector power = shifted.reinterpretAsLongs().sub(ROUND_BITS);
            LongVector half = k.fma(all(0.5), all(ROUND)).reinterpretAsLongs().sub(ROUND_BITS);
            DoubleVector minus = k.neg();
            DoubleVector r = minus.fma(all(LN_2_REST), minus.fma(all(LN_2), clamped));
            DoubleVector p = all(0x1.6124613a86d09p-33);
            p = p.fma(r, all(0x1.1eed8eff8d898p-29));
            p = p.fma(r, all(0x1.ae64567f544e4p-26));
            p = p.fma(r, all(0x1.27e4fb7789f5cp-22));
            p = p.fma(r, all(0x1.71de3a556c734p-19));
            p = p.fma(r, all(0x1.a01a01a01a01ap-16));
            p = p.fma(r, all(0x1.a01a01a01a01ap-13));
            p = p.fma(r, all(0x1.6c16c16c16c17p-10));
            p = p.fma(r, all(0x1.1111111111111p-7));
            p = p.fma(r, all(0x1.5555555555555p-5));
            p = p.fma(r, all(0x1.5555555555555p-3));
            p = p.fma(r, all(0.5));
            DoubleVector grown = r.mul(r).fma(p, r).add(1);
            DoubleVector result = grown.mul(
                            half.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles())
                    .mul(power.sub(half)
                            .add(1023)
                            .lanewise(VectorOperators.LSHL, 52)
                            .reinterpretAsDoubles());
            if (symmetric) {
                LongVector sign = given.reinterpretAsLongs().and(SIGN);
                result = result.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
            }
            result.intoArray(a, i);
        }
    }

    @Override
    public void tanh(double[] a, int at, int n) {
        int whole = whole(n);
        for (int i = at; i < at + whole; i += LENGTH) {
            DoubleVector x = load(a, i);
            DoubleVector size = x.abs();
            DoubleVector y = size.blend(22, size.compare(VectorOperators.GT, 22));
            DoubleVector shifted = y.fma(all(-2 * LOG2_E), all(ROUND));
            DoubleVector k = shifted.sub(ROUND);
            DoubleVector s = shifted.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .add(ONE_BITS)
                    .reinterpretAsDoubles();
            DoubleVector h = k.fma(all(0.5 * LN_2_REST), k.fma(all(0.5 * LN_2), y));
            DoubleVector z = h.mul(h);
            DoubleVector p = all(0x1.63f28563a048bp-16);
            p = p.fma(z, all(-0x1.bbd5323fac111p-13));
            p = p.fma(z, all(0x1.1566ab5c1bf72p-9));
            p = p.fma(z, all(-0x1.6c16c16c0ac0cp-6));
            p = p.fma(z, all(0x1.5555555555553p-2));
            DoubleVector w = p.mul(z);
            DoubleVector less = all(1).sub(s);
            DoubleVector more = all(1).add(s);
            DoubleVector top = h.fma(more, less);
            DoubleVector topLost = w.fma(less, h.fma(more, less.sub(top)));
            DoubleVector rise = w.fma(more, h.mul(less));
            DoubleVector bottom = more.add(rise);
            DoubleVector bottomLost = more.sub(bottom).add(rise);
            DoubleVector inverse = all(-1).div(bottom);
            DoubleVector q = top.mul(inverse);
            DoubleVector left = q.fma(bottom, top).add(q.fma(bottomLost, topLost));
            LongVector bits = left.fma(inverse, q).reinterpretAsLongs().and(~SIGN);
            bits.or(x.reinterpretAsLongs().and(SIGN)).reinterpretAsDoubles().intoArray(a, i);
        }
        if (whole < n) {
            rest.tanh(a, at + whole, n - whole);
        }
    }

    @Override
    public void sigmoid(double[] a, int at, int n) {
        int whole = whole(n);
        exp(a, at, whole, true);
        DoubleVector one = all(1);
        for (int i = at; i < at + whole; i += LENGTH) {
            DoubleVector signed = load(a, i);
            DoubleVector e = signed.abs();
            DoubleVector above = one.blend(e, signed.test(VectorOperators.IS_NEGATIVE));
            DoubleVector sum = e.add(1);
            DoubleVector rounded = one.sub(sum).add(e);
            DoubleVector inverse = one.div(sum);
            DoubleVector q = above.mul(inverse);
            DoubleVector back = q.neg();
            back.fma(rounded, back.fma(sum, above)).fma(inverse, q).intoArray(a, i);
        }
        if (whole < n) {
            rest.sigmoid(a, at + whole, n - whole);
        }
    }
}
