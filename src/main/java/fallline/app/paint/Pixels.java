package fallline.app.paint;

import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Carries finished pictures of Java2D over to JavaFX.
public final class Pixels {
    private Pixels() {}

    /// A copy of the picture, transparency included.
    public static Image image(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = pixels(picture, width, height);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    /// As ARGB. Colours that are packed in whole numbers already need no model of colours, which is many times as slow.
    private static int[] pixels(BufferedImage picture, int width, int height) {
        boolean opaque = picture.getType() == BufferedImage.TYPE_INT_RGB;
        if (!opaque && picture.getType() != BufferedImage.TYPE_INT_ARGB) {
            return picture.getRGB(0, 0, width, height, new int[width * height], 0, width);
        }
        int[] pixels = new int[width * height];
        picture.getRaster().getDataElements(0, 0, width, height, pixels);
        if (opaque) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] |= 0xFF000000;
            }
        }
        return pixels;
    }
}
