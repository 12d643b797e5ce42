package fallline.figure.curve;

import fallline.figure.label.EndLabels;
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
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Span;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// J against the learning rate, or against a factor of it, on a logarithmic axis.
///
/// Numbers above what is seen, and places where a run diverged (NaN), stand hollow on the upper edge; on a logarithmic
/// axis of J, numbers ≤ 0 stand hollow on the lower one.
///
/// @param xLabel `learning rate`
/// @param across the rates seen
/// @param yLabel `J`
/// @param logarithmic whether the axis of J is logarithmic
/// @param seen the values of J seen
/// @param marks rates that have a name
/// @param note a sentence in the corner; may be empty
public record RateCurves(
        String xLabel,
        Span across,
        String yLabel,
        boolean logarithmic,
        Span seen,
        List<Line> lines,
        List<Mark> marks,
        String note)
        implements PlotFigure, Tabular {
    /// One curve.
    ///
    /// @param name at its end and in tables
    /// @param rates ascending, above 0
    /// @param loss J at each; NaN where the run diverged
    /// @param points whether the places that were computed are marked; else the line is thin and faint where
    ///     `faint`
    public record Line(String name, RunStyle style, double[] rates, double[] loss, boolean points, boolean faint) {}

    /// A rate with a name: an upright line.
    ///
    /// @param strong whether it is one that can be taken
    public record Mark(double rate, String words, boolean strong) {}

    private static final double ROOM = 0.06;

    /// A colour with less contrast to the panel than this needs a casing of its own.
    private static final double LEAST_CONTRAST = 2.2;

    public RateCurves {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /// What is to be seen of values of J: all of them, but no more above `most` than that it shows where they go.
    ///
    /// @param values of all lines
    /// @param most J at the start, for instance
    public static Span seen(double[] values, double most, boolean logarithmic) {
        double[] usable = Arrays.stream(values)
                .filter(value -> Math.abs(value) < 1e299 && (!logarithmic || value > 0))
                .toArray();
        if (usable.length == 0) {
            return logarithmic ? new Span(1e-3, 1) : new Span(0, 1);
        }
        double lo = Arrays.stream(usable).min().getAsDouble();
        double hi = Math.max(lo, Math.min(Arrays.stream(usable).max().getAsDouble(), most > lo ? most : lo));
        if (!logarithmic) {
            return Span.opened(lo, hi).padded(ROOM);
        }
        double least = Math.clamp(lo, 1e-297, 1e297);
        double top = Math.clamp(hi, least, 1e297);
        double room = Math.max(1.3, Math.pow(top / least, ROOM));
        return new Span(Math.max(1e-299, least / room), Math.min(1e299, top * room));
    }

    /// Whether all values are positive and they spread so far that a logarithmic axis says more.
    public static boolean spreads(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double lo = Arrays.stream(finite).min().orElse(0);
        double hi = Arrays.stream(finite).max().orElse(0);
        return lo > 0 && lo < hi * 0.1;
    }

    @Override
    public CurveTable table() {
        List<CurveTable.Column> columns = new ArrayList<>();
        int rows = lines.stream().mapToInt(line -> line.rates.length).max().orElse(0);
        lines.stream()
                .max((one, other) -> Integer.compare(one.rates.length, other.rates.length))
                .ifPresent(longest -> columns.add(CurveTable.Column.of(xLabel, longest.rates, rows)));
        for (Line line : lines) {
            columns.add(CurveTable.Column.of(line.name.isEmpty() ? yLabel : line.name, line.loss, line.loss.length));
        }
        return new CurveTable(yLabel, columns, rows);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        Axis y = logarithmic ? Axis.log(yLabel, seen) : Axis.linear(yLabel, seen);
        return Axes.of(size, Axis.log(xLabel, across), y, new Axes.Margins(0, room(size)));
    }

    private double room(Size size) {
        return EndLabels.room(lines.stream().map(Line::name).toList(), size.width());
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        Painter.paint(g, size, theme, p -> {
            axes.paintGrid(p);
            axes.paintFrame(p);
            p.within(area.box(), () -> {
                for (Mark mark : marks) {
                    double x = area.px(mark.rate);
                    Color colour = mark.strong ? theme.accent() : theme.muted();
                    p.line(x, area.box().y(), x, area.box().bottom(), colour, Painter.dashed(1.4, 5, 4));
                }
                // no line's casing covers another line that runs along with it
                lines.stream().filter(line -> !line.faint).forEach(line -> casing(p, area, line));
                lines.forEach(line -> curve(p, area, line));
            });
            lines.forEach(line -> points(p, area, line));
            EndLabels.paint(p, ends(area), area.box(), room(size));
            words(p, area);
        });
    }

    private Path2D path(PlotArea area, Line line) {
        double[] heights = Arrays.stream(line.loss)
                .map(value -> logarithmic && value <= 0 ? seen.lo() : value)
                .toArray();
        return PixelPath.of(line.rates, heights, 0, heights.length - 1, area).path();
    }

    private void casing(Painter p, PlotArea area, Line line) {
        boolean pale = Contrast.between(line.style.core(p.theme), p.theme.panel()) < LEAST_CONTRAST;
        Color colour = pale ? line.style.casing(p.theme) : p.theme.panel();
        p.draw(path(area, line), Contrast.alpha(colour, 0.8), pale ? 3.4 : 3.8);
    }

    private void curve(Painter p, PlotArea area, Line line) {
        Color core = line.style.core(p.theme);
        if (line.faint) {
            p.draw(path(area, line), Contrast.alpha(core, 0.5), Painter.line(1.2));
        } else {
            p.draw(path(area, line), core, TrailPainter.core(line.style, 2, false, 0));
        }
    }

    /// Those that were computed, and on the edges those that cannot be seen.
    private void points(Painter p, PlotArea area, Line line) {
        for (int i = 0; i < line.rates.length && line.points; i++) {
            double value = line.loss[i];
            double x = area.px(line.rates[i]);
            if (Double.isNaN(value) || value > seen.hi()) {
                TrailPainter.open(p, line.style, x, area.box().y(), 3.6);
            } else if (logarithmic ? value <= seen.lo() : value < seen.lo()) {
                TrailPainter.open(p, line.style, x, area.box().bottom(), 3.6);
            } else {
                p.fill(line.style.marker().at(x, area.py(value), 3.4), line.style.core(p.theme));
            }
        }
    }

    private List<EndLabels.Wanted> ends(PlotArea area) {
        List<EndLabels.Wanted> ends = new ArrayList<>();
        for (Line line : lines) {
            if (!line.name.isEmpty() && line.loss.length > 0) {
                double last = line.loss[line.loss.length - 1];
                double y = Double.isNaN(last) ? area.box().y() : area.py(Math.max(last, seen.lo()));
                ends.add(new EndLabels.Wanted(
                        line.name,
                        line.style,
                        Math.clamp(y, area.box().y(), area.box().bottom()),
                        false));
            }
        }
        return ends;
    }

    private void words(Painter p, PlotArea area) {
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        for (Line line : lines) {
            placer.keepOff(PixelPath.of(line.rates, line.loss, 0, line.loss.length - 1, area)
                    .path());
        }
        for (Mark mark : marks) {
            placer.keepOff(
                    area.px(mark.rate),
                    area.box().y(),
                    area.px(mark.rate),
                    area.box().bottom());
        }
        for (Mark mark : marks) {
            double x = area.px(mark.rate);
            List<double[]> along = new ArrayList<>();
            for (double share : new double[] {0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92}) {
                along.add(new double[] {x, area.box().y() + share * area.box().height()});
            }
            placer.label(p, mark.words, along, 7, Type.BODY, mark.strong ? p.theme.text() : p.theme.muted());
        }
        if (!note.isEmpty()) {
            placer.note(p, note, Type.NOTE, p.theme.muted());
        }
    }
}
