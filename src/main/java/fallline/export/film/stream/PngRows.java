package fallline.export.film.stream;

import java.io.IOException;
import java.io.OutputStream;

/// Rows of RGBA pixels as PNG filters them. Each row takes the filter by which the sum of its bytes as signed numbers
/// is least, as the specification advises (PNG, Third Edition, 12.7).
final class PngRows {
    private static final int BYTES = 4;
    private static final int FILTERS = 5;

    private byte[] row;
    private byte[] above;
    private final byte[][] filtered;

    /// Writes a row's bytes, four a pixel.
    @FunctionalInterface
    interface Source {
        void read(int y, byte[] row);
    }

    PngRows(int width) {
        row = new byte[width * BYTES];
        above = new byte[width * BYTES];
        filtered = new byte[FILTERS][width * BYTES + 1];
        for (int filter = 0; filter < FILTERS; filter++) {
            filtered[filter][0] = (byte) filter;
        }
    }

    void write(Changed part, Source source, OutputStream out) throws IOException {
        for (int y = 0; y < part.height(); y++) {
            source.read(y, row);
            out.write(best());
            byte[] free = above;
            above = row;
            row = free;
        }
    }

    private byte[] best() {
        long[] sums = new long[FILTERS];
        for (int i = 0; i < row.length; i++) {
            int value = row[i];
            int left = i < BYTES ? 0 : row[i - BYTES] & 0xff;
            int up = above[i] & 0xff;
            int corner = i < BYTES ? 0 : above[i - BYTES] & 0xff;
            put(sums, 0, i, value);
            put(sums, 1, i, value - left);
            put(sums, 2, i, value - up);
            put(sums, 3, i, value - (left + up) / 2);
            put(sums, 4, i, value - paeth(left, up, corner));
        }
        int least = 0;
        for (int filter = 1; filter < FILTERS; filter++) {
            if (sums[filter] < sums[least]) {
                least = filter;
            }
        }
        return filtered[least];
    }

    private void put(long[] sums, int filter, int i, int value) {
        byte small = (byte) value;
        filtered[filter][i + 1] = small;
        sums[filter] += Math.abs(small);
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int byLeft = Math.abs(guess - left);
        int byUp = Math.abs(guess - up);
        int byCorner = Math.abs(guess - corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
