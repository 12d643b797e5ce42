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
        Color light = p.theme.dark() ? p.theme.text() : Color.WHITE;
        Color dark = p.theme.dark() ? p.theme.surface() : p.theme.text();
        p.draw(ring, Contrast.alpha(light, 0.5), 5);
        p.fill(ring, light);
        p.draw(ring, dark, 2);
    }

    /// The star of a known minimum or maximum.
    static void star(Painter p, double x, double y) {
        Shape star = Marker.star(x, y, STAR);
        Color light = p.theme.dark() ? p.theme.text() : Color.WHITE;
        Color dark = p.theme.dark() ? p.theme.surface() : p.theme.text();
        p.draw(star, light, 4);
        p.fill(star, p.theme.dark() ? light : dark);
        p.draw(star, dark, 1.2);
    }
}
