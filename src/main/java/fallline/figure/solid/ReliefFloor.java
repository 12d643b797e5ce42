package fallline.figure.solid;

import fallline.figure.paint.Theme;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// The map that lies under a solid, painted where the solid is not.
///
/// @param texture `side` × `side` opaque colours
@SuppressWarnings("ArrayRecordComponent")
record ReliefFloor(Projection projection, int[] texture, int side) {
    private static final float COVER = 0.62f;
    private static final double WHOLE = 1 << 16;

    /// A map as it is painted on a floor: muted by the panel.
    static int[] texture(BufferedImage map, Theme theme) {
        int[] colours =
                ((DataBufferInt) map.getRaster().getDataBuffer()).getData().clone();
        int panel = theme.panel().getRGB();
        for (int i = 0; i < colours.length; i++) {
            colours[i] = ReliefColours.mix(colours[i], panel, COVER);
        }
        return colours;
    }

    /// Paints the rows from `top` to `bottom` (not included) where nothing lies before the floor.
    void paint(int wide, int top, int bottom, int[] pixels, float[] depths) {
        for (int y = top; y < bottom; y++) {
            var from = projection.at(0.5, y + 0.5, Projection.FLOOR);
            var next = projection.at(1.5, y + 0.5, Projection.FLOOR);
            double u = (from.getX() / projection.halfX() + 1) / 2 * side;
            double v = (1 - from.getY() / projection.halfY()) / 2 * side;
            double du = (next.getX() - from.getX()) / projection.halfX() / 2 * side;
            double dv = -(next.getY() - from.getY()) / projection.halfY() / 2 * side;
            int first = (int) Math.ceil(Math.max(0, Math.max(entry(u, du), entry(v, dv))));
            int last = (int) Math.floor(Math.min(wide - 1.0, Math.min(leave(u, du), leave(v, dv))));
            long stepU = (long) (du * WHOLE);
            long stepV = (long) (dv * WHOLE);
            int row = y * wide;
            int x = first;
            while (x <= last) {
                if (depths[row + x] != ReliefRaster.NOTHING) {
                    x++; // most of a floor lies under its solid
                    continue;
                }
                long us = (long) ((u + first * du) * WHOLE) + (x - first) * stepU;
                long vs = (long) ((v + first * dv) * WHOLE) + (x - first) * stepV;
                for (; x <= last && depths[row + x] == ReliefRaster.NOTHING; x++) {
                    int tx = Math.max(0, Math.min((int) (us >> 16), side - 1));
                    int ty = Math.max(0, Math.min((int) (vs >> 16), side - 1));
                    pixels[row + x] = texture[ty * side + tx];
                    us += stepU;
                    vs += stepV;
                }
            }
        }
    }

    /// Adds its corners to a box of pixels.
    void addTo(Rectangle2D extent) {
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 == 0 ? -projection.halfX() : projection.halfX();
            double y = corner < 2 ? -projection.halfY() : projection.halfY();
            extent.add(projection.point(x, y, Projection.FLOOR));
        }
    }

    private double entry(double at, double step) {
        return step == 0
                ? (at >= 0 && at < side ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Math.min(-at / step, (side - 1e-6 - at) / step);
    }

    private double leave(double at, double step) {
        return step == 0
                ? (at >= 0 && at < side ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY)
                : Math.max(-at / step, (side - 1e-6 - at) / step);
    }
}
