package fallline.figure;

import java.awt.geom.Point2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A few lines of words on a plot: where the pointer is, or what the chosen run does.
///
/// @param title in bold
/// @param lines under it
/// @param at the point of the data that they speak of; without one they stand in a corner
public record ReadOut(String title, List<String> lines, Optional<Point2D> at) {
    private static final double PAD = 10;
    private static final double PITCH = 17;
    private static final double AWAY = 16;
    private static final double GAP = 12;
    private static final double NEAR = 12;
    /// The height of the note in the lower right corner.
    private static final double NOTE = 26;
    private static final int MOST_POINTS = 400;

    public ReadOut {
        lines = List.copyOf(lines);
    }

    /// Where the box stands in the plot: beside what it is about, or in the corner where it hides least; empty if the
    /// plot is too small for it.
    ///
    /// @param marks handles and other things that must not be hidden
    /// @param trails whole paths, so that the box keeps its corner while the playhead moves
    Optional<Box> place(PlotArea area, List<Landmark> marks, List<Trail> trails) {
        double width = 2 * PAD
                + Math.max(
                        Fonts.width(title, Type.LABEL),
                        lines.stream()
                                .mapToDouble(line -> Fonts.width(line, Type.BODY))
                                .max()
                                .orElse(0));
        double height = 2 * PAD + 12 + PITCH * lines.size() - 2;
        Box plot = area.box();
        double share = width * height / (plot.width() * plot.height());
        if (width > plot.width() - 8 || height > plot.height() - 8 || share > (at.isPresent() ? 0.6 : 0.16)) {
            return Optional.empty();
        }
        if (at.isEmpty()) {
            return corner(area, width, height, marks, trails).filter(plot::contains);
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

    private static Optional<Box> corner(
            PlotArea area, double width, double height, List<Landmark> marks, List<Trail> trails) {
        Box plot = area.box();
        double left = plot.x() + GAP;
        double right = plot.right() - width - GAP;
        double top = plot.y() + GAP;
        double bottom = plot.bottom() - height - GAP;
        return Stream.of(
                        new Box(right, top, width, height),
                        new Box(left, top, width, height),
                        new Box((left + right) / 2, top, width, height),
                        new Box(left, bottom, width, height),
                        new Box(right, bottom - NOTE, width, height))
                .min(Comparator.comparingInt(box -> hidden(box, area, marks, trails)));
    }

    /// How much a box would hide; a mark weighs more than any path.
    private static int hidden(Box box, PlotArea area, List<Landmark> marks, List<Trail> trails) {
        Box around = box.grown(NEAR);
        int hidden = 0;
        for (Landmark mark : marks) {
            hidden += around.contains(area.px(mark.x()), area.py(mark.y())) ? 10 * MOST_POINTS : 0;
        }
        for (Trail trail : trails) {
            int stride = 1 + trail.length() / MOST_POINTS;
            for (int i = 0; i < trail.length(); i += stride) {
                hidden += around.contains(area.px(trail.x()[i]), area.py(trail.y()[i])) ? 1 : 0;
            }
        }
        return hidden;
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
