package fallline.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.BitSet;

/// Paints the rows of a data set as dots; rows whose dots would fall on the same pixel are painted once.
final class Points {
    static final double RADIUS = 2.9;

    private Points() {}

    static void paint(Painter p, PlotArea area, double[] x, double[] y, BitSet left, Color colour) {
        Box box = area.box().grown(4);
        int across = (int) box.width() + 1;
        BitSet seen = new BitSet();
        for (int i = 0; i < x.length; i++) {
            if (left.get(i)) {
                continue;
            }
            double px = area.px(x[i]);
            double py = area.py(y[i]);
            if (box.contains(px, py)) {
                int at = ((int) (py - box.y())) * across + ((int) (px - box.x()));
                if (!seen.get(at)) {
                    seen.set(at);
                    dot(p, px, py, RADIUS, colour);
                }
            }
        }
    }

    static void dot(Painter p, double x, double y, double radius, Color colour) {
        p.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    /// The row under a pointer, −1 for none.
    static int nearest(PlotArea area, double[] x, double[] y, double px, double py) {
        int best = -1;
        double least = 64;
        for (int i = 0; i < x.length; i++) {
            double dx = area.px(x[i]) - px;
            double dy = area.py(y[i]) - py;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    /// The rows of a batch as a set.
    static BitSet set(int[] rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }
}
