package fallline.figure.fit;

import fallline.figure.label.LabelPlacer;
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
import fallline.figure.plot.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Data with two features and two classes, the probability of the class coded 1 as a colour, and the line on which it
/// is one half.
///
/// @param xLabel the feature across
/// @param yLabel the feature upwards
/// @param x one number a row
/// @param y one number a row
/// @param labels 0 or 1 a row
/// @param negative the name of the class coded 0
/// @param positive the name of the class coded 1
/// @param window what is seen
/// @param fits the runs' planes at the playhead
/// @param chosen place of the run whose probability is painted, −1 for none
/// @param earlier planes of the chosen run at earlier steps, oldest first
/// @param target the best plane
/// @param batch rows of the chosen run's next step, 0-based; empty when it takes all
/// @param note small print in a corner; may be empty
public record LogisticMapFigure(
        String xLabel,
        String yLabel,
        double[] x,
        double[] y,
        double[] labels,
        String negative,
        String positive,
        Window window,
        List<Fit> fits,
        int chosen,
        List<Plane> earlier,
        Optional<Plane> target,
        int[] batch,
        String note)
        implements PlotFigure {
    private static final int CELLS = 96;

    /// Where along a boundary its name may stand.
    private static final List<Double> ALONG = List.of(0.0, 0.15, -0.15, 0.3, -0.3, 0.42, -0.42);

    /// z = intercept + across·x + upwards·y; the probability is 1/(1 + e^−z).
    public record Plane(double intercept, double across, double upwards) {
        double at(double px, double py) {
            return intercept + across * px + upwards * py;
        }
    }

    /// A run's plane.
    public record Fit(String name, RunStyle style, Plane plane) {}

    /// @throws IllegalArgumentException if x, y and labels differ in length
    public LogisticMapFigure {
        if (x.length != y.length || x.length != labels.length) {
            throw new IllegalArgumentException("x, y and labels must be equally long");
        }
        fits = List.copyOf(fits);
        earlier = List.copyOf(earlier);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        return Axes.of(size, Axis.linear(xLabel, window.x()), Axis.linear(yLabel, window.y()), legend().margins(size));
    }

    private ClassLegend legend() {
        return new ClassLegend(List.of(negative, positive), false, note);
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
                        paintProbability(p, area, fits.get(chosen).plane);
                    }
                    paintBoundaries(p, area);
                    paintRows(p, area);
                },
                p -> paintWords(p, size, area));
    }

    private void paintProbability(Painter p, PlotArea area, Plane plane) {
        BufferedImage image = new BufferedImage(CELLS, CELLS, BufferedImage.TYPE_INT_RGB);
        Color zero = ClassStyle.colour(0, p.theme);
        Color one = ClassStyle.colour(1, p.theme);
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                double px = area.dataX(
                        area.box().x() + (column + 0.5) / CELLS * area.box().width());
                double py = area.dataY(
                        area.box().y() + (row + 0.5) / CELLS * area.box().height());
                double chance = 1 / (1 + Math.exp(-plane.at(px, py)));
                double strength = 0.5 * Math.abs(2 * chance - 1);
                Color shade = Contrast.blend(chance > 0.5 ? one : zero, p.theme.panel(), strength);
                image.setRGB(column, row, shade.getRGB());
            }
        }
        AffineTransform fit =
                AffineTransform.getTranslateInstance(area.box().x(), area.box().y());
        fit.scale(area.box().width() / CELLS, area.box().height() / CELLS);
        p.g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        p.g.drawImage(image, fit, null);
    }

    private void paintBoundaries(Painter p, PlotArea area) {
        for (int i = 0; i < earlier.size() && chosen >= 0 && chosen < fits.size(); i++) {
            double recent = (i + 1.0) / earlier.size();
            Color colour = Contrast.alpha(p.theme.text(), 0.06 + 0.14 * recent);
            p.draw(boundary(area, earlier.get(i)), colour, 1.3);
        }
        target.ifPresent(plane -> p.draw(boundary(area, plane), p.theme.text(), Painter.dashed(1.4, 6, 4)));
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            Path2D line = boundary(area, fit.plane);
            p.draw(line, fit.style.casing(p.theme), i == chosen ? 5 : 4);
            p.draw(line, fit.style.core(p.theme), TrailPainter.core(fit.style, i == chosen ? 2.6 : 1.8));
        }
    }

    /// The straight line z = 0, long enough to leave the plot on both sides.
    private static Path2D boundary(PlotArea area, Plane plane) {
        Window w = area.window();
        double a = plane.across * w.x().length();
        double b = plane.upwards * w.y().length();
        double c = plane.at(w.x().lo(), w.y().lo());
        double norm = a * a + b * b;
        if (!(norm > 0)) {
            return new Path2D.Double();
        }
        double u0 = -c * a / norm;
        double v0 = -c * b / norm;
        double reach = Math.sqrt(norm);
        double[] us = {
            u0 - 3 * b / reach * (1 + Math.abs(u0) + Math.abs(v0)),
            u0 + 3 * b / reach * (1 + Math.abs(u0) + Math.abs(v0))
        };
        double[] vs = {
            v0 + 3 * a / reach * (1 + Math.abs(u0) + Math.abs(v0)),
            v0 - 3 * a / reach * (1 + Math.abs(u0) + Math.abs(v0))
        };
        double[] xs = {w.x().lo() + us[0] * w.x().length(), w.x().lo() + us[1] * w.x().length()};
        double[] ys = {w.y().lo() + vs[0] * w.y().length(), w.y().lo() + vs[1] * w.y().length()};
        return PixelPath.of(xs, ys, 0, 1, area).path();
    }

    private void paintRows(Painter p, PlotArea area) {
        int[] classes = new int[labels.length];
        Arrays.setAll(classes, i -> labels[i] > 0.5 ? 1 : 0);
        ClassStyle.rows(p, area, x, y, classes, new boolean[classes.length], batch);
    }

    private void paintWords(Painter p, Size size, PlotArea area) {
        legend().paint(p, size, area.box());
        if (fits.size() > 1) {
            names(p, area);
        }
    }

    private void names(Painter p, PlotArea area) {
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        placer.avoid(x.length, i -> area.px(x[i]), i -> area.py(y[i]));
        fits.forEach(fit -> placer.keepOff(boundary(area, fit.plane)));
        target.ifPresent(plane -> placer.keepOff(boundary(area, plane)));
        for (Fit fit : fits) {
            List<double[]> along = ALONG.stream()
                    .map(share -> point(area, fit.plane, share))
                    .filter(at -> area.contains(at[0], at[1]))
                    .toList();
            placer.label(p, fit.name, along, 8, Type.NAME, fit.style.words(p.theme));
        }
    }

    /// A point of the boundary: near the middle of the plot, or farther along by a share of the plot.
    private static double[] point(PlotArea area, Plane plane, double share) {
        Window w = area.window();
        double a = plane.across * w.x().length();
        double b = plane.upwards * w.y().length();
        double c = plane.at(w.x().middle(), w.y().middle());
        double norm = a * a + b * b;
        return new double[] {
            area.px(w.x().middle() + (share * b / Math.sqrt(norm) - c * a / norm) * w.x().length()),
            area.py(w.y().middle() - (share * a / Math.sqrt(norm) + c * b / norm) * w.y().length())
        };
    }
}
