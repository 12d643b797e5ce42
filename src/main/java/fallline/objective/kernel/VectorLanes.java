package fallline.objective.kernel;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops on vector registers: eight lanes are one register of 512 bits, two of 256 or four of 128.
///
/// The width is a constant of the class ([VectorWidth]), so that the compiler drops the registers that are not needed.
/// What is left over at the end of a stretch is done number by number. Loops are written out: a helper that is not
/// inlined would wrap every register that it is given. It has scratch of its own: one thread uses it at a time.
public final class VectorLanes implements Lanes {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.of(MethodHandles.lookup());
    private static final int LENGTH = SPECIES.length();
    private static final int REGISTERS = 8 / LENGTH;

    private static final double[] NOTHING = {};

    private final LaneFunctions functions;
    private final ScalarLanes rest = new ScalarLanes();
    private final double[] lane = new double[8];

    VectorLanes(LaneFunctions functions) {
        this.functions = functions;
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

    /// Two at a time, so that each stretch of `a` is read half as often.
    @Override
    public void dots(double[] a, int aAt, double[] x, int xAt, int stride, int count, int n, double[] sums, int at) {
        int whole = n & -8;
        int q = 0;
        for (; q < count - 1; q += 2) {
            int first = xAt + q * stride;
            int second = first + stride;
            DoubleVector v0 = all(0);
            DoubleVector v1 = v0;
            DoubleVector v2 = v0;
            DoubleVector v3 = v0;
            DoubleVector w0 = v0;
            DoubleVector w1 = v0;
            DoubleVector w2 = v0;
            DoubleVector w3 = v0;
            for (int i = 0; i < whole; i += 8) {
                DoubleVector a0 = load(a, aAt + i);
                v0 = load(x, first + i).fma(a0, v0);
                w0 = load(x, second + i).fma(a0, w0);
                if (REGISTERS > 1) {
                    DoubleVector a1 = load(a, aAt + i + LENGTH);
                    v1 = load(x, first + i + LENGTH).fma(a1, v1);
                    w1 = load(x, second + i + LENGTH).fma(a1, w1);
                }
                if (REGISTERS > 2) {
                    DoubleVector a2 = load(a, aAt + i + 2 * LENGTH);
                    v2 = load(x, first + i + 2 * LENGTH).fma(a2, v2);
                    w2 = load(x, second + i + 2 * LENGTH).fma(a2, w2);
                    DoubleVector a3 = load(a, aAt + i + 3 * LENGTH);
                    v3 = load(x, first + i + 3 * LENGTH).fma(a3, v3);
                    w3 = load(x, second + i + 3 * LENGTH).fma(a3, w3);
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
            sums[at + q] += reduce(a, aAt + whole, x, first + whole, n - whole);
            w0.intoArray(lane, 0);
            if (REGISTERS > 1) {
                w1.intoArray(lane, LENGTH);
            }
            if (REGISTERS > 2) {
                w2.intoArray(lane, 2 * LENGTH);
                w3.intoArray(lane, 3 * LENGTH);
            }
            sums[at + q + 1] += reduce(a, aAt + whole, x, second + whole, n - whole);
        }
        if (q < count) {
            sums[at + q] += dot(a, aAt, x, xAt + q * stride, n);
        }
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

    @Override
    public LaneFunctions functions() {
        return functions;
    }
}
