package fallline.figure.path;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Marker;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// Paints the paths of runs: faint after the playhead; before it with a casing, a core and the run's dash.
public final class TrailPainter {
    public static final double HEAD = 6;
    private static final double CORE = 2.1;
    private static final double CASING = 4.6;
    private static final double DOT = 2.4;

    /// Half the length of the mark of a change.
    private static final double MARK = 7;
    private static final int MOST_PIECES = 60;
    /// The length of the arrow at the edge, and how far behind its tip the triangle of divergence stands.
    private static final double EXIT = 13;
    private static final double BESIDE_EXIT = 26;
    private static final double BESIDE_HEAD = 13;

    private final Painter p;
    private final PlotArea area;

    public TrailPainter(Painter p, PlotArea area) {
        this.p = p;
        this.area = area;
    }

    /// The path up to the playhead, the rest of it faintly, and a dot a step where steps are far enough apart. What
    /// lies beside the plane is thinner.
    public void path(Trail trail, int playhead) {
        int head = trail.head(playhead);
        Color core = trail.style().core(p.theme);
        Color casing = trail.style().casing(p.theme);
        if (trail.length() > PixelPath.LONG && trail.aside().isNone()) {
            TrailInk.Drawn ink = trail.ink().of(trail, head, area);
            if (head < trail.length() - 1) {
                // what is done covers its part of the whole
                rest(trail, List.of(new Piece(ink.whole(), 0, 0)), core, casing);
            }
            done(trail, List.of(new Piece(ink.done(), 0, 0)), core, casing);
            dots(trail, ink.dots(), core, casing);
            marks(trail, playhead);
            return;
        }
        List<Piece> done = pieces(trail, 0, head, 0);
        double length = done.isEmpty() ? 0 : done.getLast().end();
        if (head < trail.length() - 1) {
            rest(trail, pieces(trail, head, trail.length() - 1, length), core, casing);
            TrailInk.Dots later = new TrailInk.Dots(area);
            for (int step = head + 1; step < trail.length(); step++) {
                if (trail.isAlone(step)) {
                    later.grow(trail, step, step);
                }
            }
            dots(trail, later.found(), Contrast.alpha(core, 0.42), Contrast.alpha(casing, 0.25));
        }
        done(trail, done, core, casing);
        TrailInk.Dots dots = new TrailInk.Dots(area);
        dots.grow(trail, 0, head);
        dots(trail, dots.found(), core, casing);
        marks(trail, playhead);
    }

    private void rest(Trail trail, List<Piece> pieces, Color core, Color casing) {
        for (Piece piece : pieces) {
            double width = Aside.width(piece.band);
            p.draw(piece.drawn.path(), Contrast.alpha(casing, 0.25), line(width * (CASING - 1.4)));
            p.draw(
                    piece.drawn.path(),
                    Contrast.alpha(core, 0.42),
                    core(trail.style(), width * (CORE - 0.6), piece.drawn.dense(), piece.begin));
        }
    }

    private void done(Trail trail, List<Piece> pieces, Color core, Color casing) {
        for (Piece piece : pieces) {
            p.draw(piece.drawn.path(), Contrast.alpha(casing, 0.92), line(Aside.width(piece.band) * CASING));
        }
        for (Piece piece : pieces) {
            double width = Aside.width(piece.band) * CORE;
            p.draw(piece.drawn.path(), core, core(trail.style(), width, piece.drawn.dense(), piece.begin));
        }
    }

    /// A part of a path of one width.
    ///
    /// @param begin the length in pixels of what comes before
    private record Piece(PixelPath.Drawn drawn, int band, double begin) {
        double end() {
            return begin + drawn.length();
        }
    }

    /// Cuts a path where its width changes; one that changes all the time is drawn in its last width.
    private List<Piece> pieces(Trail trail, int from, int to, double begin) {
        List<Piece> pieces = new ArrayList<>();
        int first = from;
        double length = begin;
        for (int step = from + 1; step <= to; step++) {
            boolean last = step == to || pieces.size() > MOST_PIECES;
            int band = trail.aside().band(last ? to : step);
            if (last || trail.aside().band(step + 1) != band) {
                int end = last ? to : step;
                Piece piece = new Piece(PixelPath.of(trail.x(), trail.y(), first, end, area), band, length);
                pieces.add(piece);
                length = piece.end();
                first = end;
                step = end;
            }
        }
        return pieces;
    }

