package fallline.figure;

import java.awt.geom.Path2D;

/// A line through many points of data, in pixels, made small enough to stroke.
///
/// Points that fall on the pixel drawn last are left out, and so are points that lie on the line between their
/// neighbours as far as the eye can tell; segments are cut off a little outside the plot, so that points at 10³⁰⁰ do
/// no harm; and in a long path, a segment that would mostly cover what is already covered is left out, so that the
/// work is bounded by the picture's pixels, however long the path is.
final class PixelPath {
    /// How far outside the plot a line is still drawn, in pixels, so that no end or join shows.
    private static final double OUTSIDE = 16;

    private static final double FARTHEST = 1e150;
    private static final double SAME = 0.35;
    private static final int LONG = 6000;
    private static final double CELL = 2;
    private static final double FRESH = 0.2;
    private static final double DENSE = 10_000;

    private final Box bounds;
    private final Path2D path;
    private final boolean @org.jspecify.annotations.Nullable [] covered;
    private final int across;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private double length;

    private PixelPath(PlotArea area, Path2D path, boolean thin) {
        this.bounds = area.box().grown(OUTSIDE);
        this.path = path;
        this.across = (int) (bounds.width() / CELL) + 2;
        this.covered = thin ? new boolean[across * ((int) (bounds.height() / CELL) + 2)] : null;
    }

    /// A finished path and how long it is in pixels.
    record Drawn(Path2D path, double length) {
        /// Whether the path runs to and fro so often that its dashes could not be told apart.
        boolean dense() {
            return length > DENSE;
        }
    }

    /// The line through points `from` … `to`, both included.
    static Drawn of(double[] xs, double[] ys, int from, int to, PlotArea area) {
        PixelPath line = new PixelPath(area, new Path2D.Double(), to - from > LONG);
        line.run(xs, ys, from, to, area);
        return new Drawn(line.path, line.length);
    }

    /// Adds the line through all points to `path`, and back to the first if it is closed.
    static void append(Path2D path, double[] xs, double[] ys, boolean closed, PlotArea area) {
        PixelPath line = new PixelPath(area, path, false);
        line.run(xs, ys, 0, xs.length - 1, area);
        if (closed) {
            double[] endX = {xs[xs.length - 1], xs[0]};
            double[] endY = {ys[ys.length - 1], ys[0]};
            line.run(endX, endY, 0, 1, area);
        }
    }

    private void run(double[] xs, double[] ys, int from, int to, PlotArea area) {
        Straight straight = new Straight();
        double x0 = Double.NaN;
        double y0 = Double.NaN;
        double x1 = Double.NaN;
        double y1 = Double.NaN;
        for (int i = from; i <= to; i++) {
            double x = bounded(area.px(xs[i]));
            double y = bounded(area.py(ys[i]));
            if (Double.isNaN(x + y) || Double.isNaN(x1 + y1)) {
                join(x0, y0, x1, y1);
                x0 = x;
                y0 = y;
                straight.from(x, y);
            } else if (Math.abs(x - x1) < SAME && Math.abs(y - y1) < SAME && i < to) {
                continue;
            } else if (!straight.reaches(x, y)) {
                join(x0, y0, x1, y1);
                x0 = x1;
                y0 = y1;
                straight.from(x1, y1);
                if (!straight.reaches(x, y)) {
                    join(x1, y1, x, y);
                    x0 = x;
                    y0 = y;
                    straight.from(x, y);
                }
            }
            x1 = x;
            y1 = y;
        }
        join(x0, y0, x1, y1);
    }

    private void join(double x0, double y0, double x1, double y1) {
        if (!Double.isNaN(x0 + y0) && !Double.isNaN(x1 + y1) && (x0 != x1 || y0 != y1)) {
            segment(x0, y0, x1, y1);
        }
    }

    private static double bounded(double pixel) {
        return Math.abs(pixel) <= FARTHEST ? pixel : pixel > 0 ? FARTHEST : pixel < 0 ? -FARTHEST : Double.NaN;
    }

    /// Draws what of a segment lies within the bounds (Liang & Barsky 1984).
    private void segment(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double enter = Math.max(
                entry(dx, bounds.x() - x0, bounds.right() - x0), entry(dy, bounds.y() - y0, bounds.bottom() - y0));
        double leave = Math.min(
                exit(dx, bounds.x() - x0, bounds.right() - x0), exit(dy, bounds.y() - y0, bounds.bottom() - y0));
        enter = Math.max(0, enter);
        leave = Math.min(1, leave);
        if (enter <= leave) {
            emit(x0 + enter * dx, y0 + enter * dy, leave < 1 ? x0 + leave * dx : x1, leave < 1 ? y0 + leave * dy : y1);
        }
    }

    private static double entry(double d, double toLow, double toHigh) {
        if (d == 0) {
            return toLow <= 0 && toHigh >= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Math.min(toLow / d, toHigh / d);
    }

    private static double exit(double d, double toLow, double toHigh) {
        if (d == 0) {
            return toLow <= 0 && toHigh >= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Math.max(toLow / d, toHigh / d);
    }

    private void emit(double x0, double y0, double x1, double y1) {
        if (covered != null && !covers(x0, y0, x1, y1, covered)) {
            return;
        }
        if (Math.abs(x0 - lastX) > 1e-6 || Math.abs(y0 - lastY) > 1e-6 || Double.isNaN(lastX)) {
            path.moveTo(x0, y0);
        }
        path.lineTo(x1, y1);
        length += Math.hypot(x1 - x0, y1 - y0);
        lastX = x1;
        lastY = y1;
    }

    /// Marks the cells along a segment; whether enough of them were new.
    private boolean covers(double x0, double y0, double x1, double y1, boolean[] cells) {
        int steps = (int) (Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / CELL) + 1;
        int fresh = 0;
        for (int i = 0; i <= steps; i++) {
            double share = i / (double) steps;
            int column = (int) ((x0 + share * (x1 - x0) - bounds.x()) / CELL);
            int row = (int) ((y0 + share * (y1 - y0) - bounds.y()) / CELL);
            int at = row * across + column;
            if (!cells[at]) {
                cells[at] = true;
                fresh++;
            }
        }
        return fresh > FRESH * steps;
    }
}
