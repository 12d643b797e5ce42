package fallline.figure.path;

import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.Hit;
import fallline.figure.plot.PlotArea;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;

/// Finds the step of a path that lies under a pointer, and rings it.
public final class Nearest {
    private static final double REACH = 9;

    private Nearest() {}

    /// The step nearest to the pointer, within a few pixels.
    public static Optional<Hit> step(List<Trail> trails, PlotArea area, double px, double py) {
        Hit best = null;
        double least = REACH * REACH;
        for (int run = 0; run < trails.size(); run++) {
            Trail trail = trails.get(run);
            for (int step = 0; step < trail.length(); step++) {
                double dx = area.px(trail.x()[step]) - px;
                double dy = area.py(trail.y()[step]) - py;
                double distance = dx * dx + dy * dy;
                if (distance < least) {
                    least = distance;
                    best = new Hit.Step(run, step);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// A ring around the step that is pointed at.
    public static void ring(Painter p, List<Trail> trails, PlotArea area, Hit.Step at) {
        if (at.run() < trails.size() && at.step() < trails.get(at.run()).length()) {
            Trail trail = trails.get(at.run());
            ring(p, trail.style(), area.px(trail.x()[at.step()]), area.py(trail.y()[at.step()]));
        }
    }

    public static void ring(Painter p, RunStyle style, double x, double y) {
        Ellipse2D ring = new Ellipse2D.Double(x - 8, y - 8, 16, 16);
        p.draw(ring, style.casing(p.theme), 4.5);
        p.draw(ring, style.core(p.theme), 2.2);
    }
}
