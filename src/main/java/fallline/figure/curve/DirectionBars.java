package fallline.figure.curve;

import fallline.figure.paint.Box;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// A sum over directions at every step, as stacked bars: the slow directions lie at the bottom, and are what is left in
/// the end.
///
/// On a logarithmic axis the height of a bar is its sum, and its colours divide that height by their shares.
///
/// @param yLabel `J − J*`
/// @param logarithmic whether the heights of the bars are on a logarithmic axis
/// @param across the horizontal axis: steps
/// @param steps where the bars stand, ascending
/// @param layers from the steepest direction to the flattest
/// @param playhead the step of the upright line
/// @param note a sentence in the corner; may be empty
public record DirectionBars(
        String yLabel, boolean logarithmic, Axis across, int[] steps, List<Layer> layers, int playhead, String note)
        implements AcrossSteps, Tabular {
    private static final double LEAST_BAR = 4;
    private static final double SWATCH = 10;
    private static final double PITCH = 16;
    private static final double GAP = 8;
    private static final double LARGEST_SHARE = 0.4;

    /// A divergence is shown up to this multiple of the start.
    private static final double ROOM = 4;

    private static final double LOG_ROOM = 1e4;

    /// What one direction holds.
    ///
    /// @param name for the legend: `λ = 42`
    /// @param values one a bar, ≥ 0
    public record Layer(String name, double[] values) {}

    public DirectionBars {
        layers = List.copyOf(layers);
    }

    @Override
    public CurveTable table() {
        List<CurveTable.Column> columns = new ArrayList<>();
        columns.add(new CurveTable.Column("step", true, row -> steps[row]));
        layers.forEach(layer -> columns.add(CurveTable.Column.of(layer.name, layer.values, steps.length)));
        return new CurveTable(yLabel + " by direction", columns, steps.length);
    }

    private double sum(int bar) {
        double sum = 0;
        for (Layer layer : layers) {
            sum += layer.values[bar];
        }
        return sum;
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        Axis y = logarithmic ? Axis.log(yLabel, heights()) : Axis.linear(yLabel, heights());
        return Axes.of(size, across, y, new Axes.Margins(0, room(size)));
    }

    private double room(Size size) {
        double widest = layers.stream()
                .mapToDouble(layer -> Fonts.width(layer.name, Type.BODY))
                .max()
                .orElse(0);
        return Math.min(GAP + SWATCH + 6 + widest + 6, size.width() * LARGEST_SHARE);
    }

    private Span heights() {
        double lo = Double.POSITIVE_INFINITY;
        double hi = 0;
        double first = steps.length == 0 ? 0 : sum(0);
        double cut = first > 0 ? first * (logarithmic ? LOG_ROOM : ROOM) : 1e297;
        for (int i = 0; i < steps.length; i++) {
            double sum = sum(i);
            if (sum > 1e-297) {
                lo = Math.min(lo, sum);
                hi = Math.max(hi, Math.min(sum, cut));
            }
        }
        if (!(hi > 0)) {
            return logarithmic ? new Span(1e-3, 1) : new Span(0, 1);
        }
        double least = Math.min(lo, hi);
        return logarithmic ? new Span(least / 10, Math.min(1e299, hi * 1.5)) : new Span(0, Math.min(1e300, hi * 1.05));
    }

    @Override
    public int stepAt(Size size, double px) {
        double place = plot(size).dataX(px);
        return (int) Math.rint(
                Math.clamp(place, Math.max(0, across.span().lo()), across.span().hi()));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        Painter.paint(g, size, theme, p -> {
            axes.paintGrid(p);
            p.within(area.box(), () -> bars(p, area));
            axes.paintFrame(p);
            double x = area.px(playhead);
            if (x >= area.box().x() && x <= area.box().right()) {
                p.rule(x, area.box().y(), x, area.box().bottom(), Contrast.alpha(theme.accent(), 0.75), 1.5);
            }
            legend(p, area.box(), size);
            if (!note.isEmpty() && Fonts.width(note, Type.NOTE) < area.box().width() - 16) {
                double left = area.box().right() - 8 - Fonts.width(note, Type.NOTE);
                p.haloed(note, left, area.box().y() + 8 + Fonts.CAP * 11, Type.NOTE, theme.muted());
            }
        });
    }

    /// A layer's colour: dark for the steepest direction, light for the flattest.
    private Color colour(int layer, Theme theme) {
        double place = layers.size() < 2 ? 0.3 : 0.12 + 0.7 * layer / (layers.size() - 1);
        return Contrast.ensured(new Color(ColourMap.VIRIDIS.rgb(place)), theme.panel(), 1.9);
    }

    private void bars(Painter p, PlotArea area) {
        if (steps.length == 0) {
            return;
        }
        double each = steps.length < 2 ? area.box().width() : Math.abs(area.px(steps[1]) - area.px(steps[0]));
        int stride = (int) Math.max(1, Math.ceil(LEAST_BAR / Math.max(each, 1e-9)));
        double width = Math.min(each * stride, 28);
        double shown = width > 5 ? width - 1 : width;
        double floor = area.box().bottom();
        for (int i = 0; i < steps.length; i += stride) {
            double sum = sum(i);
            if (!(sum > 0)) {
                continue;
            }
            double middle = area.px(steps[i]);
            double top = Double.isFinite(sum) ? area.py(sum) : area.box().y();
            double base = floor;
            double below = 0;
            for (int layer = layers.size() - 1; layer >= 0; layer--) {
                double value = layers.get(layer).values[i];
                below += value;
                double next = logarithmic ? floor - (floor - top) * Math.min(1, below / sum) : area.py(below);
                if (base > next) {
                    p.fill(
                            new Rectangle2D.Double(middle - shown / 2, next, shown, base - next),
                            colour(layer, p.theme));
                }
                base = next;
            }
        }
    }

    private void legend(Painter p, Box plot, Size size) {
        int fit = (int) Math.max(1, plot.height() / PITCH);
        double x = plot.right() + GAP;
        double y = plot.y() + PITCH / 2;
        for (int i = 0; i < Math.min(fit, layers.size()); i++) {
            p.fill(new Rectangle2D.Double(x, y - SWATCH / 2, SWATCH, SWATCH), colour(i, p.theme));
            double left = x + SWATCH + 6;
            p.text(
                    Fonts.fitted(layers.get(i).name, Type.BODY, size.width() - left - 3),
                    left,
                    Painter.centred(y, Type.BODY),
                    Type.BODY,
                    p.theme.text());
            y += PITCH;
        }
    }
}
