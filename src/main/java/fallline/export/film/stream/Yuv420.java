package fallline.export.film.stream;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A frame as video has it: brightness a pixel, colour differences for four, in the limited range of ITU-R BT.709
/// (R.709-6, 3.2 to 3.5), 8 bits a sample: Y′ 16 … 235, C′ 16 … 240.
///
/// @param width of `y`, a multiple of what was asked for; what the image has not repeats its last column
/// @param height of `y`, likewise
public record Yuv420(int width, int height, byte[] y, byte[] cb, byte[] cr) {
    /// Fixed point: 16 bits behind the point.
    private static final int SHIFT = 16;

    private static final double KR = 0.2126;
    private static final double KB = 0.0722;
    private static final double KG = 1 - KR - KB;
    private static final int YR = fixed(KR * 219 / 255);
    private static final int YG = fixed(KG * 219 / 255);
    private static final int YB = fixed(KB * 219 / 255);
    private static final int BR = fixed(-KR / (2 * (1 - KB)) * 224 / 255);
    private static final int BG = fixed(-KG / (2 * (1 - KB)) * 224 / 255);
    private static final int HALF = fixed(0.5 * 224 / 255);
    private static final int RG = fixed(-KG / (2 * (1 - KR)) * 224 / 255);
    private static final int RB = fixed(-KB / (2 * (1 - KR)) * 224 / 255);

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << SHIFT));
    }

    /// A frame of 8-bit RGB.
    ///
    /// @param unit the least multiple that width and height are rounded up to, even
    public static Yuv420 of(BufferedImage image, int unit) {
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int seenWidth = image.getWidth();
        int seenHeight = image.getHeight();
        int width = up(seenWidth, unit);
        int height = up(seenHeight, unit);
        byte[] y = new byte[width * height];
        byte[] cb = new byte[y.length / 4];
        byte[] cr = new byte[y.length / 4];
        int half = width / 2;
        for (int row = 0; row < height; row += 2) {
            int upper = Math.min(row, seenHeight - 1) * seenWidth;
            int lower = Math.min(row + 1, seenHeight - 1) * seenWidth;
            for (int column = 0; column < width; column += 2) {
                int left = Math.min(column, seenWidth - 1);
                int right = Math.min(column + 1, seenWidth - 1);
                int a = rgb[upper + left];
                int b = rgb[upper + right];
                int c = rgb[lower + left];
                int d = rgb[lower + right];
                int at = row * width + column;
                y[at] = luma(a);
                y[at + 1] = luma(b);
                y[at + width] = luma(c);
                y[at + width + 1] = luma(d);
                int r = red(a) + red(b) + red(c) + red(d);
                int g = green(a) + green(b) + green(c) + green(d);
                int bl = blue(a) + blue(b) + blue(c) + blue(d);
                int place = row / 2 * half + column / 2;
                cb[place] = chroma(BR * r + BG * g + HALF * bl);
                cr[place] = chroma(HALF * r + RG * g + RB * bl);
            }
        }
        return new Yuv420(width, height, y, cb, cr);
    }

    /// The least multiple of `unit` that is not below `length`.
    public static int up(int length, int unit) {
        return (length + unit - 1) / unit * unit;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }

    private static byte luma(int rgb) {
        int sum = YR * red(rgb) + YG * green(rgb) + YB * blue(rgb);
        return (byte) (16 + ((sum + (1 << (SHIFT - 1))) >> SHIFT));
    }

    /// @param sum of four pixels
    private static byte chroma(int sum) {
        return (byte) (128 + ((sum + (1 << (SHIFT + 1))) >> (SHIFT + 2)));
    }
}
