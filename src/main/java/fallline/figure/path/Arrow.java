package fallline.figure.path;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Scale;
import java.awt.geom.Path2D;
import java.util.Optional;

/// A direction at a point of the data.
///
/// @param x where it starts
/// @param y where it starts
/// @param dx ∂J/∂x or its negative: on the screen the arrow points along this displacement, whatever the scales
/// @param dy ∂J/∂y or its negative
/// @param label at its tip: `−∇J`
public record Arrow(double x, double y, double dx, double dy, String label) {
    private static final double SHORTEST = 34;
    private static final double LONGEST = 90;
    private static final double HEAD = 11;

    /// Start, tip and unit vector in pixels.
    public record Placed(double x0, double y0, double x1, double y1, double ux, double uy) {}

    /// The share of what J spreads over that a gradient could change J by across the whole plot, from which on it is
    /// drawn in full length; and the share at which nothing is left of it.
    private static final double FULL = 1e-4;

    private static final double NOTHING = 1e-8;
    private static final double SEEN = 6;

    /// Where it is drawn: as long as the displacement, within limits, but shorter and shorter where J could hardly
    /// change any more. Empty where it has no direction or no length.
    ///
    /// @param spread what J spreads over in the plot; NaN where that is not known
    public Optional<Placed> placed(PlotArea area, double spread) {
        double x0 = area.px(x);
        double y0 = area.py(y);
        if (!(area.x() instanceof Scale.Linear sx && area.y() instanceof Scale.Linear sy)) {
            return Optional.empty();
        }
        double px = sx.unit() * dx;
        double py = sy.unit() * dy;
        double reach = Math.hypot(px, py);
        if (!(reach > 0 && reach <= Double.MAX_VALUE) || !area.contains(x0, y0)) {
            return Optional.empty();
        }
        double ux = px / reach;
        double uy = py / reach;
        double length = Math.clamp(reach, SHORTEST, LONGEST) * strength(area, spread);
        if (length < SEEN) {
            return Optional.empty();
        }
        return Optional.of(new Placed(x0, y0, x0 + length * ux, y0 + length * uy, ux, uy));
    }

    private double strength(PlotArea area, double spread) {
        double change = Math.abs(dx) * area.window().x().length()
                + Math.abs(dy) * area.window().y().length();
        if (!(spread > 0) || !Double.isFinite(change)) {
            return 1;
        }
        return Math.clamp(Math.log(change / spread / NOTHING) / Math.log(FULL / NOTHING), 0.0, 1.0);
    }

    public void paint(Painter p, Placed at) {
        double size = Math.min(HEAD, 0.6 * Math.hypot(at.x1 - at.x0, at.y1 - at.y0));
        Path2D head = TrailPainter.arrowHead(at.x1, at.y1, at.ux, at.uy, size);
        double tailX = at.x1 - 0.7 * size * at.ux;
        double tailY = at.y1 - 0.7 * size * at.uy;
        p.line(at.x0, at.y0, tailX, tailY, Contrast.alpha(p.theme.panel(), 0.85), Painter.line(4.4));
        p.draw(head, Contrast.alpha(p.theme.panel(), 0.85), Painter.line(2.6));
        p.line(at.x0, at.y0, tailX, tailY, p.theme.text(), Painter.line(2));
        p.fill(head, p.theme.text());
    }
}
