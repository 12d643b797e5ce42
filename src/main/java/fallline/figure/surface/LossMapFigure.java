package fallline.figure.surface;

import fallline.figure.label.LabelPlacer;
import fallline.figure.label.Landmark;
import fallline.figure.label.Places;
import fallline.figure.label.ReadOut;
import fallline.figure.label.Signs;
import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.Arrow;
import fallline.figure.path.EndCloud;
import fallline.figure.path.Nearest;
import fallline.figure.path.Trail;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.Window;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The loss of two parameters as a map from above, with the paths of the runs on it.
///
/// @param xLabel the parameter across
/// @param yLabel the parameter upwards
/// @param window what must be seen; more is seen where scales are equal
/// @param equalScales whether a unit is equally long on both axes, so that gradients stand upright on contours
/// @param surface may come later than the rest
/// @param trails in the order of the runs
/// @param chosen place of the run that is painted last, −1 for none
/// @param playhead the step that the heads stand at
/// @param start the handle, with its label
/// @param best the best points and others that are known
/// @param arrow the direction of descent at the playhead
/// @param readOut words in a box
/// @param pointed a step that is pointed at elsewhere
/// @param note a sentence in the lower corner when the axes cannot say everything; may be empty
/// @param overlays what is laid over the map besides the paths
public record LossMapFigure(
        String xLabel,
        String yLabel,
        Window window,
        boolean equalScales,
        Optional<? extends Surface> surface,
        List<Trail> trails,
        int chosen,
        int playhead,
        Optional<Landmark> start,
        List<Landmark> best,
        Optional<Arrow> arrow,
        Optional<ReadOut> readOut,
        Optional<Hit.Step> pointed,
        String note,
        MapOverlays overlays)
        implements PlotFigure {
    public static final String SCALE_NOTE = "axes not to one scale · 1:1";
    private static final double NAMES_FROM = 260;

    public LossMapFigure {
        trails = List.copyOf(trails);
        best = List.copyOf(best);
    }

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        Axis x = Axis.linear(xLabel, window.x());
        Axis y = Axis.linear(yLabel, window.y());
        return equalScales ? Axes.equal(size, x, y, Axes.Margins.NONE) : Axes.of(size, x, y, Axes.Margins.NONE);
    }

    @Override
    public Optional<Hit> hit(Size size, double px, double py) {
        PlotArea area = plot(size);
        if (start.isPresent()) {
            double distance = Math.hypot(
                    area.px(start.get().x()) - px, area.py(start.get().y()) - py);
            if (distance <= Signs.HANDLE + 4) {
                return Optional.of(new Hit.Start());
            }
        }
        if (noteText(area).contains(SCALE_NOTE)
                && noteBox(area).map(box -> box.contains(px, py)).orElse(false)) {
            return Optional.of(new Hit.ScaleNote());
        }
        return area.contains(px, py) ? Nearest.step(trails, area, px, py) : Optional.empty();
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        Painter.paint(g, size, theme, p -> {
            Optional<Box> words = readOutBox(axes.area());
            List<Box> levels = new ArrayList<>();
            p.within(axes.area().box(), () -> levels.addAll(paintMap(p, axes.area(), words)));
            axes.paintFrame(p);
            paintHeads(p, axes.area(), levels, words);
        });
    }

    /// Returns where the lines' levels are written.
    private List<Box> paintMap(Painter p, PlotArea area, Optional<Box> words) {
        List<Box> levels = List.of();
        if (surface.isPresent()) {
            SurfaceMap map = surface.get().over(area.window());
            if (!p.vector() || !overlays.hidesSurface(area)) {
                map.paint(p, area); // a file would carry what nobody sees
            }
            overlays.paintUnder(p, area, map.contours());
            if (overlays.labels()) {
                levels = map.paintLevels(p, area, covered(area, words), trails);
            }
        }
        TrailPainter paths = new TrailPainter(p, area);
        for (int i = 0; i < trails.size(); i++) {
            if (i != chosen) {
                paths.path(trails.get(i), playhead);
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            paths.path(trails.get(chosen), playhead);
        }
        overlays.paintOver(p, area);
        trails.forEach(trail -> trail.ends().ifPresent(ends -> ends.paint(p, area, trail.style())));
        for (Landmark point : best) {
            Signs.known(p, point.sign(), area.px(point.x()), area.py(point.y()));
        }
        return levels;
    }

    /// All that stands on top of the map: handle, heads, arrow, words.
    private void paintHeads(Painter p, PlotArea area, List<Box> levels, Optional<Box> words) {
        double spread = surface.map(s -> s.over(area.window()).spread()).orElse(Double.NaN);
        Optional<Arrow.Placed> placed = arrow.flatMap(a -> a.placed(area, spread));
        p.within(area.box(), () -> {
            start.ifPresent(s -> Signs.handle(p, area.px(s.x()), area.py(s.y())));
            placed.ifPresent(at -> arrow.orElseThrow().paint(p, at));
            TrailPainter paths = new TrailPainter(p, area);
            for (int i = trails.size() - 1; i >= 0; i--) {
                if (i != chosen) {
                    paths.head(trails.get(i), playhead, false);
                }
            }
            if (chosen >= 0 && chosen < trails.size()) {
                paths.head(trails.get(chosen), playhead, true);
            }
            pointed.ifPresent(step -> Nearest.ring(p, trails, area, step));
            overlays.sketch().paint(p, area);
        });
        paintWords(p, area, placed, levels, words);
    }

    /// Where no level of a line is written, because something that stays in its place stands there.
    private List<Box> covered(PlotArea area, Optional<Box> words) {
        List<Box> covered = new ArrayList<>(plates(area));
        words.filter(_ -> readOut.filter(r -> r.at().isEmpty()).isPresent()).ifPresent(covered::add);
        marks().forEach(mark -> covered.add(around(area, mark.x(), mark.y(), 9)));
        overlays.critical().forEach(mark -> covered.add(around(area, mark.x(), mark.y(), 9)));
        return covered;
    }

    /// The boxes with words that have a place of their own.
    private List<Box> plates(PlotArea area) {
        return Stream.of(noteBox(area), legendBox(area), overlays.dial().flatMap(dial -> dial.panel(area.box())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Box> legendBox(PlotArea area) {
        List<Landmark> signs = new ArrayList<>(marks());
        overlays.critical().forEach(mark -> signs.add(new Landmark(mark.x(), mark.y(), "")));
        Optional<Box> words = noteBox(area);
        return overlays.legendBox(
                area,
                box -> words.filter(box::overlaps).isPresent()
                        ? Integer.MAX_VALUE
                        : ReadOut.hidden(box, area, signs, trails));
    }

    private static Box around(PlotArea area, double x, double y, double reach) {
        return new Box(area.px(x) - reach, area.py(y) - reach, 2 * reach, 2 * reach);
    }

    /// What the read-out must not hide.
    private List<Landmark> marks() {
        List<Landmark> marks = new ArrayList<>(best);
        start.ifPresent(marks::add);
        return marks;
    }

    /// Where the read-out stands: never on a path, nor on an arrow at the edge.
    public Optional<Box> readOutBox(PlotArea area) {
        List<Box> taken = new ArrayList<>(plates(area));
        taken.addAll(TrailPainter.exits(trails, playhead, area));
        return readOut.flatMap(r -> r.place(area, marks(), trails, taken, List.of()));
    }

    private void paintWords(
            Painter p, PlotArea area, Optional<Arrow.Placed> placed, List<Box> levels, Optional<Box> readOutBox) {
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        readOutBox.ifPresent(placer::plate);
        legendBox(area).ifPresent(box -> {
            placer.plate(box);
            overlays.paintLegend(p, area, box);
        });
        overlays.dial().ifPresent(dial -> dial.panel(area.box()).ifPresent(box -> {
            placer.plate(box);
            dial.paintPanel(p, box);
        }));
        noteBox(area).ifPresent(placer::plate);
        levels.forEach(placer::plate);
        avoidAll(placer, area);
        placed.ifPresent(at -> placer.keepOff(at.x0(), at.y0(), at.x1(), at.y1()));
        noteBox(area).ifPresent(box -> paintNote(p, area, box));
        overlays.sketch().label(p, area, placer);
        placed.ifPresent(
                at -> placer.label(p, arrow.orElseThrow().label(), at.x1(), at.y1(), 5, Type.LABEL, p.theme.text()));
        start.ifPresent(s -> landmark(p, placer, area, s, Signs.HANDLE + 5));
        best.forEach(point -> landmark(p, placer, area, point, Signs.STAR + 4));
        if (trails.size() > 1 && area.box().width() >= NAMES_FROM) {
            TrailPainter paths = new TrailPainter(p, area);
            for (Trail trail : trails) {
                double[] at = paths.headAt(trail, playhead);
                placer.label(
                        p,
                        trail.name(),
                        at[0],
                        at[1],
                        TrailPainter.HEAD + 5,
                        Type.NAME,
                        trail.style().words(p.theme));
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            placer.marks(p, trails.get(chosen), area);
        }
        readOutBox.ifPresent(box -> readOut.orElseThrow().paint(p, box));
    }

    private void avoidAll(LabelPlacer placer, PlotArea area) {
        trails.forEach(trail -> placer.keepOff(trail, area));
        TrailPainter.heads(trails, playhead, area).forEach(placer::block);
        overlays.lines(area).forEach(placer::keepOff);
        overlays.critical().forEach(mark -> placer.block(around(area, mark.x(), mark.y(), 8)));
        start.ifPresent(s -> placer.block(new Box(area.px(s.x()) - 8, area.py(s.y()) - 8, 16, 16)));
        best.forEach(s -> placer.block(new Box(area.px(s.x()) - 7, area.py(s.y()) - 7, 14, 14)));
    }

    private static void landmark(Painter p, LabelPlacer placer, PlotArea area, Landmark point, double gap) {
        double x = area.px(point.x());
        double y = area.py(point.y());
        if (area.contains(x, y) && !point.label().isEmpty()) {
            placer.label(p, point.label(), x, y, gap, Type.BODY, p.theme.text());
        }
    }

    /// The longest that has room; what the ends of repeats mean is said before all else.
    private String noteText(PlotArea area) {
        String scale = area.equalScales() ? "" : SCALE_NOTE;
        String brief = EndCloud.shortLegend(trails);
        List<String> choices = List.of(
                joined(EndCloud.legend(trails), note, scale),
                joined(brief, note, scale),
                joined(brief, note, ""),
                brief);
        return choices.stream()
                .filter(words ->
                        Fonts.width(words, Type.NOTE) + 16 <= area.box().width() - 8)
                .findFirst()
                .orElse("");
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /// Where the corner note stands: at the right below, or in the next corner if the start or a known point is
    /// there. Paths do not move it, so that it stays while a rate is dragged. Empty when there is nothing to say
    /// or no room.
    private Optional<Box> noteBox(PlotArea area) {
        String words = noteText(area);
        double width = Fonts.width(words, Type.NOTE) + 16;
        Box plot = area.box();
        if (words.isEmpty() || plot.height() < 50) {
            return Optional.empty();
        }
        Optional<Box> dial = overlays.dial().flatMap(d -> d.panel(plot));
        List<Box> corners = Places.corners(plot.grown(-6), width, 20);
        return corners.reversed().stream()
                .filter(corner -> dial.filter(corner::overlaps).isEmpty())
                .min(Comparator.comparingInt(corner -> ReadOut.hidden(corner, area, marks(), List.of())));
    }

    private void paintNote(Painter p, PlotArea area, Box box) {
        p.plate(box);
        p.text(noteText(area), box.x() + 8, Painter.centred(box.centreY(), Type.NOTE), Type.NOTE, p.theme.text());
    }
}
