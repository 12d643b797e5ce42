package fallline.figure.map;

import fallline.figure.paint.Box;
import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Type;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Ticks;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/// What the colours and patterns of a map mean, in words, at its right.
///
/// @param title in lines
/// @param bar the tones, if they mean numbers
/// @param entries the rest
public record CellLegend(List<String> title, Optional<Bar> bar, List<Entry> entries) {
    /// Tones from light to dark as numbers.
    ///
    /// @param numbers light at the lower end
    public record Bar(Axis numbers) {
        Ticks ticks(double height) {
            int most = (int) Math.clamp(height / 30, 2, 6);
            return numbers.kind() == Axis.Kind.LOG
                    ? Ticks.log(numbers.span(), most)
                    : numbers.kind() == Axis.Kind.COUNT
                            ? Ticks.whole(numbers.span(), most)
                            : Ticks.linear(numbers.span(), most);
        }
    }

    /// One pattern or colour.
    ///
    /// @param hue its hue or the place of its word
    public record Entry(CellField.Kind kind, int hue, double tone, String words) {}

    private static final double GAP = 16;
    private static final double SWATCH = 13;
    private static final double PITCH = 20;
    private static final double LINE = 15;
    private static final double PAD = 9;
    private static final double ROW = 18;
    private static final double BAR = 150;
    private static final double LEAST_PLOT = 190;

    public CellLegend {
        title = List.copyOf(title);
        entries = List.copyOf(entries);
    }

    /// How much room it takes at the right of a picture of this width; 0 where that is better left to the map.
    double width(double picture) {
        double words = 0;
        for (String line : title) {
            words = Math.max(words, Fonts.width(line, Type.NAME));
        }
        for (Entry entry : entries) {
            words = Math.max(words, SWATCH + 8 + Fonts.width(entry.words, Type.NOTE));
        }
        double wanted = GAP + Math.max(words, bar.isPresent() ? SWATCH + 50 : 0) + 8;
        return picture - wanted < LEAST_PLOT + 60 ? 0 : Math.ceil(wanted);
    }

    /// @param plot what it stands beside
    void paint(Painter p, Box plot, ColourMap colours) {
        double x = plot.right() + GAP;
        double y = plot.y();
        for (String line : title) {
            p.text(line, x, y + 9, Type.NAME, p.theme.text());
            y += LINE;
        }
        y += 5;
        if (bar.isPresent()) {
            double room = plot.bottom() - y - PITCH * entries.size() - 14;
            double height = Math.min(BAR, room);
            if (height >= 40) {
                paintBar(p, bar.get(), new Box(x, y, SWATCH, height), colours);
                y += height + 16;
            }
        }
        for (Entry entry : entries) {
            if (y + SWATCH > plot.bottom() + 4) {
                return;
            }
            swatch(p, entry, new Box(x, y, SWATCH, SWATCH), colours);
            p.text(entry.words, x + SWATCH + 8, Painter.centred(y + SWATCH / 2, Type.NOTE), Type.NOTE, p.theme.text());
            y += PITCH;
        }
    }

    private static void paintBar(Painter p, Bar bar, Box box, ColourMap colours) {
        int lines = (int) Math.max(2, Math.round(box.height() * 2));
        for (int i = 0; i < lines; i++) {
            double share = (i + 0.5) / lines;
            Color colour = CellInk.colour(CellField.Kind.TONE, 0, 1 - share, colours, p.theme);
            double top = box.y() + box.height() * i / lines;
            p.g.setColor(colour);
            p.g.fill(new Rectangle2D.Double(box.x(), top, box.width(), box.height() / lines + 0.4));
        }
        p.frame(box, p.theme.border());
        Scale scale = bar.numbers.scale(box.y(), box.bottom());
        double end = Double.NEGATIVE_INFINITY;
        for (Ticks.Mark mark : bar.ticks(box.height()).marks()) {
            double y = scale.pixel(mark.value());
            if (y < box.y() - 1 || y > box.bottom() + 1 || y - end < 13) {
                continue;
            }
            p.rule(box.right(), y, box.right() + 4, y, p.theme.muted(), 1);
            p.text(mark.label(), box.right() + 8, Painter.centred(y, Type.TICK), Type.TICK, p.theme.muted());
            end = y;
        }
    }

    /// How large its entries are on a plate in a plot: width and height.
    public double[] plate() {
        double words = 0;
        for (Entry entry : entries) {
            words = Math.max(words, Fonts.width(entry.words, Type.NOTE));
        }
        return new double[] {Math.ceil(2 * PAD + SWATCH + 8 + words), 2 * PAD - 6 + ROW * entries.size()};
    }

    /// Paints its entries on a plate.
    public void paintPlate(Painter p, Box box, ColourMap colours) {
        p.plate(box);
        double y = box.y() + PAD - 1;
        for (Entry entry : entries) {
            swatch(p, entry, new Box(box.x() + PAD, y, SWATCH, SWATCH), colours);
            p.text(
                    entry.words,
                    box.x() + PAD + SWATCH + 8,
                    Painter.centred(y + SWATCH / 2, Type.NOTE),
                    Type.NOTE,
                    p.theme.text());
            y += ROW;
        }
    }

    /// A square of what the entry is about.
    static void swatch(Painter p, Entry entry, Box box, ColourMap colours) {
        CellField.Kind kind = entry.kind;
        Color plain = CellInk.colour(kind, entry.hue, entry.tone, colours, p.theme);
        p.ground(box, plain);
        Color ink = Contrast.blend(p.theme.text(), p.theme.panel(), 0.55);
        double s = 2;
        for (int py = 0; py < box.height() * s; py++) {
            for (int px = 0; px < box.width() * s; px++) {
                double cover = CellInk.cover(kind, px, py, s);
                if (cover > 0) {
                    p.g.setColor(Contrast.blend(ink, plain, cover));
                    p.g.fill(new Rectangle2D.Double(box.x() + px / s, box.y() + py / s, 1 / s, 1 / s));
                }
            }
        }
        p.frame(box, p.theme.border());
    }
}
