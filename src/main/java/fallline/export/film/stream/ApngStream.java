package fallline.export.film.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// An animated PNG that grows frame by frame and runs for ever: PNG Specification (Third Edition), W3C 2025, with its
/// chunks acTL, fcTL and fdAT. Of each frame only the rectangle that changed is written, and in it what did not change
/// is transparent.
public final class ApngStream implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TRUECOLOUR_WITH_ALPHA = 6;
    private static final int LEVEL = 6;

    private final OutputStream out;
    private final int width;
    private final int height;
    private final Deflater deflater = new Deflater(LEVEL);
    private int[] before = new int[0];
    private int sequence;

    /// How long a frame is shown: a fraction of a second, both parts of 16 bits.
    public record Delay(int numerator, int denominator) {}

    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /// @param out stays open
    /// @param frames how many will be added
    public ApngStream(OutputStream out, int width, int height, int frames) throws IOException {
        this.out = out;
        this.width = width;
        this.height = height;
        out.write(SIGNATURE);
        chunk("IHDR", data -> {
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, TRUECOLOUR_WITH_ALPHA, 0, 0, 0});
        });
        chunk("acTL", data -> {
            data.writeInt(frames);
            data.writeInt(0);
        });
    }

    private void chunk(String type, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.write(type.getBytes(StandardCharsets.US_ASCII));
        content.write(data);
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        DataOutputStream framed = new DataOutputStream(out);
        framed.writeInt(bytes.size() - type.length());
        bytes.writeTo(framed);
        framed.writeInt((int) sum.getValue());
    }

    /// Adds a frame.
    ///
    /// @param pixels 0xRRGGBB, row by row
    public void add(int[] pixels, Delay delay) throws IOException {
        int[] old = before;
        boolean first = old.length == 0;
        Changed part = first
                ? new Changed(0, 0, width, height)
                : Changed.of(width, height, pixel -> old[pixel] != pixels[pixel]);
        chunk("fcTL", data -> {
            data.writeInt(sequence++);
            data.writeInt(part.width());
            data.writeInt(part.height());
            data.writeInt(part.x());
            data.writeInt(part.y());
            data.writeShort(delay.numerator());
            data.writeShort(delay.denominator());
            data.write(0);
            data.write(first ? 0 : 1);
        });
        chunk(first ? "IDAT" : "fdAT", data -> {
            if (!first) {
                data.writeInt(sequence++);
            }
            deflater.reset();
            DeflaterOutputStream packed = new DeflaterOutputStream(data, deflater, 1 << 13);
            new PngRows(part.width()).write(part, rows(part, old, pixels), packed);
            packed.finish();
        });
        before = pixels;
    }

    private PngRows.Source rows(Changed part, int[] old, int[] pixels) {
        return (y, row) -> {
            int from = (part.y() + y) * width + part.x();
            for (int x = 0; x < part.width(); x++) {
                int rgb = pixels[from + x];
                boolean same = old.length > 0 && old[from + x] == rgb;
                row[4 * x] = same ? 0 : (byte) (rgb >> 16);
                row[4 * x + 1] = same ? 0 : (byte) (rgb >> 8);
                row[4 * x + 2] = same ? 0 : (byte) rgb;
                row[4 * x + 3] = same ? 0 : (byte) 0xff;
            }
        };
    }

    /// Ends the file.
    @Override
    public void close() throws IOException {
        try {
            chunk("IEND", _ -> {});
        } finally {
            deflater.end();
        }
    }
}
