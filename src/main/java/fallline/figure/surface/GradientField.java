package fallline.figure.surface;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.plot.PlotArea;
import java.awt.geom.Path2D;

/// Arrows on an even grid of a map, along the steepest descent; their length grows with the logarithm of ‖∇J‖.
///
/// @param slope ∇J at a place
/// @param descend whether the arrows point down the slope instead of up
public record GradientField(Slope slope, boolean descend) {
    private static final double PITCH = 36;
    private static final double SHORTEST = 7;
    private static final double LONGEST = 26;

    /// Of the largest gradient in the plot this share is none: what is left at a minimum is rounding.
    private static final double NOTHING = 1e-12;

    /// ∇J of two parameters.
    @FunctionalInterface
    public interface Slope {
        /// ∂J/∂x and ∂J/∂y at (x, y). Thread-safe.
        double[] at(double x, double y);
    }

    void paint(Painter p, PlotArea area) {
        Box box = area.box();
        int across = Math.max(2, (int) (box.width() / PITCH));
        int down = Math.max(2, (int) (box.height() / PITCH));
        double[][] found = new double[across * down][];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < found.length; i++) {
            int column = i % across;
            int row = i / across;
            double px = box.x() + (column + 0.5) * box.width() / across;
            double py = box.y() + (row + 0.5) * box.height() / down;
            double[] g = slope.at(area.dataX(px), area.dataY(py));
            double norm = Math.hypot(g[0], g[1]);
            if (norm > 0 && norm <= Double.MAX_VALUE) {
                found[i] = new double[] {px, py, g[0], g[1], norm};
                least = Math.min(least, norm);
                most = Math.max(most, norm);
            }
        }
        Path2D lines = new Path2D.Double();
        double floor = Math.max(least, most * 1e-4);
        for (double[] at : found) {
            if (at != null && at[4] > NOTHING * most) {
                double share = most > floor ? Math.max(0, Math.log(at[4] / floor) / Math.log(most / floor)) : 1;
                arrow(lines, area, at, SHORTEST + share * (LONGEST - SHORTEST));
            }
        }
        p.draw(lines, Contrast.alpha(p.theme.panel(), 0.7), Painter.line(3));
        p.draw(lines, Contrast.alpha(p.theme.text(), 0.8), Painter.line(1.2));
    }

    /// An arrow around its place, in the direction that the displacement −∇J has on the screen.
    private void arrow(Path2D lines, PlotArea area, double[] at, double length) {
        double sign = descend ? -1 : 1;
        double unitX = (area.x().to() - area.x().from()) / area.x().span().length();
        double unitY = (area.y().to() - area.y().from()) / area.y().span().length();
        double dx = sign * at[2] * unitX;
        double dy = sign * at[3] * unitY;
        double reach = Math.hypot(dx, dy);
        if (!(reach > 0)) {
            return;
        }
        double ux = dx / reach;
        double uy = dy / reach;
        double tipX = at[0] + ux * length / 2;
        double tipY = at[1] + uy * length / 2;
        lines.moveTo(at[0] - ux * length / 2, at[1] - uy * length / 2);
        lines.lineTo(tipX, tipY);
        double wing = Math.min(5, length * 0.4);
        lines.moveTo(tipX - wing * (ux - 0.55 * uy), tipY - wing * (uy + 0.55 * ux));
        lines.lineTo(tipX, tipY);
        lines.lineTo(tipX - wing * (ux + 0.55 * uy), tipY - wing * (uy - 0.55 * ux));
    }
}
