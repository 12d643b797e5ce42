package fallline.export;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.number.Numbers;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// A figure as pixels, for a file or the clipboard.
public final class Raster {
    private static final double MOST_PIXELS = 120e6;

    private Raster() {}

    /// An image, opaque unless the theme's ground is transparent, of `round(width·scale) × round(height·scale)` pixels.
    ///
    /// @param size in logical pixels
    /// @param scale pixels a logical pixel, positive: 1, 2, 4
    /// @throws ExportException if the picture would have more than 120 million pixels
    public static BufferedImage of(Figure figure, Size size, Theme theme, double scale) {
        long width = Math.max(1, Math.round(size.width() * scale));
        long height = Math.max(1, Math.round(size.height() * scale));
        if ((double) width * height > MOST_PIXELS) {
            throw new ExportException("A picture of " + Numbers.whole(width) + " × " + Numbers.whole(height)
                    + " pixels is too large: choose a smaller size or scale.");
        }
        boolean opaque = theme.surface().getAlpha() == 255;
        BufferedImage image = new BufferedImage(
                (int) width, (int) height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(theme.surface());
            g.fillRect(0, 0, (int) width, (int) height);
            g.scale(scale, scale);
            figure.paint(g, size, theme);
        } finally {
            g.dispose();
        }
        return image;
    }
}
