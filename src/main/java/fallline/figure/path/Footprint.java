package fallline.figure.path;

import fallline.figure.paint.Box;
import fallline.figure.plot.PlotArea;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/// Where lines run through a plot, so that words can keep off them: every cell of four pixels that one touches, and
/// whole boxes that are taken. One thread uses it.
public final class Footprint {
    private static final double CELL = 4;
    private static final int[] UNKNOWN = {};

    private final Box plot;
    private final int across;
    private final int down;
    private final boolean[] touched;
    private final List<Box> boxes = new ArrayList<>();
    private int[] sums = UNKNOWN;

    /// @param plot what is outside of it counts as free
    public Footprint(Box plot) {
        this.plot = plot;
        across = (int) Math.ceil(plot.width() / CELL) + 1;
        down = (int) Math.ceil(plot.height() / CELL) + 1;
        touched = new boolean[across * down];
    }

    /// Takes the whole path, wherever the playhead stands.
    public void add(Trail trail, PlotArea area) {
        double[] places = trail.ink().places(trail, area);
        for (int i = 0; i < places.length; i += 2) {
            touch(places[i], places[i + 1]);
        }
    }

    /// Takes a point.
    public void add(double px, double py) {
        touch(px, py);
    }

    /// Takes a box.
    public void add(Box box) {
        boxes.add(box);
    }

    /// Takes a line in pixels.
    public void add(Path2D path) {
        each(path, plot, this::touch);
    }

    /// Takes a straight line, of any length.
    public void add(double x0, double y0, double x1, double y1) {
        each(x0, y0, x1, y1, plot, this::touch);
    }

    /// A place in pixels.
    @FunctionalInterface
    interface Place {
        void at(double x, double y);
    }

    /// Tells places along a line, close enough together that none of its cells is left out, as far as it is in the box.
    static void each(Path2D path, Box plot, Place place) {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = path.getPathIterator(null, 1); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
                each(x, y, at[0], at[1], plot, place);
            }
            x = at[0];
            y = at[1];
        }
    }

    private static void each(double x0, double y0, double x1, double y1, Box plot, Place place) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] part = {0, 1};
        boolean seen = cut(-dx, x0 - plot.x(), part)
                && cut(dx, plot.right() - x0, part)
                && cut(-dy, y0 - plot.y(), part)
                && cut(dy, plot.bottom() - y0, part);
        if (seen) {
            each(x0 + part[0] * dx, y0 + part[0] * dy, x0 + part[1] * dx, y0 + part[1] * dy, place);
        }
    }

    /// Cuts off what of a line lies beyond one edge (Liang and Barsky); false if nothing is left.
    private static boolean cut(double towards, double room, double[] part) {
        if (!(Math.abs(towards) > 0)) {
            return room >= 0;
        }
        double at = room / towards;
        if (towards < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] <= part[1];
    }

    private static void each(double x0, double y0, double x1, double y1, Place place) {
        int steps = (int) (Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / (CELL / 2)) + 1;
        for (int k = 0; k <= steps; k++) {
            place.at(x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps);
        }
    }

    private void touch(double x, double y) {
        if (plot.contains(x, y)) {
            touched[row(y) * across + column(x)] = true;
            sums = UNKNOWN;
        }
    }

    /// Whether something runs through the cell of a point.
    public boolean isTouched(double x, double y) {
        return plot.contains(x, y) && touched[row(y) * across + column(x)];
    }

    /// Whether nothing runs through `box`, and no box that is taken overlaps it.
    public boolean isFree(Box box) {
        return count(box) == 0 && boxes.stream().noneMatch(box::overlaps);
    }

    /// In how many cells of `box` something runs.
    public int count(Box box) {
        if (sums.length == 0) {
            sums = summed();
        }
        int left = column(box.x());
        int right = column(box.right()) + 1;
        int top = row(box.y());
        int bottom = row(box.bottom()) + 1;
        int width = across + 1;
        return sums[bottom * width + right]
                - sums[top * width + right]
                - sums[bottom * width + left]
                + sums[top * width + left];
    }

    private int column(double x) {
        return (int) Math.clamp((x - plot.x()) / CELL, 0, across - 1);
    }

    private int row(double y) {
        return (int) Math.clamp((y - plot.y()) / CELL, 0, down - 1);
    }

    /// How many touched cells lie above and to the left of each corner of a cell.
    private int[] summed() {
        int width = across + 1;
        int[] sum = new int[width * (down + 1)];
        for (int row = 0; row < down; row++) {
            int above = row * width + 1;
            int inRow = 0;
            for (int column = 0; column < across; column++) {
                inRow += touched[row * across + column] ? 1 : 0;
                sum[above + width + column] = sum[above + column] + inRow;
            }
        }
        return sum;
    }
}
