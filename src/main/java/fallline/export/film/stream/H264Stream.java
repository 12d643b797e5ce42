package fallline.export.film.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;
import org.jcodec.common.model.Size;

/// H.264 with the parts of JCodec, in an MP4 of ours that grows frame by frame. Key frames are JCodec's; between them
/// only the macroblocks that changed are coded ([H264Slice]).
public final class H264Stream {
    /// Frames must be so padded: see [Yuv420#of].
    public static final int MACROBLOCK = 16;

    /// Below 16 no decoder smooths the edges of blocks, so that a frame is known without that filter (ITU-T H.264,
    /// table 8-16); and above 17 JCodec's colour differences lose much at once: 50 dB at 14, 36 dB at 20.
    private static final int QUANTISER = 15;

    /// Players can jump so finely: four seconds at the usual speed.
    private static final int KEY_INTERVAL = 100;

    private static final int BT709 = 1;
    private static final int UNSPECIFIED = 5;
    private static final int REFERENCE = 3;

    private final int width;
    private final int height;
    private final H264Encoder encoder = new H264Encoder(new Constant());
    private final H264Slice slice;
    private final Mp4Stream mp4;
    private ByteBuffer room = ByteBuffer.allocate(0);
    private byte[][] before = new byte[0][];
    private Picture shown = Picture.create(MACROBLOCK, MACROBLOCK, ColorSpace.YUV420J);
    private int sinceKey;

    /// Every macroblock by the same quantiser.
    private static final class Constant implements RateControl {
        @Override
        public int startPicture(Size size, int most, SliceType type) {
            return QUANTISER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    /// @param out stays open
    /// @param width as seen, even
    /// @param height as seen, even
    /// @param fps frames in `per` seconds
    public H264Stream(OutputStream out, int width, int height, int fps, int per) throws IOException {
        this.width = width;
        this.height = height;
        mp4 = new Mp4Stream(out, width, height, fps, per);
        encoder.setKeyInterval(KEY_INTERVAL);
        slice = new H264Slice(encoder.initSPS(new Size(width, height)), encoder.initPPS(), QUANTISER);
    }

    /// Adds a frame.
    ///
    /// @param frame padded to whole macroblocks
    /// @param times for how many frames it is shown
    public void add(Yuv420 frame, int times) throws IOException {
        byte[][] planes = {signed(frame.y()), signed(frame.cb()), signed(frame.cr())};
        Picture picture = new Picture(
                frame.width(), frame.height(), planes, null, ColorSpace.YUV420J, 0, new Rect(0, 0, width, height));
        if (before.length == 0 || sinceKey == KEY_INTERVAL - 1) {
            key(picture, times);
            sinceKey = 0;
        } else {
            sinceKey++;
            Picture next = H264Slice.room(picture);
            byte[][] old = before;
            byte[] unit = slice.code(
                    sinceKey, picture, shown, next, (column, row) -> differs(old, planes, frame.width(), column, row));
            mp4.add(unit, false, times);
            shown = next;
        }
        before = planes;
    }

    /// Ends the file.
    public void finish() throws IOException {
        mp4.finish();
    }

    private void key(Picture picture, int times) throws IOException {
        int needed = 2 * picture.getWidth() * picture.getHeight() + (1 << 16);
        if (room.capacity() < needed) {
            room = ByteBuffer.allocate(needed);
        }
        room.clear();
        ByteBuffer data = encoder.encodeIDRFrame(picture, room);
        ByteBuffer copy = ByteBuffer.wrap(bytes(data)); // the decoder writes into it
        shown = new H264Decoder().decodeFrame(copy, H264Slice.room(picture).getData());
        for (ByteBuffer unit : H264Utils.splitFrame(data)) {
            NALUnitType type = NALUnit.read(unit.duplicate()).type;
            if (type == NALUnitType.SPS) {
                mp4.sequence(described(unit));
            } else if (type == NALUnitType.PPS) {
                mp4.picture(bytes(unit));
            } else {
                mp4.add(bytes(unit), true, times);
            }
        }
    }

    private static boolean differs(byte[][] one, byte[][] other, int stride, int column, int row) {
        for (int plane = 0; plane < one.length; plane++) {
            int shift = plane == 0 ? 0 : 1;
            int side = MACROBLOCK >> shift;
            for (int y = row * side; y < (row + 1) * side; y++) {
                int from = y * (stride >> shift) + column * side;
                if (!Arrays.equals(one[plane], from, from + side, other[plane], from, from + side)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// JCodec keeps samples less 128.
    private static byte[] signed(byte[] plane) {
        byte[] moved = new byte[plane.length];
        for (int i = 0; i < plane.length; i++) {
            moved[i] = (byte) (plane[i] - 128);
        }
        return moved;
    }

    private static byte[] bytes(ByteBuffer unit) {
        byte[] bytes = new byte[unit.remaining()];
        unit.duplicate().get(bytes);
        return bytes;
    }

    /// The sequence parameter set with what JCodec does not say: the colours, and a level that has room for the size.
    private byte[] described(ByteBuffer unit) {
        ByteBuffer content = ByteBuffer.wrap(bytes(unit));
        NALUnit.read(content);
        H264Utils.unescapeNAL(content);
        SeqParameterSet set = SeqParameterSet.read(content);
        set.levelIdc = H264Level.of(width, height);
        VUIParameters usage = new VUIParameters();
        usage.videoSignalTypePresentFlag = true;
        usage.videoFormat = UNSPECIFIED;
        usage.videoFullRangeFlag = false;
        usage.colourDescriptionPresentFlag = true;
        usage.colourPrimaries = BT709;
        usage.transferCharacteristics = BT709;
        usage.matrixCoefficients = BT709;
        set.vuiParams = usage;
        ByteBuffer plain = ByteBuffer.allocate(1024);
        set.write(plain);
        plain.flip();
        ByteBuffer escaped = ByteBuffer.allocate(2048);
        new NALUnit(NALUnitType.SPS, REFERENCE).write(escaped);
        H264Utils.escapeNAL(plain, escaped);
        escaped.flip();
        return bytes(escaped);
    }
}
