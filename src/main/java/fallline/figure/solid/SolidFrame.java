package fallline.figure.solid;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.plot.Span;
import fallline.figure.plot.Ticks;
import fallline.figure.plot.Window;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/// The box around a solid: the two far walls with their grids, the floor's edge, ticks and names of the three axes.
public final class SolidFrame {
    private static final double TICK = 11;
    private static final double NAME = 30;
    /// An axis that is seen shorter has no words.
    public static final double SHORTEST = 60;

    private final Painter p;
    private final Projection projection;
    private final Window window;
    private final Upright heights;
    private final double nearX;
    private final double nearY;
    private final double wallX;
    private final double wallY;
    private final List<Box> taken = new ArrayList<>();

    public SolidFrame(Painter p, Projection projection, Window window, Upright heights) {
        this.p = p;
        this.projection = projection;
        this.window = window;
        this.heights = heights;
        // the point of a side is near when its depth, x sin a + y cos a, is small
        nearY = projection.cosA() >= 0 ? -projection.halfY() : projection.halfY();
        nearX = projection.sinA() > 1e-3
                ? -projection.halfX()
                : projection.sinA() < -1e-3 ? projection.halfX() : -projection.halfX();
        wallX = -nearX;
        wallY = -nearY;
    }

    /// No word of an axis may stand here.
    void block(Box box) {
        taken.add(box);
    }

    /// Where no other word may stand: the axes' own, and what was blocked.
    List<Box> taken() {
        return taken;
    }

    /// What stands behind the solid.
    public void paintWalls() {
        Path2D walls = new Path2D.Double();
        quad(walls, wallX, -projection.halfY(), wallX, projection.halfY());
        quad(walls, -projection.halfX(), wallY, projection.halfX(), wallY);
        p.fill(walls, Contrast.blend(p.theme.grid(), p.theme.panel(), p.theme.dark() ? 0.35 : 0.45));
        Path2D grid = new Path2D.Double();
        for (Ticks.Mark mark : xTicks()) {
            double x = projection.boxX(mark.value());
            line(grid, x, wallY, Projection.FLOOR, x, wallY, Projection.TOP);
        }
        for (Ticks.Mark mark : yTicks()) {
            double y = projection.boxY(mark.value());
            line(grid, wallX, y, Projection.FLOOR, wallX, y, Projection.TOP);
        }
        for (Upright.Mark mark : heights.marks()) {
            double z = mark.share() * Projection.TOP;
            line(grid, -projection.halfX(), wallY, z, projection.halfX(), wallY, z);
            line(grid, wallX, -projection.halfY(), z, wallX, projection.halfY(), z);
        }
        p.draw(grid, p.theme.border(), 1);
        Path2D edges = new Path2D.Double();
        for (double z : new double[] {Projection.FLOOR, Projection.TOP}) {
            line(edges, -projection.halfX(), wallY, z, projection.halfX(), wallY, z);
            line(edges, wallX, -projection.halfY(), z, wallX, projection.halfY(), z);
        }
        line(edges, wallX, wallY, Projection.FLOOR, wallX, wallY, Projection.TOP);
        line(edges, wallX, nearY, Projection.FLOOR, wallX, nearY, Projection.TOP);
        line(edges, nearX, wallY, Projection.FLOOR, nearX, wallY, Projection.TOP);
        p.draw(edges, Contrast.blend(p.theme.muted(), p.theme.panel(), 0.45), 1);
    }

