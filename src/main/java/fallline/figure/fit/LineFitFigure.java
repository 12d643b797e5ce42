package fallline.figure.fit;

import fallline.figure.label.Caption;
import fallline.figure.label.EndLabels;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Points;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.number.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Data with one feature and the straight lines, or polynomials, that the runs have fitted to it.
///
/// @param xLabel the feature
/// @param yLabel the target
/// @param x one number a row
/// @param y one number a row
/// @param window what is seen
/// @param fits the runs' lines at the playhead
/// @param chosen place of the run whose equation, residuals and earlier lines are shown, −1 for none
/// @param earlier lines of the chosen run at earlier steps, oldest first
/// @param target the least-squares line
/// @param batch rows of the chosen run's next step, 0-based; empty when it takes all
/// @param residuals how the rows' distances from the chosen line are shown
public record LineFitFigure(
        String xLabel,
        String yLabel,
        double[] x,
        double[] y,
        Window window,
        List<Fit> fits,
        int chosen,
        List<FittedLine> earlier,
        Optional<FittedLine> target,
        int[] batch,
        Residuals residuals)
        implements PlotFigure {
    /// Farther from the data, in lengths of them, y = 0 is left out.
    private static final double FAR = 0.6;

    private static final int MOST_STICKS = 5000;
    private static final int PIECES = 240;
    private static final int MOST_SQUARES = 1000;

    /// A run's line.
    public record Fit(String name, RunStyle style, FittedLine line) {}

    /// @throws IllegalArgumentException if x and y differ in length
    public LineFitFigure {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " rows and y has " + y.length);
        }
        fits = List.copyOf(fits);
        earlier = List.copyOf(earlier);
    }

    /// A window around the data and, if it is not far from them, y = 0, where fits begin; with some room above for the
    /// equation.
    public static Window fromZero(double[] x, double[] y) {
        Span data = Span.around(y);
        boolean near = Math.min(Math.abs(data.lo()), Math.abs(data.hi())) <= FAR * data.length();
        return window(x, near ? Span.around(data.lo(), data.hi(), 0) : data);
    }

    /// A window around the data, with some room above for the equation.
    public static Window around(double[] x, double[] y) {
        return window(x, Span.around(y));
    }

    private static Window window(double[] x, Span y) {
        Span across = Span.around(x).padded(0.04);
        Span upwards = y.padded(0.08);
        return new Window(across, new Span(upwards.lo(), upwards.hi() + 0.14 * upwards.length()));
    }

    @Override
    public PlotArea plot(Size size) {
        return frame().axes(size).area();
    }

    private FitFrame frame() {
        Optional<Caption> words =
                chosen >= 0 && chosen < fits.size() ? Optional.of(caption(fits.get(chosen))) : Optional.empty();
        return new FitFrame(xLabel, yLabel, window, fits.stream().map(Fit::name).toList(), x, y, words);
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
                    mine.ifPresent(fit -> squares(p, area, fit));
                    mine.ifPresent(fit -> sticks(p, area, fit));
                    Points.paint(p, area, x, y, Points.set(batch), dots(theme));
                    target.ifPresent(line -> p.draw(path(area, line), theme.text(), Painter.dashed(1.4, 6, 4)));
                    paintFits(p, area);
                    mine.ifPresent(fit -> paintBatch(p, area, fit));
                },
                p -> {
                    paintEnds(p, area, frame.room(size));
                    frame.paintCaption(p, area);
                });
    }

    static Color dots(Theme theme) {
        return Contrast.blend(theme.muted(), theme.panel(), 0.92);
    }

    private static Path2D path(PlotArea area, FittedLine line) {
        double lo = area.window().x().lo();
        int pieces = line.isStraight() ? 1 : PIECES;
        double[] xs = new double[pieces + 1];
        double[] ys = new double[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            xs[i] = lo + area.window().x().length() * i / pieces;
            ys[i] = line.at(xs[i]);
        }
        return PixelPath.of(xs, ys, 0, pieces, area).path();
    }

    private void paintEarlier(Painter p, PlotArea area, Fit fit) {
        for (int i = 0; i < earlier.size(); i++) {
            double recent = (i + 1.0) / earlier.size();
            Color colour = Contrast.alpha(fit.style.core(p.theme), 0.08 + 0.16 * recent);
            p.draw(path(area, earlier.get(i)), colour, 1.4);
        }
    }

    /// A square stands on its stick, away from the line, so that the line stays clear.
    private void squares(Painter p, PlotArea area, Fit fit) {
        if (residuals != Residuals.SQUARES || x.length > MOST_SQUARES) {
            return;
        }
        Color core = fit.style.core(p.theme);
        Color inside = Contrast.alpha(core, x.length > 60 ? 0.07 : 0.13);
        Color edge = Contrast.alpha(core, x.length > 60 ? 0.2 : 0.4);
        for (int i = 0; i < x.length; i++) {
            double from = area.py(y[i]);
            double to = area.py(fit.line.at(x[i]));
            double side = Math.abs(from - to);
            if (side < 0.5 || !(side < 4 * area.box().height())) {
                continue;
            }
            boolean rightwards = (to < from) == (fit.line.slopeAt(x[i]) >= 0);
            double left = rightwards ? area.px(x[i]) : area.px(x[i]) - side;
            Box square = new Box(left, Math.min(from, to), side, side);
            p.fill(square.shape(), inside);
            p.draw(square.shape(), edge, 1);
        }
    }

    private void sticks(Painter p, PlotArea area, Fit fit) {
        if (residuals == Residuals.NONE || x.length > MOST_STICKS) {
            return;
        }
        Color colour = Contrast.alpha(fit.style.core(p.theme), 0.38);
        BitSet strong = Points.set(batch);
        for (int i = 0; i < x.length; i++) {
            if (!strong.get(i)) {
                stick(p, area, fit, i, colour, 1);
            }
        }
    }

    private void stick(Painter p, PlotArea area, Fit fit, int row, Color colour, double width) {
        double px = area.px(x[row]);
        double to = area.py(fit.line.at(x[row]));
        double beyond = Math.clamp(to, area.box().y() - 9, area.box().bottom() + 9);
        p.line(px, area.py(y[row]), px, beyond, colour, Painter.line(width));
    }

    private void paintFits(Painter p, PlotArea area) {
        for (int i = 0; i < fits.size(); i++) {
            if (i != chosen) {
                paintFit(p, area, fits.get(i), 1.8);
            }
        }
        if (chosen >= 0 && chosen < fits.size()) {
            paintFit(p, area, fits.get(chosen), 2.6);
        }
    }

    private static void paintFit(Painter p, PlotArea area, Fit fit, double width) {
        p.draw(path(area, fit.line), Contrast.alpha(p.theme.panel(), 0.8), width + 2);
        p.draw(path(area, fit.line), fit.style.core(p.theme), TrailPainter.core(fit.style, width));
    }

    private void paintBatch(Painter p, PlotArea area, Fit fit) {
        Color core = fit.style.core(p.theme);
        for (int row : batch) {
            stick(p, area, fit, row, core, 1.6);
            double px = area.px(x[row]);
            double py = area.py(y[row]);
            Points.dot(p, px, py, 5, p.theme.panel());
            Points.dot(p, px, py, 3.9, core);
        }
    }

    private void paintEnds(Painter p, PlotArea area, double room) {
        if (room == 0) {
            return;
        }
        List<EndLabels.Wanted> ends = new ArrayList<>();
        Box box = area.box();
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            double y = area.py(fit.line.at(area.window().x().hi()));
            if (!Double.isNaN(y)) {
                ends.add(new EndLabels.Wanted(fit.name, fit.style, Math.clamp(y, box.y(), box.bottom()), i == chosen));
            }
        }
        EndLabels.paint(p, ends, box, room);
    }

    private Caption caption(Fit fit) {
        List<String> lines = new ArrayList<>();
        if (batch.length > 0) {
            lines.add(
                    batch.length == 1
                            ? "the row of the next step highlighted"
                            : Numbers.whole(batch.length) + " rows of the next batch highlighted");
        }
        target.ifPresent(line -> lines.add("dashed: least squares"));
        if (residuals == Residuals.SQUARES && x.length <= MOST_SQUARES) {
            lines.add("mean square " + Numbers.brief(meanSquare(fit.line), 4));
        }
        String variable = xLabel.isEmpty() || xLabel.length() > 12 ? "x" : xLabel;
        return new Caption(fit.line.equation("ŷ", variable), lines);
    }

    private double meanSquare(FittedLine line) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double r = line.at(x[i]) - y[i];
            sum += r * r;
        }
        return sum / x.length;
    }
}
