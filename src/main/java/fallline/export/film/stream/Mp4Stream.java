package fallline.export.film.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An MP4 file with one H.264 track, written in one go: some frames at a time, the table of them at the end. It holds
/// no time of day, so that equal films are equal files. ISO/IEC 14496-12 (boxes), 14496-15 (avcC).
public final class Mp4Stream {
    /// Frames are gathered to chunks of so many bytes.
    private static final int CHUNK = 1 << 20;

    private static final int[] UNITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    private static final int DOTS_PER_INCH = 72 << 16;
    private static final int BT709 = 1;

    private final OutputStream out;
    private final int width;
    private final int height;
    private final int fps;
    private final int per;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private byte[] sequence = new byte[0];
    private byte[] picture = new byte[0];
    private long position;
    private int inChunk;

    /// @param duration in frames
    private record Sample(int size, int duration, boolean key) {}

    private record Chunk(long offset, int samples) {}

    /// A box of the file.
    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream box) throws IOException;
    }

    /// @param out stays open
    /// @param fps frames in `per` seconds
    public Mp4Stream(OutputStream out, int width, int height, int fps, int per) throws IOException {
        this.out = out;
        this.width = width;
        this.height = height;
        this.fps = fps;
        this.per = per;
        write(box("ftyp", box -> {
            box.write(ascii("isom"));
            box.writeInt(0x200);
            box.write(ascii("isomiso2avc1mp41"));
        }));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /// The sequence parameter set, a NAL unit. The first one counts: all are alike.
    public void sequence(byte[] unit) {
        sequence = unit;
    }

    /// The picture parameter set, a NAL unit.
    public void picture(byte[] unit) {
        picture = unit;
    }

    /// Adds a frame, which is one slice.
    ///
    /// @param unit the NAL unit
    /// @param times for how many frames it is shown
    public void add(byte[] unit, boolean key, int times) throws IOException {
        chunk.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(unit.length).array());
        chunk.writeBytes(unit);
        samples.add(new Sample(Integer.BYTES + unit.length, times, key));
        inChunk++;
        if (chunk.size() >= CHUNK) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (inChunk > 0) {
            byte[] data = chunk.toByteArray();
            byte[] box = box("mdat", content -> content.write(data));
            chunks.add(new Chunk(position + box.length - data.length, inChunk));
            write(box);
            chunk.reset();
            inChunk = 0;
        }
    }

    /// Ends the file.
    public void finish() throws IOException {
        flush();
        write(box("moov", moov -> {
            moov.write(full("mvhd", 0, this::movieHeader));
            moov.write(box("trak", trak -> {
                trak.write(full("tkhd", 3, this::trackHeader));
                trak.write(box("mdia", this::media));
            }));
        }));
    }

    private int duration() {
        return per * samples.stream().mapToInt(Sample::duration).sum();
    }

    private void movieHeader(DataOutputStream box) throws IOException {
        zeros(box, 8);
        box.writeInt(fps);
        box.writeInt(duration());
        box.writeInt(0x10000);
        box.writeShort(0x100);
        zeros(box, 10);
        matrix(box);
        zeros(box, 24);
        box.writeInt(2);
    }

    private void trackHeader(DataOutputStream box) throws IOException {
        zeros(box, 8);
        box.writeInt(1);
        zeros(box, 4);
        box.writeInt(duration());
        zeros(box, 16);
        matrix(box);
        box.writeInt(width << 16);
        box.writeInt(height << 16);
    }

    private void media(DataOutputStream mdia) throws IOException {
        mdia.write(full("mdhd", 0, box -> {
            zeros(box, 8);
            box.writeInt(fps);
            box.writeInt(duration());
            box.writeShort(language("und"));
            box.writeShort(0);
        }));
        mdia.write(full("hdlr", 0, box -> {
            zeros(box, 4);
            box.write(ascii("vide"));
            zeros(box, 12);
            box.write(ascii("Film\0"));
        }));
        mdia.write(box("minf", minf -> {
            minf.write(full("vmhd", 1, box -> zeros(box, 8)));
            minf.write(box(
                    "dinf",
                    dinf -> dinf.write(full("dref", 0, dref -> {
                        dref.writeInt(1);
                        dref.write(full("url ", 1, _ -> {}));
                    }))));
            minf.write(box("stbl", this::table));
        }));
    }

    private static int language(String code) {
        return ((code.charAt(0) - 0x60) << 10) | ((code.charAt(1) - 0x60) << 5) | (code.charAt(2) - 0x60);
    }

    private void table(DataOutputStream stbl) throws IOException {
        stbl.write(full("stsd", 0, stsd -> {
            stsd.writeInt(1);
            stsd.write(box("avc1", this::sampleEntry));
        }));
        stbl.write(full("stts", 0, this::times));
        stbl.write(full("stss", 0, box -> {
            box.writeInt((int) samples.stream().filter(Sample::key).count());
            for (int i = 0; i < samples.size(); i++) {
                if (samples.get(i).key()) {
                    box.writeInt(i + 1);
                }
            }
        }));
        stbl.write(full("stsc", 0, box -> {
            box.writeInt(chunks.size());
            for (int i = 0; i < chunks.size(); i++) {
                box.writeInt(i + 1);
                box.writeInt(chunks.get(i).samples());
                box.writeInt(1);
            }
        }));
        stbl.write(full("stsz", 0, box -> {
            box.writeInt(0);
            box.writeInt(samples.size());
            for (Sample sample : samples) {
                box.writeInt(sample.size());
            }
        }));
        stbl.write(full("co64", 0, box -> {
            box.writeInt(chunks.size());
            for (Chunk part : chunks) {
                box.writeLong(part.offset());
            }
        }));
    }

    /// Durations, equal ones after one another told once.
    private void times(DataOutputStream box) throws IOException {
        List<int[]> runs = new ArrayList<>();
        for (Sample sample : samples) {
            if (runs.isEmpty() || runs.getLast()[1] != sample.duration()) {
                runs.add(new int[] {0, sample.duration()});
            }
            runs.getLast()[0]++;
        }
        box.writeInt(runs.size());
        for (int[] run : runs) {
            box.writeInt(run[0]);
            box.writeInt(run[1] * per);
        }
    }

    private void sampleEntry(DataOutputStream box) throws IOException {
        zeros(box, 6);
        box.writeShort(1);
        zeros(box, 16);
        box.writeShort(width);
        box.writeShort(height);
        box.writeInt(DOTS_PER_INCH);
        box.writeInt(DOTS_PER_INCH);
        zeros(box, 4);
        box.writeShort(1);
        zeros(box, 32);
        box.writeShort(24);
        box.writeShort(-1);
        box.write(box("avcC", avc -> {
            avc.write(1);
            avc.write(sequence, 1, 3);
            avc.write(0xff);
            avc.write(0xe1);
            avc.writeShort(sequence.length);
            avc.write(sequence);
            avc.write(1);
            avc.writeShort(picture.length);
            avc.write(picture);
        }));
        box.write(box("colr", colour -> {
            colour.write(ascii("nclx"));
            colour.writeShort(BT709);
            colour.writeShort(BT709);
            colour.writeShort(BT709);
            colour.write(0);
        }));
    }

    private static void matrix(DataOutputStream box) throws IOException {
        for (int entry : UNITY) {
            box.writeInt(entry);
        }
    }

    private static void zeros(DataOutputStream box, int count) throws IOException {
        box.write(new byte[count]);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// A box with version 0 and flags.
    private static byte[] full(String type, int flags, Content content) throws IOException {
        return box(type, box -> {
            box.writeInt(flags);
            content.write(box);
        });
    }

    private static byte[] box(String type, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream box = new DataOutputStream(bytes);
        box.writeInt(0);
        box.write(ascii(type));
        content.write(box);
        byte[] whole = bytes.toByteArray();
        ByteBuffer.wrap(whole).putInt(whole.length);
        return whole;
    }
}
