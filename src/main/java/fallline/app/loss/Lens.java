package fallline.app.loss;

import fallline.experiment.view.ViewState.Bounds;
import fallline.figure.paint.Box;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Window;
import java.util.Optional;

/// Zooming and panning of a rectangle of data.
final class Lens {
    private static final double SMALLEST = 1e-9;
    private static final double LARGEST = 1e200;

    private Lens() {}

    /// What a plot shows.
    static Bounds of(PlotArea plot) {
        Window window = plot.window();
        return new Bounds(
                window.x().lo(), window.x().hi(), window.y().lo(), window.y().hi());
    }

    /// `bounds` with all lengths multiplied by `factor`, so that the data under the pixel (px, py) of the plot's box
    /// stay there; empty when that is too small or too large to be drawn.
    static Optional<Bounds> zoomed(Bounds bounds, Box box, double px, double py, double factor) {
        double across = (px - box.x()) / box.width();
        double up = 1 - (py - box.y()) / box.height();
        double x = bounds.left() + across * (bounds.right() - bounds.left());
        double y = bounds.bottom() + up * (bounds.top() - bounds.bottom());
        return drawable(
                x + (bounds.left() - x) * factor,
                x + (bounds.right() - x) * factor,
                y + (bounds.bottom() - y) * factor,
                y + (bounds.top() - y) * factor);
    }

    /// `bounds` moved so that the data follow a pointer that went by (dx, dy) pixels over the plot's box.
    static Optional<Bounds> moved(Bounds bounds, Box box, double dx, double dy) {
        double right = -dx / box.width() * (bounds.right() - bounds.left());
        double up = dy / box.height() * (bounds.top() - bounds.bottom());
        return drawable(bounds.left() + right, bounds.right() + right, bounds.bottom() + up, bounds.top() + up);
    }

    private static Optional<Bounds> drawable(double left, double right, double bottom, double top) {
        boolean fine = isDrawable(left, right) && isDrawable(bottom, top);
        return fine ? Optional.of(new Bounds(left, right, bottom, top)) : Optional.empty();
    }

    private static boolean isDrawable(double lo, double hi) {
        double length = hi - lo;
        return length > SMALLEST * Math.max(1e-290, Math.max(Math.abs(lo), Math.abs(hi))) && length < LARGEST;
    }
}
