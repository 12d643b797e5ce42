package fallline.export.film;

import fallline.export.film.stream.H264Level;
import fallline.export.film.stream.Mp4Stream;
import fallline.export.film.stream.Yuv420;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
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

/// H.264 by JCodec's encoder, into an MP4 of ours. One film; one thread.
final class JcodecFilm {
    private static final int MACROBLOCK = 16;

    /// Above it JCodec's colour differences lose much at once: 50 dB at 14, 36 dB at 20.
    private static final int QUANTISER = 15;

    /// Two seconds at the usual speed: players can jump so finely.
    private static final int KEY_INTERVAL = 50;

    /// Pictures do not pan; a larger range costs time and saves no bytes.
    private static final int SEARCH = 2;

    private static final int BT709 = 1;
    private static final int VIDEO_FORMAT_UNSPECIFIED = 5;

    private final int width;
    private final int height;
    private final H264Encoder encoder = new H264Encoder(new Constant());
    private final Mp4Stream mp4;
    private ByteBuffer room = ByteBuffer.allocate(0);

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

    private JcodecFilm(Frames frames, OutputStream out) throws IOException {
        Speed speed = frames.film().speed();
        width = Yuv420.up(frames.width(), 2);
        height = Yuv420.up(frames.height(), 2);
        mp4 = new Mp4Stream(out, width, height, speed.frames(), speed.per());
        encoder.setKeyInterval(KEY_INTERVAL);
        encoder.setMotionSearchRange(SEARCH);
    }

    /// @param out stays open
    static void write(Frames frames, OutputStream out) throws IOException {
        JcodecFilm film = new JcodecFilm(frames, out);
        int held = frames.film().speed().heldFrames();
        int last = frames.count() - 1;
        frames.all(image -> Yuv420.of(image, MACROBLOCK), (i, frame) -> {
            film.add(frame, 1 + (i == 0 ? held : 0) + (i == last ? held : 0));
            frames.done(i + 1);
        });
        film.mp4.finish();
    }

    /// @param times for how many frames it is shown
    private void add(Yuv420 frame, int times) throws IOException {
        Picture picture = picture(frame);
        int needed = 2 * frame.y().length + (1 << 16);
        if (room.capacity() < needed) {
            room = ByteBuffer.allocate(needed);
        }
        room.clear();
        var coded = encoder.encodeFrame(picture, room);
        List<ByteBuffer> units = H264Utils.splitFrame(coded.getData());
        for (ByteBuffer unit : units) {
            NALUnitType type = NALUnit.read(unit.duplicate()).type;
            if (type == NALUnitType.SPS) {
                mp4.sequence(described(unit));
            } else if (type == NALUnitType.PPS) {
                mp4.picture(bytes(unit));
            } else {
                mp4.add(bytes(unit), coded.isKeyFrame(), times);
            }
        }
    }

    private Picture picture(Yuv420 frame) {
        byte[][] planes = {signed(frame.y()), signed(frame.cb()), signed(frame.cr())};
        return new Picture(
                frame.width(),
                frame.height(),
                planes,
                null,
                ColorSpace.YUV420J,
                0,
                new Rect(0, 0, width, height));
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
        usage.videoFormat = VIDEO_FORMAT_UNSPECIFIED;
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
        new NALUnit(NALUnitType.SPS, 3).write(escaped);
        H264Utils.escapeNAL(plain, escaped);
        escaped.flip();
        return bytes(escaped);
    }
}
