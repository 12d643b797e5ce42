package fallline.figure.plot;

import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// Paints the rows of a data set as small marks. Rows of a kind whose marks would fall on the same pixel are painted
/// once. Of a crowd the first row of every few pixels stands for those that it hides, so that the kinds keep their
/// shares,
/// and one picture a kind serves all marks.
public final class Points {
    static final double RADIUS = 2.9;

    /// From so many rows on.
    private static final int CROWD = 10_000;

    /// Of a crowd one mark in so many pixels across and down.
    private static final int CROWD_PITCH = 3;

    /// Half the side of a crowd's pictures; no mark is larger.
    private static final double REACH = 10;

    private Points() {}

    /// Paints the mark of one row.
    public interface Mark {
        /// @param kind what tells the row from others, such as its class
        public void paint(Painter p, double px, double py, int kind);
    }

    /// Paints rows as dots.
    public static void paint(Painter p, PlotArea area, double[] x, double[] y, BitSet left, Color colour) {
        paint(p, area, x, y, row -> left.get(row) ? -1 : 0, (q, px, py, _) -> dot(q, px, py, RADIUS, colour));
    }

    /// Paints rows as marks of several kinds.
    ///
    /// @param kind of a row: a small number, below 0 for a row that is left out
    public static void paint(Painter p, PlotArea area, double[] x, double[] y, IntUnaryOperator kind, Mark mark) {
        boolean crowd = x.length > CROWD;
        boolean asPictures = crowd && !p.vector() && isUpright(p.g.getTransform());
        int pitch = crowd ? CROWD_PITCH : 1;
        Crowd pictures = new Crowd(p, mark);
        Box box = area.box().grown(4);
        int across = (int) (box.width() / pitch) + 1;
        int cells = across * ((int) (box.height() / pitch) + 1);
        BitSet seen = new BitSet();
        for (int i = 0; i < x.length; i++) {
            double px = area.px(x[i]);
            double py = area.py(y[i]);
            int which = kind.applyAsInt(i);
            if (which < 0 || !box.contains(px, py)) {
                continue;
            }
            int row = (int) ((py - box.y()) / pitch);
            int cell = (crowd ? 0 : which * cells) + row * across + (int) ((px - box.x()) / pitch);
            if (!seen.get(cell)) {
                seen.set(cell);
                if (asPictures) {
                    pictures.paint(px, py, which);
                } else {
                    mark.paint(p, px, py, which);
                }
            }
        }
    }

    private static boolean isUpright(AffineTransform transform) {
        return transform.getShearX() == 0
                && transform.getShearY() == 0
                && transform.getScaleX() == transform.getScaleY()
                && transform.getScaleX() > 0;
    }

    /// Marks that are painted once a kind and then put down as pictures, on whole pixels.
    private record Crowd(Painter p, Mark mark, Map<Integer, BufferedImage> pictures) {
        Crowd(Painter p, Mark mark) {
            this(p, mark, new HashMap<>());
        }

        private void paint(double px, double py, int kind) {
            AffineTransform before = p.g.getTransform();
            double scale = before.getScaleX();
            BufferedImage picture = pictures.computeIfAbsent(kind, _ -> picture(kind, scale));
            double left = Math.rint(before.getTranslateX() + (px - REACH) * scale);
            double top = Math.rint(before.getTranslateY() + (py - REACH) * scale);
            p.g.setTransform(new AffineTransform());
            p.g.drawImage(picture, (int) left, (int) top, null);
            p.g.setTransform(before);
        }

        private BufferedImage picture(int kind, double scale) {
            int side = (int) Math.ceil(2 * REACH * scale) + 1;
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D g = image.createGraphics();
            try {
                g.scale(scale, scale);
                Painter.paintOver(g, p.theme, q -> mark.paint(q, REACH, REACH, kind));
            } finally {
                g.dispose();
            }
            return image;
        }
    }

    public static void dot(Painter p, double x, double y, double radius, Color colour) {
        p.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    /// The row under a pointer, −1 for none.
    public static int nearest(PlotArea area, double[] x, double[] y, double px, double py) {
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
    public static BitSet set(int[] rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }
}
