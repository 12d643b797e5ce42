package fallline.figure.path;

import fallline.figure.paint.Box;
import fallline.figure.plot.PlotArea;
import java.util.Optional;

/// Where a path crosses the edge of the plot for the last time before an unseen point, and the direction in which it
/// does.
///
/// @param x in pixels, on the edge
/// @param y in pixels, on the edge
/// @param dx of a unit vector
/// @param dy of a unit vector
record Exit(double x, double y, double dx, double dy) {
    /// Farther away than so many pixels a crossing is not told from rounding.
    private static final double FARTHEST = 1e9;

    /// Where the path leaves before step `head`, which is not seen; a leg may cross the plot between two steps that are
    /// not seen either. A path that is never seen leaves from the middle.
    static Exit of(Trail trail, int head, PlotArea area) {
        Box box = area.box();
        double x1 = limited(area.px(trail.x()[head]));
        double y1 = limited(area.py(trail.y()[head]));
        Exit never = towards(box.centreX(), box.centreY(), x1, y1, box);
        for (int step = head - 1; step >= 0; step--) {
            double x0 = area.px(trail.x()[step]);
            double y0 = area.py(trail.y()[step]);
            if (Double.isNaN(x0) || Double.isNaN(y0)) {
                continue; // not recorded
            }
            if (area.contains(x0, y0)) {
                return towards(x0, y0, x1, y1, box);
            }
            Optional<Exit> across = across(limited(x0), limited(y0), x1, y1, box);
            if (across.isPresent()) {
                return across.get();
            }
            x1 = limited(x0);
            y1 = limited(y0);
        }
        return never;
    }

    /// From a place in the plot.
    private static Exit towards(double x0, double y0, double x1, double y1, Box box) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double reach = Math.hypot(dx, dy);
        double t =
                Math.clamp(Math.min(until(x0, dx, box.x(), box.right()), until(y0, dy, box.y(), box.bottom())), 0, 1);
        return reach > 0 ? new Exit(x0 + t * dx, y0 + t * dy, dx / reach, dy / reach) : new Exit(x0, y0, 0, -1);
    }

    /// From a place outside to another, if the way between them leads through the plot.
    private static Optional<Exit> across(double x0, double y0, double x1, double y1, Box box) {
        if (Math.max(x0, x1) < box.x()
                || Math.min(x0, x1) > box.right()
                || Math.max(y0, y1) < box.y()
                || Math.min(y0, y1) > box.bottom()) {
            return Optional.empty(); // most of a long path
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double reach = Math.hypot(dx, dy);
        if (!(reach > 0) || Math.max(Math.hypot(x0, y0), Math.hypot(x1, y1)) > FARTHEST) {
            return Optional.empty();
        }
        double in = Math.max(since(x0, dx, box.x(), box.right()), since(y0, dy, box.y(), box.bottom()));
        double out = Math.min(until(x0, dx, box.x(), box.right()), until(y0, dy, box.y(), box.bottom()));
        return in < out && in >= 0 && out <= 1
                ? Optional.of(new Exit(x0 + out * dx, y0 + out * dy, dx / reach, dy / reach))
                : Optional.empty();
    }

    /// The share of the way `by` from `at` after which it is in the range for the first time.
    private static double since(double at, double by, double lo, double hi) {
        if (by == 0) {
            return at < lo || at > hi ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return ((by > 0 ? lo : hi) - at) / by;
    }

    /// The share after which it is beyond the range.
    private static double until(double at, double by, double lo, double hi) {
        return by == 0 ? Double.POSITIVE_INFINITY : ((by > 0 ? hi : lo) - at) / by;
    }

    private static double limited(double pixel) {
        return Double.isNaN(pixel) ? 0 : Math.clamp(pixel, -1e150, 1e150);
    }
}