    private void dots(Trail trail, List<double[]> dots, Color core, Color casing) {
        for (double[] dot : dots) {
            Shape shape = trail.style().marker().at(dot[0], dot[1], DOT);
            p.draw(shape, casing, line(2));
            p.fill(shape, core);
        }
    }

    /// A short line across the path where a setting was changed, faint while the playhead is before it.
    private void marks(Trail trail, int playhead) {
        for (StepMark mark : trail.seenMarks()) {
            Line2D across = across(trail, mark.step(), area);
            if (area.contains((across.getX1() + across.getX2()) / 2, (across.getY1() + across.getY2()) / 2)) {
                double strength = mark.step() <= playhead ? 1 : 0.5;
                p.draw(across, Contrast.alpha(trail.style().casing(p.theme), strength), line(4.6));
                p.draw(across, Contrast.alpha(trail.style().core(p.theme), strength), line(2.2));
            }
        }
    }

    /// The mark of a step in pixels: across the way that leads on from there, or that led there.
    private static Line2D across(Trail trail, int step, PlotArea area) {
        double x = area.px(trail.x()[step]);
        double y = area.py(trail.y()[step]);
        double dx = 0;
        double dy = 0;
        for (int far = 1; far < trail.length() && !(Math.hypot(dx, dy) >= 2); far *= 2) {
            int to = step + far < trail.length() ? step + far : Math.max(0, step - far);
            double sign = to < step ? -1 : 1;
            dx = sign * (area.px(trail.x()[to]) - x);
            dy = sign * (area.py(trail.y()[to]) - y);
        }
        double reach = Math.hypot(dx, dy);
        boolean moves = reach > 0 && reach <= 1e150;
        double ux = moves ? dx / reach : 1;
        double uy = moves ? dy / reach : 0;
        return new Line2D.Double(x - MARK * uy, y + MARK * ux, x + MARK * uy, y - MARK * ux);
    }

    /// The head at the playhead: the run's marker, or an arrow at the edge where the path has left the plot. A red
    /// triangle stands beside it where the run has diverged.
    public void head(Trail trail, int playhead, boolean chosen) {
        int head = trail.head(playhead);
        double x = area.px(trail.x()[head]);
        double y = area.py(trail.y()[head]);
        if (area.contains(x, y)) {
            marker(p, trail.style(), x, y, chosen ? HEAD + 0.8 : HEAD);
            if (trail.endsAt(playhead)) {
                warning(p, x + BESIDE_HEAD, y - 9, area.box());
            }
        } else {
            exit(trail, head, trail.endsAt(playhead));
        }
    }

    /// The arrow that says where an unseen point is; the point itself is never moved.
    private void exit(Trail trail, int head, boolean diverged) {
        Exit end = Exit.of(trail, head, area);
        Path2D arrow = arrowHead(end.x(), end.y(), end.dx(), end.dy(), EXIT);
        p.draw(arrow, trail.style().casing(p.theme), line(3));
        p.fill(arrow, trail.style().core(p.theme));
        if (diverged) {
            warning(p, end.x() - BESIDE_EXIT * end.dx(), end.y() - BESIDE_EXIT * end.dy(), area.box());
        }
    }

    /// The places of all heads, of the arrows at the edge and of the triangles beside both: no words stand on them.
    public static List<Box> heads(List<Trail> trails, int playhead, PlotArea area) {
        List<Box> heads = new ArrayList<>(exits(trails, playhead, area));
        for (Trail trail : trails) {
            int head = trail.head(playhead);
            double x = area.px(trail.x()[head]);
            double y = area.py(trail.y()[head]);
            if (area.contains(x, y)) {
                heads.add(around(x, y, HEAD + 1));
                if (trail.endsAt(playhead)) {
                    heads.add(around(x + BESIDE_HEAD, y - 9, 11));
                }
            }
        }
        return heads;
    }

