package fallline.figure.map;

import fallline.figure.label.LabelPlacer;
import fallline.figure.label.ReadOut;
import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;

/// A map whose every cell is a run: two settings on the axes, colours and patterns for how the run ended.
///
/// @param x what lies across
/// @param y what lies upwards
/// @param cells may come later, and may be of another part while the newest is computed
/// @param marks the runs of the experiment that lie in this plane
/// @param readOut what is pointed at
public record RunMapFigure(
        Axis x,
        Axis y,
        CellMap cells,
        CellLegend legend,
        List<RunMark> marks,
        Optional<ReadOut> readOut,
        Optional<Frame> frame)
        implements PlotFigure {
    /// A part that is being chosen, in data.
    public record Frame(double x1, double y1, double x2, double y2) {}

    public RunMapFigure {
        marks = List.copyOf(marks);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        return Axes.of(size, x, y, new Axes.Margins(0, legend.width(size.width())));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        Painter.paint(g, size, theme, p -> {
            Box plot = area.box();
            p.within(plot, () -> {
                p.ground(plot, CellInk.unknown(theme));
                cells.paint(p, area, 1);
                frame.ifPresent(f -> paintFrame(p, area, f));
            });
            axes.paintFrame(p);
            if (legend.width(size.width()) > 0) {
                legend.paint(p, plot, cells.colours());
            }
            paintMarks(p, area);
        });
    }

    private static void paintFrame(Painter p, PlotArea area, Frame f) {
        double left = Math.min(area.px(f.x1), area.px(f.x2));
        double right = Math.max(area.px(f.x1), area.px(f.x2));
        double top = Math.min(area.py(f.y1), area.py(f.y2));
        double bottom = Math.max(area.py(f.y1), area.py(f.y2));
        Color ink = p.theme.text();
        for (int pass = 0; pass < 2; pass++) {
            Color colour = pass == 0 ? p.theme.panel() : ink;
            double width = pass == 0 ? 3.4 : 1.4;
            p.draw(new Line2D.Double(left, top, right, top), colour, width);
            p.draw(new Line2D.Double(right, top, right, bottom), colour, width);
            p.draw(new Line2D.Double(right, bottom, left, bottom), colour, width);
            p.draw(new Line2D.Double(left, bottom, left, top), colour, width);
        }
    }

    private void paintMarks(Painter p, PlotArea area) {
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        Optional<Box> words = readOut.flatMap(r -> r.place(area, List.of(), List.of()));
        words.ifPresent(placer::plate);
        for (RunMark mark : marks) {
            placer.block(new Box(area.px(mark.x()) - 8, area.py(mark.y()) - 8, 16, 16));
        }
        p.within(area.box(), () -> {
            for (RunMark mark : marks) {
                mark.paint(p, area.px(mark.x()), area.py(mark.y()));
            }
        });
        for (RunMark mark : marks) {
            double px = area.px(mark.x());
            double py = area.py(mark.y());
            if (area.contains(px, py) && area.box().width() > 220) {
                placer.label(p, mark.name(), px, py, 11, Type.NAME, p.theme.text());
            }
        }
        words.ifPresent(box -> readOut.orElseThrow().paint(p, box));
    }
}
