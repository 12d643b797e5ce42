package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.path.Trail;
import fallline.figure.plot.PlotArea;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Finds places for the words on a plot: near what they name, inside the plot, never on each other, and over as little
/// else as can be. Greedy: what is placed first has the best choice.
public final class LabelPlacer {
    private static final double CELL = 4;

    private static final double[] DISTANCES = {0, 10, 22, 38, 58};
    private static final int[][] SIDES = {{1, -1}, {1, 0}, {1, 1}, {-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}};
    private static final double LEADER = 16;
    private static final double PER_DISTANCE = 0.35;
    private static final double PER_SIDE = 0.4;

    private final Box area;
    private final int across;
    private final int down;
    private final byte[] busy;
    private final List<Box> taken = new ArrayList<>();

    public LabelPlacer(Box area) {
        this.area = area;
        across = (int) Math.ceil(area.width() / CELL) + 1;
        down = (int) Math.ceil(area.height() / CELL) + 1;
        busy = new byte[across * down];
    }

    /// Nothing may be placed here.
    public void block(Box box) {
        taken.add(box);
    }

    /// Words may cover this, at a price.
    public void avoid(double x, double y) {
        int column = (int) ((x - area.x()) / CELL);
        int row = (int) ((y - area.y()) / CELL);
        if (column >= 0 && row >= 0 && column < across && row < down) {
            busy[row * across + column] = 1;
        }
    }

    /// Words should keep off points, given by their place in pixels.
    public void avoid(int count, IntToDoubleFunction px, IntToDoubleFunction py) {
        for (int i = 0; i < count; i++) {
            avoid(px.applyAsDouble(i), py.applyAsDouble(i));
        }
    }

    /// Words should keep off a path.
    public void avoid(Trail trail, int from, int to, PlotArea plot) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = from; i <= to; i++) {
            double x = plot.px(trail.x()[i]);
            double y = plot.py(trail.y()[i]);
            if (Math.abs(x - lastX) < 2 && Math.abs(y - lastY) < 2) {
                continue;
            }
            avoidLine(lastX, lastY, x, y);
            lastX = x;
            lastY = y;
        }
    }

    public void avoidLine(double x0, double y0, double x1, double y1) {
        double reach = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
        if (!(reach < 20_000)) {
            avoid(x1, y1);
            return;
        }
        int steps = (int) (reach / CELL) + 1;
        for (int k = 0; k <= steps; k++) {
            avoid(x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps);
        }
    }

    /// Paints `words` as near to (x, y) as can be, at least `gap` pixels off; with a thin line to it when farther away.
    /// Returns whether there was a place.
    public boolean label(Painter p, String words, double x, double y, double gap, Font font, Color colour) {
        double width = Fonts.width(words, font);
        double ascent = 0.8 * font.getSize2D();
        double height = ascent + 0.26 * font.getSize2D();
        Box best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (double distance : DISTANCES) {
            for (int side = 0; side < SIDES.length; side++) {
                double out = gap + distance;
                int sx = SIDES[side][0];
                int sy = SIDES[side][1];
                double slant = sx != 0 && sy != 0 ? 0.72 : 1;
                double cx = x + sx * (out * slant + width / 2);
                double cy = y + sy * (out * slant + height / 2);
                Box box = new Box(cx - width / 2, cy - height / 2, width, height);
                double cost = cost(box.grown(2)) + distance * PER_DISTANCE + side * PER_SIDE;
                if (cost < bestCost) {
                    bestCost = cost;
                    best = box;
                }
            }
        }
        if (best == null) {
            return false;
        }
        taken.add(best.grown(2));
        lead(p, best, x, y, gap, colour);
        p.haloed(words, best.x(), best.y() + ascent, font, colour);
        return true;
    }

    private void lead(Painter p, Box box, double x, double y, double gap, Color colour) {
        double nx = Math.clamp(x, box.x(), box.right());
        double ny = Math.clamp(y, box.y(), box.bottom());
        double distance = Math.hypot(nx - x, ny - y);
        if (distance > gap + LEADER) {
            double share = (gap - 1) / distance;
            double end = 1 - 2 / distance;
            p.line(
                    x + share * (nx - x),
                    y + share * (ny - y),
                    x + end * (nx - x),
                    y + end * (ny - y),
                    Contrast.alpha(colour, 0.7),
                    Painter.line(1));
        }
    }

    private double cost(Box box) {
        if (!area.contains(box)) {
            return Double.POSITIVE_INFINITY;
        }
        for (Box other : taken) {
            if (other.overlaps(box)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        int count = 0;
        int top = (int) ((box.y() - area.y()) / CELL);
        int bottom = (int) ((box.bottom() - area.y()) / CELL);
        int left = (int) ((box.x() - area.x()) / CELL);
        int right = (int) ((box.right() - area.x()) / CELL);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                count += busy[row * across + column];
            }
        }
        return 2.0 * count;
    }
}
