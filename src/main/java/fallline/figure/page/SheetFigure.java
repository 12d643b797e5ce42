package fallline.figure.page;

import fallline.figure.label.Legend;
import fallline.figure.paint.Box;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// A page to keep: a headline, one to four cards, the runs with their settings, and a line of small print.
///
/// @param title what the problem is
/// @param subtitle `step 64 of 200`; may be empty
/// @param cards row by row; the whole page when there is one
/// @param legend the runs
/// @param smallPrint `seed 42`, one sentence; may be empty
public record SheetFigure(String title, String subtitle, List<Card> cards, Legend legend, String smallPrint)
        implements Figure {
    private static final double MARGIN = 14;
    private static final double GAP = 10;
    private static final double HEADLINE = 34;
    private static final double SMALL = 18;
    private static final double NARROW = 1.05;

    /// @throws IllegalArgumentException unless there are one to four cards
    public SheetFigure {
        if (cards.isEmpty() || cards.size() > 4) {
            throw new IllegalArgumentException("a page has one to four cards, got " + cards.size());
        }
        cards = List.copyOf(cards);
    }

    /// The places of the cards on a page of this size.
    public List<Box> places(Size size) {
        double width = size.width() - 2 * MARGIN;
        Box all = new Box(
                MARGIN,
                MARGIN + HEADLINE,
                width,
                size.height() - 2 * MARGIN - HEADLINE - (footed(size) ? foot(width) : 0));
        int count = cards.size();
        boolean narrow = all.width() < NARROW * all.height() && count < 4;
        int columns = count == 1 || narrow ? 1 : 2;
        int rows = (count + columns - 1) / columns;
        double cellWidth = (all.width() - (columns - 1) * GAP) / columns;
        double cellHeight = Math.max(40, (all.height() - (rows - 1) * GAP) / rows);
        List<Box> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1 && count % columns != 0;
            int row = i / columns;
            double x = all.x() + (i - row * columns) * (cellWidth + GAP);
            double y = all.y() + row * (cellHeight + GAP);
            places.add(new Box(x, y, last ? all.right() - x : cellWidth, cellHeight));
        }
        return places;
    }

    private boolean footed(Size size) {
        return foot(size.width() - 2 * MARGIN) < 0.3 * size.height();
    }

    private double foot(double width) {
        double height = legend.height(width) + (smallPrint.isEmpty() ? 0 : SMALL);
        return height == 0 ? 0 : height + 8;
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Painter.paintOver(g, theme, p -> {
            p.ground(size.box(), theme.surface());
            double width = size.width() - 2 * MARGIN;
            double baseline = Painter.centred(MARGIN + 11, Type.HEADLINE);
            String head = Fonts.fitted(title, Type.HEADLINE, width - 8);
            p.text(head, MARGIN + 4, baseline, Type.HEADLINE, theme.text());
            double room = width - 8 - Fonts.width(head, Type.HEADLINE) - 24;
            if (room > 40) {
                String words = Fonts.fitted(subtitle, Type.SUBTITLE, room);
                p.text(words, MARGIN + width - 4, 1, baseline, Type.SUBTITLE, theme.muted());
            }
            List<Box> places = places(size);
            for (int i = 0; i < cards.size(); i++) {
                cards.get(i).paint(p, places.get(i));
            }
            if (!footed(size)) {
                return;
            }
            double y = size.height() - MARGIN - foot(width) + 10;
            legend.paint(p, MARGIN + 4, y, width - 8);
            if (!smallPrint.isEmpty()) {
                String words = Fonts.fitted(smallPrint, Type.NOTE, width - 8);
                p.text(words, MARGIN + 4, size.height() - MARGIN - 1, Type.NOTE, theme.muted());
            }
        });
    }
}
