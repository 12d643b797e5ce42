package fallline.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftEdgeTest {
    private static final int ROUNDED = 4;

    @DisplayName("a halo is what Java2D makes of eight translucent prints around the words, but for rounding")
    @ParameterizedTest
    // places that are not half-way between two pixels, where rounding may go either way
    @CsvSource({"1, 20, 30", "1, 20.4, 30.7", "1.25, 21.4, 30.3", "1.5, 20.75, 31.5", "2, 20.1, 30.9"})
    void eightPrints(double scale, double x, double baseline) {
        Font font = Type.NAME;
        BufferedImage ours =
                painted(scale, p -> p.haloed("Kähler, ∇J and (y) 12", x, baseline, font, new Color(0, 0, 0, 0)));
        BufferedImage theirs = painted(scale, p -> {
            p.g.setFont(font);
            p.g.setColor(Contrast.alpha(Theme.LIGHT.panel(), 0.6));
            for (int i = 0; i < 8; i++) {
                double angle = Math.PI * i / 4;
                p.g.drawString("Kähler, ∇J and (y) 12", (float) (x + 1.5 * Math.cos(angle)), (float)
                        (baseline + 1.5 * Math.sin(angle)));
            }
        });
        BufferedImage nothing = painted(scale, p -> {});
        assertThat(farthest(ours, theirs)).isLessThanOrEqualTo(ROUNDED);
        assertThat(farthest(nothing, theirs)).isGreaterThan(100);
    }

    private static BufferedImage painted(double scale, Consumer<Painter> work) {
        BufferedImage image = new BufferedImage(420, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(40, 90, 60));
        g.fillRect(0, 0, 420, 120);
        g.scale(scale, scale);
        Painter.paintOver(g, Theme.LIGHT, work);
        g.dispose();
        return image;
    }

    /// The farthest that red, green or blue of a pixel are apart.
    private static int farthest(BufferedImage one, BufferedImage other) {
        int farthest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int apart = (one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255);
                    farthest = Math.max(farthest, Math.abs(apart));
                }
            }
        }
        return farthest;
    }
}