    /// The places of the arrows at the edge, and of the triangles beside them: nothing may stand on them.
    public static List<Box> exits(List<Trail> trails, int playhead, PlotArea area) {
        List<Box> exits = new ArrayList<>();
        for (Trail trail : trails) {
            int head = trail.head(playhead);
            if (!area.contains(area.px(trail.x()[head]), area.py(trail.y()[head]))) {
                Exit end = Exit.of(trail, head, area);
                exits.add(around(end.x() - EXIT / 2 * end.dx(), end.y() - EXIT / 2 * end.dy(), EXIT / 2 + 2));
                if (trail.endsAt(playhead)) {
                    exits.add(around(end.x() - BESIDE_EXIT * end.dx(), end.y() - BESIDE_EXIT * end.dy(), 11));
                }
            }
        }
        return exits;
    }

    private static Box around(double x, double y, double reach) {
        return new Box(x - reach, y - reach, 2 * reach, 2 * reach);
    }

    /// Where the run's head is drawn: x and y of its marker, or of the arrow at the edge.
    public double[] headAt(Trail trail, int playhead) {
        int head = trail.head(playhead);
        double x = area.px(trail.x()[head]);
        double y = area.py(trail.y()[head]);
        if (area.contains(x, y)) {
            return new double[] {x, y};
        }
        Exit end = Exit.of(trail, head, area);
        return new double[] {end.x(), end.y()};
    }

    /// A run's marker with a ring around it.
    public static void marker(Painter p, RunStyle style, double x, double y, double radius) {
        Shape shape = style.marker().at(x, y, radius);
        p.draw(shape, style.casing(p.theme), line(4));
        p.fill(shape, style.core(p.theme));
    }

    /// A run's marker, hollow: what is not there yet, or stands on the edge because it cannot be drawn in its place.
    public static void open(Painter p, RunStyle style, double x, double y, double radius) {
        Shape shape = style.marker().at(x, y, radius);
        p.fill(shape, p.theme.panel());
        p.draw(shape, style.core(p.theme), line(2));
    }

    /// The red triangle of divergence, moved just so far that it lies within `box`.
    public static void warning(Painter p, double x, double y, Box box) {
        double cx = Math.clamp(x, box.x() + 9, Math.max(box.x() + 9, box.right() - 9));
        double cy = Math.clamp(y, box.y() + 9, Math.max(box.y() + 9, box.bottom() - 9));
        Path2D triangle = Marker.polygon(cx, cy + 1.5, 9, 3, -90);
        p.draw(triangle, p.theme.panel(), line(3.5));
        p.fill(triangle, p.theme.danger());
        Color sign = Contrast.ensured(p.theme.panel(), p.theme.danger(), 4.5);
        p.line(cx, cy - 2, cx, cy + 1.6, sign, line(1.6));
        p.line(cx, cy + 4, cx, cy + 4, sign, line(1.7));
    }

    /// A filled arrow head with its tip at (x, y), pointing along the unit vector.
    public static Path2D arrowHead(double x, double y, double dx, double dy, double size) {
        double wing = 0.42 * size;
        Path2D head = new Path2D.Double();
        head.moveTo(x, y);
        head.lineTo(x - size * dx - wing * dy, y - size * dy + wing * dx);
        head.lineTo(x - 0.72 * size * dx, y - 0.72 * size * dy);
        head.lineTo(x - size * dx + wing * dy, y - size * dy - wing * dx);
        head.closePath();
        return head;
    }

    private static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// The stroke of a run's line in full view.
    public static BasicStroke core(RunStyle style, double width) {
        return core(style, width, false, 0);
    }

    /// The stroke of a run's line, its dash begun `phase` pixels ago; solid where dashes would only be noise.
    public static BasicStroke core(RunStyle style, double width, boolean dense, double phase) {
        float[] pattern = dense ? null : style.pattern(CORE);
        if (pattern == null) {
            return line(width);
        }
        double period = 0;
        for (float part : pattern) {
            period += part;
        }
        float begun = (float) (phase % period);
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, begun);
    }
}
