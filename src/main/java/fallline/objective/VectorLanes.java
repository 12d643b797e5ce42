package fallline.objective;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops on vector registers: eight lanes are one register of 512 bits, two of 256 or four of 128.
///
/// The width is a constant of the class, so that the compiler drops the registers that are not needed. It is the
/// machine's own; a test that wants another defines this class again as a hidden class with that species as class
/// data. What is left over at the end of a stretch is done number by number.
final class VectorLanes implements Lanes {
    private static final VectorSpecies<Double> SPECIES = species();
    private static final int LENGTH = SPECIES.length();
    private static final int REGISTERS = 8 / LENGTH;

    private static final double[] NOTHING = {};

    private final ScalarLanes rest = new ScalarLanes();

    @SuppressWarnings("unchecked")
    private static VectorSpecies<Double> species() {
        try {
            VectorSpecies<?> given =
                    MethodHandles.classData(MethodHandles.lookup(), "_", VectorSpecies.class);
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

    /// The sum of four registers' lanes, of which REGISTERS count, with the numbers that are left over.
    private static double reduce(
            DoubleVector v0,
            DoubleVector v1,
            DoubleVector v2,
            DoubleVector v3,
            double[] a,
            int at,
            double[] b,
            int bAt,
            int left) {
        double l0 = lane(v0, v1, v2, v3, 0);
        double l1 = lane(v0, v1, v2, v3, 1);
        double l2 = lane(v0, v1, v2, v3, 2);
        double l3 = lane(v0, v1, v2, v3, 3);
        double l4 = lane(v0, v1, v2, v3, 4);
        double l5 = lane(v0, v1, v2, v3, 5);
        double l6 = lane(v0, v1, v2, v3, 6);
        double l7 = lane(v0, v1, v2, v3, 7);
        if (left > 0) {
            l0 = more(l0, a, at, b, bAt);
            l1 = left > 1 ? more(l1, a, at + 1, b, bAt + 1) : l1;
            l2 = left > 2 ? more(l2, a, at + 2, b, bAt + 2) : l2;
            l3 = left > 3 ? more(l3, a, at + 3, b, bAt + 3) : l3;
            l4 = left > 4 ? more(l4, a, at + 4, b, bAt + 4) : l4;
            l5 = left > 5 ? more(l5, a, at + 5, b, bAt + 5) : l5;
            l6 = left > 6 ? more(l6, a, at + 6, b, bAt + 6) : l6;
        }
        return ((l0 + l1) + (l2 + l3)) + ((l4 + l5) + (l6 + l7));
    }

    private static double lane(DoubleVector v0, DoubleVector v1, DoubleVector v2, DoubleVector v3, int lane) {
        return switch (lane / LENGTH) {
            case 0 -> v0.lane(lane % LENGTH);
            case 1 -> v1.lane(lane % LENGTH);
            case 2 -> v2.lane(lane % LENGTH);
            default -> v3.lane(lane % LENGTH);
        };
    }

    /// One product more, or one number where `b` is empty.
    private static double more(double sum, double[] a, int at, double[] b, int bAt) {
        return b.length == 0 ? sum + a[at] : Math.fma(a[at], b[bAt], sum);
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
        return reduce(v0, v1, v2, v3, a, at + whole, NOTHING, 0, n - whole);
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
        return reduce(v0, v1, v2, v3, a, aAt + whole, b, bAt + whole, n - whole);
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
        sums[0] += reduce(s0, s1, s2, s3, NOTHING, 0, NOTHING, 0, 0);
        sums[1] += reduce(t0, t1, t2, t3, NOTHING, 0, NOTHING, 0, 0);
        sums[2] += reduce(u0, u1, u2, u3, NOTHING, 0, NOTHING, 0, 0);
    }

    @Override
    public void crossEntropy(double[] z, double[] y, int yAt, double[] loss, double[] slope, int n) {
        int whole = whole(n);
        DoubleVector one = all(1);
        DoubleVector minusTwo = all(-2);
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector sign = minusTwo.fma(load(y, yAt + i), one);
            DoubleVector t = sign.mul(load(z, i));
            DoubleVector e = VectorMath.exp(t.abs().neg());
            DoubleVector lost = t.max(0).add(VectorMath.log1pOfUnit(e));
            VectorMask<Double> below = t.compare(VectorOperators.LT, 0);
            DoubleVector p = VectorMath.quotient(one.blend(e, below), e);
            lost.intoArray(loss, i);
            sign.mul(p).intoArray(slope, i);
        }
        for (int i = whole; i < n; i++) {
            double sign = Math.fma(-2, y[yAt + i], 1);
            double t = sign * z[i];
            double e = Elementary.exp(-Math.abs(t));
            loss[i] = Math.max(t, 0) + Elementary.log1p(e);
            slope[i] = sign * Elementary.quotient(t < 0 ? e : 1, e);
        }
    }

    @Override
    public void exp(double[] a, int at, int n) {
        int whole = whole(n);
        for (int i = at; i < at + whole; i += LENGTH) {
            VectorMath.exp(load(a, i)).intoArray(a, i);
        }
        if (whole < n) {
            rest.exp(a, at + whole, n - whole);
        }
    }

    @Override
    public void tanh(double[] a, int at, int n) {
        int whole = whole(n);
        for (int i = at; i < at + whole; i += LENGTH) {
            VectorMath.tanh(load(a, i)).intoArray(a, i);
        }
        if (whole < n) {
            rest.tanh(a, at + whole, n - whole);
        }
    }

    @Override
    public void sigmoid(double[] a, int at, int n) {
        int whole = whole(n);
        for (int i = at; i < at + whole; i += LENGTH) {
            VectorMath.sigmoid(load(a, i)).intoArray(a, i);
        }
        if (whole < n) {
            rest.sigmoid(a, at + whole, n - whole);
        }
    }
}
