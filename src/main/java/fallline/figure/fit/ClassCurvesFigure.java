package fallline.figure.fit;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Points;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Span;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/// Data of several classes over one feature: the probability of each class as a curve, and every row at the height of
/// the probability that its own class gets.
///
/// @param xLabel the feature
/// @param x one number a row
/// @param own the probability of the row's own class
/// @param classes the class of each row, a place in `names`
/// @param names the classes, two or more
/// @param missed whether a row is taken for another class
/// @param across what is seen of the feature
/// @param curves the probability of each class
/// @param batch rows of the next step; empty when it takes all
public record ClassCurvesFigure(
        String xLabel,
        double[] x,
        double[] own,
        int[] classes,
        List<String> names,
        boolean[] missed,
        Span across,
        List<SampledCurve> curves,
        int[] batch)
        implements PlotFigure {
    private static final Span CHANCE = new Span(-0.06, 1.06);

    /// @throws IllegalArgumentException if x, own, classes and missed differ in length
    public ClassCurvesFigure {
        if (x.length != own.length || x.length != classes.length || x.length != missed.length) {
            throw new IllegalArgumentException("x, own, classes and missed must be equally long");
        }
        names = List.copyOf(names);
        curves = List.copyOf(curves);
    }

    private Axes axes(Size size) {
        return Axes.of(size, Axis.linear(xLabel, across), Axis.linear("probability", CHANCE), legend().margins(size));
    }

    private ClassLegend legend() {
        return new ClassLegend(names, true, "");
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        int row = Points.nearest(plot(size), x, own, px, py);
        return row < 0 ? Optional.empty() : Optional.of(new Hit.Row(row));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        axes.paint(
                g,
                theme,
                true,
                p -> {
                    for (int c = 0; c < curves.size(); c++) {
                        SampledCurve curve = curves.get(c);
                        Path2D path = PixelPath.of(curve.x(), curve.y(), 0, curve.x().length - 1, area)
                                .path();
                        p.draw(path, Contrast.alpha(p.theme.panel(), 0.8), 4);
                        p.draw(path, ClassStyle.colour(c, p.theme), 2.2);
                    }
                    ClassStyle.rows(p, area, x, own, classes, missed, batch);
                },
                p -> legend().paint(p, size, area.box()));
    }
}
