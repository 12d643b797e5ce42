package fallline.figure.fit;

import fallline.figure.paint.Box;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Marker;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Type;
import fallline.figure.plot.Axes;
import java.util.ArrayList;
import java.util.List;

/// The classes by name, in rows above the plot, where they hide no point wherever points are; with small print behind.
///
/// @param names the classes
/// @param missed whether the ring of a row that is taken for another class is explained
/// @param note small print; may be empty
record ClassLegend(List<String> names, boolean missed, String note) {
    private static final String TAKEN = "taken for another";
    private static final double PITCH = 18;
    private static final double SIGN = 14;
    private static final double BETWEEN = 18;
    private static final double AXIS = 90;
    private static final double MOST_SHARE = 0.25;

    ClassLegend {
        names = List.copyOf(names);
    }

    /// The room that a plot leaves for it; none in a small picture.
    Axes.Margins margins(Size size) {
        int rows = rows(size).size();
        return new Axes.Margins(rows == 0 ? 0 : rows * PITCH + 2, 0);
    }

    /// @param width with the sign before the words
    private record Item(int sign, String words, double width) {}

    private List<List<Item>> rows(Size size) {
        double room = size.width() - AXIS;
        List<List<Item>> rows = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        for (Item item : items(room)) {
            if (used + item.width > room) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(item);
            used += item.width + BETWEEN;
        }
        return rows.size() * PITCH > MOST_SHARE * size.height() || room < 80 ? List.of() : rows;
    }

    private List<Item> items(double room) {
        List<Item> items = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            items.add(item(c, Fonts.fitted(names.get(c), Type.BODY, room - SIGN)));
        }
        if (missed) {
            items.add(item(names.size(), TAKEN));
        }
        if (!note.isEmpty()) {
            String words = Fonts.fitted(note, Type.NOTE, room);
            items.add(new Item(-1, words, Fonts.width(words, Type.NOTE)));
        }
        return items;
    }

    private static Item item(int sign, String words) {
        return new Item(sign, words, SIGN + Fonts.width(words, Type.BODY));
    }

    /// @param plot under it
    void paint(Painter p, Size size, Box plot) {
        List<List<Item>> rows = rows(size);
        double middle = plot.y() - rows.size() * PITCH + PITCH / 2 - 3;
        for (List<Item> row : rows) {
            double x = plot.x();
            for (Item item : row) {
                paint(p, item, x, middle);
                x += item.width + BETWEEN;
            }
            middle += PITCH;
        }
    }

    private void paint(Painter p, Item item, double x, double middle) {
        if (item.sign < 0) {
            p.text(item.words, x, Painter.centred(middle, Type.NOTE), Type.NOTE, p.theme.muted());
            return;
        }
        if (item.sign == names.size()) {
            p.draw(Marker.CIRCLE.at(x + 5, middle, 5.2), p.theme.danger(), 1.5);
        } else {
            ClassStyle.row(p, x + 5, middle, item.sign, false, false);
        }
        p.text(item.words, x + SIGN, Painter.centred(middle, Type.BODY), Type.BODY, p.theme.text());
    }
}
