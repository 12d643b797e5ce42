package fallline.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A function of one variable at enough places to draw it.
///
/// @param x rising
/// @param y NaN where the function has no value: a hole
public record SampledCurve(double[] x, double[] y) {
    private static final int DEEPEST = 7;
    private static final double BEND = 0.0015;

    /// @throws IllegalArgumentException if the lengths differ
    public SampledCurve {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "a curve needs as many places as values and at least two, got " + x.length + " and " + y.length);
        }
    }

    /// `f` over `span` at `pieces` + 1 even places, and between them wherever the curve bends, jumps or ends: a piece
    /// is halved while its middle lies off the chord by more than a fraction of the values' range, up to seven
    /// times.
    public static SampledCurve of(DoubleUnaryOperator f, Span span, int pieces) {
        double[] values = new double[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            values[i] = finite(f.applyAsDouble(place(span, i, pieces)));
        }
        double tolerance = BEND * Span.around(values).length();
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {span.lo(), values[0]});
        for (int i = 0; i < pieces; i++) {
            refine(
                    f,
                    points,
                    place(span, i, pieces),
                    values[i],
                    place(span, i + 1, pieces),
                    values[i + 1],
                    tolerance,
                    0);
        }
        return new SampledCurve(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static double place(Span span, int i, int pieces) {
        return i == pieces ? span.hi() : span.lo() + span.length() * ((double) i / pieces);
    }

    private static void refine(
            DoubleUnaryOperator f,
            List<double[]> points,
            double x0,
            double y0,
            double x1,
            double y1,
            double tolerance,
            int depth) {
        double middle = x0 / 2 + x1 / 2;
        if (depth < DEEPEST && middle > x0 && middle < x1) {
            double y = finite(f.applyAsDouble(middle));
            boolean edge = Double.isNaN(y0) != Double.isNaN(y1) || Double.isNaN(y) != Double.isNaN(y0);
            if (edge || Math.abs(y - (y0 + y1) / 2) > tolerance) {
                refine(f, points, x0, y0, middle, y, tolerance, depth + 1);
                refine(f, points, middle, y, x1, y1, tolerance, depth + 1);
                return;
            }
        }
        points.add(new double[] {x1, y1});
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /// The values' range, for an axis.
    public Span range() {
        return Span.around(y);
    }
}
