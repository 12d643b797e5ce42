package fallline.figure.path;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/// Where the repeats of a run ended, with an ellipse that says how they are spread.
///
/// @param x one number a repeat
/// @param y one number a repeat
/// @param ellipse within which half of a normal cloud would lie; absent where points are too few, or on one axis
public record EndCloud(double[] x, double[] y, Optional<Ellipse> ellipse) {
    private static final int CORNERS = 90;
    private static final double RADIUS = 2.4;

    /// What dots and ellipses in a figure mean; empty where there are none.
    public static String legend(List<Trail> trails) {
        return legend(trails, "dots: ends of repeats", " · ellipse: 50 % of a normal (1.18 σ)");
    }

    /// The same where there is little room.
    public static String shortLegend(List<Trail> trails) {
        return legend(trails, "dots: ends", " · ellipse: 50 %, 1.18 σ");
    }

    private static String legend(List<Trail> trails, String ofDots, String ofEllipse) {
        boolean dots = trails.stream().anyMatch(trail -> trail.ends().isPresent());
        boolean ellipses = trails.stream()
                .flatMap(trail -> trail.ends().stream())
                .anyMatch(cloud -> cloud.ellipse().isPresent());
        return dots ? ofDots + (ellipses ? ofEllipse : "") : "";
    }

    /// Paints it in a plot.
    public void paint(Painter p, PlotArea area, RunStyle style) {
        ellipse.ifPresent(around -> outline(p, line(around, area), style));
        for (int i = 0; i < x.length; i++) {
            double px = area.px(x[i]);
            double py = area.py(y[i]);
            if (area.contains(px, py)) {
                dot(p, px, py, style);
            }
        }
    }

    /// The ellipse in pixels.
    public static Path2D line(Ellipse around, PlotArea area) {
        double[] points = around.outline(CORNERS);
        Path2D line = new Path2D.Double();
        for (int i = 0; i < points.length; i += 2) {
            double px = area.px(points[i]);
            double py = area.py(points[i + 1]);
            if (i == 0) {
                line.moveTo(px, py);
            } else {
                line.lineTo(px, py);
            }
        }
        line.closePath();
        return line;
    }

    /// Paints the ellipse, given in pixels.
    public static void outline(Painter p, Path2D line, RunStyle style) {
        p.fill(line, Contrast.alpha(style.core(p.theme), 0.16));
        p.draw(line, Contrast.alpha(style.casing(p.theme), 0.85), Painter.line(3.6));
        p.draw(line, style.core(p.theme), Painter.line(1.6));
    }

    /// Paints one end, given in pixels.
    public static void dot(Painter p, double px, double py, RunStyle style) {
        Points.dot(p, px, py, RADIUS + 0.9, Contrast.alpha(style.casing(p.theme), 0.85));
        Points.dot(p, px, py, RADIUS, style.core(p.theme));
    }
}
