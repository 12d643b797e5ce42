package fallline.objective;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops on vector registers: eight lanes are one register of 512 bits, two of 256 or four of 128.
///
/// The width is a constant of the class, so that the compiler drops the registers that are not needed. It is the
/// machine's own; a test that wants another defines this class again as a hidden class with that species as class
/// data. What is left over at the end of a stretch is done number by number. Loops are written out: a helper that is
/// not inlined would wrap every register that it is given. It has scratch of its own: one thread uses it at a time.
final class VectorLanes implements Lanes {
    private static final VectorSpecies<Double> SPECIES = species();
    private static final int LENGTH = SPECIES.length();
    private static final int REGISTERS = 8 / LENGTH;

    private static final double[] NOTHING = {};
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;
    private static final double ROUND = 0x1.8p52;
    private static final long ONE_BITS = 0x3ff0_0000_0000_0000L;
    private static final long ROUND_BITS = 0x4338_0000_0000_0000L;
    private static final long SIGN = 0x8000_0000_0000_0000L;

    private final ScalarLanes rest = new ScalarLanes();
    private final double[] lane = new double[8];

    @SuppressWarnings("unchecked")
    private static VectorSpecies<Double> species() {
        try {
            VectorSpecies<?> given = MethodHandles.classData(MethodHandles.lookup(), "_", VectorSpecies.class);
            if (given != null) {
                return (VectorSpecies<Double>) given;
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        VectorSpecies<Double> own = DoubleVector.SPECIES_PREFERRED;
        return own.length() > 8
                ? DoubleVector.SPECIES_512
                : own.length() < 2 ? VectorSpecies.of(double.class, VectorShape.S_128_BIT) : own;
    }

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static int whole(int n) {
        return n & -LENGTH;
    }

    @Override
    public void line(double a, double w, double[] x, int xAt, double[] out, int outAt, int n) {
        int whole = whole(n);
        DoubleVector start = all(a);
        DoubleVector weight = all(w);
        for (int i = 0; i < whole; i += LENGTH) {
            load(x, xAt + i).fma(weight, start).intoArray(out, outAt + i);
        }
        if (whole < n) {
            rest.line(a, w, x, xAt + whole, out, outAt + whole, n - whole);
        }
    }

    @Override
    public void addScaled(double w, double[] x, int xAt, double[] out, int outAt, int n) {
        int whole = whole(n);
        DoubleVector weight = all(w);
        for (int i = 0; i < whole; i += LENGTH) {
            load(x, xAt + i).fma(weight, load(out, outAt + i)).intoArray(out, outAt + i);
        }
        if (whole < n) {
            rest.addScaled(w, x, xAt + whole, out, outAt + whole, n - whole);
        }
    }

    @Override
    public void combine(
            double a,
            double[] w,
            int wAt,
            int step,
            int count,
            double[] x,
            int xAt,
            int stride,
            double[] out,
            int outAt,
            int n) {
        int whole = n & -(4 * LENGTH);
        for (int i = 0; i < whole; i += 4 * LENGTH) {
            DoubleVector z0 = all(a);
            DoubleVector z1 = z0;
            DoubleVector z2 = z0;
            DoubleVector z3 = z0;
            for (int q = 0; q < count; q++) {
                DoubleVector weight = all(w[wAt + q * step]);
                int at = xAt + q * stride + i;
                z0 = load(x, at).fma(weight, z0);
                z1 = load(x, at + LENGTH).fma(weight, z1);
                z2 = load(x, at + 2 * LENGTH).fma(weight, z2);
                z3 = load(x, at + 3 * LENGTH).fma(weight, z3);
            }
            z0.intoArray(out, outAt + i);
            z1.intoArray(out, outAt + i + LENGTH);
            z2.intoArray(out, outAt + i + 2 * LENGTH);
            z3.intoArray(out, outAt + i + 3 * LENGTH);
        }
        if (whole < n) {
            rest.combine(a, w, wAt, step, count, x, xAt + whole, stride, out, outAt + whole, n - whole);
        }
    }

    /// The sum of the lanes that were stored, with the products (or, where `b` is empty, numbers) that are left over.
    /// No vector is passed: a call that is not inlined would have to wrap it.
    private double reduce(double[] a, int at, double[] b, int bAt, int left) {
        for (int i = 0; i < left; i++) {
            lane[i] = b.length == 0 ? lane[i] + a[at + i] : Math.fma(a[at + i], b[bAt + i], lane[i]);
        }
        return ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    }

    @Override
    public double sum(double[] a, int at, int n) {
        int whole = n & -8;
        DoubleVector v0 = all(0);
        DoubleVector v1 = v0;
        DoubleVector v2 = v0;
        DoubleVector v3 = v0;
        for (int i = at; i < at + whole; i += 8) {
            v0 = v0.add(load(a, i));
            if (REGISTERS > 1) {
                v1 = v1.add(load(a, i + LENGTH));
            }
            if (REGISTERS > 2) {
                v2 = v2.add(load(a, i + 2 * LENGTH));
                v3 = v3.add(load(a, i + 3 * LENGTH));
            }
        }
        v0.intoArray(lane, 0);
        if (REGISTERS > 1) {
            v1.intoArray(lane, LENGTH);
        }
        if (REGISTERS > 2) {
            v2.intoArray(lane, 2 * LENGTH);
            v3.intoArray(lane, 3 * LENGTH);
        }
        return reduce(a, at + whole, NOTHING, 0, n - whole);
    }

    @Override
    public double dot(double[] a, int aAt, double[] b, int bAt, int n) {
        int whole = n & -8;
        DoubleVector v0 = all(0);
        DoubleVector v1 = v0;
        DoubleVector v2 = v0;
        DoubleVector v3 = v0;
        for (int i = 0; i < whole; i += 8) {
            v0 = load(a, aAt + i).fma(load(b, bAt + i), v0);
            if (REGISTERS > 1) {
                v1 = load(a, aAt + i + LENGTH).fma(load(b, bAt + i + LENGTH), v1);
            }
            if (REGISTERS > 2) {
                v2 = load(a, aAt + i + 2 * LENGTH).fma(load(b, bAt + i + 2 * LENGTH), v2);
                v3 = load(a, aAt + i + 3 * LENGTH).fma(load(b, bAt + i + 3 * LENGTH), v3);
            }
        }
        v0.intoArray(lane, 0);
        if (REGISTERS > 1) {
            v1.intoArray(lane, LENGTH);
        }
        if (REGISTERS > 2) {
            v2.intoArray(lane, 2 * LENGTH);
            v3.intoArray(lane, 3 * LENGTH);
        }
        return reduce(a, aAt + whole, b, bAt + whole, n - whole);
    }

    @Override
    public void squaresOfLine(double b, double w, double[] x, double[] y, int at, int n, double[] sums) {
        if ((n & 7) != 0) {
            rest.squaresOfLine(b, w, x, y, at, n, sums);
            return;
        }
        DoubleVector start = all(b);
        DoubleVector weight = all(w);
        DoubleVector zero = all(0);
        DoubleVector s0 = zero;
        DoubleVector s1 = zero;
        DoubleVector s2 = zero;
        DoubleVector s3 = zero;
        DoubleVector t0 = zero;
        DoubleVector t1 = zero;
        DoubleVector t2 = zero;
        DoubleVector t3 = zero;
        DoubleVector u0 = zero;
        DoubleVector u1 = zero;
        DoubleVector u2 = zero;
        DoubleVector u3 = zero;
        for (int i = at; i < at + n; i += 8) {
            DoubleVector x0 = load(x, i);
            DoubleVector r0 = x0.fma(weight, start).sub(load(y, i));
            s0 = r0.fma(r0, s0);
            t0 = t0.add(r0);
            u0 = r0.fma(x0, u0);
            if (REGISTERS > 1) {
                DoubleVector x1 = load(x, i + LENGTH);
                DoubleVector r1 = x1.fma(weight, start).sub(load(y, i + LENGTH));
                s1 = r1.fma(r1, s1);
                t1 = t1.add(r1);
                u1 = r1.fma(x1, u1);
            }
            if (REGISTERS > 2) {
                DoubleVector x2 = load(x, i + 2 * LENGTH);
                DoubleVector r2 = x2.fma(weight, start).sub(load(y, i + 2 * LENGTH));
                s2 = r2.fma(r2, s2);
                t2 = t2.add(r2);
                u2 = r2.fma(x2, u2);
                DoubleVector x3 = load(x, i + 3 * LENGTH);
                DoubleVector r3 = x3.fma(weight, start).sub(load(y, i + 3 * LENGTH));
                s3 = r3.fma(r3, s3);
                t3 = t3.add(r3);
                u3 = r3.fma(x3, u3);
            }
        }
        s0.intoArray(lane, 0);
        if (REGISTERS > 1) {
            s1.intoArray(lane, LENGTH);
        }
        if (REGISTERS > 2) {
            s2.intoArray(lane, 2 * LENGTH);
            s3.intoArray(lane, 3 * LENGTH);
        }
        sums[0] += reduce(NOTHING, 0, NOTHING, 0, 0);
        t0.intoArray(lane, 0);
        if (REGISTERS > 1) {
            t1.intoArray(lane, LENGTH);
        }
        if (REGISTERS > 2) {
            t2.intoArray(lane, 2 * LENGTH);
            t3.intoArray(lane, 3 * LENGTH);
        }
        sums[1] += reduce(NOTHING, 0, NOTHING, 0, 0);
        u0.intoArray(lane, 0);
        if (REGISTERS > 1) {
            u1.intoArray(lane, LENGTH);
        }
        if (REGISTERS > 2) {
            u2.intoArray(lane, 2 * LENGTH);
            u3.intoArray(lane, 3 * LENGTH);
        }
        sums[2] += reduce(NOTHING, 0, NOTHING, 0, 0);
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
