package fallline.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;

/// The signs that several plots share: the start handle and the star of the best point.
final class Signs {
    static final double HANDLE = 8;
    static final double STAR = 9;

    private Signs() {}

    /// The handle by which the start is dragged.
    static void handle(Painter p, double x, double y) {
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

    /// The star of a known minimum or maximum.
    static void star(Painter p, double x, double y) {
        Shape star = Marker.star(x, y, STAR);
        p.draw(star, p.theme.dark() ? p.theme.surface() : Color.WHITE, 4);
        p.fill(star, p.theme.text());
    }
}
