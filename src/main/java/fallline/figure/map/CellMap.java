package fallline.figure.map;

import fallline.figure.paint.ColourMap;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Theme;
import fallline.figure.plot.AreaImage;
import fallline.figure.plot.Axis;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Scale;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;

/// A field of cells as it is painted: colours, hatched where runs diverged, dotted where they came to nothing.
///
/// It keeps the picture that it painted last, for a run that plays repaints the same map many times a second. Make one
/// map a field, and give it to every figure that shows it. Thread-safe.
public final class CellMap {
    private final CellField field;
    private final ColourMap colours;
    private volatile @Nullable Picture last;

    private record Key(int width, int height, double scale, PlotArea area, Theme theme, double opacity) {}

    private record Picture(Key key, BufferedImage image) {}

    public CellMap(CellField field, ColourMap colours) {
        this.field = field;
        this.colours = colours;
    }

    public CellField field() {
        return field;
    }

    /// The colours of its tones.
    public ColourMap colours() {
        return colours;
    }

    /// Paints the cells into the plot; what the field does not cover is left as it is.
    ///
    /// @param opacity 0 … 1
    public void paint(Painter p, PlotArea area, double opacity) {
        double scale = p.pixels();
        int width = (int) Math.max(1, Math.round(area.box().width() * scale));
        int height = (int) Math.max(1, Math.round(area.box().height() * scale));
        Key key = new Key(width, height, scale, area, p.theme, opacity);
        Picture kept = last;
        if (kept == null || !kept.key.equals(key)) {
            kept = new Picture(key, coloured(key));
            last = kept;
        }
        AreaImage.paint(p, area, kept.image, scale);
    }

    private BufferedImage coloured(Key key) {
        Theme theme = key.theme;
        BufferedImage image = new BufferedImage(key.width, key.height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        PlotArea area = key.area;
        int[] column = field.places(new Axis("", area.x().span(), kind(area.x())).scale(0, key.width), key.width, true);
        int[] row = field.places(new Axis("", area.y().span(), kind(area.y())).scale(key.height, 0), key.height, false);
        int alpha = (int) Math.round(255 * key.opacity) << 24;
        int[] plain = plain(theme);
        Color ink = Contrast.blend(theme.text(), theme.panel(), 0.55);
        for (int py = 0; py < key.height; py++) {
            for (int px = 0; px < key.width; px++) {
                if (row[py] < 0 || column[px] < 0) {
                    continue;
                }
                int cell = row[py] * field.columns() + column[px];
                if (field.kinds()[cell] == CellField.Kind.CLEAR) {
                    continue;
                }
                double cover = CellInk.cover(field.kinds()[cell], px, py, key.scale);
                int rgb = cover == 0
                        ? plain[cell]
                        : Contrast.blend(ink, new Color(plain[cell]), cover).getRGB();
                pixels[py * key.width + px] = alpha | (rgb & 0xffffff);
            }
        }
        return image;
    }

    private int[] plain(Theme theme) {
        int[] plain = new int[field.kinds().length];
        for (int cell = 0; cell < plain.length; cell++) {
            plain[cell] = CellInk.colour(field.kinds()[cell], field.hues()[cell], field.tones()[cell], colours, theme)
                    .getRGB();
        }
        return plain;
    }

    private static Axis.Kind kind(Scale scale) {
        return scale instanceof Scale.Log ? Axis.Kind.LOG : Axis.Kind.LINEAR;
    }
}
