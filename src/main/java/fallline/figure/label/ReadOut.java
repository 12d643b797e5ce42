package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.path.Trail;
import fallline.figure.plot.PlotArea;
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
    /// Between two boxes with words.
    private static final double BESIDE = 4;
    /// What covering other words weighs: more than anything else.
    private static final int COVERED = 1000 * MOST_POINTS;

    public ReadOut {
        lines = List.copyOf(lines);
    }

    /// Where the box stands in the plot: beside what it is about, or in the corner where it hides least; empty if the
    /// plot is too small for it.
    ///
    /// @param marks handles and other things that must not be hidden
    /// @param trails whole paths, so that the box keeps its corner while the playhead moves
    public Optional<Box> place(PlotArea area, List<Landmark> marks, List<Trail> trails) {
        return place(area, marks, trails, List.of());
    }

    /// As above.
    ///
    /// @param plates other words in a box, which have their place before this one
    public Optional<Box> place(PlotArea area, List<Landmark> marks, List<Trail> trails, List<Box> plates) {
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
            return corner(area, width, height, marks, trails, plates).filter(plot::contains);
        }
        double x = area.px(at.get().getX());
        double y = area.py(at.get().getY());
        boolean right = x + AWAY + width < plot.right();
        boolean below = y + AWAY + height < plot.bottom();
        List<Box> places = Stream.of(
                        new boolean[][] {{right, below}, {right, !below}, {!right, below}, {!right, !below}})
                .map(to -> new Box(
                        Math.clamp(to[0] ? x + AWAY : x - AWAY - width, plot.x() + 4, plot.right() - width - 4),
                        Math.clamp(to[1] ? y + AWAY : y - AWAY - height, plot.y() + 4, plot.bottom() - height - 4),
                        width,
                        height))
                .toList();
        Stream<Box> above = places.stream().flatMap(box -> plates.stream()
                .map(plate -> new Box(box.x(), plate.y() - height - 2 * BESIDE, width, height)));
        return Stream.concat(places.stream(), above)
                .filter(box -> plot.contains(box) && !box.grown(-1).contains(x, y) && isFree(box, plates))
                .findFirst()
                .or(() -> Optional.of(places.getFirst()));
    }

    private static boolean isFree(Box box, List<Box> plates) {
        return plates.stream().noneMatch(box.grown(BESIDE)::overlaps);
    }

    private static Optional<Box> corner(
            PlotArea area, double width, double height, List<Landmark> marks, List<Trail> trails, List<Box> plates) {
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
                .min(Comparator.comparingInt(
                        box -> hidden(box, area, marks, trails) + (isFree(box, plates) ? 0 : COVERED)));
    }

    /// How much a box would hide; a mark weighs more than any path.
    public static int hidden(Box box, PlotArea area, List<Landmark> marks, List<Trail> trails) {
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

    public void paint(Painter p, Box box) {
        p.plate(box);
        double baseline = box.y() + PAD + Fonts.CAP * 12 + 1;
        p.text(title, box.x() + PAD, baseline, Type.LABEL, p.theme.text());
        for (String line : lines) {
            baseline += PITCH;
            p.text(line, box.x() + PAD, baseline, Type.BODY, p.theme.muted());
        }
    }
}
