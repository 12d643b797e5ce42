package fallline.figure.plot;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import java.awt.geom.Line2D;

/// Slanted lines over the parts of a plot where the function has no value.
public final class Hatch {
    private static final double PITCH = 8;

    private Hatch() {}

    /// Hatches every stretch of the x axis in which the curve is a hole.
    public static void holes(Painter p, SampledCurve curve, PlotArea area) {
        double[] x = curve.x();
        double[] y = curve.y();
        int from = -1;
        for (int i = 0; i <= x.length; i++) {
            boolean hole = i < x.length && Double.isNaN(y[i]);
            if (hole && from < 0) {
                from = i;
            } else if (!hole && from >= 0) {
                stripes(p, area.px(x[Math.max(0, from - 1)]), area.px(x[Math.min(x.length - 1, i)]), area.box());
                from = -1;
            }
        }
    }

    private static void stripes(Painter p, double left, double right, Box box) {
        double from = Math.max(left, box.x());
        double to = Math.min(right, box.right());
        if (to <= from) {
            return;
        }
        Box part = new Box(from, box.y(), to - from, box.height());
        p.within(part, () -> {
            for (double c = part.x() - part.height(); c < part.right(); c += PITCH) {
                double start = Math.floor(c / PITCH) * PITCH;
                p.draw(
                        new Line2D.Double(start, part.bottom(), start + part.height(), part.y()),
                        Contrast.alpha(p.theme.muted(), 0.4),
                        1.1);
            }
        });
    }
}
