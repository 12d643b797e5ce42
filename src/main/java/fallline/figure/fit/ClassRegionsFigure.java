package fallline.figure.fit;

import fallline.figure.label.LabelPlacer;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Points;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.figure.surface.ContourLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Data of several classes over two features, the most probable class as a soft colour that is the stronger the surer
/// it is, and the lines between the classes.
///
/// @param xLabel the feature across
/// @param yLabel the feature upwards
/// @param x one number a row
/// @param y one number a row
/// @param classes the class of each row, a place in `names`
/// @param names the classes, two or more
/// @param missed whether the chosen run takes a row for another class
/// @param window what is seen
/// @param fits the runs at the playhead
/// @param chosen place of the run whose regions are coloured, −1 for none
/// @param earlier boundaries of the chosen run at earlier steps, oldest first; empty where they are not shown
/// @param target the boundaries at the best point; empty where it is not known or not shown
/// @param batch rows of the chosen run's next step; empty when it takes all
/// @param note small print in a corner; may be empty
public record ClassRegionsFigure(
        String xLabel,
        String yLabel,
        double[] x,
        double[] y,
        int[] classes,
        List<String> names,
        boolean[] missed,
        Window window,
        List<Fit> fits,
        int chosen,
        List<List<ContourLine>> earlier,
        List<ContourLine> target,
        int[] batch,
        String note)
        implements PlotFigure {
    private static final int CELLS = 128;
    private static final double STRENGTH = 0.5;

    /// A run's probabilities.
    public record Fit(String name, RunStyle style, ClassField field) {}

    /// @throws IllegalArgumentException if x, y, classes and missed differ in length
    public ClassRegionsFigure {
        if (x.length != y.length || x.length != classes.length || x.length != missed.length) {
            throw new IllegalArgumentException("x, y, classes and missed must be equally long");
        }
        names = List.copyOf(names);
        fits = List.copyOf(fits);
        earlier = List.copyOf(earlier);
        target = List.copyOf(target);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        return Axes.of(size, Axis.linear(xLabel, window.x()), Axis.linear(yLabel, window.y()), legend().margins(size));
    }

    private ClassLegend legend() {
        return new ClassLegend(names, true, note);
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        int row = Points.nearest(plot(size), x, y, px, py);
        return row < 0 ? Optional.empty() : Optional.of(new Hit.Row(row));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        axes.paint(
                g,
                theme,
                false,
                p -> {
                    if (chosen >= 0 && chosen < fits.size()) {
                        paintRegions(p, area, fits.get(chosen).field);
                    }
                    paintBoundaries(p, area);
                    ClassStyle.rows(p, area, x, y, classes, missed, batch);
                },
                p -> paintWords(p, size, area));
    }

    /// The strength is the distance of the two largest probabilities, so that colours fade out towards a boundary.
    private void paintRegions(Painter p, PlotArea area, ClassField field) {
        BufferedImage image = new BufferedImage(CELLS, CELLS, BufferedImage.TYPE_INT_RGB);
        int count = field.probabilities().length;
        Color[] colours = new Color[count];
        for (int c = 0; c < count; c++) {
            colours[c] = ClassStyle.colour(c, p.theme);
        }
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                double u = place(area, field, (column + 0.5) / CELLS, true);
                double v = place(area, field, (row + 0.5) / CELLS, false);
                int best = 0;
                double first = -1;
                double second = -1;
                for (int c = 0; c < count; c++) {
                    double chance = field.at(c, u, v);
                    if (chance > first) {
                        second = first;
                        first = chance;
                        best = c;
                    } else if (chance > second) {
                        second = chance;
                    }
                }
                double strength = first - second;
                double share = STRENGTH * (strength >= 0 ? Math.min(1, strength) : 0);
                image.setRGB(
                        column,
                        row,
                        Contrast.blend(colours[best], p.theme.panel(), share).getRGB());
            }
        }
        Box box = area.box();
        AffineTransform fit = AffineTransform.getTranslateInstance(box.x(), box.y());
        fit.scale(box.width() / CELLS, box.height() / CELLS);
        p.g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        p.g.drawImage(image, fit, null);
    }

    /// The grid's column or row at a share of the plot's width or height.
    private static double place(PlotArea area, ClassField field, double share, boolean across) {
        Box box = area.box();
        Span grid = across ? field.window().x() : field.window().y();
        double value = across ? area.dataX(box.x() + share * box.width()) : area.dataY(box.y() + share * box.height());
        int nodes = across ? field.columns() : field.rows();
        return Math.clamp((value - grid.lo()) / grid.length(), 0.0, 1.0) * (nodes - 1);
    }

    private void paintBoundaries(Painter p, PlotArea area) {
        for (int i = 0; i < earlier.size(); i++) {
            double recent = (i + 1.0) / earlier.size();
            p.draw(path(area, earlier.get(i)), Contrast.alpha(p.theme.text(), 0.06 + 0.14 * recent), 1.3);
        }
        p.draw(path(area, target), p.theme.text(), Painter.dashed(1.4, 6, 4));
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            boolean mine = i == chosen;
            Path2D path = path(area, fit.field.boundaries());
            p.draw(path, fit.style.casing(p.theme), mine ? 5 : 4);
            p.draw(path, fit.style.core(p.theme), TrailPainter.core(fit.style, mine ? 2.6 : 1.8));
        }
    }

    private static Path2D path(PlotArea area, List<ContourLine> lines) {
        Path2D path = new Path2D.Double();
        for (ContourLine line : lines) {
            PixelPath.append(path, line.x(), line.y(), line.closed(), area);
        }
        return path;
    }

    private void paintWords(Painter p, Size size, PlotArea area) {
        legend().paint(p, size, area.box());
        if (fits.size() < 2) {
            return;
        }
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        placer.avoid(x.length, i -> area.px(x[i]), i -> area.py(y[i]));
        fits.forEach(fit -> placer.keepOff(path(area, fit.field.boundaries())));
        placer.keepOff(path(area, target));
        for (Fit fit : fits) {
            longest(fit.field.boundaries()).ifPresent(line -> {
                List<double[]> along = DoubleStream.of(0.5, 0.3, 0.7, 0.15, 0.85)
                        .mapToInt(share -> (int) (share * (line.x().length - 1)))
                        .mapToObj(i -> new double[] {area.px(line.x()[i]), area.py(line.y()[i])})
                        .toList();
                placer.label(p, fit.name, along, 8, Type.NAME, fit.style.words(p.theme));
            });
        }
    }

    private static Optional<ContourLine> longest(List<ContourLine> lines) {
        return lines.stream().max(Comparator.comparingInt(line -> line.x().length));
    }
}
