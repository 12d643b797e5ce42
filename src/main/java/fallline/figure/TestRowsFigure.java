package fallline.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.BitSet;
import java.util.Optional;

/// A fit with the rows that it was not made from, drawn hollow over it.
///
/// @param fit the fit to the training rows; it alone is pointed at
/// @param x one number a test row, on the fit's axes
/// @param y one number a test row
/// @param classes each test row's class; empty where the target is a value
public record TestRowsFigure(PlotFigure fit, double[] x, double[] y, int[] classes) implements PlotFigure {
    private static final double RADIUS = 3.4;

    /// @throws IllegalArgumentException if x and y differ in length, or there are classes of other rows
    public TestRowsFigure {
        if (x.length != y.length || (classes.length != 0 && classes.length != x.length)) {
            throw new IllegalArgumentException("x, y and the classes must be equally long");
        }
    }

    @Override
    public PlotArea plot(Size size) {
        return fit.plot(size);
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        return fit.hit(size, px, py);
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        fit.paint(g, size, theme);
        PlotArea area = plot(size);
        Painter.paintOver(g, theme, p -> p.within(area.box(), () -> rows(p, area)));
    }

    /// Rows that fall on the same pixel are painted once.
    private void rows(Painter p, PlotArea area) {
        Box box = area.box().grown(4);
        int across = (int) box.width() + 1;
        BitSet seen = new BitSet();
        for (int i = 0; i < x.length; i++) {
            double px = area.px(x[i]);
            double py = area.py(y[i]);
            if (!box.contains(px, py)) {
                continue;
            }
            int at = ((int) (py - box.y())) * across + ((int) (px - box.x()));
            if (!seen.get(at)) {
                seen.set(at);
                row(p, px, py, classes.length == 0 ? -1 : classes[i]);
            }
        }
    }

    private static void row(Painter p, double px, double py, int c) {
        Shape shape = c < 0 ? Marker.CIRCLE.at(px, py, RADIUS) : ClassStyle.shape(c, px, py, RADIUS);
        Color colour = c < 0 ? LineFitFigure.dots(p.theme) : ClassStyle.colour(c, p.theme);
        p.fill(shape, p.theme.panel());
        p.draw(shape, colour, 1.4);
    }
}
