package fallline.figure.curve;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.PlotArea;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;

/// Median and quartiles of a quantity over the repeats of a run.
///
/// @param steps those at which they are known, rising from 0
/// @param x where these stand on the horizontal axis, never falling
/// @param lower what a quarter is below; numbers may be infinite where repeats diverged, or NaN where nothing is known
/// @param median what half is below
/// @param upper what a quarter is above
/// @param name for a table: `Adam, 50 seeds`
/// @param words sentences that say what is drawn, for the corners of the figure
public record Band(
        int[] steps, double[] x, double[] lower, double[] median, double[] upper, String name, List<String> words) {
    public Band {
        words = List.copyOf(words);
    }

    /// The least number above `above`, that is finite; +∞ if there is none.
    double least(double above) {
        return Arrays.stream(lower).filter(v -> v > above && v < 1e300).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// The largest finite number; −∞ if there is none.
    double most() {
        return Arrays.stream(upper).filter(v -> Math.abs(v) <= 1e300).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /// The three columns of a table, a line a step.
    List<CurveTable.Column> columns() {
        return List.of(column("lower quartile", lower), column("median", median), column("upper quartile", upper));
    }

    private CurveTable.Column column(String what, double[] values) {
        return new CurveTable.Column(name + ": " + what, false, row -> {
            int place = Arrays.binarySearch(steps, row);
            return place < 0 || Double.isInfinite(values[place]) ? Double.NaN : values[place];
        });
    }

    void paint(Painter p, PlotArea area, RunStyle style) {
        Color core = style.core(p.theme);
        p.fill(outline(area), Contrast.alpha(core, 0.2));
        Path2D middle = line(area);
        p.draw(middle, Contrast.alpha(p.theme.panel(), 0.8), Painter.line(5.2));
        p.draw(middle, core, Painter.line(3.8));
        p.draw(middle, p.theme.panel(), Painter.line(1.4));
    }

    /// Between the quartiles, in pixels.
    Path2D outline(PlotArea area) {
        Path2D outline = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < x.length; i++) {
            begun = add(outline, begun, area, x[i], upper[i]);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            begun = add(outline, begun, area, x[i], lower[i]);
        }
        if (begun) {
            outline.closePath();
        }
        return outline;
    }

    /// The median in pixels, to where it is not finite any more.
    Path2D line(PlotArea area) {
        Path2D line = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < x.length && !Double.isInfinite(median[i]); i++) {
            begun = add(line, begun, area, x[i], median[i]);
        }
        return line;
    }

    private static boolean add(Path2D path, boolean begun, PlotArea area, double x, double value) {
        if (Double.isNaN(value)) {
            return begun;
        }
        double beyond = 4 * area.box().height();
        double y = value == Double.POSITIVE_INFINITY
                ? area.box().y() - beyond
                : value == Double.NEGATIVE_INFINITY
                        ? area.box().bottom() + beyond
                        : Math.clamp(
                                area.py(SeriesPath.edge(value, area)),
                                area.box().y() - beyond,
                                area.box().bottom() + beyond);
        if (begun) {
            path.lineTo(area.px(x), y);
        } else {
            path.moveTo(area.px(x), y);
        }
        return true;
    }
}
