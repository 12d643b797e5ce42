package fallline.figure.fit;

import fallline.figure.label.Caption;
import fallline.figure.label.EndLabels;
import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.path.Footprint;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Points;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Data with one feature and two classes, at 0 and 1 and told apart by colour and shape, and the logistic curves
/// p = 1/(1 + e^−z) that the runs have fitted to it, z a straight line or a polynomial.
///
/// @param xLabel the feature
/// @param positive the name of the class coded 1
/// @param x one number a row
/// @param labels 0 or 1 a row
/// @param across what is seen of the feature
/// @param fits the runs' curves at the playhead
/// @param chosen place of the run whose equation and earlier curves are shown, −1 for none
/// @param earlier curves of the chosen run at earlier steps, oldest first
/// @param target the best curve
/// @param batch rows of the chosen run's next step, 0-based; empty when it takes all
public record LogisticCurveFigure(
        String xLabel,
        String positive,
        double[] x,
        double[] labels,
        Span across,
        List<LineFitFigure.Fit> fits,
        int chosen,
        List<FittedLine> earlier,
        Optional<FittedLine> target,
        int[] batch)
        implements PlotFigure {
    private static final Span HEIGHT = new Span(-0.12, 1.12);
    private static final int PIECES = 240;
    private static final int LOOKED_AT = 200;
    private static final int NAMED = 3;
    private static final Span EVERYWHERE = new Span(-1e9, 1e9);

    /// @throws IllegalArgumentException if x and labels differ in length
    public LogisticCurveFigure {
        if (x.length != labels.length) {
            throw new IllegalArgumentException("x has " + x.length + " rows and labels has " + labels.length);
        }
        fits = List.copyOf(fits);
        earlier = List.copyOf(earlier);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        double room = fits.size() < 2 ? 0 : EndLabels.room(names(), size.width());
        Axis y = Axis.linear("probability of " + positive, HEIGHT);
        return Axes.of(size, Axis.linear(xLabel, across), y, new Axes.Margins(0, room));
    }

    private List<String> names() {
        return fits.stream().map(LineFitFigure.Fit::name).toList();
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        int row = Points.nearest(plot(size), x, labels, px, py);
        return row < 0 ? Optional.empty() : Optional.of(new Hit.Row(row));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        axes.paint(g, theme, true, p -> paintData(p, area), p -> {
            if (fits.size() > 1) {
                EndLabels.paint(p, ends(area), area.box(), EndLabels.room(names(), size.width()));
            }
            if (chosen >= 0 && chosen < fits.size()) {
                words(p, area, fits.get(chosen).line());
            }
        });
    }

    private void paintData(Painter p, PlotArea area) {
        double half = area.py(0.5);
        p.line(area.box().x(), half, area.box().right(), half, p.theme.border(), Painter.dashed(1.2, 3, 3));
        if (chosen >= 0 && chosen < fits.size()) {
            RunStyle style = fits.get(chosen).style();
            for (int i = 0; i < earlier.size(); i++) {
                double recent = (i + 1.0) / earlier.size();
                p.draw(path(area, earlier.get(i)), Contrast.alpha(style.core(p.theme), 0.08 + 0.16 * recent), 1.4);
            }
        }
        target.ifPresent(line -> p.draw(path(area, line), p.theme.text(), Painter.dashed(1.4, 6, 4)));
        for (int i = 0; i < fits.size(); i++) {
            if (i != chosen) {
                paintFit(p, area, fits.get(i), 1.8);
            }
        }
        if (chosen >= 0 && chosen < fits.size()) {
            LineFitFigure.Fit fit = fits.get(chosen);
            paintFit(p, area, fit, 2.6);
            crossing(p, area, fit);
            Color core = fit.style().core(p.theme);
            for (int row : batch) {
                double px = area.px(x[row]);
                double to = area.py(probability(fit.line(), x[row]));
                p.line(px, area.py(labels[row]), px, to, core, Painter.line(1.6));
            }
        }
        int[] classes = new int[labels.length];
        Arrays.setAll(classes, i -> labels[i] > 0.5 ? 1 : 0);
        ClassStyle.rows(p, area, x, labels, classes, new boolean[classes.length], batch);
    }

    private static void paintFit(Painter p, PlotArea area, LineFitFigure.Fit fit, double width) {
        Path2D path = path(area, fit.line());
        p.draw(path, Contrast.alpha(p.theme.panel(), 0.8), width + 2);
        p.draw(path, fit.style().core(p.theme), TrailPainter.core(fit.style(), width));
    }

    /// Where the chosen curve passes one half: the boundaries between the classes.
    private static void crossing(Painter p, PlotArea area, LineFitFigure.Fit fit) {
        for (double at : fit.line().zeros(area.window().x())) {
            double px = area.px(at);
            p.line(px, area.py(0.5), px, area.box().bottom(), fit.style().core(p.theme), Painter.dashed(1.2, 3, 3));
            TrailPainter.marker(p, fit.style(), px, area.py(0.5), 4.4);
        }
    }

    static double probability(FittedLine line, double x) {
        return 1 / (1 + Math.exp(-line.at(x)));
    }

    private static Path2D path(PlotArea area, FittedLine line) {
        Span span = area.window().x();
        double[] xs = new double[PIECES + 1];
        double[] ys = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            xs[i] = span.lo() + span.length() * i / PIECES;
            ys[i] = probability(line, xs[i]);
        }
        return PixelPath.of(xs, ys, 0, PIECES, area).path();
    }

    private List<EndLabels.Wanted> ends(PlotArea area) {
        List<EndLabels.Wanted> ends = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            LineFitFigure.Fit fit = fits.get(i);
            double y = area.py(probability(fit.line(), across.hi()));
            if (!Double.isNaN(y)) {
                ends.add(new EndLabels.Wanted(fit.name(), fit.style(), y, i == chosen));
            }
        }
        return ends;
    }

    private void words(Painter p, PlotArea area, FittedLine line) {
        List<String> lines = new ArrayList<>();
        double[] zeros = line.zeros(line.isStraight() ? EVERYWHERE : across);
        if (zeros.length > 0) {
            lines.add("one half at "
                    + Arrays.stream(zeros)
                            .limit(NAMED)
                            .mapToObj(at -> Numbers.brief(at, 3))
                            .collect(Collectors.joining(", "))
                    + (zeros.length > NAMED ? ", …" : ""));
        }
        target.ifPresent(best -> lines.add("dashed: best fit"));
        String variable = xLabel.isEmpty() || xLabel.length() > 12 ? "x" : xLabel;
        Box between = new Box(area.box().x(), area.py(0.98), area.box().width(), area.py(0.02) - area.py(0.98));
        double pitch = across.length() / LOOKED_AT;
        Footprint curve = new Footprint(between);
        for (int i = 0; i < LOOKED_AT; i++) {
            curve.add(area.px(across.lo() + i * pitch), area.py(probability(line, across.lo() + i * pitch)));
        }
        Caption caption = new Caption(line.equation("z", variable), lines);
        caption.free(between, curve)
                .or(() -> caption.emptiest(between, curve))
                .ifPresent(box -> caption.paint(p, between, box));
    }
}
