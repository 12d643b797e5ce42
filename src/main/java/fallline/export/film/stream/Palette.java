package fallline.export.film.stream;

import java.util.Arrays;

/// Up to 255 colours, and for any colour which of them is nearest. Thread-safe.
///
/// Colours are looked up by their upper six bits a channel; some were asked for exactly ([PaletteMaker]), and where one
/// of these lies in such a cell, all colours of the cell are compared.
public final class Palette {
    static final int BITS = 6;
    private static final int SHIFT = 8 - BITS;
    private static final int CELLS = 1 << (3 * BITS);

    /// The cell must be looked at closely.
    private static final short CLOSELY = -1;

    private final int[] colours;
    private final short[] nearest = new short[CELLS];

    /// @param colours as 0xRRGGBB, the exact ones first
    /// @param exact how many of them are to be met exactly
    Palette(int[] colours, int exact) {
        this.colours = colours.clone();
        for (int cell = 0; cell < CELLS; cell++) {
            nearest[cell] = (short) search(middle(cell));
        }
        for (int i = 0; i < exact; i++) {
            nearest[cell(colours[i])] = CLOSELY;
        }
    }

    /// The cell that a colour lies in.
    static int cell(int rgb) {
        int red = (rgb >> 16 & 0xff) >> SHIFT;
        int green = (rgb >> 8 & 0xff) >> SHIFT;
        int blue = (rgb & 0xff) >> SHIFT;
        return (red << (2 * BITS)) | (green << BITS) | blue;
    }

    private static int middle(int cell) {
        int mask = (1 << BITS) - 1;
        int half = 1 << (SHIFT - 1);
        int red = ((cell >> (2 * BITS)) << SHIFT) | half;
        int green = ((cell >> BITS & mask) << SHIFT) | half;
        int blue = ((cell & mask) << SHIFT) | half;
        return (red << 16) | (green << 8) | blue;
    }

    private int search(int rgb) {
        return nearest(rgb, colours);
    }

    /// The place of the nearest colour by squared distance, the first of several.
    static int nearest(int rgb, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = (colours[i] >> 16 & 0xff) - (rgb >> 16 & 0xff);
            int green = (colours[i] >> 8 & 0xff) - (rgb >> 8 & 0xff);
            int blue = (colours[i] & 0xff) - (rgb & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    public int size() {
        return colours.length;
    }

    /// The colours as 0xRRGGBB.
    public int[] colours() {
        return colours.clone();
    }

    /// Each pixel's nearest colour.
    ///
    /// @param pixels as 0xRRGGBB, whatever stands above
    public byte[] indices(int[] pixels) {
        byte[] indices = new byte[pixels.length];
        int last = -1;
        byte found = 0;
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i] & 0xffffff;
            if (rgb != last) {
                short near = nearest[cell(rgb)];
                found = (byte) (near == CLOSELY ? search(rgb) : near);
                last = rgb;
            }
            indices[i] = found;
        }
        return indices;
    }

    @Override
    public String toString() {
        return Arrays.toString(colours);
    }
}
