package fallline.figure.plot;

import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The frame of a plot: the rectangle that is left when the labels have their room, the grid and the labels themselves.
///
/// All room is computed from measured words, so that nothing clips or overlaps down to 180 × 140 pixels.
public record Axes(Size size, Axis xAxis, Axis yAxis, PlotArea area, Ticks xTicks, Ticks yTicks) {
    /// Room that a figure wants at its edges beyond what the axes need.
    public record Margins(double top, double right) {
        public static final Margins NONE = new Margins(0, 0);
    }

    private static final double EDGE = 6;
    private static final double TICK_GAP = 7;
    private static final double NAME_GAP = 6;
    private static final double ROW_PITCH = 44;
    private static final double COLUMN_PITCH = 80;
    private static final double LEAST_BETWEEN = 12;
    private static final int EQUAL_ROUNDS = 3;

    public static Axes of(Size size, Axis x, Axis y, Margins margins) {
        double tick = Type.TICK.getSize2D();
        double name = Type.AXIS.getSize2D();
        double top = Math.max(margins.top(), EDGE) + Fonts.CAP * tick / 2;
        double below = TICK_GAP + Fonts.CAP * tick + EDGE;
        if (!x.label().isEmpty()) {
            below += NAME_GAP + Fonts.ASCENT * name;
        }
        double height = Math.max(20, Math.floor(size.height() - top - below));
        Ticks yTicks = yTicks(y, height);
        double left = EDGE + widest(yTicks) + TICK_GAP;
        if (!y.label().isEmpty()) {
            left += Fonts.ASCENT * name + NAME_GAP;
        }
        left = Math.ceil(left / 4) * 4;
        double right = Math.max(margins.right(), EDGE);
        Ticks xTicks = Ticks.NONE;
        double width = 20;
        for (int round = 0; round < 2; round++) {
            width = Math.max(20, Math.floor(size.width() - left - right));
            xTicks = xTicks(x, width);
            right = Math.max(right, overhang(xTicks, x, width) + EDGE / 2);
        }
        width = Math.max(20, Math.floor(size.width() - left - right));
        Box box = new Box(left, Math.round(top), width, height);
        PlotArea area = new PlotArea(box, x.scale(box.x(), box.right()), y.scale(box.bottom(), box.y()));
        return new Axes(size, x, y, area, xTicks, yTicks);
    }

    /// As [#of], with the spans widened until a unit is equally long on both axes.
    public static Axes equal(Size size, Axis x, Axis y, Margins margins) {
        Window wanted = new Window(x.span(), y.span());
        Axes axes = of(size, x, y, margins);
        for (int round = 0; round < EQUAL_ROUNDS; round++) {
            Window shown =
                    wanted.equalised(axes.area.box().width(), axes.area.box().height());
            axes = of(size, x.showing(shown.x()), y.showing(shown.y()), margins);
        }
        Box box = axes.area.box();
        Window shown = wanted.equalised(box.width(), box.height());
        Axis wideX = x.showing(shown.x());
        Axis wideY = y.showing(shown.y());
        PlotArea area = new PlotArea(box, wideX.scale(box.x(), box.right()), wideY.scale(box.bottom(), box.y()));
        return new Axes(size, wideX, wideY, area, xTicks(wideX, box.width()), yTicks(wideY, box.height()));
    }

    private static Ticks yTicks(Axis axis, double height) {
        int most = Math.clamp((int) (height / ROW_PITCH), 2, 9);
        return ticks(axis, most, ticks -> crowded(ticks, axis, height, 0.8));
    }

    private static Ticks xTicks(Axis axis, double width) {
        int most = Math.clamp((int) (width / COLUMN_PITCH) + 1, 2, 12);
        return ticks(axis, most, ticks -> crowded(ticks, axis, width, -1));
    }

    /// About `most` marks; fewer where they are crowded, more where one alone would say nothing.
    private static Ticks ticks(Axis axis, int most, Predicate<Ticks> crowded) {
        for (int count = most; count > 0; count--) {
            Ticks ticks = axis.ticks(count);
            if (ticks.marks().size() > 1 && !crowded.test(ticks)) {
                return ticks;
            }
        }
        for (int count = most + 1; count < most + 8; count++) {
            Ticks ticks = axis.ticks(count);
            if (ticks.marks().size() > 1 && !crowded.test(ticks)) {
                return ticks;
            }
        }
        Ticks ticks = axis.ticks(most);
        return new Ticks(ticks.marks().subList(0, Math.min(1, ticks.marks().size())));
    }

