package fallline.objective.kernel;

/// The innermost loops in plain Java.
public final class ScalarLanes implements Lanes {
    private final LaneFunctions functions = new ScalarFunctions();

    @Override
    public void line(double a, double w, double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = Math.fma(w, x[xAt + i], a);
        }
    }

    @Override
    public void addScaled(double w, double[] x, int xAt, double[] out, int outAt, int n) {
        for (int i = 0; i < n; i++) {
            out[outAt + i] = Math.fma(w, x[xAt + i], out[outAt + i]);
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
        line(a, w[wAt], x, xAt, out, outAt, n);
        for (int q = 1; q < count; q++) {
            addScaled(w[wAt + q * step], x, xAt + q * stride, out, outAt, n);
        }
    }

    @Override
    public double sum(double[] a, int at, int n) {
        double l0 = 0;
        double l1 = 0;
        double l2 = 0;
        double l3 = 0;
        double l4 = 0;
        double l5 = 0;
        double l6 = 0;
        double l7 = 0;
        int i = at;
        int end = at + n;
        for (; i <= end - 8; i += 8) {
            l0 += a[i];
            l1 += a[i + 1];
            l2 += a[i + 2];
            l3 += a[i + 3];
            l4 += a[i + 4];
            l5 += a[i + 5];
            l6 += a[i + 6];
            l7 += a[i + 7];
        }
        int rest = end - i;
        l0 += rest > 0 ? a[i] : 0;
        l1 += rest > 1 ? a[i + 1] : 0;
        l2 += rest > 2 ? a[i + 2] : 0;
        l3 += rest > 3 ? a[i + 3] : 0;
        l4 += rest > 4 ? a[i + 4] : 0;
        l5 += rest > 5 ? a[i + 5] : 0;
        l6 += rest > 6 ? a[i + 6] : 0;
        return ((l0 + l1) + (l2 + l3)) + ((l4 + l5) + (l6 + l7));
    }

    @Override
    public double dot(double[] a, int aAt, double[] b, int bAt, int n) {
        double l0 = 0;
        double l1 = 0;
        double l2 = 0;
        double l3 = 0;
        double l4 = 0;
        double l5 = 0;
        double l6 = 0;
        double l7 = 0;
        int i = aAt;
        int k = bAt;
        int end = aAt + n;
        for (; i <= end - 8; i += 8, k += 8) {
            l0 = Math.fma(a[i], b[k], l0);
            l1 = Math.fma(a[i + 1], b[k + 1], l1);
            l2 = Math.fma(a[i + 2], b[k + 2], l2);
            l3 = Math.fma(a[i + 3], b[k + 3], l3);
            l4 = Math.fma(a[i + 4], b[k + 4], l4);
            l5 = Math.fma(a[i + 5], b[k + 5], l5);
            l6 = Math.fma(a[i + 6], b[k + 6], l6);
            l7 = Math.fma(a[i + 7], b[k + 7], l7);
        }
        int rest = end - i;
        l0 = rest > 0 ? Math.fma(a[i], b[k], l0) : l0;
        l1 = rest > 1 ? Math.fma(a[i + 1], b[k + 1], l1) : l1;
        l2 = rest > 2 ? Math.fma(a[i + 2], b[k + 2], l2) : l2;
        l3 = rest > 3 ? Math.fma(a[i + 3], b[k + 3], l3) : l3;
        l4 = rest > 4 ? Math.fma(a[i + 4], b[k + 4], l4) : l4;
        l5 = rest > 5 ? Math.fma(a[i + 5], b[k + 5], l5) : l5;
        l6 = rest > 6 ? Math.fma(a[i + 6], b[k + 6], l6) : l6;
        return ((l0 + l1) + (l2 + l3)) + ((l4 + l5) + (l6 + l7));
    }

    @Override
    public void dots(double[] a, int aAt, double[] x, int xAt, int stride, int count, int n, double[] sums, int at) {
        for (int q = 0; q < count; q++) {
            sums[at + q] += dot(a, aAt, x, xAt + q * stride, n);
        }
    }

    /// Two groups of four lanes, each in a sweep of its own over a block that stays in the first cache: the twelve sums
    /// of a group fit into registers, the twenty-four of both do not.
    @Override
    public void squaresOfLine(double b, double w, double[] x, double[] y, int at, int n, double[] sums) {
        int whole = n & -8;
        double squares = 0;
        double residuals = 0;
        double products = 0;
        for (int group = 0; group < 8; group += 4) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double t0 = 0;
            double t1 = 0;
            double t2 = 0;
            double t3 = 0;
            double u0 = 0;
            double u1 = 0;
            double u2 = 0;
            double u3 = 0;
            int last = at + whole + group;
            for (int i = at + group; i < last; i += 8) {
                double x0 = x[i];
                double x1 = x[i + 1];
                double x2 = x[i + 2];
                double x3 = x[i + 3];
                double r0 = Math.fma(w, x0, b) - y[i];
                double r1 = Math.fma(w, x1, b) - y[i + 1];
                double r2 = Math.fma(w, x2, b) - y[i + 2];
                double r3 = Math.fma(w, x3, b) - y[i + 3];
                s0 = Math.fma(r0, r0, s0);
                s1 = Math.fma(r1, r1, s1);
                s2 = Math.fma(r2, r2, s2);
                s3 = Math.fma(r3, r3, s3);
                t0 += r0;
                t1 += r1;
                t2 += r2;
                t3 += r3;
                u0 = Math.fma(r0, x0, u0);
                u1 = Math.fma(r1, x1, u1);
                u2 = Math.fma(r2, x2, u2);
                u3 = Math.fma(r3, x3, u3);
            }
            for (int lane = group; lane < Math.min(group + 4, n - whole); lane++) {
                double xi = x[at + whole + lane];
                double r = Math.fma(w, xi, b) - y[at + whole + lane];
                switch (lane - group) {
                    case 0 -> {
                        s0 = Math.fma(r, r, s0);
                        t0 += r;
                        u0 = Math.fma(r, xi, u0);
                    }
                    case 1 -> {
                        s1 = Math.fma(r, r, s1);
                        t1 += r;
                        u1 = Math.fma(r, xi, u1);
                    }
                    case 2 -> {
                        s2 = Math.fma(r, r, s2);
                        t2 += r;
                        u2 = Math.fma(r, xi, u2);
                    }
                    default -> {
                        s3 = Math.fma(r, r, s3);
                        t3 += r;
                        u3 = Math.fma(r, xi, u3);
                    }
                }
            }
            squares += (s0 + s1) + (s2 + s3);
            residuals += (t0 + t1) + (t2 + t3);
            products += (u0 + u1) + (u2 + u3);
        }
        sums[0] += squares;
        sums[1] += residuals;
        sums[2] += products;
    }

    @Override
    public LaneFunctions functions() {
        return functions;
    }
}
