package fallline.figure.solid;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.path.Ellipse;
import fallline.figure.path.StepMark;
import fallline.figure.path.Trail;
import fallline.figure.path.TrailPainter;
import fallline.figure.plot.Points;
import fallline.figure.plot.Window;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paints the paths of runs on a solid: what the solid hides is thin and faint.
final class SolidPaths {
    private static final double CORE = 2.1;
    private static final double CASING = 4.6;
    private static final double SLACK = 0.03;
    private static final double NEAR = 1.2;
    private static final double COARSE = 2.5;
    private static final double PIECE = 2.5;
    private static final int MOST_PIECES = 320;
    private static final double FINEST = 3000;
    private static final int CORNERS = 120;
    /// Dashes of a longer path could not be told apart.
    private static final double DENSE = 10_000;

    private final Painter p;
    private final Relief relief;
    private final Projection projection;
    private final ReliefRaster raster;
    private final Box plot;
    private final double pixels;
    private final boolean coarse;
    private final List<Path2D> drawn = new ArrayList<>();

    /// @param projection into the picture
    /// @param pixels of the raster for one of the picture
    /// @param coarse for a picture that is followed by another at once: no dashes, fewer corners
    SolidPaths(
            Painter p,
            Relief relief,
            Projection projection,
            ReliefRaster raster,
            Size size,
            double pixels,
            boolean coarse) {
        this.p = p;
        this.relief = relief;
        this.projection = projection;
        this.raster = raster;
        this.plot = size.box();
        this.pixels = pixels;
        this.coarse = coarse;
    }

    /// A point of a path on the solid.
    record Spot(double px, double py, double height, boolean hidden) {
        /// Whether there is a surface under the point.
        boolean exists() {
            return !Double.isNaN(height);
        }
    }

    /// Where a place of the data stands on the solid.
    Spot spot(double x, double y) {
        double z = relief.height(x, y);
        if (relief.scale().cut() && z > Projection.TOP) {
            z = Double.NaN;
        }
        double bx = projection.boxX(x);
        double by = projection.boxY(y);
        double px = projection.px(bx, by);
        double py = projection.py(bx, by, z);
        boolean hidden = raster.hides(px * pixels, py * pixels, projection.depth(bx, by, z), SLACK);
        return new Spot(px, py, z, hidden);
    }

    /// An ellipse that lies on the solid, as far as it is seen.
    void ellipse(Ellipse around, RunStyle style) {
        double[] points = around.outline(CORNERS);
        Path2D line = new Path2D.Double();
        boolean on = false;
        for (int i = 0; i <= CORNERS; i++) {
            Spot spot = spot(points[2 * (i % CORNERS)], points[2 * (i % CORNERS) + 1]);
            boolean seen = spot.exists() && !spot.hidden();
            if (seen && on) {
                line.lineTo(spot.px(), spot.py());
            } else if (seen) {
                line.moveTo(spot.px(), spot.py());
            }
            on = seen;
        }
        p.draw(line, Contrast.alpha(style.casing(p.theme), 0.85), Painter.line(3.6));
        p.draw(line, style.core(p.theme), Painter.line(1.6));
    }

    /// The pixel of the floor under a place.
    Point2D floor(double x, double y) {
        return projection.point(projection.boxX(x), projection.boxY(y), Projection.FLOOR);
    }

    /// The path up to the playhead, and the rest of it faintly.
    void path(Trail trail, int playhead) {
        int head = trail.head(playhead);
        Color core = trail.style().core(p.theme);
        Color casing = trail.style().casing(p.theme);
        if (head < trail.length() - 1) {
            Stretches rest = new Stretches(trail, head, trail.length() - 1);
            p.draw(rest.seen, Contrast.alpha(core, 0.36), Painter.line(1.4));
            drawn.add(rest.seen);
        }
        Stretches done = new Stretches(trail, 0, head);
        drawn.add(done.hidden);
        drawn.add(done.seen);
        if (!coarse) {
            p.draw(done.hidden, Contrast.alpha(casing, 0.3), Painter.line(2.6));
        }
        p.draw(done.hidden, Contrast.alpha(core, 0.5), Painter.line(1.2));
        p.smooth(!coarse, () -> p.draw(done.seen, Contrast.alpha(casing, 0.92), Painter.line(CASING)));
        if (coarse || trail.style().dash().isEmpty() || done.length > DENSE) {
            p.draw(done.seen, core, Painter.line(CORE));
        } else {
            for (Stretch stretch : done.stretches) {
                p.draw(stretch.path, core, TrailPainter.core(trail.style(), CORE, false, stretch.begin));
            }
        }
        marks(trail, playhead);
    }

