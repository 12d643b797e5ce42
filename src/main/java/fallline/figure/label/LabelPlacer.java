package fallline.figure.label;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.path.Footprint;
import fallline.figure.path.Trail;
import fallline.figure.plot.PlotArea;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Finds places for the words on a plot: near what they name, inside the plot, on no line, on no mark and on no other
/// words; with a thin line to what they name where they stand off. Words for which there is no such place are left out.
///
/// Greedy, and always the same for the same plot: what is placed first has the best choice, so the most important words
/// come first, after all lines and marks are registered.
public final class LabelPlacer {
    private static final double CELL = 4;

    private static final double[] DISTANCES = {0, 5, 10, 16, 22, 30, 38, 48, 58, 72, 88, 108, 132};

    /// Directions as multiples of half the label's size, the preferred ones first; the rest only slide it along.
    private static final double[][] SIDES = {
        {1, -1}, {1, 0}, {1, 1}, {-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1},
        {0.5, -1}, {-0.5, -1}, {0.5, 1}, {-0.5, 1}, {1, -0.5}, {1, 0.5}, {-1, -0.5}, {-1, 0.5}
    };

    private static final int MOST_MARKS = 6;
    private static final double KEPT = 3;
    private static final double LEADER = 16;
    private static final double PER_DISTANCE = 0.35;
    private static final double PER_SIDE = 0.4;
    private static final double PER_POINT = 2;

    /// For a leader that runs over a mark or a line.
    private static final double PER_CROSSING = 6;

    private final Box area;
    private final int across;
    private final int down;
    private final byte[] points;
    private final Footprint lines;
    private final List<Box> marks = new ArrayList<>();
    private final List<Box> words = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();

    public LabelPlacer(Box area) {
        this.area = area;
        across = (int) Math.ceil(area.width() / CELL) + 1;
        down = (int) Math.ceil(area.height() / CELL) + 1;
        points = new byte[across * down];
        lines = new Footprint(area);
    }

    /// Nothing may be placed here: there is a mark.
    public void block(Box box) {
        marks.add(box);
    }

    /// Nothing may be placed here, and no thin line may lead over it: there are other words.
    public void plate(Box box) {
        words.add(box);
    }

    /// Words may cover this point, at a price.
    public void avoid(double x, double y) {
        int column = (int) ((x - area.x()) / CELL);
        int row = (int) ((y - area.y()) / CELL);
        if (x >= area.x() && y >= area.y() && column < across && row < down) {
            points[row * across + column] = 1;
        }
    }

    /// Words may cover these points, given by their place in pixels, at a price.
    public void avoid(int count, IntToDoubleFunction px, IntToDoubleFunction py) {
        for (int i = 0; i < count; i++) {
            avoid(px.applyAsDouble(i), py.applyAsDouble(i));
        }
    }

    /// No words stand on this path, nor on its later part.
    public void keepOff(Trail trail, PlotArea plot) {
        lines.add(trail, plot);
        trail.seenMarks()
                .forEach(mark -> marks.add(
                        new Box(plot.px(trail.x()[mark.step()]), plot.py(trail.y()[mark.step()]), 0, 0).grown(7)));
    }

    /// No words stand on this line, given in pixels.
    public void keepOff(Path2D path) {
        lines.add(path);
    }

    /// No words stand on this straight line.
    public void keepOff(double x0, double y0, double x1, double y1) {
        lines.add(x0, y0, x1, y1);
    }

    /// Paints `text` as near to (x, y) as can be, at least `gap` pixels off; with a thin line to it when farther away.
    /// Returns whether there was a place.
    public boolean label(Painter p, String text, double x, double y, double gap, Font font, Color colour) {
        return label(p, text, List.of(new double[] {x, y}), gap, font, colour);
    }

    /// Paints `text` beside one of several points of what it names; the first have the preference.
    ///
    /// @param anchors x and y each; those outside the plot do not count
    public boolean label(Painter p, String text, List<double[]> anchors, double gap, Font font, Color colour) {
        double ascent = 0.8 * font.getSize2D();
        Size size = new Size(Fonts.width(text, font), ascent + 0.26 * font.getSize2D());
        Choice best = null;
        for (int i = 0; i < anchors.size(); i++) {
            double[] at = anchors.get(i);
            if (area.grown(LEADER).contains(at[0], at[1])) {
                best = better(best, size, at[0], at[1], gap, i);
            }
        }
        if (best == null) {
            return false;
        }
        words.add(best.box.grown(KEPT));
        best.leader.ifPresent(line -> {
            leaders.add(line);
            p.draw(line, Contrast.alpha(colour, 0.7), Painter.line(1));
        });
        p.haloed(text, best.box.x(), best.box.y() + ascent, font, colour);
        return true;
    }

