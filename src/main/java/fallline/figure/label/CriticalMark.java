package fallline.figure.label;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Marker;
import fallline.figure.paint.Painter;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// A point where the gradient vanishes, as it is marked on a surface.
///
/// @param lit whether it is pointed at in its table
public record CriticalMark(double x, double y, Kind kind, boolean lit) {
    /// What the Hessian says of it.
    public enum Kind {
        MINIMUM("minimum"),
        MAXIMUM("maximum"),
        SADDLE("saddle"),
        DEGENERATE("degenerate");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For legends and tables: `minimum`.
        public String words() {
            return words;
        }
    }

    static final double RADIUS = 6.5;

    /// Paints the sign: a triangle down for a minimum, up for a maximum, a cross of two arcs for a saddle, a ring for
    /// a degenerate point.
    public void paint(Painter p, double px, double py, boolean hidden) {
        if (lit) {
            Shape ring = new Ellipse2D.Double(px - 12, py - 12, 24, 24);
            p.draw(ring, p.theme.panel(), 5);
            p.draw(ring, p.theme.accent(), 2.4);
        }
        sign(p, kind, px, py, hidden);
    }

    public static void sign(Painter p, Kind kind, double px, double py, boolean hidden) {
        double opacity = hidden ? 0.4 : 1;
        Color ground = Contrast.alpha(p.theme.dark() ? p.theme.surface() : Color.WHITE, opacity);
        Color ink = Contrast.alpha(p.theme.text(), opacity);
        switch (kind) {
            case MINIMUM, MAXIMUM -> {
                Path2D triangle = Marker.polygon(px, py, RADIUS, 3, kind == Kind.MINIMUM ? 90 : -90);
                p.draw(triangle, ground, 4);
                p.fill(triangle, ink);
            }
            case SADDLE -> {
                Shape cross = Marker.CROSS.at(px, py, RADIUS);
                p.draw(cross, ground, 4);
                p.fill(cross, ink);
            }
            case DEGENERATE -> {
                Shape ring = new Ellipse2D.Double(px - 5, py - 5, 10, 10);
                p.draw(ring, ground, 5);
                p.draw(ring, ink, 2.2);
            }
        }
    }
}
