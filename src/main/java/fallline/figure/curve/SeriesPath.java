package fallline.figure.curve;

import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// The line of a series in pixels: every step where they are far apart, else the least and the most of every pixel
/// column, so that a million steps cost a picture's width. Steps whose value is not known yet are
/// passed over; where it will never be known, the line is broken. On a
/// logarithmic axis, numbers ≤ 0 lie on the lower edge.
public final class SeriesPath {
    private static final double COLUMN = 0.5;

    private SeriesPath() {}

    /// The line from step `from` to step `to`, both included.
    public static PixelPath.Drawn of(Series series, int from, int to, PlotArea area) {
        Span seen = area.window().x();
        int first = Math.max(from, series.before(seen.lo()) - 1);
        int last = Math.min(to, series.before(seen.hi()) + 2);
        if (last <= first) {
            return new PixelPath.Drawn(new Path2D.Double(), 0);
        }
        double perStep = (area.px(seen.hi()) - area.px(seen.lo())) / seen.length();
        double column = COLUMN / perStep;
        double stride = series.placedWhole() ? Math.max(1, Math.floor(column)) : column;
        double[] v = series.values();
        double columns = Math.ceil((series.place(last) - series.place(first)) / stride);
        int room = 4 * ((int) Math.min(last - first, columns) + 2);
        double[] x = new double[room];
        double[] y = new double[room];
        int count = 0;
        int end;
        for (int at = first; at <= last; at = end + 1) {
            end = at;
            while (end < last && series.place(end + 1) < series.place(at) + stride) {
                end++;
            }
            int earliest = -1;
            int low = -1;
            int high = -1;
            int latest = -1;
            for (int i = at; i <= end; i++) {
                if (!Double.isNaN(v[i])) {
                    earliest = earliest < 0 ? i : earliest;
                    low = low < 0 || v[i] < v[low] ? i : low;
                    high = high < 0 || v[i] > v[high] ? i : high;
                    latest = i;
                }
            }
            if (latest < 0 && series.isBroken()) {
                x[count] = series.place(at);
                y[count++] = Double.NaN;
            }
            int[] picked = {earliest, Math.min(low, high), Math.max(low, high), latest};
            int before = -1;
            for (int i : picked) {
                if (i > before) {
                    x[count] = series.place(i);
                    y[count++] = edge(v[i], area);
                    before = i;
                }
            }
        }
        return PixelPath.of(x, y, 0, count - 1, area);
    }

    /// The places of the steps `from` … `to` to which no line leads, in pixels; of those on one pixel the first.
    static List<double[]> alone(Series series, int from, int to, PlotArea area) {
        List<double[]> found = new ArrayList<>();
        for (int step = from; step <= to && series.isBroken(); step++) {
            if (series.isAlone(step)) {
                double x = area.px(series.place(step));
                double y = area.py(edge(series.at(step), area));
                boolean apart = found.isEmpty() || Math.hypot(x - found.getLast()[0], y - found.getLast()[1]) >= 1;
                if (apart && area.contains(x, y)) {
                    found.add(new double[] {x, y});
                }
            }
        }
        return found;
    }

    /// The value itself, or on a logarithmic axis the lower edge in its place.
    static double edge(double value, PlotArea area) {
        return area.y() instanceof Scale.Log(Span span, double _, double _) && value <= 0 ? span.lo() : value;
    }
}
