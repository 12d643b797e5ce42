package fallline.figure.paint;

import fallline.text.Printable;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/// The halo of words in pixels: the words a little to every side, eight times, each time translucent.
///
/// Java2D writes opaque words several times as fast as translucent ones. So they are written opaquely on a picture of
/// their own, once for every step across, and what eight translucent ones would let through is computed from that.
final class SoftEdge {
    private static final double FAR = 1.5;
    private static final double SLANTED = FAR * Math.sqrt(0.5);

    /// Steps across, and for each how far the words go up and down.
    private static final double[] ACROSS = {-FAR, -SLANTED, 0, SLANTED, FAR};

    private static final double[] UP = {0, SLANTED, FAR, SLANTED, 0};

    /// Room around the words' own box, in pixels: letters may reach over it, and the halo does.
    private static final int ROOM = 2;

    private static final double LARGEST = 8;
    private static final int BITS = 12;
    private static final int CLEAR = 1 << BITS;

    /// What one of the eight lets through at each strength of the letters, of `CLEAR`.
    private static final int[] LETS = lets(0.6);

    private final String words;
    private final Font font;
    private final AffineTransform to;
    private final double scale;
    private final double x;
    private final double baseline;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    private SoftEdge(String words, double x, double baseline, Font font, AffineTransform to) {
        this.words = Printable.of(words);
        this.font = font;
        this.to = to;
        this.x = x;
        this.baseline = baseline;
        scale = to.getScaleX();
        int room = ROOM + (int) Math.ceil(FAR * scale);
        double em = scale * font.getSize2D();
        left = (int) Math.floor(scale * x + to.getTranslateX()) - room;
        top = (int) Math.floor(scale * baseline + to.getTranslateY() - Fonts.ASCENT * em) - room;
        width = (int) Math.ceil(scale * Fonts.width(this.words, font)) + 2 * room;
        height = (int) Math.ceil((Fonts.ASCENT + Fonts.DESCENT) * em) + 2 * room;
    }

    private static int[] lets(double cover) {
        int[] lets = new int[256];
        for (int strength = 0; strength < lets.length; strength++) {
            lets[strength] = (int) Math.round(CLEAR * (1 - cover * strength / 255));
        }
        return lets;
    }

    /// Paints it around words whose first letter stands at (x, baseline); false if `g` turns them or makes them huge.
    static boolean paint(Graphics2D g, String words, double x, double baseline, Font font, Color panel) {
        AffineTransform to = g.getTransform();
        boolean upright = to.getShearX() == 0 && to.getShearY() == 0 && to.getScaleX() == to.getScaleY();
        if (!upright || !(to.getScaleX() > 0 && to.getScaleX() <= LARGEST)) {
            return false;
        }
        SoftEdge edge = new SoftEdge(words, x, baseline, font, to);
        AffineTransform back = AffineTransform.getScaleInstance(1 / edge.scale, 1 / edge.scale);
        back.translate(edge.left - to.getTranslateX(), edge.top - to.getTranslateY());
        g.drawImage(edge.image(panel), back, null);
        return true;
    }

    private BufferedImage image(Color panel) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, CLEAR);
        byte[] letters = letters();
        for (int k = 0; k < ACROSS.length; k++) {
            spread(letters, k, rows(-UP[k]), pixels);
            if (UP[k] > 0) {
                spread(letters, k, rows(UP[k]), pixels);
            }
        }
        int red = panel.getRed();
        int green = panel.getGreen();
        int blue = panel.getBlue();
        for (int i = 0; i < pixels.length; i++) {
            int cover = CLEAR - pixels[i];
            pixels[i] = cover == 0
                    ? 0
                    : share(255, cover) << 24 | share(red, cover) << 16 | share(green, cover) << 8 | share(blue, cover);
        }
        return image;
    }

    private static int share(int value, int cover) {
        return (value * cover + CLEAR / 2) >>> BITS;
    }

    /// The letters at each step across, one picture under the other, white on black.
    private byte[] letters() {
        BufferedImage image = new BufferedImage(width, ACROSS.length * height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        try {
            Painter.hint(g);
            g.setColor(Color.WHITE);
            g.setFont(font);
            for (int k = 0; k < ACROSS.length; k++) {
                g.setTransform(new AffineTransform(
                        scale, 0, 0, scale, to.getTranslateX() - left, to.getTranslateY() - top + k * height));
                g.drawString(words, (float) (x + ACROSS[k]), (float) baseline);
            }
        } finally {
            g.dispose();
        }
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /// By how many rows of pixels letters move that are written so far below the baseline: they stand on whole rows.
    private int rows(double below) {
        double row = scale * baseline + to.getTranslateY();
        return (int) (Math.floor(row + scale * below + 0.5) - Math.floor(row + 0.5));
    }

    private void spread(byte[] letters, int k, int down, int[] through) {
        int first = k * width * height;
        int from = Math.max(0, -down) * width;
        int end = (height - Math.max(0, down)) * width;
        for (int i = from; i < end; i++) {
            int strength = letters[first + i] & 255;
            if (strength != 0) {
                int at = i + down * width;
                through[at] = through[at] * LETS[strength] >>> BITS;
            }
        }
    }
}
