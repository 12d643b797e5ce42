package fallline.app.paint;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pixels that Java2D paints and JavaFX shows, without a copy in between. Painter and screen take turns.
public final class Frame {
    private final int width;
    private final int height;
    private final BufferedImage canvas;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    /// @param width in device pixels
    /// @param height in device pixels
    public Frame(int width, int height) {
        this.width = width;
        this.height = height;
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean measures(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }

    /// For the painter.
    public Graphics2D graphics() {
        return canvas.createGraphics();
    }

    /// For the FX thread: tells JavaFX that the pixels are new.
    public Image refreshed() {
        buffer.updateBuffer(_ -> null);
        return image;
    }
}
