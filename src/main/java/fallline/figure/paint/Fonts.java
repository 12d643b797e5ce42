package fallline.figure.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// Inter, read from the class path, so that a picture is the same on every machine. Its digits are tabular.
public final class Fonts {
    /// Text is measured without looking at the device: antialiased, with fractional metrics.
    public static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /// Height of a capital or a digit, in units of the font's size.
    public static final double CAP = 0.727;

    /// What stands above the baseline, accents included, and below it, in units of the font's size.
    public static final double ASCENT = 0.97;

    static final double DESCENT = 0.24;

    private static final String REGULAR_FILE = "/fonts/Inter_400Regular.ttf";
    private static final String SEMIBOLD_FILE = "/fonts/Inter_600SemiBold.ttf";

    private static final Font REGULAR = load(REGULAR_FILE);
    private static final Font SEMIBOLD = load(SEMIBOLD_FILE);

    private Fonts() {}

    /// Inter Regular of this size in logical pixels.
    public static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    /// Inter SemiBold of this size in logical pixels.
    public static Font semibold(double size) {
        return SEMIBOLD.deriveFont((float) size);
    }

    /// The files of the fonts on the class path, by the name that `Font.getFontName` tells; for those who embed them.
    public static Map<String, String> files() {
        return Map.of(REGULAR.getFontName(), REGULAR_FILE, SEMIBOLD.getFontName(), SEMIBOLD_FILE);
    }

    /// The advance width of a text in logical pixels.
    public static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }

    /// `text`, or as much of its beginning as fits into `width` with an ellipsis after it.
    public static String fitted(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + "…", font) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + "…";
    }

    private static Font load(String resource) {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the font " + resource + " is missing from the class path");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + resource, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + resource + " is damaged", e);
        }
    }
}
