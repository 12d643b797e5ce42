package fallline.export;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.io.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes figures as PNG files.
public final class PngExport {
    private PngExport() {}

    /// Paints `figure` at `scale` pixels a logical pixel and writes it to `target`, whole or not at all.
    ///
    /// @throws ExportException with a sentence for the user, if that cannot be done
    public static void write(Figure figure, Size size, Theme theme, double scale, Path target) {
        BufferedImage image = Picture.of(figure, size, theme, scale);
        try {
            AtomicFile.write(target, out -> encode(image, out));
        } catch (IOException e) {
            throw new ExportException(AtomicFile.sentence(target, e), e);
        }
    }

    private static void encode(BufferedImage image, OutputStream out) throws IOException {
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IOException("this Java has no PNG writer");
            }
        }
    }
}
