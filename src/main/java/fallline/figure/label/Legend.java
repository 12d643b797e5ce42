package fallline.figure.label;

import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Type;
import fallline.figure.path.TrailPainter;
import java.util.ArrayList;
import java.util.List;

/// The runs of a picture in words: a piece of each line with its marker, the run's name and its settings.
///
/// @param entries in the order of the runs
public record Legend(List<Entry> entries) {
    private static final double LINE = 34;
    private static final double PITCH = 22;
    private static final double BETWEEN = 26;

    /// One run.
    ///
    /// @param details `gradient descent, α 0.1, batches of 10`
    public record Entry(String name, RunStyle style, String details) {}

    public Legend {
        entries = List.copyOf(entries);
    }

    private static double width(Entry entry) {
        return LINE + 8 + Fonts.width(entry.name, Type.LABEL) + 8 + Fonts.width(entry.details, Type.BODY);
    }

    private List<List<Entry>> rows(double width) {
        List<List<Entry>> rows = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        for (Entry entry : entries) {
            double needed = width(entry);
            if (used + BETWEEN + needed > width) {
                rows.add(new ArrayList<>());
                used = -BETWEEN;
            }
            rows.getLast().add(entry);
            used += BETWEEN + needed;
        }
        return rows;
    }

    public double height(double width) {
        return rows(width).size() * PITCH;
    }

    public void paint(Painter p, double x, double y, double width) {
        double middle = y + PITCH / 2;
        for (List<Entry> row : rows(width)) {
            double left = x;
            for (Entry entry : row) {
                left = entry(p, entry, left, middle, x + width) + BETWEEN;
            }
            middle += PITCH;
        }
    }

    private static double entry(Painter p, Entry entry, double x, double y, double end) {
        if (Contrast.between(entry.style.core(p.theme), p.theme.surface()) < 2.2) {
            p.line(x, y, x + LINE, y, entry.style.casing(p.theme), Painter.line(3.6));
        }
        p.line(x, y, x + LINE, y, entry.style.core(p.theme), TrailPainter.core(entry.style, 2.1));
        p.draw(entry.style.marker().at(x + LINE / 2, y, 4.6), p.theme.surface(), 3);
        p.fill(entry.style.marker().at(x + LINE / 2, y, 4.6), entry.style.core(p.theme));
        double left = x + LINE + 8;
        String name = Fonts.fitted(entry.name, Type.LABEL, end - left);
        p.text(name, left, Painter.centred(y, Type.LABEL), Type.LABEL, p.theme.text());
        left += Fonts.width(name, Type.LABEL) + 8;
        String details = Fonts.fitted(entry.details, Type.BODY, Math.max(0, end - left));
        p.text(details, left, Painter.centred(y, Type.BODY), Type.BODY, p.theme.muted());
        return left + Fonts.width(details, Type.BODY);
    }
}
