package fallline.figure.solid;

import fallline.figure.label.CriticalMark;
import fallline.figure.label.LabelPlacer;
import fallline.figure.label.Landmark;
import fallline.figure.label.ReadOut;
import fallline.figure.label.Signs;
import fallline.figure.paint.Box;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.EndCloud;
import fallline.figure.path.Nearest;
import fallline.figure.path.Trail;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loss of two parameters as a solid over its map, with the paths of the runs lying on it.
///
/// @param xLabel the parameter across
/// @param yLabel the other one
/// @param equalScales whether a unit is equally long along both
/// @param relief the surface
/// @param viewpoint where it is seen from
/// @param moving whether another picture follows at once: then it is painted more coarsely
/// @param trails in the order of the runs
/// @param chosen place of the run that is painted last, −1 for none
/// @param playhead the step that the heads stand at
/// @param start the handle, with its label
/// @param best the known best points
/// @param critical points where the gradient vanishes
/// @param readOut words in a box
/// @param pointed a step that is pointed at elsewhere
public record LossSolidFigure(
        String xLabel,
        String yLabel,
        boolean equalScales,
        Relief relief,
        Viewpoint viewpoint,
        boolean moving,
        List<Trail> trails,
        int chosen,
        int playhead,
        Optional<Landmark> start,
        List<Landmark> best,
        List<CriticalMark> critical,
        Optional<ReadOut> readOut,
        Optional<Hit.Step> pointed)
        implements Figure {
    private static final double NAMES_FROM = 260;

    public LossSolidFigure {
        trails = List.copyOf(trails);
        best = List.copyOf(best);
        critical = List.copyOf(critical);
    }

    /// Where the solid stands in a picture of this size.
    public static Box plot(Size size) {
        double left = Math.min(44, size.width() * 0.09);
        double below = Math.min(30, size.height() * 0.08);
        return size.box().inset(18, Math.min(14, size.width() * 0.03), below, left);
    }

    private Projection projection(Size size) {
        return relief.projection(equalScales, viewpoint, plot(size));
    }

    /// The place of the data under the pointer, if the surface is there.
    public Optional<Point2D> pick(Size size, double px, double py) {
        return relief.pick(projection(size), px, py);
    }

    /// Where a place of the data is seen; empty beside the surface and over its holes.
    public Optional<Point2D> seen(Size size, double x, double y) {
        double z = relief.height(x, y);
        Projection projection = projection(size);
        return Double.isNaN(z)
                ? Optional.empty()
                : Optional.of(projection.point(projection.boxX(x), projection.boxY(y), z));
    }

    /// What can be grasped or pointed at, within a few pixels.
    public Optional<Hit> hit(Size size, double px, double py) {
        if (start.isPresent()
                && handle(size, start.get())
                        .filter(at -> at.distance(px, py) <= Signs.HANDLE + 4)
                        .isPresent()) {
            return Optional.of(new Hit.Start());
        }
        Projection projection = projection(size);
        List<Trail> pixels =
                trails.stream().map(trail -> onScreen(trail, projection)).toList();
        return Nearest.step(pixels, screen(size), px, py);
    }

    /// Where the start is seen: on the surface, and over a hole on the floor.
    private Optional<Point2D> handle(Size size, Landmark at) {
        Window window = relief.map().field().window();
        if (!window.contains(at.x(), at.y())) {
            return Optional.empty();
        }
        return seen(size, at.x(), at.y()).or(() -> {
            Projection projection = projection(size);
            return Optional.of(projection.point(projection.boxX(at.x()), projection.boxY(at.y()), Projection.FLOOR));
        });
    }

    private boolean isOverHole(Landmark at) {
        return Double.isNaN(relief.height(at.x(), at.y()));
    }

    /// The trail in pixels; NaN where there is no surface.
    private Trail onScreen(Trail trail, Projection projection) {
        double[] x = new double[trail.length()];
        double[] y = new double[trail.length()];
        for (int k = 0; k < x.length; k++) {
            double bx = projection.boxX(trail.x()[k]);
            double by = projection.boxY(trail.y()[k]);
            double z = relief.height(trail.x()[k], trail.y()[k]);
            x[k] = Double.isNaN(z) ? Double.NaN : projection.px(bx, by);
            y[k] = Double.isNaN(z) ? Double.NaN : projection.py(bx, by, z);
        }
        return new Trail(trail.name(), trail.style(), x, y, x.length, trail.diverged());
    }

    /// A plot whose data are pixels, for what places words.
    private static PlotArea screen(Size size) {
        Box box = size.box();
        return new PlotArea(
                box,
                new Scale.Linear(new Span(0, size.width()), 0, size.width()),
                new Scale.Linear(new Span(0, size.height()), 0, size.height()));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Painter.paint(g, size, theme, p -> p.within(size.box(), () -> paint(p, size)));
    }

    private void paint(Painter p, Size size) {
        Box plot = plot(size);
        Projection projection = projection(size);
        SolidFrame frame = new SolidFrame(p, projection, relief.map().field().window(), relief.scale());
        boolean draft = moving && !p.vector();
        p.smooth(!draft, frame::paintWalls);
        double pixels = p.pixels();
        // the picture of the solid may reach beyond the plot's box: it has the size of the whole figure
        Relief.Shot shot = relief.take(new Relief.Key(
                (int) Math.ceil(size.width() * pixels),
                (int) Math.ceil(size.height() * pixels),
                pixels,
                plot,
                viewpoint,
                equalScales,
                draft,
                p.theme));
        try {
            paint(p, size, projection, frame, shot.raster(), draft);
        } finally {
            relief.giveBack(shot);
        }
    }

    /// All but the walls, which are behind everything.
    private void paint(
            Painter p, Size size, Projection projection, SolidFrame frame, ReliefRaster raster, boolean draft) {
        double pixels = p.pixels();
        raster.paint(p.g, pixels);
        SolidPaths paths = new SolidPaths(p, relief, projection, raster, size, pixels, draft);
        Words words = words(size, paths, projection, draft);
        words.box.ifPresent(frame::block);
        frame.paintAxes(xLabel, yLabel, size.box().grown(-2));
        paintPaths(paths);
        paintEnds(p, paths);
        paintMarks(p, paths);
        paintHeads(p, size, paths);
        paintWords(p, size, paths, words, frame.taken());
    }

    /// What is named, in pixels.
    ///
    /// @param box of the read-out
    private record Words(List<Trail> trails, List<Landmark> marks, Optional<Box> box) {}

    private Words words(Size size, SolidPaths paths, Projection projection, boolean draft) {
        List<Trail> seen =
                trails.stream().map(trail -> onScreen(trail, projection)).toList();
        List<Landmark> marks = new ArrayList<>();
        start.ifPresent(s -> marks.add(startMark(size, paths, s)));
        best.forEach(point -> marks.add(placed(paths, point)));
        Optional<Box> box = readOut.map(
                        r -> new ReadOut(r.title(), r.lines(), r.at().flatMap(at -> seen(size, at.getX(), at.getY()))))
                .flatMap(r -> r.place(screen(size), marks, draft ? thinned(seen) : seen));
        return new Words(seen, marks, box);
    }

    private static List<Trail> thinned(List<Trail> trails) {
        return trails.stream().map(trail -> trail.thinned(1)).toList();
    }

    private void paintPaths(SolidPaths paths) {
        for (int i = 0; i < trails.size(); i++) {
            if (i != chosen) {
                paths.path(trails.get(i), playhead);
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            paths.path(trails.get(chosen), playhead);
            paths.drop(trails.get(chosen), playhead);
        }
    }

    /// The ends of repeats, as far as the solid does not hide them.
    private void paintEnds(Painter p, SolidPaths paths) {
        for (Trail trail : trails) {
            trail.ends().ifPresent(cloud -> {
                cloud.ellipse().ifPresent(around -> paths.ellipse(around, trail.style()));
                for (int i = 0; i < cloud.x().length; i++) {
                    SolidPaths.Spot spot = paths.spot(cloud.x()[i], cloud.y()[i]);
                    if (spot.exists() && !spot.hidden()) {
                        EndCloud.dot(p, spot.px(), spot.py(), trail.style());
                    }
                }
            });
        }
    }

    private void paintMarks(Painter p, SolidPaths paths) {
        for (CriticalMark mark : critical) {
            SolidPaths.Spot spot = paths.spot(mark.x(), mark.y());
            if (spot.exists()) {
                mark.paint(p, spot.px(), spot.py(), spot.hidden());
            }
        }
        for (Landmark point : best) {
            SolidPaths.Spot spot = paths.spot(point.x(), point.y());
            if (spot.exists() && !spot.hidden()) {
                Signs.known(p, point.sign(), spot.px(), spot.py());
            }
        }
    }

    private void paintHeads(Painter p, Size size, SolidPaths paths) {
        start.filter(this::isOverHole)
                .flatMap(s -> handle(size, s))
                .ifPresent(at -> Signs.handle(p, at.getX(), at.getY()));
        start.map(s -> paths.spot(s.x(), s.y())).filter(SolidPaths.Spot::exists).ifPresent(spot -> {
            if (!spot.hidden()) {
                Signs.handle(p, spot.px(), spot.py());
            }
        });
        for (int i = trails.size() - 1; i >= 0; i--) {
            if (i != chosen) {
                paths.head(trails.get(i), playhead, false);
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            paths.head(trails.get(chosen), playhead, true);
        }
        pointed.filter(step -> step.run() < trails.size()
                        && step.step() < trails.get(step.run()).length())
                .ifPresent(step -> {
                    Trail trail = trails.get(step.run());
                    SolidPaths.Spot spot = paths.spot(trail.x()[step.step()], trail.y()[step.step()]);
                    if (spot.exists()) {
                        Nearest.ring(p, trail.style(), spot.px(), spot.py());
                    }
                });
    }

    private void paintWords(Painter p, Size size, SolidPaths paths, Words words, List<Box> taken) {
        LabelPlacer placer = new LabelPlacer(size.box().grown(-3));
        taken.forEach(placer::plate);
        paths.drawn().forEach(placer::keepOff);
        for (Trail trail : words.trails) {
            int head = trail.head(playhead);
            block(placer, trail.x()[head], trail.y()[head], TrailPainter.HEAD);
        }
        for (Landmark mark : words.marks) {
            block(placer, mark.x(), mark.y(), 8);
        }
        start.ifPresent(s -> label(p, placer, startMark(size, paths, s), Signs.HANDLE + 5));
        best.forEach(point -> label(p, placer, placed(paths, point), Signs.STAR + 4));
        if (trails.size() > 1 && size.width() >= NAMES_FROM) {
            for (int i = 0; i < trails.size(); i++) {
                Trail trail = words.trails.get(i);
                int head = trail.head(playhead);
                if (!Double.isNaN(trail.x()[head]) && size.box().contains(trail.x()[head], trail.y()[head])) {
                    placer.label(
                            p,
                            trail.name(),
                            trail.x()[head],
                            trail.y()[head],
                            TrailPainter.HEAD + 5,
                            Type.NAME,
                            trail.style().words(p.theme));
                }
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            placer.marks(
                    p, words.trails.get(chosen).withMarks(trails.get(chosen).marks()), screen(size));
        }
        words.box.ifPresent(b -> {
            placer.plate(b);
            readOut.orElseThrow().paint(p, b);
        });
        String ends = EndCloud.legend(trails);
        if (!ends.isEmpty()) {
            placer.note(p, ends, Type.NOTE, p.theme.muted());
        }
    }

    private static void block(LabelPlacer placer, double x, double y, double reach) {
        if (!Double.isNaN(x)) {
            placer.block(new Box(x - reach, y - reach, 2 * reach, 2 * reach));
        }
    }

    private Landmark startMark(Size size, SolidPaths paths, Landmark at) {
        return isOverHole(at)
                ? handle(size, at)
                        .map(pixel -> new Landmark(pixel.getX(), pixel.getY(), at.label(), at.sign()))
                        .orElseGet(() -> placed(paths, at))
                : placed(paths, at);
    }

    private static Landmark placed(SolidPaths paths, Landmark point) {
        SolidPaths.Spot spot = paths.spot(point.x(), point.y());
        return spot.exists() && !spot.hidden()
                ? new Landmark(spot.px(), spot.py(), point.label(), point.sign())
                : new Landmark(Double.NaN, Double.NaN, point.label(), point.sign());
    }

    private static void label(Painter p, LabelPlacer placer, Landmark point, double gap) {
        if (!Double.isNaN(point.x()) && !point.label().isEmpty()) {
            placer.label(p, point.label(), point.x(), point.y(), gap, Type.BODY, p.theme.text());
        }
    }
}
