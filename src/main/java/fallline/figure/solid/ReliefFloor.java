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
    private static final int BITS = 16;
    private static final double WHOLE = 1 << BITS;

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
            int stepU = (int) (du * WHOLE);
            int stepV = (int) (dv * WHOLE);
            int row = y * wide;
            int x = first;
            while (x <= last) {
                if (depths[row + x] != ReliefRaster.NOTHING) {
                    x++; // most of a floor lies under its solid
                    continue;
                }
                // steps are rounded towards 0, so that what begins on the texture does not leave it before `last`
                int us = texel(u + first * du) + (x - first) * stepU;
                int vs = texel(v + first * dv) + (x - first) * stepV;
                for (; x <= last && depths[row + x] == ReliefRaster.NOTHING; x++) {
                    pixels[row + x] = texture[(vs >> BITS) * side + (us >> BITS)];
                    us += stepU;
                    vs += stepV;
                }
            }
        }
    }

    private int texel(double at) {
        return Math.clamp((long) (at * WHOLE), 0, (side << BITS) - 1);
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
