package fallline.figure.surface;

import fallline.figure.paint.Blocked;
import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.path.Footprint;
import fallline.figure.plot.PlotArea;
import fallline.number.Numbers;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The levels of contour lines, written along the lines where these are straight enough, never on each other.
final class ContourLabels {
    private static final double ROOM = 10;
    private static final double APART = 26;
    private static final double LARGEST_BEND = 0.12;
    private static final int MOST = 12;
    private static final double PITCH = 80;
    private static final double FROM = 240;

    /// Half the height of the words, with a little room.
    private static final double HEIGHT = 7;

    private ContourLabels() {}

    /// Words on a line, with the middle of them, their slant and half their width.
    record Placed(String words, double x, double y, double angle, double half) {
        Box box() {
            double across = half * Math.abs(Math.cos(angle)) + 6;
            double up = half * Math.abs(Math.sin(angle)) + 6;
            return new Box(x - across, y - up, 2 * across, 2 * up);
        }
    }

    /// Finds one piece of line a level that has room for its words.
    ///
    /// @param blocked where no label may stand
    /// @param paths on which none may stand either
    static List<Placed> place(List<ContourLine> lines, PlotArea area, List<Box> blocked, Footprint paths) {
        if (area.box().width() < FROM || area.box().height() < FROM * 0.75) {
            return List.of();
        }
        double[] levels =
                lines.stream().mapToDouble(ContourLine::level).distinct().toArray();
        int most = Math.clamp((long) (area.box().width() / PITCH), 2, MOST);
        int stride = (levels.length + most - 1) / most;
        Box inner = area.box().grown(-12);
        Blocked taken =
                new Blocked(inner, blocked.stream().map(box -> box.grown(8)).toList());
        List<Placed> placed = new ArrayList<>();
        double last = Double.NaN;
        int index = -1;
        double level = Double.NaN;
        for (ContourLine line : lines) {
            index += line.level() == level ? 0 : 1;
            level = line.level();
            if (index % stride == 0 && level != last) {
                String words = Numbers.brief(line.level(), 2);
                Placed at = place(line, words, area, placed, inner, taken, paths);
                if (at != null) {
                    placed.add(at);
                    last = line.level();
                }
            }
        }
        return List.copyOf(placed);
    }

    private static @Nullable Placed place(
            ContourLine line,
            String words,
            PlotArea area,
            List<Placed> placed,
            Box inner,
            Blocked taken,
            Footprint paths) {
        double half = Fonts.width(words, Type.NOTE) / 2;
        double[] x = new double[line.x().length];
        double[] y = new double[x.length];
        double[] way = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = area.px(line.x()[i]);
            y[i] = area.py(line.y()[i]);
            way[i] = i == 0 ? 0 : way[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
        double total = way[way.length - 1];
        if (total < 4 * half + 2 * ROOM) {
            return null;
        }
        Placed best = null;
        double straightest = LARGEST_BEND;
        int from = 0;
        int to = 0;
        for (int i = 0; i < x.length; i++) {
            while (way[i] - way[from] > half) {
                from++;
            }
            while (to < x.length - 1 && way[to] - way[i] < half) {
                to++;
            }
            double chord = Math.hypot(x[to] - x[from], y[to] - y[from]);
            double arc = way[to] - way[from];
            double bend = arc > 1.8 * half ? arc / chord - 1 : 1;
            if (bend < straightest) {
                double angle = Math.atan2(y[to] - y[from], x[to] - x[from]);
                double upright = Math.cos(angle) < 0 ? angle + Math.PI : angle;
                Placed at = new Placed(words, (x[from] + x[to]) / 2, (y[from] + y[to]) / 2, upright, half);
                if (free(at, inner, placed, taken, paths)) {
                    straightest = bend;
                    best = at;
                }
            }
        }
        return best;
    }

    private static boolean free(Placed at, Box inner, List<Placed> placed, Blocked taken, Footprint paths) {
        double dx = at.half * Math.cos(at.angle);
        double dy = at.half * Math.sin(at.angle);
        for (double end = -1; end <= 1; end += 0.25) {
            double px = at.x + end * dx;
            double py = at.y + end * dy;
            if (!inner.contains(px, py)
                    || taken.contains(px, py)
                    || !paths.isFree(new Box(px, py, 0, 0).grown(HEIGHT))) {
                return false;
            }
        }
        return placed.stream()
                .allMatch(other -> Math.hypot(other.x - at.x, other.y - at.y) > other.half + at.half + APART);
    }

    static void paint(Painter p, List<Placed> labels) {
        for (Placed at : labels) {
            AffineTransform before = p.g.getTransform();
            p.g.translate(at.x, at.y);
            p.g.rotate(at.angle);
            p.haloed(at.words, -at.half, Fonts.CAP * Type.NOTE.getSize2D() / 2, Type.NOTE, p.theme.text());
            p.g.setTransform(before);
        }
    }
}
