package fallline.figure.surface;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import fallline.number.Numbers;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Optional;

/// What the gradient is, at one point of a map: the arrow of ∇J upright on the level line, and beside it the slope in
/// every direction d of the plane, ∇J · d: largest along ∇J, where it is ‖∇J‖, and 0 along the level line.
///
/// @param x the point
/// @param y the point
/// @param gx ∂J/∂x
/// @param gy ∂J/∂y
public record SlopeDial(double x, double y, double gx, double gy) {
    private static final double ARROW = 58;
    private static final double TANGENT = 46;
    private static final double PANEL_WIDTH = 212;
    private static final double PANEL_HEIGHT = 104;
    private static final int SAMPLES = 90;

    /// Where the dial's panel stands: in the lower left corner; empty if the plot is too small for it.
    Optional<Box> panel(Box plot) {
        return plot.width() < 1.7 * PANEL_WIDTH || plot.height() < 2 * PANEL_HEIGHT
                ? Optional.empty()
                : Optional.of(new Box(plot.x() + 10, plot.bottom() - PANEL_HEIGHT - 10, PANEL_WIDTH, PANEL_HEIGHT));
    }

    private boolean flat() {
        double norm = Math.hypot(gx, gy);
        return !(norm > 0 && norm < 1e300);
    }

    /// On the screen: the displacement of ∇J, and of the level line.
    public double[] direction(PlotArea area, boolean along) {
        double unitX = (area.x().to() - area.x().from()) / area.x().span().length();
        double unitY = (area.y().to() - area.y().from()) / area.y().span().length();
        double dx = (along ? -gy : gx) * unitX;
        double dy = (along ? gx : gy) * unitY;
        double reach = Math.hypot(dx, dy);
        return new double[] {dx / reach, dy / reach};
    }

    /// The level line and the arrow, in pixels; without a point where they are not drawn.
    Path2D lines(PlotArea area) {
        Path2D lines = new Path2D.Double();
        double px = area.px(x);
        double py = area.py(y);
        if (!flat() && area.contains(px, py)) {
            double[] level = direction(area, true);
            double[] up = direction(area, false);
            lines.moveTo(px - TANGENT * level[0], py - TANGENT * level[1]);
            lines.lineTo(px + TANGENT * level[0], py + TANGENT * level[1]);
            lines.moveTo(px, py);
            lines.lineTo(px + ARROW * up[0], py + ARROW * up[1]);
        }
        return lines;
    }

    void paint(Painter p, PlotArea area) {
        double px = area.px(x);
        double py = area.py(y);
        if (flat() || !area.contains(px, py)) {
            return;
        }
        double[] level = direction(area, true);
        double[] up = direction(area, false);
        p.line(
                px - TANGENT * level[0],
                py - TANGENT * level[1],
                px + TANGENT * level[0],
                py + TANGENT * level[1],
                Contrast.alpha(p.theme.panel(), 0.9),
                Painter.line(4));
        p.line(
                px - TANGENT * level[0],
                py - TANGENT * level[1],
                px + TANGENT * level[0],
                py + TANGENT * level[1],
                p.theme.text(),
                Painter.dashed(1.5, 5, 4));
        double tipX = px + ARROW * up[0];
        double tipY = py + ARROW * up[1];
        Path2D head = TrailPainter.arrowHead(tipX, tipY, up[0], up[1], 12);
        p.line(px, py, tipX - 8 * up[0], tipY - 8 * up[1], p.theme.panel(), Painter.line(5));
        p.draw(head, p.theme.panel(), Painter.line(3));
        p.line(px, py, tipX - 8 * up[0], tipY - 8 * up[1], p.theme.accent(), Painter.line(2.4));
        p.fill(head, p.theme.accent());
        if (area.equalScales()) {
            square(p, px, py, level, up);
        }
        Points.dot(p, px, py, 4.5, p.theme.panel());
        Points.dot(p, px, py, 3, p.theme.accent());
    }

    /// The sign of the right angle.
    private static void square(Painter p, double px, double py, double[] level, double[] up) {
        Path2D corner = new Path2D.Double();
        double s = 9;
        corner.moveTo(px + s * level[0], py + s * level[1]);
        corner.lineTo(px + s * (level[0] + up[0]), py + s * (level[1] + up[1]));
        corner.lineTo(px + s * up[0], py + s * up[1]);
        p.draw(corner, p.theme.text(), Painter.line(1.1));
    }

    /// The slope against the direction, from 0° to 360° (0° is along x).
    void paintPanel(Painter p, Box box) {
        p.plate(box);
        Box plot = box.inset(26, 12, 20, 12);
        double norm = Math.hypot(gx, gy);
        p.text("slope in direction φ", box.x() + 12, box.y() + 17, Type.NAME, p.theme.text());
        String most = flat() ? "∇J = 0" : "‖∇J‖ " + Numbers.brief(norm, 3);
        p.text(most, box.right() - 12, 1, box.y() + 17, Type.NOTE, p.theme.muted());
        p.line(plot.x(), plot.centreY(), plot.right(), plot.centreY(), p.theme.border(), Painter.line(1));
        for (int degrees = 0; degrees <= 360; degrees += 90) {
            double at = plot.x() + plot.width() * degrees / 360;
            p.rule(at, plot.y(), at, plot.bottom(), p.theme.grid(), 1);
            p.text(
                    degrees + "°",
                    at,
                    degrees == 0 ? 0 : degrees == 360 ? 1 : 0.5,
                    box.bottom() - 6,
                    Type.NOTE,
                    p.theme.muted());
        }
        if (flat()) {
            return;
        }
        double half = plot.height() / 2 - 3;
        Path2D curve = new Path2D.Double();
        double peak = Math.atan2(gy, gx);
        for (int i = 0; i <= SAMPLES; i++) {
            double share = i / (double) SAMPLES;
            double at = plot.x() + plot.width() * share;
            double slope = plot.centreY() - half * Math.cos(2 * Math.PI * share - peak);
            if (i == 0) {
                curve.moveTo(at, slope);
            } else {
                curve.lineTo(at, slope);
            }
        }
        p.draw(curve, p.theme.text(), Painter.line(1.8));
        dot(p, plot, peak, half, true);
        dot(p, plot, peak + Math.PI / 2, 0, false);
        dot(p, plot, peak - Math.PI / 2, 0, false);
    }

    private static void dot(Painter p, Box plot, double angle, double rise, boolean loud) {
        double turn = angle / (2 * Math.PI);
        double at = plot.x() + plot.width() * (turn - Math.floor(turn));
        double y = plot.centreY() - rise;
        if (loud) {
            p.line(at, plot.centreY(), at, y, p.theme.accent(), Painter.line(1.4));
            Points.dot(p, at, y, 3.6, p.theme.accent());
        } else {
            Ellipse2D ring = new Ellipse2D.Double(at - 3, y - 3, 6, 6);
            p.fill(ring, p.theme.panel());
            p.draw(ring, p.theme.text(), Painter.line(1.4));
        }
    }
}
