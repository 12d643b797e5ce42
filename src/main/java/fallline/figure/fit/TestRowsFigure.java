package fallline.figure.fit;

import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Points;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
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

    private void rows(Painter p, PlotArea area) {
        Points.paint(p, area, x, y, i -> hasClasses() ? classes[i] : 0, this::row);
    }

    private boolean hasClasses() {
        return classes.length != 0;
    }

    private void row(Painter p, double px, double py, int c) {
        Shape shape = ClassStyle.shape(c, px, py, RADIUS);
        Color colour = hasClasses() ? ClassStyle.colour(c, p.theme) : LineFitFigure.dots(p.theme);
        p.fill(shape, p.theme.panel());
        p.draw(shape, colour, 1.4);
    }
}