    /// An upright line where a setting was changed, faint while the playhead is before it.
    private void marks(Trail trail, int playhead) {
        for (StepMark mark : trail.seenMarks()) {
            Spot spot = spot(trail.x()[mark.step()], trail.y()[mark.step()]);
            if (spot.exists() && !spot.hidden) {
                Line2D line = new Line2D.Double(spot.px, spot.py - 7, spot.px, spot.py + 7);
                double strength = mark.step() <= playhead ? 1 : 0.5;
                p.draw(line, Contrast.alpha(trail.style().casing(p.theme), strength), Painter.line(CASING));
                p.draw(line, Contrast.alpha(trail.style().core(p.theme), strength), Painter.line(CORE));
                drawn.add(new Path2D.Double(line));
            }
        }
    }

    /// The lines that were drawn so far, on which no words stand.
    List<Path2D> drawn() {
        return List.copyOf(drawn);
    }

    /// A stretch that is seen in one piece: its dashes go on as if nothing had hidden the path before it.
    ///
    /// @param begin the length in pixels of what comes before
    private record Stretch(Path2D path, double begin) {}

    /// The head's drop line to the floor.
    void drop(Trail trail, int playhead) {
        int head = trail.head(playhead);
        double x = trail.x()[head];
        double y = trail.y()[head];
        Spot spot = spot(x, y);
        if (!spot.exists()) {
            return;
        }
        Point2D floor = floor(x, y);
        drawn.add(new Path2D.Double(new Line2D.Double(spot.px, spot.py, floor.getX(), floor.getY())));
        p.line(spot.px, spot.py, floor.getX(), floor.getY(), Contrast.alpha(p.theme.panel(), 0.55), Painter.line(3));
        p.line(
                spot.px,
                spot.py,
                floor.getX(),
                floor.getY(),
                Contrast.alpha(trail.style().words(p.theme), 0.75),
                Painter.dashed(1.2, 2, 3));
        Points.dot(p, floor.getX(), floor.getY(), 3.4, p.theme.panel());
        Points.dot(p, floor.getX(), floor.getY(), 2.2, trail.style().core(p.theme));
    }

    /// The head at the playhead; where the path has left the picture or the solid, an open marker where it was seen
    /// last, and the red triangle of divergence.
    void head(Trail trail, int playhead, boolean chosen) {
        int head = trail.head(playhead);
        Spot spot = spot(trail.x()[head], trail.y()[head]);
        double radius = chosen ? TrailPainter.HEAD + 0.8 : TrailPainter.HEAD;
        if (spot.exists()) {
            if (spot.hidden) {
                Shape shape = trail.style().marker().at(spot.px, spot.py, radius - 1);
                p.fill(shape, Contrast.alpha(p.theme.panel(), 0.55));
                p.draw(shape, trail.style().words(p.theme), Painter.line(1.5));
            } else {
                TrailPainter.marker(p, trail.style(), spot.px, spot.py, radius);
            }
            if (trail.endsAt(playhead)) {
                TrailPainter.warning(p, spot.px + 13, spot.py - 9, plot);
            }
            return;
        }
        lastSeen(trail, head).ifPresent(end -> {
            Path2D arrow = TrailPainter.arrowHead(end[0], end[1], end[2], end[3], 13);
            p.draw(arrow, trail.style().casing(p.theme), Painter.line(3));
            p.fill(arrow, trail.style().core(p.theme));
            if (trail.endsAt(playhead)) {
                TrailPainter.warning(p, end[0] - 20 * end[2] + 8, end[1] - 20 * end[3] - 10, plot);
            }
        });
    }

    /// Where a path that has left the solid was seen last, and the direction in which it left: x, y, dx, dy.
    private Optional<double[]> lastSeen(Trail trail, int head) {
        for (int k = head; k > 0; k--) {
            Spot from = spot(trail.x()[k - 1], trail.y()[k - 1]);
            if (!from.exists()) {
                continue;
            }
            double near = 0;
            double far = 1;
            for (int round = 0; round < 40; round++) {
                double middle = (near + far) / 2;
                boolean on = between(trail, k, middle).exists();
                near = on ? middle : near;
                far = on ? far : middle;
            }
            Spot edge = between(trail, k, near);
            Spot before = between(trail, k, Math.max(0, near * 0.9));
            double dx = edge.px - before.px;
            double dy = edge.py - before.py;
            double reach = Math.hypot(dx, dy);
            return Optional.of(
                    reach > 1e-6
                            ? new double[] {edge.px, edge.py, dx / reach, dy / reach}
                            : new double[] {edge.px, edge.py, 0, -1});
        }
        return Optional.empty();
    }

