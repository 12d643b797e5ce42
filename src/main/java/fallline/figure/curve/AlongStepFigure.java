package fallline.figure.curve;

import fallline.figure.label.LabelPlacer;
import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.Trail;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.CommonRange;
import fallline.figure.plot.Hatch;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import fallline.number.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The loss along the direction of one step: 0 is where the run stands, 1 is where the step leads.
///
/// @param yLabel `J`
/// @param window what is seen: multiples of the step, and J
/// @param curve J(θ + s·Δθ) over s
/// @param here J at s = 0
/// @param next J at s = 1
/// @param slope dJ/ds at s = 0; absent where J has none
/// @param style the run's
/// @param taken whether the step has been taken already: the run is at its end, and this is the step that led there
public record AlongStepFigure(
        String yLabel,
        Window window,
        SampledCurve curve,
        double here,
        double next,
        Optional<Double> slope,
        RunStyle style,
        boolean taken)
        implements PlotFigure, Tabular {
    @Override
    public CurveTable table() {
        return new CurveTable(
                yLabel + " along the step",
                List.of(
                        CurveTable.Column.of("multiple of the step", curve.x(), curve.x().length),
                        CurveTable.Column.of(yLabel, curve.y(), curve.y().length)),
                curve.x().length);
    }

    /// How far beyond the heights of the step is seen, in lengths of them.
    private static final double BEYOND = 1.4;

    /// What is seen at least before the step and after it, in steps.
    private static final double LEAST_AROUND = 0.3;

    /// A window that shows the step with the valley or the hill that it leads over, and what lies a little before and
    /// well after it, as far as J stays near: not the walls far beyond, and no pole.
    ///
    /// @param maximise whether large values are wanted
    public static Window window(SampledCurve curve, double here, double next, boolean maximise) {
        double[] x = curve.x();
        double sign = maximise ? -1 : 1;
        double[] y = Arrays.stream(curve.y()).map(value -> sign * value).toArray();
        Span step = heights(x, y, sign * here, sign * next);
        double room = BEYOND * Math.max(step.length(), 1e-12 * Math.abs(here));
        double top = step.hi() + room;
        double lo = step.lo();
        double hi = step.hi();
        int from = place(x, 0);
        int to = place(x, 1);
        while (from > 0 && (y[from - 1] <= top || x[from - 1] > -LEAST_AROUND)) {
            from--;
        }
        while (to < x.length - 1 && (y[to + 1] <= top || x[to + 1] < 1 + LEAST_AROUND)) {
            to++;
        }
        for (int i = from; i <= to; i++) {
            if (Math.abs(y[i]) <= 1e300) {
                lo = Math.min(lo, y[i]);
                hi = Math.max(hi, y[i]);
            }
        }
        Span seen = Span.opened(Math.max(lo, step.lo() - room), Math.min(hi, top));
        return new Window(
                new Span(x[from], x[to]),
                Span.around(sign * seen.lo(), sign * seen.hi()).padded(0.08));
    }

    /// The heights of the step: of its two ends, and of the lowest point between them unless that is a pole.
    private static Span heights(double[] x, double[] y, double here, double next) {
        double[] between = Arrays.copyOfRange(y, place(x, 0), place(x, 1) + 1);
        Span ends = Span.around(here, next);
        return CommonRange.of(between)
                .map(range -> range.fallsOff() && range.spread() > 0 ? range.lower() : range.least())
                .map(low -> Span.around(Math.min(low, ends.lo()), ends.hi()))
                .orElse(ends);
    }

    private static int place(double[] x, double multiple) {
        int at = Arrays.binarySearch(x, multiple);
        return at >= 0 ? at : Math.clamp(-at - 1, 0, x.length - 1);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        String label = taken ? "multiple of the last step" : "multiple of the step";
        return Axes.of(size, Axis.linear(label, window.x()), Axis.linear(yLabel, window.y()), Axes.Margins.NONE);
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        double x0 = area.px(0);
        double y0 = area.py(here);
        double x1 = area.px(1);
        double y1 = area.py(next);
        Painter.paint(g, size, theme, p -> {
            axes.paintGrid(p);
            p.within(area.box(), () -> {
                Hatch.holes(p, curve, area);
                slope.ifPresent(s -> p.draw(ray(area, s), theme.muted(), Painter.dashed(1.3, 5, 4)));
                p.draw(
                        PixelPath.of(curve.x(), curve.y(), 0, curve.x().length - 1, area)
                                .path(),
                        theme.text(),
                        1.8);
                Color core = style.core(theme);
                p.draw(
                        PixelPath.of(new double[] {0, 1}, new double[] {here, next}, 0, 1, area)
                                .path(),
                        core,
                        2.4);
            });
            axes.paintFrame(p);
            p.within(area.box(), () -> {
                TrailPainter.open(p, style, x1, y1, 5.6);
                p.draw(style.marker().at(x0, y0, 5.6), theme.panel(), 3);
                p.fill(style.marker().at(x0, y0, 5.6), style.core(theme));
            });
            words(p, area, x0, y0, x1, y1);
        });
    }

    private Path2D ray(PlotArea area, double s) {
        double lo = window.x().lo();
        double hi = window.x().hi();
        return PixelPath.of(new double[] {lo, hi}, new double[] {here + s * lo, here + s * hi}, 0, 1, area)
                .path();
    }

    private void words(Painter p, PlotArea area, double x0, double y0, double x1, double y1) {
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        placer.keepOff(new Trail("", style, curve.x(), curve.y(), curve.x().length, false), area);
        placer.keepOff(x0, y0, x1, y1);
        slope.ifPresent(s -> placer.keepOff(ray(area, s)));
        placer.block(new Box(x0 - 7, y0 - 7, 14, 14));
        placer.block(new Box(x1 - 7, y1 - 7, 14, 14));
        if (area.contains(x0, y0)) {
            placer.label(p, taken ? "before" : "here", x0, y0, 9, Type.BODY, p.theme.text());
        }
        if (area.contains(x1, y1)) {
            placer.label(p, taken ? "here" : "next step", x1, y1, 9, Type.BODY, p.theme.text());
        }
        slope.ifPresent(s -> {
            List<double[]> along = DoubleStream.of(2.2, 1.8, 1.5, 2.6, 1.25, 0.7, 0.5, -0.5)
                    .mapToObj(at -> new double[] {area.px(at), area.py(here + s * at)})
                    .filter(at -> area.box().grown(-12).contains(at[0], at[1]))
                    .toList();
            placer.label(p, "tangent: slope " + Numbers.brief(s, 3), along, 6, Type.NOTE, p.theme.muted());
        });
    }
}
