package fallline.figure.label;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Marker;
import fallline.figure.paint.Painter;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// The signs that several plots share: the start handle and the star of the best point.
public final class Signs {
    public static final double HANDLE = 8;
    public static final double STAR = 9;

    private Signs() {}

    /// The handle by which the start is dragged.
    public static void handle(Painter p, double x, double y) {
        Shape ring = new Ellipse2D.Double(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
        if (p.theme.dark()) {
            p.draw(ring, p.theme.surface(), 4.5);
            p.fill(ring, p.theme.text());
        } else {
            p.draw(ring, Contrast.alpha(Color.WHITE, 0.6), 5);
            p.fill(ring, Color.WHITE);
            p.draw(ring, p.theme.text(), 2);
        }
    }

    /// The sign of a known point.
    public static void known(Painter p, Landmark.Sign sign, double x, double y) {
        switch (sign) {
            case BEST -> star(p, x, y);
            case LOCAL -> outline(p, Marker.star(x, y, 0.75 * STAR));
            case SADDLE -> outline(p, bows(x, y));
            case PEAK -> outline(p, hat(x, y));
            case NONE -> {}
        }
    }

    private static void outline(Painter p, Shape shape) {
        p.draw(shape, p.theme.dark() ? p.theme.surface() : Color.WHITE, 4);
        p.draw(shape, p.theme.text(), 1.6);
    }

    /// `)(`: up one way, down the other.
    private static Shape bows(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - 5, y - 5);
        path.quadTo(x + 2, y, x - 5, y + 5);
        path.moveTo(x + 5, y - 5);
        path.quadTo(x - 2, y, x + 5, y + 5);
        return path;
    }

    private static Shape hat(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - 5.5, y + 3);
        path.lineTo(x, y - 4);
        path.lineTo(x + 5.5, y + 3);
        return path;
    }

    /// The star of a known minimum or maximum.
    static void star(Painter p, double x, double y) {
        Shape star = Marker.star(x, y, STAR);
        p.draw(star, p.theme.dark() ? p.theme.surface() : Color.WHITE, 4);
        p.fill(star, p.theme.text());
    }
}
