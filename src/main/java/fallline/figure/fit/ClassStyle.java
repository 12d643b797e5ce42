package fallline.figure.fit;

import fallline.figure.label.LabelPlacer;
import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Marker;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Points;
import java.awt.Color;
import java.awt.Shape;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

    /// The classes by name in that corner of the plot where they cover the least; nothing where there is no room.
    ///
    /// @param room the part of the plot that is free for it
    /// @param missed whether the ring is explained
    /// @return the place taken, empty if none
    static Optional<Box> legend(
            Painter p, PlotArea area, Box room, List<String> names, boolean missed, double[] x, double[] y) {
        Box plot = area.box();
        int lines = names.size() + (missed ? 1 : 0);
        double width = missed ? Fonts.width("taken for another", Type.BODY) : 0;
        for (String name : names) {
            width = Math.max(width, Fonts.width(name, Type.BODY));
        }
        width += 38;
        double height = 14 + 17 * lines;
        if (width > plot.width() * 0.5 || height > plot.height() * 0.6) {
            return Optional.empty();
        }
        Box box = LabelPlacer.emptiest(room.grown(-8), width, height, x.length, i -> area.px(x[i]), i -> area.py(y[i]));
        p.plate(box);
        for (int c = 0; c < lines; c++) {
            double middle = box.y() + 15.5 + 17 * c;
            boolean ring = c == names.size();
            if (ring) {
                p.draw(Marker.CIRCLE.at(box.x() + 15, middle, 5.5), p.theme.danger(), 1.5);
            } else {
                row(p, box.x() + 15, middle, c, false, false);
            }
            String words = ring ? "taken for another" : names.get(c);
            p.text(words, box.x() + 27, Painter.centred(middle, Type.BODY), Type.BODY, p.theme.text());
        }
        return Optional.of(box);
    }

    /// Small print in the lower right corner, such as what the picture leaves out.
    ///
    /// @return the part of the plot that stays free
    static Box note(Painter p, PlotArea area, String words) {
        Box plot = area.box();
        double width = Fonts.width(words, Type.NOTE) + 14;
        if (words.isEmpty() || width > plot.width() - 12 || plot.height() < 90) {
            return plot;
        }
        Box box = new Box(plot.right() - width - 6, plot.bottom() - 26, width, 20);
        p.plate(box);
        p.text(words, box.x() + 7, Painter.centred(box.centreY(), Type.NOTE), Type.NOTE, p.theme.muted());
        return new Box(plot.x(), plot.y(), plot.width(), plot.height() - 26);
    }
}
