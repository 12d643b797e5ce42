package fallline.figure;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/// A few lines of words on a plot: where the pointer is, or what the chosen run does.
///
/// @param title in bold
/// @param lines under it
/// @param at the point of the data that they speak of; without one they stand in a corner
public record ReadOut(String title, List<String> lines, Optional<Point2D> at) {
    private static final double PAD = 10;
    private static final double PITCH = 17;
    private static final double AWAY = 16;

    public ReadOut {
        lines = List.copyOf(lines);
    }

    /// Where the box stands in the plot; empty if the plot is too small for it.
    Optional<Box> place(PlotArea area) {
        double width = 2 * PAD + Math.max(Fonts.width(title, Type.LABEL), lines.stream()
                .mapToDouble(line -> Fonts.width(line, Type.BODY))
                .max()
                .orElse(0));
        double height = 2 * PAD + 12 + PITCH * lines.size() - 2;
        Box plot = area.box();
        double share = width * height / (plot.width() * plot.height());
        if (width > plot.width() - 8 || height > plot.height() - 8 || share > (at.isPresent() ? 0.6 : 0.25)) {
            return Optional.empty();
        }
        if (at.isEmpty()) {
            return Optional.of(new Box(plot.right() - width - 12, plot.y() + 12, width, height)).filter(plot::contains);
        }
        double x = area.px(at.get().getX());
        double y = area.py(at.get().getY());
        double left = x + AWAY + width < plot.right() ? x + AWAY : x - AWAY - width;
        double top = y + AWAY + height < plot.bottom() ? y + AWAY : y - AWAY - height;
        return Optional.of(new Box(
                Math.clamp(left, plot.x() + 4, plot.right() - width - 4),
                Math.clamp(top, plot.y() + 4, plot.bottom() - height - 4),
                width,
                height));
    }

    void paint(Painter p, Box box) {
        p.plate(box);
        double baseline = box.y() + PAD + Fonts.CAP * 12 + 1;
        p.text(title, box.x() + PAD, baseline, Type.LABEL, p.theme.text());
        for (String line : lines) {
            baseline += PITCH;
            p.text(line, box.x() + PAD, baseline, Type.BODY, p.theme.muted());
        }
    }
}
