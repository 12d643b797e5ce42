package fallline.figure.page;

import fallline.figure.paint.Box;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Type;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/// A figure on a panel with a title and a subtitle.
///
/// @param title in bold
/// @param subtitle beside it; may be empty
public record Card(String title, String subtitle, Figure figure) {
    static final double HEAD = 36;
    private static final double PAD = 8;
    private static final double ROUND = 9;

    /// Where the figure stands in a card of this place.
    static Box inner(Box card) {
        return card.inset(HEAD, PAD, PAD, PAD);
    }

    void paint(Painter p, Box card) {
        p.card(card.grown(-0.5), ROUND, p.theme.panel(), p.theme.border());
        double baseline = Painter.centred(card.y() + 20, Type.TITLE);
        double room = card.width() - 32;
        String head = Fonts.fitted(title, Type.TITLE, room);
        p.text(head, card.x() + 16, baseline, Type.TITLE, p.theme.text());
        double used = Fonts.width(head, Type.TITLE) + 10;
        if (room - used > 30) {
            p.text(
                    Fonts.fitted(subtitle, Type.SUBTITLE, room - used),
                    card.x() + 16 + used,
                    baseline,
                    Type.SUBTITLE,
                    p.theme.muted());
        }
        Box inner = inner(card);
        AffineTransform before = p.g.getTransform();
        Graphics2D g = (Graphics2D) p.g.create();
        try {
            g.translate(inner.x(), inner.y());
            figure.paint(g, new Size(Math.max(1, inner.width()), Math.max(1, inner.height())), p.theme);
        } finally {
            g.dispose();
        }
        p.g.setTransform(before);
    }
}