    /// Whether labels come too near to each other along an axis of this length; `lines` is a label's height in units of
    /// its type on an upright axis, negative on a level one, where each label's own width counts.
    private static boolean crowded(Ticks ticks, Axis axis, double length, double lines) {
        Scale scale = axis.scale(0, length);
        double end = Double.NEGATIVE_INFINITY;
        for (Ticks.Mark mark : ticks.marks()) {
            double half = (lines < 0 ? Fonts.width(mark.label(), Type.TICK) : lines * Type.TICK.getSize2D()) / 2;
            double middle = scale.pixel(mark.value());
            if (middle - half < end + LEAST_BETWEEN) {
                return true;
            }
            end = middle + half;
        }
        return false;
    }

    private static double widest(Ticks ticks) {
        return ticks.marks().stream()
                .mapToDouble(mark -> Fonts.width(mark.label(), Type.TICK))
                .max()
                .orElse(0);
    }

    /// How far the last label reaches beyond the right end of the axis.
    private static double overhang(Ticks ticks, Axis axis, double width) {
        List<Ticks.Mark> marks = ticks.marks();
        if (marks.isEmpty()) {
            return 0;
        }
        Ticks.Mark last = marks.getLast();
        return axis.scale(0, width).pixel(last.value()) + Fonts.width(last.label(), Type.TICK) / 2 - width;
    }

    /// Paints a plot: its data, cut off at its edges, the frame, and what stands over both.
    ///
    /// @param grid whether thin lines lie under the data
    public void paint(Graphics2D g, Theme theme, boolean grid, Consumer<Painter> data, Consumer<Painter> over) {
        Painter.paint(g, size, theme, p -> {
            if (grid) {
                paintGrid(p);
            }
            p.within(area.box(), () -> data.accept(p));
            paintFrame(p);
            over.accept(p);
        });
    }

    /// The thin lines under the data.
    public void paintGrid(Painter p) {
        Box box = area.box();
        for (Ticks.Mark mark : xTicks.marks()) {
            double x = area.px(mark.value());
            if (x > box.x() + 1 && x < box.right() - 1) {
                p.rule(x, box.y(), x, box.bottom(), p.theme.grid(), 1);
            }
        }
        for (Ticks.Mark mark : yTicks.marks()) {
            double y = area.py(mark.value());
            if (y > box.y() + 1 && y < box.bottom() - 1) {
                p.rule(box.x(), y, box.right(), y, p.theme.grid(), 1);
            }
        }
    }

    /// The frame and all words around it.
    public void paintFrame(Painter p) {
        Box box = area.box();
        Font font = Type.TICK;
        Color quiet = p.theme.muted();
        p.frame(box, p.theme.border());
        double baseline = box.bottom() + TICK_GAP + Fonts.CAP * font.getSize2D();
        for (Ticks.Mark mark : xTicks.marks()) {
            double half = Fonts.width(mark.label(), font) / 2;
            double middle = Math.max(area.px(mark.value()), EDGE / 2 + half);
            p.text(mark.label(), middle, 0.5, baseline, font, quiet);
        }
        for (Ticks.Mark mark : yTicks.marks()) {
            double y = area.py(mark.value());
            p.text(mark.label(), box.x() - TICK_GAP, 1, Painter.centred(y, font), font, quiet);
        }
        if (!xAxis.label().isEmpty()) {
            double below = baseline + NAME_GAP + Fonts.ASCENT * Type.AXIS.getSize2D();
            String words = Fonts.fitted(xAxis.label(), Type.AXIS, size.width() - 2 * EDGE);
            double half = Fonts.width(words, Type.AXIS) / 2;
            double middle = Math.clamp(
                    box.centreX(),
                    Math.min(EDGE + half, size.width() / 2),
                    Math.max(size.width() / 2, size.width() - EDGE - half));
            p.text(words, middle, 0.5, below, Type.AXIS, p.theme.text());
        }
        if (!yAxis.label().isEmpty()) {
            String words = Fonts.fitted(yAxis.label(), Type.AXIS, size.height() - 2 * EDGE);
            double half = Fonts.width(words, Type.AXIS) / 2;
            double middle = Math.clamp(
                    box.centreY(),
                    Math.min(EDGE + half, size.height() / 2),
                    Math.max(size.height() / 2, size.height() - EDGE - half));
            p.upwards(words, EDGE + Fonts.ASCENT * Type.AXIS.getSize2D() / 2, middle, Type.AXIS, p.theme.text());
        }
    }
}
