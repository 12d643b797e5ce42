package fallline.figure.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words that a figure writes, and where. Typeset formulas are not among them.
///
/// They are found by painting the figure once more on a picture of one pixel, so that a figure that nobody asks about
/// costs nothing.
public final class WrittenWords {
    private static final double ROOM = 2;

    private record Written(String words, Rectangle2D place) {}

    private final List<Written> all = new ArrayList<>();

    private WrittenWords() {}

    /// Tells a [Painter] to note what it writes.
    private static final class Key extends RenderingHints.Key {
        private static final Key KEY = new Key();

        Key() {
            super(1978);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof WrittenWords;
        }
    }

    /// The words of a figure of this size; on a thread on which figures are painted.
    public static WrittenWords of(Figure figure, Size size, Theme theme) {
        WrittenWords written = new WrittenWords();
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        try {
            g.setRenderingHint(Key.KEY, written);
            figure.paint(g, size, theme);
        } finally {
            g.dispose();
        }
        return written;
    }

    /// Notes words whose first letter stands at (x, baseline), if somebody wants to know.
    static void note(Graphics2D g, String words, double x, double baseline, Font font) {
        if (g.getRenderingHint(Key.KEY) instanceof WrittenWords written) {
            double height = font.getSize2D();
            Rectangle2D place = new Rectangle2D.Double(
                    x - ROOM, baseline - height, Fonts.width(words, font) + 2 * ROOM, 1.25 * height);
            AffineTransform seen = g.getTransform();
            written.all.add(
                    new Written(words, seen.createTransformedShape(place).getBounds2D()));
        }
    }

    /// What is written at a point of the figure; the last where words lie over each other.
    public Optional<String> at(double x, double y) {
        return all.reversed().stream()
                .filter(written -> written.place().contains(x, y))
                .map(Written::words)
                .findFirst();
    }
}