    /// Names the steps at which a run's settings were changed, as far as there is room, the first few at most.
    public void marks(Painter p, Trail trail, PlotArea plot) {
        trail.seenMarks().stream()
                .filter(mark -> !mark.words().isEmpty())
                .limit(MOST_MARKS)
                .forEach(mark -> label(
                        p,
                        mark.words(),
                        plot.px(trail.x()[mark.step()]),
                        plot.py(trail.y()[mark.step()]),
                        10,
                        Type.NOTE,
                        trail.style().words(p.theme)));
    }

    /// Paints a sentence that names nothing: in a corner, the upper right one first, or wherever there is room.
    public boolean note(Painter p, String text, Font font, Color colour) {
        double ascent = 0.8 * font.getSize2D();
        Box room = area.grown(-5);
        double width = Fonts.width(text, font);
        double height = ascent + 0.26 * font.getSize2D();
        if (width > room.width() || height > room.height()) {
            return false;
        }
        List<Box> corners = Places.corners(room, width, height);
        List<Box> places = new ArrayList<>(List.of(corners.get(1), corners.get(3), corners.get(0), corners.get(2)));
        places.addAll(Places.everywhere(room, width, height));
        for (Box place : places) {
            if (isFree(place.grown(KEPT))) {
                words.add(place.grown(KEPT));
                p.haloed(text, place.x(), place.y() + ascent, font, colour);
                return true;
            }
        }
        return false;
    }

    private record Size(double width, double height) {}

    private record Choice(Box box, double cost, Optional<Line2D> leader) {}

    private @Nullable Choice better(@Nullable Choice before, Size size, double x, double y, double gap, double base) {
        Choice best = before;
        for (double distance : DISTANCES) {
            for (int side = 0; side < SIDES.length; side++) {
                double cost = base + distance * PER_DISTANCE + side * PER_SIDE;
                if (best != null && cost >= best.cost) {
                    continue;
                }
                Box box = beside(size, x, y, gap + distance, SIDES[side]);
                if (isFree(box.grown(KEPT))) {
                    Optional<Line2D> leader = leader(box, x, y, gap);
                    double whole = cost
                            + PER_POINT * pointsIn(box.grown(KEPT))
                            + leader.map(this::crossings).orElse(0.0);
                    if (Double.isFinite(whole) && (best == null || whole < best.cost)) {
                        best = new Choice(box, whole, leader);
                    }
                }
            }
        }
        return best;
    }

    private static Box beside(Size size, double x, double y, double out, double[] side) {
        boolean slanted = Math.abs(side[0]) == 1 && Math.abs(side[1]) == 1;
        double away = slanted ? 0.72 * out : out;
        double cx = x + (Math.abs(side[0]) == 1 ? side[0] * (away + size.width / 2) : side[0] * size.width * 0.7);
        double cy = y + (Math.abs(side[1]) == 1 ? side[1] * (away + size.height / 2) : side[1] * size.height * 1.4);
        return new Box(cx - size.width / 2, cy - size.height / 2, size.width, size.height);
    }

    /// A thin line from the label to the point, if it stands off.
    private static Optional<Line2D> leader(Box box, double x, double y, double gap) {
        double nx = Math.clamp(x, box.x(), box.right());
        double ny = Math.clamp(y, box.y(), box.bottom());
        double distance = Math.hypot(nx - x, ny - y);
        if (!(distance > gap + LEADER)) {
            return Optional.empty();
        }
        double share = (gap - 1) / distance;
        double end = 1 - 2 / distance;
        return Optional.of(
                new Line2D.Double(x + share * (nx - x), y + share * (ny - y), x + end * (nx - x), y + end * (ny - y)));
    }

    private boolean isFree(Box box) {
        return area.contains(box)
                && marks.stream().noneMatch(box::overlaps)
                && words.stream().noneMatch(box::overlaps)
                && leaders.stream().noneMatch(box.shape()::intersectsLine)
                && lines.isFree(box);
    }

    private int pointsIn(Box box) {
        int count = 0;
        int top = (int) ((box.y() - area.y()) / CELL);
        int bottom = (int) ((box.bottom() - area.y()) / CELL);
        int left = (int) ((box.x() - area.x()) / CELL);
        int right = (int) ((box.right() - area.x()) / CELL);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                count += points[row * across + column];
            }
        }
        return count;
    }

    /// What a leader costs: it never runs through words, and rather not over marks and lines.
    private double crossings(Line2D leader) {
        if (words.stream().anyMatch(box -> box.shape().intersectsLine(leader))
                || leaders.stream().anyMatch(leader::intersectsLine)) {
            return Double.POSITIVE_INFINITY;
        }
        long over =
                marks.stream().filter(box -> box.shape().intersectsLine(leader)).count();
        double length = Math.hypot(leader.getX2() - leader.getX1(), leader.getY2() - leader.getY1());
        int pieces = (int) Math.ceil(length / CELL);
        for (int i = 0; i <= pieces; i++) {
            double x = leader.getX1() + (leader.getX2() - leader.getX1()) * i / pieces;
            double y = leader.getY1() + (leader.getY2() - leader.getY1()) * i / pieces;
            over += lines.isTouched(x, y) ? 1 : 0;
        }
        return PER_CROSSING * over;
    }
}
