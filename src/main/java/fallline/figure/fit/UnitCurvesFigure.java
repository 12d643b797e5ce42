package fallline.figure.fit;

import fallline.figure.label.Caption;
import fallline.figure.label.EndLabels;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.WeightColours;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Points;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Data with one feature, the functions that networks have fitted to it, and what each unit of the chosen run's last
/// hidden layer adds to its function.
///
/// @param xLabel the feature
/// @param yLabel the target
/// @param x one number a row
/// @param y one number a row
/// @param window what is seen
/// @param fits the runs' functions at the playhead
/// @param chosen place of the run whose units and earlier functions are shown, −1 for none
/// @param earlier functions of the chosen run at earlier steps, oldest first
/// @param units what each hidden unit adds: the function is the bias plus all of them
/// @param bias of the output
/// @param batch rows of the chosen run's next step; empty when it takes all
public record UnitCurvesFigure(
        String xLabel,
        String yLabel,
        double[] x,
        double[] y,
        Window window,
        List<Fit> fits,
        int chosen,
        List<SampledCurve> earlier,
        List<Unit> units,
        double bias,
        int[] batch)
        implements PlotFigure {
    /// A run's function.
    public record Fit(String name, RunStyle style, SampledCurve curve) {}

    /// What a hidden unit adds.
    ///
    /// @param weight with which the output takes the unit
    /// @param curve the bias plus the weight times the unit's output
    public record Unit(double weight, SampledCurve curve) {}

    /// @throws IllegalArgumentException if x and y differ in length
    public UnitCurvesFigure {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " rows and y has " + y.length);
        }
        fits = List.copyOf(fits);
        earlier = List.copyOf(earlier);
        units = List.copyOf(units);
    }

    @Override
    public PlotArea plot(Size size) {
        return frame().axes(size).area();
    }

    private FitFrame frame() {
        boolean explained = chosen >= 0 && chosen < fits.size() && !units.isEmpty();
        return new FitFrame(
                xLabel,
                yLabel,
                window,
                fits.stream().map(Fit::name).toList(),
                x,
                y,
                explained ? Optional.of(caption()) : Optional.empty());
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        return frame().hit(size, px, py);
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        FitFrame frame = frame();
        Axes axes = frame.axes(size);
        PlotArea area = axes.area();
        Optional<Fit> mine = chosen >= 0 && chosen < fits.size() ? Optional.of(fits.get(chosen)) : Optional.empty();
        axes.paint(
                g,
                theme,
                true,
                p -> {
                    mine.ifPresent(fit -> paintEarlier(p, area, fit));
                    Points.paint(p, area, x, y, Points.set(batch), LineFitFigure.dots(theme));
                    mine.ifPresent(_ -> paintUnits(p, area));
                    paintFits(p, area);
                    mine.ifPresent(fit -> paintBatch(p, area, fit));
                },
                p -> {
                    if (fits.size() > 1) {
                        EndLabels.paint(p, ends(area), area.box(), frame.room(size));
                    }
                    frame.paintCaption(p, area);
                });
    }

    private static Path2D path(PlotArea area, SampledCurve curve) {
        return PixelPath.of(curve.x(), curve.y(), 0, curve.x().length - 1, area).path();
    }

    private void paintEarlier(Painter p, PlotArea area, Fit fit) {
        for (int i = 0; i < earlier.size(); i++) {
            double recent = (i + 1.0) / earlier.size();
            p.draw(path(area, earlier.get(i)), Contrast.alpha(fit.style.core(p.theme), 0.08 + 0.16 * recent), 1.4);
        }
    }

    private void paintUnits(Painter p, PlotArea area) {
        double level = area.py(bias);
        if (!units.isEmpty() && Double.isFinite(level)) {
            p.line(area.box().x(), level, area.box().right(), level, p.theme.muted(), Painter.dashed(1, 3, 3));
        }
        for (Unit unit : units) {
            Color colour = Contrast.alpha(WeightColours.of(unit.weight, p.theme), units.size() > 16 ? 0.45 : 0.75);
            p.draw(path(area, unit.curve), colour, 1.1);
        }
    }

    private void paintFits(Painter p, PlotArea area) {
        for (int i = 0; i < fits.size(); i++) {
            if (i != chosen) {
                paintFit(p, area, fits.get(i), 1.8);
            }
        }
        if (chosen >= 0 && chosen < fits.size()) {
            paintFit(p, area, fits.get(chosen), 2.8);
        }
    }

    private static void paintFit(Painter p, PlotArea area, Fit fit, double width) {
        Path2D path = path(area, fit.curve);
        p.draw(path, Contrast.alpha(p.theme.panel(), 0.8), width + 2.4);
        p.draw(path, fit.style.core(p.theme), TrailPainter.core(fit.style, width));
    }

    private void paintBatch(Painter p, PlotArea area, Fit fit) {
        for (int row : batch) {
            double px = area.px(x[row]);
            double py = area.py(y[row]);
            Points.dot(p, px, py, 5, p.theme.panel());
            Points.dot(p, px, py, 3.9, fit.style.core(p.theme));
        }
    }

    private List<EndLabels.Wanted> ends(PlotArea area) {
        List<EndLabels.Wanted> ends = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            double[] values = fit.curve.y();
            double at = area.py(values[values.length - 1]);
            if (!Double.isNaN(at)) {
                ends.add(new EndLabels.Wanted(fit.name, fit.style, at, i == chosen));
            }
        }
        return ends;
    }

    private Caption caption() {
        return new Caption(
                "the function is the sum of its " + units.size() + " units",
                List.of("thin: what each hidden unit adds to the bias", "blue: positive weight, orange: negative"));
    }
}
