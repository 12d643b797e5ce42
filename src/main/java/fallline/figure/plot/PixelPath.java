package fallline.figure.plot;

import fallline.figure.paint.Box;
import java.awt.geom.Path2D;

/// A line through many points of data, in pixels, made small enough to stroke.
///
/// Points that fall on the pixel drawn last are left out, and so are points that lie on the line between their
/// neighbours as far as the eye can tell; segments are cut off a little outside the plot, so that points at 10³⁰⁰ do
/// no harm; and in a long path, a segment that would mostly cover what is already covered is left out, so that the
/// work is bounded by the picture's pixels, however long the path is.
public final class PixelPath {
    /// How far outside the plot a line is still drawn, in pixels, so that no end or join shows.
    private static final double OUTSIDE = 16;

    private static final double FARTHEST = 1e150;
    private static final double SAME = 0.35;
    /// A path of more points than this is long.
    public static final int LONG = 6000;
    private static final double CELL = 2;
    private static final double FRESH = 0.2;
    private static final double DENSE = 10_000;

    private final Box bounds;
    private final Path2D path;
    private final boolean @org.jspecify.annotations.Nullable [] covered;
    private final int across;
    private final Straight straight = new Straight();
    private double fromX = Double.NaN;
    private double fromY = Double.NaN;
    private double toX = Double.NaN;
    private double toY = Double.NaN;
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
    public record Drawn(Path2D path, double length) {
        /// Whether the path runs to and fro so often that its dashes could not be told apart.
        public boolean dense() {
            return length > DENSE;
        }
    }

    /// The line through points `from` … `to`, both included.
    public static Drawn of(double[] xs, double[] ys, int from, int to, PlotArea area) {
        PixelPath line = new PixelPath(area, new Path2D.Double(), to - from > LONG);
        line.run(xs, ys, from, to, area);
        return new Drawn(line.path, line.length);
    }

    /// Adds the line through all points to `path`, and back to the first if it is closed.
    public static void append(Path2D path, double[] xs, double[] ys, boolean closed, PlotArea area) {
        PixelPath line = new PixelPath(area, path, false);
        line.run(xs, ys, 0, xs.length - 1, area);
        if (closed) {
            double[] endX = {xs[xs.length - 1], xs[0]};
            double[] endY = {ys[ys.length - 1], ys[0]};
            line.run(endX, endY, 0, 1, area);
        }
    }

    private void run(double[] xs, double[] ys, int from, int to, PlotArea area) {
        for (int i = from; i <= to; i++) {
            add(bounded(area.px(xs[i])), bounded(area.py(ys[i])), i == to);
        }
        join(fromX, fromY, toX, toY);
        begin(Double.NaN, Double.NaN);
    }

    /// Goes on to a pixel; unless it is the last one, one that is hardly apart from the one before is passed over.
    private void add(double x, double y, boolean last) {
        if (Double.isNaN(x + y) || Double.isNaN(toX + toY)) {
            join(fromX, fromY, toX, toY);
            begin(x, y);
        } else if (!last && Math.abs(x - toX) < SAME && Math.abs(y - toY) < SAME) {
            return;
        } else if (!straight.reaches(x, y)) {
            join(fromX, fromY, toX, toY);
            begin(toX, toY);
            if (!straight.reaches(x, y)) {
                join(fromX, fromY, x, y);
                begin(x, y);
            }
        }
        toX = x;
        toY = y;
    }

    /// The segment that is not drawn yet begins and ends here.
    private void begin(double x, double y) {
        fromX = x;
        fromY = y;
        toX = x;
        toY = y;
        straight.from(x, y);
    }

    /// A line that grows: nothing is drawn twice when points are added at its end.
    public static PixelPath growing(PlotArea area) {
        return new PixelPath(area, new Path2D.Double(), true);
    }

    /// Adds the points `from` … `to`, both included, to a line that grows.
    public void grow(double[] xs, double[] ys, int from, int to, PlotArea area) {
        for (int i = from; i <= to; i++) {
            add(bounded(area.px(xs[i])), bounded(area.py(ys[i])), false);
        }
    }

    /// What has grown so far, up to the point (x, y) that was added last.
    public Drawn soFar(double x, double y, PlotArea area) {
        PixelPath whole = new PixelPath(area, new Path2D.Double(path), false);
        whole.lastX = lastX;
        whole.lastY = lastY;
        whole.length = length;
        whole.join(fromX, fromY, toX, toY);
        whole.join(toX, toY, bounded(area.px(x)), bounded(area.py(y)));
        return new Drawn(whole.path, whole.length);
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
