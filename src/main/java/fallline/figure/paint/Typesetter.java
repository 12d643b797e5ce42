package fallline.figure.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/// Sets formulas in LaTeX and keeps what it has set last.
///
/// JLaTeXMath's tables are static and not made for several threads: all typesetters share one lock, and a formula costs
/// a few milliseconds the first time. Thread-safe.
public final class Typesetter {
    private static final Object LOCK = new Object();
    private static final int KEPT = 600;

    private final Map<Key, TeXIcon> icons = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TeXIcon> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String latex, double size) {}

    /// How much room a formula takes, in logical pixels: `ascent` above its baseline.
    public record Extent(double width, double ascent, double descent) {
        public double height() {
            return ascent + descent;
        }
    }

    /// The room that `latex` takes at this size of type.
    public Extent extent(String latex, double size) {
        synchronized (LOCK) {
            TeXIcon icon = icon(latex, size);
            double descent = icon.getTrueIconDepth();
            return new Extent(icon.getTrueIconWidth(), icon.getTrueIconHeight() - descent, descent);
        }
    }

    /// Paints `latex` with its baseline's left end at (x, baseline).
    public void paint(Graphics2D g, String latex, double x, double baseline, double size, Color colour) {
        synchronized (LOCK) {
            TeXIcon icon = icon(latex, size);
            icon.setForeground(colour);
            Graphics2D copy = (Graphics2D) g.create();
            try {
                copy.translate(x, baseline - (icon.getTrueIconHeight() - icon.getTrueIconDepth()));
                icon.paintIcon(null, copy, 0, 0);
            } finally {
                copy.dispose();
            }
        }
    }

    /// `latex` as a transparent picture, `scale` device pixels a logical pixel.
    public BufferedImage picture(String latex, double size, Color colour, double scale) {
        Extent extent = extent(latex, size);
        int width = (int) Math.ceil((extent.width() + 2) * scale);
        int height = (int) Math.ceil((extent.height() + 2) * scale);
        BufferedImage image =
                new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            Painter.paintOver(g, Theme.LIGHT, p -> paint(p.g, latex, 1, 1 + extent.ascent(), size, colour));
        } finally {
            g.dispose();
        }
        return image;
    }

    private TeXIcon icon(String latex, double size) {
        return icons.computeIfAbsent(new Key(latex, size), key -> set(latex, size));
    }

    /// What cannot be read as LaTeX is set as the text that it is.
    private static TeXIcon set(String latex, double size) {
        try {
            return icon(new TeXFormula(latex), size);
        } catch (RuntimeException e) { // the library says in many ways that it cannot read what a user wrote
            return icon(new TeXFormula("\\text{" + latex.replaceAll("[\\\\{}$%&#_^~]", " ") + "}"), size);
        }
    }

    private static TeXIcon icon(TeXFormula formula, double size) {
        TeXIcon icon = formula.createTeXIcon(TeXConstants.STYLE_TEXT, (float) size);
        icon.setInsets(new Insets(0, 0, 0, 0), true);
        return icon;
    }
}