    private void quad(Path2D path, double x0, double y0, double x1, double y1) {
        Point2D a = projection.point(x0, y0, Projection.FLOOR);
        Point2D b = projection.point(x1, y1, Projection.FLOOR);
        Point2D c = projection.point(x1, y1, Projection.TOP);
        Point2D d = projection.point(x0, y0, Projection.TOP);
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    private void line(Path2D path, double x0, double y0, double z0, double x1, double y1, double z1) {
        Point2D a = projection.point(x0, y0, z0);
        Point2D b = projection.point(x1, y1, z1);
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
    }

    private List<Ticks.Mark> xTicks() {
        return ticks(window.x(), 2 * projection.halfX() * projection.scale() * Math.abs(projection.cosA()));
    }

    private List<Ticks.Mark> yTicks() {
        double seen = Math.hypot(projection.sinA(), projection.cosA() * projection.sinE());
        return ticks(window.y(), 2 * projection.halfY() * projection.scale() * seen);
    }

    private static List<Ticks.Mark> ticks(Span span, double pixels) {
        int most = Math.clamp((int) (pixels / 52), 2, 7);
        return Ticks.linear(span, most).marks();
    }

    /// The floor's edge and all words; they stand outside the solid.
    ///
    /// @param room words that would not lie in it are left out
    public void paintAxes(String xLabel, String yLabel, Box room) {
        Path2D rim = new Path2D.Double();
        double z = Projection.FLOOR;
        line(rim, -projection.halfX(), nearY, z, projection.halfX(), nearY, z);
        line(rim, nearX, -projection.halfY(), z, nearX, projection.halfY(), z);
        p.draw(rim, Contrast.blend(p.theme.muted(), p.theme.panel(), 0.6), 1);
        axisX(xLabel, room);
        axisY(yLabel, room);
        axisZ(room);
    }

    private void axisX(String label, Box room) {
        double[] out = outward(0, Math.signum(nearY));
        if (lengthOf(2 * projection.halfX(), 0) < SHORTEST) {
            return;
        }
        for (Ticks.Mark mark : xTicks()) {
            word(
                    mark.label(),
                    projection.point(projection.boxX(mark.value()), nearY, Projection.FLOOR),
                    out,
                    TICK,
                    room);
        }
        name(label, projection.point(0, nearY, Projection.FLOOR), out, room);
    }

    private void axisY(String label, Box room) {
        double[] out = outward(Math.signum(nearX), 0);
        if (lengthOf(0, 2 * projection.halfY()) < SHORTEST) {
            return;
        }
        for (Ticks.Mark mark : yTicks()) {
            word(
                    mark.label(),
                    projection.point(nearX, projection.boxY(mark.value()), Projection.FLOOR),
                    out,
                    TICK,
                    room);
        }
        name(label, projection.point(nearX, 0, Projection.FLOOR), out, room);
    }

    /// The upright axis stands on the corner farthest to the left, where nothing is before it.
    private void axisZ(Box room) {
        double tall = Projection.TOP * projection.scale() * projection.cosE();
        if (tall < SHORTEST) {
            return;
        }
        double left = Double.POSITIVE_INFINITY;
        double cx = 0;
        double cy = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 == 0 ? -projection.halfX() : projection.halfX();
            double y = corner < 2 ? -projection.halfY() : projection.halfY();
            double px = projection.px(x, y) + (x == nearX && y == nearY ? 1e-3 : 0);
            if (px < left) {
                left = px;
                cx = x;
                cy = y;
            }
        }
        double[] out = {-1, 0};
        double last = Double.POSITIVE_INFINITY;
        double widest = 0;
        for (Upright.Mark mark : heights.marks()) {
            Point2D at = projection.point(cx, cy, mark.share() * Projection.TOP);
            if (Math.abs(last - at.getY()) >= 15 && mark.share() <= 1 + 1e-9) {
                double width = Fonts.width(mark.label(), Type.TICK);
                p.line(at.getX() - 4, at.getY(), at.getX(), at.getY(), p.theme.muted(), Painter.line(1));
                place(mark.label(), at.getX() - 8 - width / 2, at.getY(), Type.TICK, false, room);
                widest = Math.max(widest, width);
                last = at.getY();
            }
        }
        Point2D top = projection.point(cx, cy, Projection.TOP);
        Point2D foot = projection.point(cx, cy, 0);
        p.line(top.getX(), top.getY(), foot.getX(), foot.getY(), p.theme.muted(), Painter.line(1));
        double width = Fonts.width(heights.label(), Type.AXIS);
        double x = Math.max(room.x() + width / 2, top.getX() + out[0] * 8);
        place(heights.label(), x, top.getY() - 16, Type.AXIS, true, room);
    }

    private double lengthOf(double dx, double dy) {
        return Math.hypot(
                projection.px(dx, dy) - projection.px(0, 0), projection.py(dx, dy, 0) - projection.py(0, 0, 0));
    }

    /// The direction on the screen in which a side of the box looks.
    private double[] outward(double dx, double dy) {
        double x = projection.px(dx, dy) - projection.px(0, 0);
        double y = projection.py(dx, dy, 0) - projection.py(0, 0, 0);
        double length = Math.hypot(x, y);
        if (length < 1e-9) {
            return new double[] {0, 1};
        }
        // seen from the side an edge looks straight at us: then its words stand below it
        double below = Math.clamp(1 - length / (0.35 * projection.scale()), 0.0, 1.0);
        double ox = x / length * (1 - below);
        double oy = y / length * (1 - below) + below;
        double norm = Math.hypot(ox, oy);
        return new double[] {ox / norm, oy / norm};
    }

    private void word(String words, Point2D at, double[] out, double far, Box room) {
        double half = Fonts.width(words, Type.TICK) / 2;
        double reach = far + half * Math.abs(out[0]);
        place(words, at.getX() + reach * out[0], at.getY() + reach * out[1], Type.TICK, false, room);
    }

    private void name(String words, Point2D at, double[] out, Box room) {
        double half = Fonts.width(words, Type.AXIS) / 2;
        double reach = NAME + half * Math.abs(out[0]) + 14 * Math.abs(out[0]);
        place(words, at.getX() + reach * out[0], at.getY() + reach * out[1], Type.AXIS, true, room);
    }

    private void place(String words, double x, double y, Font font, boolean loud, Box room) {
        double half = Fonts.width(words, font) / 2;
        Box box = new Box(x - half, y - 7, 2 * half, 14);
        if (room.contains(box) && taken.stream().noneMatch(box.grown(2)::overlaps)) {
            taken.add(box);
            p.text(words, x, 0.5, Painter.centred(y, font), font, loud ? p.theme.text() : p.theme.muted());
        }
    }
}
