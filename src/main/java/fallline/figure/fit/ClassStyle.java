package fallline.figure.fit;

import fallline.figure.paint.Marker;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import java.awt.Color;
import java.awt.Shape;
import java.util.BitSet;

/// How the rows of one class are told from the others: by colour and by shape.
///
/// The colours are those of Okabe & Ito; the first two are as far apart in lightness as in hue.
final class ClassStyle {
    private static final int[] ORDER = {0, 4, 2, 3, 1, 5, 7, 6};
    private static final double RADIUS = 4;
    private static final double STRONG = 5.4;

    private ClassStyle() {}

    /// The colour of class `c`; from the ninth on they repeat.
    static Color colour(int c, Theme theme) {
        return RunStyle.of(ORDER[Math.floorMod(c, ORDER.length)]).core(theme);
    }

    static Shape shape(int c, double x, double y, double radius) {
        Marker[] markers = Marker.values();
        return markers[Math.floorMod(c, markers.length)].at(x, y, radius);
    }

    /// All rows, those of the batch strong and on top.
    static void rows(Painter p, PlotArea area, double[] x, double[] y, int[] classes, boolean[] missed, int[] batch) {
        BitSet strong = Points.set(batch);
        Points.paint(
                p,
                area,
                x,
                y,
                i -> strong.get(i) ? -1 : 2 * classes[i] + (missed[i] ? 1 : 0),
                (q, px, py, kind) -> row(q, px, py, kind / 2, kind % 2 == 1, false));
        for (int i : batch) {
            row(p, area.px(x[i]), area.py(y[i]), classes[i], missed[i], true);
        }
    }

    /// One row; a ring tells that it is taken for another class.
    static void row(Painter p, double x, double y, int c, boolean missed, boolean strong) {
        Shape shape = shape(c, x, y, strong ? STRONG : RADIUS);
        p.draw(shape, strong ? p.theme.text() : p.theme.panel(), strong ? 3 : 2);
        p.fill(shape, colour(c, p.theme));
        if (missed) {
            p.draw(Marker.CIRCLE.at(x, y, 7.2), p.theme.panel(), 3);
            p.draw(Marker.CIRCLE.at(x, y, 7.2), p.theme.danger(), 1.5);
        }
    }
}
