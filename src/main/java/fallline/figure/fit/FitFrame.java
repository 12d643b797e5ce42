package fallline.figure.fit;

import fallline.figure.label.Caption;
import fallline.figure.label.EndLabels;
import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.path.Footprint;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import fallline.figure.plot.Window;
import java.util.List;
import java.util.Optional;

/// What fits to rows over one feature have in common: the plot with room for the runs' names at its right, and a
/// caption where it covers no row: in the plot if there is such a place, else above it.
///
/// @param names the runs'
/// @param x one number a row
/// @param y one number a row
record FitFrame(
        String xLabel,
        String yLabel,
        Window window,
        List<String> names,
        double[] x,
        double[] y,
        Optional<Caption> caption) {
    Axes axes(Size size) {
        Axes axes = axes(size, 0);
        Box box = axes.area().box();
        boolean inside = caption.isEmpty()
                || caption.get().isTooLarge(box)
                || caption.get().free(box, rows(axes.area())).isPresent();
        return inside ? axes : axes(size, Caption.STRIP);
    }

    private Axes axes(Size size, double above) {
        return Axes.of(
                size,
                Axis.linear(xLabel, window.x()),
                Axis.linear(yLabel, window.y()),
                new Axes.Margins(above, room(size)));
    }

    private Footprint rows(PlotArea area) {
        Footprint rows = new Footprint(area.box());
        for (int i = 0; i < x.length; i++) {
            rows.add(area.px(x[i]), area.py(y[i]));
        }
        return rows;
    }

    /// The room at the right.
    double room(Size size) {
        return names.size() < 2 ? 0 : EndLabels.room(names, size.width());
    }

    /// The row under a pointer.
    Optional<Hit> hit(Size size, double px, double py) {
        int row = Points.nearest(axes(size).area(), x, y, px, py);
        return row < 0 ? Optional.empty() : Optional.of(new Hit.Row(row));
    }

    /// Where the caption stands in a plot; empty if it stands above, or nowhere.
    Optional<Box> captionBox(PlotArea area) {
        return caption.flatMap(words -> words.free(area.box(), rows(area)));
    }

    void paintCaption(Painter p, PlotArea area) {
        caption.filter(words -> !words.isTooLarge(area.box())).ifPresent(words -> captionBox(area)
                .ifPresentOrElse(box -> words.paint(p, area.box(), box), () -> words.paintAbove(p, area.box())));
    }
}
