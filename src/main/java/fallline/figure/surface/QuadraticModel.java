package fallline.figure.surface;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.plot.PlotArea;
import fallline.number.Numbers;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Optional;

/// The curvature of J at a point: the ellipse uᵀ|H|u = constant around it, with its axes along the Hessian's
/// eigenvectors; an axis of negative curvature is dashed.
///
/// @param x the point
/// @param y the point
/// @param hxx ∂²J/∂x²
/// @param hxy ∂²J/∂x∂y
/// @param hyy ∂²J/∂y²
public record QuadraticModel(double x, double y, double hxx, double hxy, double hyy) {
    private static final int CORNERS = 72;
    private static final double LONGEST = 0.2;
    private static final double SHORTEST = 4;

    /// Half an axis: where it ends, relative to the point, and its eigenvalue.
    public record Arm(double dx, double dy, double eigenvalue) {}

    /// The two arms in units of the data, for an ellipse of value 1: 1/√|λ| along each eigenvector.
    public Arm[] arms() {
        double middle = (hxx + hyy) / 2;
        double reach = Math.hypot((hxx - hyy) / 2, hxy);
        double angle = 0.5 * Math.atan2(2 * hxy, hxx - hyy);
        return new Arm[] {arm(middle + reach, angle), arm(middle - reach, angle + Math.PI / 2)};
    }

    private static Arm arm(double eigenvalue, double angle) {
        double length = 1 / Math.sqrt(Math.max(Math.abs(eigenvalue), 1e-300));
        return new Arm(length * Math.cos(angle), length * Math.sin(angle), eigenvalue);
    }

    /// The ellipse and its axes in pixels; without a point where they are not drawn.
    Path2D lines(PlotArea area) {
        Path2D lines = new Path2D.Double();
        placed(area).ifPresent(at -> {
            lines.append(at.ellipse, false);
            for (double[] end : at.ends) {
                lines.moveTo(at.x - end[0], at.y - end[1]);
                lines.lineTo(at.x + end[0], at.y + end[1]);
            }
        });
        return lines;
    }

    /// The ellipse around (x, y), and where its axes end relative to that.
    private record Placed(double x, double y, Path2D ellipse, double[][] ends) {}

    private Optional<Placed> placed(PlotArea area) {
        Arm[] arms = arms();
        double px = area.px(x);
        double py = area.py(y);
        double ux = (area.x().to() - area.x().from()) / area.x().span().length();
        double uy = (area.y().to() - area.y().from()) / area.y().span().length();
        double[] reach = new double[2];
        for (int i = 0; i < 2; i++) {
            reach[i] = Math.hypot(arms[i].dx * ux, arms[i].dy * uy);
        }
        double longest = Math.max(reach[0], reach[1]);
        if (!(longest > 0 && longest < 1e200) || !area.contains(px, py)) {
            return Optional.empty();
        }
        double fit = LONGEST * Math.min(area.box().width(), area.box().height()) / longest;
        double[][] ends = new double[2][];
        for (int i = 0; i < 2; i++) {
            double stretch = fit * Math.max(1, SHORTEST / Math.max(reach[i] * fit, 1e-9));
            ends[i] = new double[] {arms[i].dx * ux * stretch, arms[i].dy * uy * stretch};
        }
        Path2D ellipse = new Path2D.Double();
        for (int i = 0; i <= CORNERS; i++) {
            double a = 2 * Math.PI * i / CORNERS;
            double ex = px + Math.cos(a) * ends[0][0] + Math.sin(a) * ends[1][0];
            double ey = py + Math.cos(a) * ends[0][1] + Math.sin(a) * ends[1][1];
            if (i == 0) {
                ellipse.moveTo(ex, ey);
            } else {
                ellipse.lineTo(ex, ey);
            }
        }
        return Optional.of(new Placed(px, py, ellipse, ends));
    }

    void paint(Painter p, PlotArea area) {
        Arm[] arms = arms();
        placed(area).ifPresent(at -> {
            p.fill(at.ellipse, Contrast.alpha(p.theme.panel(), 0.28));
            p.draw(at.ellipse, Contrast.alpha(p.theme.panel(), 0.85), Painter.line(4));
            p.draw(at.ellipse, p.theme.text(), Painter.line(1.6));
            for (int i = 0; i < 2; i++) {
                double[] end = at.ends[i];
                p.line(
                        at.x - end[0],
                        at.y - end[1],
                        at.x + end[0],
                        at.y + end[1],
                        p.theme.text(),
                        arms[i].eigenvalue < 0 ? Painter.dashed(1.4, 4, 3) : Painter.line(1.4));
            }
        });
    }

    /// The eigenvalues in words.
    String words() {
        Arm[] arms = arms();
        return String.format(
                Locale.ROOT, "λ %s, %s", Numbers.brief(arms[0].eigenvalue, 3), Numbers.brief(arms[1].eigenvalue, 3));
    }
}
