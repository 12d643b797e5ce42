package fallline.app.gallery;

import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.Dataset;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Theme;
import fallline.figure.plot.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A small scatter plot of a data set: a feature across, the target or a second feature upwards, classes as colours.
final class Thumbnail extends Canvas {
    private static final double MARGIN = 7;
    private static final int MOST = 400;
    private static final double RADIUS = 1.7;

    Thumbnail(GalleryEntry entry, Theme theme, double width, double height) {
        super(width, height);
        setMouseTransparent(true);
        paint(entry, theme);
    }

    /// Shows other data.
    void paint(GalleryEntry entry, Theme theme) {
        double width = getWidth();
        double height = getHeight();
        Dataset data = entry.data();
        List<String> features = entry.features();
        boolean classes = entry.classes();
        double[] x = data.numbers(features.getFirst());
        int[] codes = classes ? codes(data.column(entry.target())) : new int[data.rows()];
        double[] y = classes
                ? features.size() > 1 ? data.numbers(features.get(1)) : asNumbers(codes)
                : data.numbers(entry.target());
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        Span across = Span.around(x);
        Span upwards = Span.around(y);
        int stride = 1 + data.rows() / MOST;
        for (int i = 0; i < data.rows(); i += stride) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                double px = MARGIN + (x[i] - across.lo()) / across.length() * (width - 2 * MARGIN);
                double py = height - MARGIN - (y[i] - upwards.lo()) / upwards.length() * (height - 2 * MARGIN);
                g.setFill(colour(classes, codes[i], theme));
                g.fillOval(px - RADIUS, py - RADIUS, 2 * RADIUS, 2 * RADIUS);
            }
        }
    }

    private static double[] asNumbers(int[] codes) {
        double[] numbers = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            numbers[i] = codes[i];
        }
        return numbers;
    }

    /// 0, 1, … in the order in which the classes appear.
    private static int[] codes(Column column) {
        List<Object> seen = new ArrayList<>();
        int[] codes = new int[column.rows()];
        for (int i = 0; i < codes.length; i++) {
            Object value =
                    switch (column) {
                        case NumberColumn numbers -> numbers.values()[i];
                        case TextColumn text -> text.values().get(i);
                    };
            int code = seen.indexOf(value);
            if (code < 0) {
                code = seen.size();
                seen.add(value);
            }
            codes[i] = code;
        }
        return codes;
    }

    private static Color colour(boolean classes, int code, Theme theme) {
        java.awt.Color core =
                classes ? RunStyle.of(code == 1 ? 4 : code == 4 ? 1 : code).core(theme) : theme.muted();
        return Color.rgb(core.getRed(), core.getGreen(), core.getBlue(), 0.85);
    }
}
