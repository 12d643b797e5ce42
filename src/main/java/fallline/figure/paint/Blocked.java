package fallline.figure.paint;

import java.util.ArrayList;
import java.util.List;

/// Boxes in which nothing may stand, found by place: a point is compared with the boxes of its own cell only, so that
/// thousands of places are asked about in a frame.
public final class Blocked {
    private static final double CELL = 24;

    private final Box within;
    private final int across;
    private final List<List<Box>> cells = new ArrayList<>();

    /// @param within where points are asked about; boxes may reach beyond it
    public Blocked(Box within, List<Box> boxes) {
        this.within = within;
        across = column(within.right()) + 1;
        int count = across * (row(within.bottom()) + 1);
        for (int i = 0; i < count; i++) {
            cells.add(new ArrayList<>());
        }
        for (Box box : boxes) {
            add(box);
        }
    }

    private void add(Box box) {
        boolean seen = box.right() >= within.x()
                && box.x() <= within.right()
                && box.bottom() >= within.y()
                && box.y() <= within.bottom();
        if (!seen) {
            return; // a place that is not a number is nowhere
        }
        int last = column(Math.min(box.right(), within.right()));
        int lowest = row(Math.min(box.bottom(), within.bottom()));
        for (int row = row(Math.max(box.y(), within.y())); row <= lowest; row++) {
            for (int column = column(Math.max(box.x(), within.x())); column <= last; column++) {
                cells.get(row * across + column).add(box);
            }
        }
    }

    /// Whether a point of the region lies in one of the boxes or on its edge.
    public boolean contains(double px, double py) {
        List<Box> near = cells.get(row(py) * across + column(px));
        for (Box box : near) {
            if (box.contains(px, py)) {
                return true;
            }
        }
        return false;
    }

    private int column(double px) {
        return (int) ((px - within.x()) / CELL);
    }

    private int row(double py) {
        return (int) ((py - within.y()) / CELL);
    }
}
