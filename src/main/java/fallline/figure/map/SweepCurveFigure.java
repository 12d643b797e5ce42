package fallline.figure.map;

import fallline.figure.curve.CurveTable;
import fallline.figure.curve.Tabular;
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
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;

/// Runs over one setting as a curve: what is measured of each upwards, behind it hatched where they diverged.
///
/// @param places what each run was set to, by column
/// @param values by column; NaN where there is no number
/// @param band one row of cells, of which patterns and words are painted behind the curve
public record SweepCurveFigure(
        Axis x,
        Axis y,
        double[] places,
        double[] values,
        CellMap band,
        CellLegend legend,
        List<RunMark> marks,
        Optional<ReadOut> readOut)
        implements PlotFigure, Tabular {
    public SweepCurveFigure {
        marks = List.copyOf(marks);
    }

    @Override
    public CurveTable table() {
        return new CurveTable(
                y.label(),
                List.of(
                        CurveTable.Column.of(x.label(), places, places.length),
                        CurveTable.Column.of(y.label(), values, values.length)),
                values.length);
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
            axes.paintGrid(p);
            PlotArea behind = new PlotArea(
                    area.box(),
                    area.x(),
                    band.field().y().scale(area.box().bottom(), area.box().y()));
            p.within(area.box(), () -> {
                band.paint(p, behind, 0.55);
                paintCurve(p, area);
            });
            axes.paintFrame(p);
            if (legend.width(size.width()) > 0) {
                legend.paint(p, area.box(), band.colours());
            }
            Optional<Box> words = readOut.flatMap(r -> r.place(area, List.of(), List.of()));
            LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
            words.ifPresent(placer::plate);
            for (RunMark mark : marks) {
                double px = area.px(mark.x());
                if (area.contains(px, area.box().centreY())) {
                    p.line(
                            px,
                            area.box().y(),
                            px,
                            area.box().bottom(),
                            mark.style().core(theme),
                            Painter.dashed(1.4, 4, 3));
                    placer.label(p, mark.name(), px, area.box().y() + 14, 6, Type.NAME, theme.text());
                }
            }
            words.ifPresent(box -> readOut.orElseThrow().paint(p, box));
        });
    }

    private void paintCurve(Painter p, PlotArea area) {
        double radius = Math.clamp(area.box().width() / values.length / 3, 0.9, 2.6);
        double left = area.box().x();
        double cell = area.box().width();
        Path2D line = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                down = false;
                continue;
            }
            double px = px(area, i, left, cell);
            double py = area.py(values[i]);
            if (down) {
                line.lineTo(px, py);
            } else {
                line.moveTo(px, py);
            }
            down = true;
        }
        p.draw(line, p.theme.accent(), 1.8);
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double px = px(area, i, left, cell);
                double py = area.py(values[i]);
                p.fill(new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius), p.theme.accent());
            }
        }
    }

    /// The middle of a column, wherever the band lies in the plot.
    private double px(PlotArea area, int column, double left, double width) {
        double at = band.field().x().scale(left, left + width).value(left + width * (column + 0.5) / values.length);
        return area.px(at);
    }
}
