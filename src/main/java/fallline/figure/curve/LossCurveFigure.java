package fallline.figure.curve;

import fallline.figure.label.LabelPlacer;
import fallline.figure.label.Landmark;
import fallline.figure.label.ReadOut;
import fallline.figure.label.Signs;
import fallline.figure.label.Sketch;
import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.path.Nearest;
import fallline.figure.path.Trail;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Axes;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Hatch;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.PlotFigure;
import fallline.figure.plot.SampledCurve;
import fallline.figure.plot.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The loss of one parameter as a curve, with the runs' points on it, the tangent and the step to the next point.
///
/// @param xLabel the parameter
/// @param yLabel `J(w)`
/// @param window what is seen
/// @param curve J over the window
/// @param trails parameter and J of every step, in the order of the runs
/// @param chosen place of the run that is painted last, −1 for none
/// @param playhead the step that the heads stand at
/// @param start the handle on the curve, with its label
/// @param best known best points on the curve
/// @param tangent at the chosen run's head
/// @param next where the chosen run's next step leads: parameter and J
/// @param readOut words in a box
/// @param pointed a step that is pointed at elsewhere
/// @param sketch what is drawn for a class
public record LossCurveFigure(
        String xLabel,
        String yLabel,
        Window window,
        SampledCurve curve,
        List<Trail> trails,
        int chosen,
        int playhead,
        Optional<Landmark> start,
        List<Landmark> best,
        Optional<Tangent> tangent,
        Optional<Landmark> next,
        Optional<ReadOut> readOut,
        Optional<Hit.Step> pointed,
        Sketch sketch)
        implements PlotFigure, Tabular {
    @Override
    public CurveTable table() {
        return new CurveTable(
                yLabel,
                List.of(
                        CurveTable.Column.of(xLabel, curve.x(), curve.x().length),
                        CurveTable.Column.of(yLabel, curve.y(), curve.y().length)),
                curve.x().length);
    }

    private static final double LEGS_FROM = 24;

    public LossCurveFigure {
        trails = List.copyOf(trails);
        best = List.copyOf(best);
    }

    /// One with nothing drawn for a class.
    public LossCurveFigure(
            String xLabel,
            String yLabel,
            Window window,
            SampledCurve curve,
            List<Trail> trails,
            int chosen,
            int playhead,
            Optional<Landmark> start,
            List<Landmark> best,
            Optional<Tangent> tangent,
            Optional<Landmark> next,
            Optional<ReadOut> readOut,
            Optional<Hit.Step> pointed) {
        this(
                xLabel,
                yLabel,
                window,
                curve,
                trails,
                chosen,
                playhead,
                start,
                best,
                tangent,
                next,
                readOut,
                pointed,
                Sketch.NONE);
    }

    /// The straight line through (x, y) with this slope.
    ///
    /// @param label `slope 40`; may be empty
    public record Tangent(double x, double y, double slope, String label) {}

    @Override
    public PlotArea plot(Size size) {
        return axes(size).area();
    }

    private Axes axes(Size size) {
        return Axes.of(size, Axis.linear(xLabel, window.x()), Axis.linear(yLabel, window.y()), Axes.Margins.NONE);
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
        return area.contains(px, py) ? Nearest.step(trails, area, px, py) : Optional.empty();
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Axes axes = axes(size);
        PlotArea area = axes.area();
        Painter.paint(g, size, theme, p -> {
            axes.paintGrid(p);
            p.within(area.box(), () -> {
                Hatch.holes(p, curve, area);
                p.draw(
                        PixelPath.of(curve.x(), curve.y(), 0, curve.x().length - 1, area)
                                .path(),
                        theme.text(),
                        1.8);
                tangent.ifPresent(t -> tangentLine(p, area, t));
                paintTrails(p, area);
                stepArrow(p, area);
            });
            axes.paintFrame(p);
            p.within(area.box(), () -> {
                paintHeads(p, area);
                sketch.paint(p, area);
            });
            paintWords(p, area);
        });
    }

    private static void tangentLine(Painter p, PlotArea area, Tangent t) {
        p.draw(ray(area, t), p.theme.muted(), Painter.dashed(1.3, 5, 4));
    }

    private static Path2D ray(PlotArea area, Tangent t) {
        double x0 = area.window().x().lo();
        double x1 = area.window().x().hi();
        return PixelPath.of(
                        new double[] {x0, x1},
                        new double[] {t.y + t.slope * (x0 - t.x), t.y + t.slope * (x1 - t.x)},
                        0,
                        1,
                        area)
                .path();
    }

    private void paintTrails(Painter p, PlotArea area) {
        TrailPainter paths = new TrailPainter(p, area);
        for (int i = 0; i < trails.size(); i++) {
            if (i != chosen) {
                paths.path(trails.get(i), playhead);
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            paths.path(trails.get(chosen), playhead);
        }
        for (Landmark point : best) {
            Signs.known(p, point.sign(), area.px(point.x()), area.py(point.y()));
        }
    }

    /// The step in pixels: from (x0, y0) level to the tip, and from (x1, y0) upright to (x1, y1).
    private record Legs(double x0, double y0, double x1, double y1, double tip) {
        boolean roomy() {
            return Math.abs(tip - x0) > LEGS_FROM;
        }
    }

    private Optional<Legs> legs(PlotArea area) {
        if (next.isEmpty() || chosen < 0 || chosen >= trails.size()) {
            return Optional.empty();
        }
        Trail trail = trails.get(chosen);
        int head = trail.head(playhead);
        double x0 = area.px(trail.x()[head]);
        double y0 = area.py(trail.y()[head]);
        double x1 = area.px(next.get().x());
        double y1 = area.py(next.get().y());
        if (!area.contains(x0, y0) || Math.abs(x1 - x0) < 2) {
            return Optional.empty();
        }
        double tip = Math.clamp(x1, area.box().x() - 20, area.box().right() + 20);
        return Optional.of(new Legs(x0, y0, x1, y1, tip));
    }

    /// The step as two thin legs, along the parameter and down to the curve, with an arrow head on the first.
    private void stepArrow(Painter p, PlotArea area) {
        legs(area).ifPresent(legs -> {
            Trail trail = trails.get(chosen);
            double towards = Math.signum(legs.x1 - legs.x0);
            Color colour = trail.style().core(p.theme);
            if (legs.roomy()) {
                p.line(legs.x0, legs.y0, legs.tip - towards * 7, legs.y0, colour, Painter.line(1.6));
                p.fill(TrailPainter.arrowHead(legs.tip, legs.y0, towards, 0, 9), colour);
            }
            if (area.contains(legs.x1, legs.y1)) {
                if (legs.roomy()) {
                    p.line(legs.x1, legs.y0, legs.x1, legs.y1, colour, Painter.dashed(1.2, 2.5, 3));
                }
                TrailPainter.open(p, trail.style(), legs.x1, legs.y1, TrailPainter.HEAD - 0.6);
            }
        });
    }

    private void paintHeads(Painter p, PlotArea area) {
        TrailPainter paths = new TrailPainter(p, area);
        start.ifPresent(s -> Signs.handle(p, area.px(s.x()), area.py(s.y())));
        for (int i = trails.size() - 1; i >= 0; i--) {
            if (i != chosen) {
                paths.head(trails.get(i), playhead, false);
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            paths.head(trails.get(chosen), playhead, true);
        }
        pointed.ifPresent(step -> Nearest.ring(p, trails, area, step));
    }

    /// What the read-out must not hide.
    private List<Landmark> marks() {
        List<Landmark> marks = new ArrayList<>(best);
        start.ifPresent(marks::add);
        return marks;
    }

    private Trail line() {
        return new Trail("", RunStyle.of(0), curve.x(), curve.y(), curve.x().length, false);
    }

    /// Where the read-out stands: never on a path, nor on an arrow at the edge.
    public Optional<Box> readOutBox(PlotArea area) {
        List<Box> exits = TrailPainter.exits(trails, playhead, area);
        return readOut.flatMap(r -> r.place(area, marks(), trails, exits, List.of(line())));
    }

    private void paintWords(Painter p, PlotArea area) {
        LabelPlacer placer = new LabelPlacer(area.box().grown(-3));
        Trail line = line();
        Optional<Box> box = readOutBox(area);
        box.ifPresent(placer::plate);
        placer.keepOff(line, area);
        List<Landmark> points = new ArrayList<>(best);
        start.ifPresent(points::add);
        next.ifPresent(points::add);
        trails.forEach(trail -> placer.keepOff(trail, area));
        TrailPainter.heads(trails, playhead, area).forEach(placer::block);
        tangent.ifPresent(t -> placer.keepOff(ray(area, t)));
        legs(area).ifPresent(legs -> {
            placer.keepOff(legs.x0, legs.y0, legs.tip, legs.y0);
            placer.keepOff(legs.x1, legs.y0, legs.x1, legs.y1);
        });
        points.forEach(point -> block(placer, area.px(point.x()), area.py(point.y())));
        sketch.label(p, area, placer);
        for (Landmark point : points) {
            double x = area.px(point.x());
            double y = area.py(point.y());
            if (area.contains(x, y) && !point.label().isEmpty()) {
                placer.label(p, point.label(), x, y, 13, Type.BODY, p.theme.text());
            }
        }
        tangent.ifPresent(t -> slopeLabel(p, area, placer, t));
        if (trails.size() > 1) {
            for (Trail trail : trails) {
                int head = trail.head(playhead);
                double x = area.px(trail.x()[head]);
                double y = area.py(trail.y()[head]);
                if (area.contains(x, y)) {
                    placer.label(
                            p, trail.name(), x, y, 12, Type.NAME, trail.style().words(p.theme));
                }
            }
        }
        if (chosen >= 0 && chosen < trails.size()) {
            placer.marks(p, trails.get(chosen), area);
        }
        box.ifPresent(at -> readOut.orElseThrow().paint(p, at));
    }

    /// The slope is named where the tangent is well away from the point.
    private static void slopeLabel(Painter p, PlotArea area, LabelPlacer placer, Tangent t) {
        if (t.label.isEmpty()) {
            return;
        }
        Box box = area.box();
        double x0 = area.px(t.x);
        double y0 = area.py(t.y);
        double dx = 1;
        double dy = area.py(t.y + t.slope) - y0;
        double unit = area.px(t.x + 1) - x0;
        double reach = Math.hypot(dx * unit, dy);
        List<double[]> along = DoubleStream.of(80, -80, 130, -130, 50, -50, 180, -180)
                .mapToObj(away -> new double[] {x0 + away * unit / reach, y0 + away * dy / reach})
                .filter(at -> box.grown(-14).contains(at[0], at[1]))
                .toList();
        placer.label(p, t.label, along, 8, Type.NOTE, p.theme.muted());
    }

    private static void block(LabelPlacer placer, double x, double y) {
        placer.block(new Box(x - 7, y - 7, 14, 14));
    }
}
