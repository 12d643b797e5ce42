package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.path.Footprint;
import fallline.figure.path.Trail;
import fallline.figure.plot.PlotArea;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
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
    /// What is kept between the box and a path, with the marks on it.
    private static final double KEPT = 8;

    public ReadOut {
        lines = List.copyOf(lines);
    }

    /// Where the box stands in the plot: beside what it is about, or in a corner where it hides no path and no mark,
    /// or else wherever it hides none; empty if there is no such place, or the plot is too small for it.
    ///
    /// @param marks handles and other things that must not be hidden
    /// @param trails whole paths, so that the box keeps its corner while the playhead moves
    public Optional<Box> place(PlotArea area, List<Landmark> marks, List<Trail> trails) {
        return place(area, marks, trails, List.of(), List.of());
    }

    /// The same with more that must not be hidden.
    ///
    /// @param plates what has its place before this one: other words in a box, arrows at the edge
    /// @param curves what is better not hidden, but may be where there is no other place
    public Optional<Box> place(
            PlotArea area, List<Landmark> marks, List<Trail> trails, List<Box> plates, List<Trail> curves) {
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
        return at.isPresent()
                ? Optional.of(beside(area, at.get(), width, height, plates))
                : free(area, width, height, marks, trails, plates, curves);
    }

    private static Box beside(PlotArea area, Point2D at, double width, double height, List<Box> plates) {
        Box plot = area.box();
        double x = area.px(at.getX());
        double y = area.py(at.getY());
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
                .orElseGet(places::getFirst);
    }

    private static boolean isFree(Box box, List<Box> plates) {
        return plates.stream().noneMatch(box.grown(BESIDE)::overlaps);
    }

    private static Optional<Box> free(
            PlotArea area,
            double width,
            double height,
            List<Landmark> marks,
            List<Trail> trails,
            List<Box> plates,
            List<Trail> curves) {
        Box plot = area.box();
        Footprint taken = new Footprint(plot);
        trails.forEach(trail -> taken.add(trail, area));
        plates.forEach(plate -> taken.add(plate.grown(BESIDE - KEPT)));
        marks.forEach(mark -> taken.add(new Box(area.px(mark.x()), area.py(mark.y()), 0, 0).grown(NEAR - KEPT)));
        Footprint better = new Footprint(plot);
        curves.forEach(curve -> better.add(curve, area));
        ToIntFunction<Box> hides = place -> plot.contains(place) && taken.isFree(place.grown(KEPT))
                ? better.count(place.grown(BESIDE))
                : Integer.MAX_VALUE;
        Optional<Box> corner = best(corners(plot, width, height), hides);
        if (corner.filter(box -> hides.applyAsInt(box) == 0).isPresent()) {
            return corner; // which is usual: all other places are many, and put in order first
        }
        List<Box> places = new ArrayList<>();
        corner.ifPresent(places::add);
        places.addAll(Places.everywhere(plot.grown(-BESIDE), width, height));
        return best(places, hides);
    }

    /// The first of those that hide least; none if none may be taken.
    private static Optional<Box> best(List<Box> places, ToIntFunction<Box> hides) {
        Optional<Box> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Box place : places) {
            int hidden = hides.applyAsInt(place);
            if (hidden < least) {
                best = Optional.of(place);
                least = hidden;
            }
            if (hidden == 0) {
                break;
            }
        }
        return best;
    }

    private static List<Box> corners(Box plot, double width, double height) {
        List<Box> corners = Places.corners(plot.grown(-GAP), width, height);
        Box right = corners.getLast();
        Box middle = new Box(plot.centreX() - width / 2, plot.y() + GAP, width, height);
        Box aboveNote = new Box(right.x(), right.y() - NOTE, width, height);
        return List.of(corners.get(1), corners.getFirst(), middle, corners.get(2), aboveNote, right);
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