    private Spot between(Trail trail, int k, double share) {
        double x = trail.x()[k - 1] + share * (trail.x()[k] - trail.x()[k - 1]);
        double y = trail.y()[k - 1] + share * (trail.y()[k] - trail.y()[k - 1]);
        return spot(x, y);
    }

    /// The stretches of a path that are seen and those that are hidden, followed over the surface between the steps.
    private final class Stretches {
        private final Path2D seen = new Path2D.Double();
        private final Path2D hidden = new Path2D.Double();
        private final List<Stretch> stretches = new ArrayList<>();
        private double length;
        private double lastX = Double.NaN;
        private double lastY = Double.NaN;
        private boolean lastHidden;

        Stretches(Trail trail, int from, int to) {
            Window window = relief.map().field().window();
            double grain = window.x().length() / FINEST;
            double grainY = window.y().length() / FINEST;
            double x0 = trail.x()[from];
            double y0 = trail.y()[from];
            add(spot(x0, y0), true);
            alone(trail, from);
            for (int k = from + 1; k <= to; k++) {
                double x1 = trail.x()[k];
                double y1 = trail.y()[k];
                if (Double.isNaN(x1) || Double.isNaN(x0)) {
                    add(spot(x1, y1), true);
                    alone(trail, k);
                    x0 = x1;
                    y0 = y1;
                    continue;
                }
                if (Math.abs(x1 - x0) < grain && Math.abs(y1 - y0) < grainY && k < to) {
                    continue;
                }
                follow(x0, y0, x1, y1);
                x0 = x1;
                y0 = y1;
            }
        }

        /// A step to which no line leads, and from which none leads away, is a point.
        private void alone(Trail trail, int step) {
            if (!Double.isNaN(lastX) && trail.isAlone(step)) {
                (lastHidden ? hidden : seen).lineTo(lastX + 0.01, lastY);
                if (!lastHidden) {
                    stretches.getLast().path.lineTo(lastX + 0.01, lastY);
                }
            }
        }

        /// Goes over the surface from one step to the next, in pieces of a few pixels.
        private void follow(double x0, double y0, double x1, double y1) {
            double across = projection.scale() * (projection.boxX(x1) - projection.boxX(x0));
            double up = projection.scale() * (projection.boxY(y1) - projection.boxY(y0));
            double way = Math.sqrt(across * across + up * up);
            int pieces = way < 1e9
                    ? Math.clamp((int) (way / (coarse ? 4 * PIECE : PIECE)) + 1, 1, MOST_PIECES)
                    : MOST_PIECES;
            for (int i = 1; i <= pieces; i++) {
                double share = i / (double) pieces;
                add(spot(x0 + share * (x1 - x0), y0 + share * (y1 - y0)), i == pieces && way > 4);
            }
        }

        /// How far apart corners are at least, in pixels.
        private double near(boolean corner) {
            return coarse ? COARSE : corner ? 0.35 : NEAR;
        }

        private void begin(boolean under, double px, double py) {
            (under ? hidden : seen).moveTo(px, py);
            if (!under) {
                Path2D path = new Path2D.Double();
                path.moveTo(px, py);
                stretches.add(new Stretch(path, length));
            }
        }

        private void add(Spot spot, boolean corner) {
            if (!spot.exists()) {
                lastX = Double.NaN;
                return;
            }
            double dx = spot.px - lastX;
            double dy = spot.py - lastY;
            double far = Math.sqrt(dx * dx + dy * dy);
            if (Double.isNaN(far)) {
                begin(spot.hidden, spot.px, spot.py);
            } else if (far < near(corner) && spot.hidden == lastHidden) {
                return;
            } else {
                if (spot.hidden != lastHidden) {
                    begin(spot.hidden, lastX, lastY);
                }
                (spot.hidden ? hidden : seen).lineTo(spot.px, spot.py);
                if (!spot.hidden) {
                    stretches.getLast().path.lineTo(spot.px, spot.py);
                }
                length += far;
            }
            lastX = spot.px;
            lastY = spot.py;
            lastHidden = spot.hidden;
        }
    }
}
