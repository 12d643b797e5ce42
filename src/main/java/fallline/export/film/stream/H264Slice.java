package fallline.export.film.stream;

import java.nio.ByteBuffer;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.EncodedMB;
import org.jcodec.codecs.h264.encode.MBEncoderHelper;
import org.jcodec.codecs.h264.encode.MBEncoderP16x16;
import org.jcodec.codecs.h264.encode.MotionEstimator;
import org.jcodec.codecs.h264.io.CAVLC;
import org.jcodec.codecs.h264.io.model.MBType;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.write.CAVLCWriter;
import org.jcodec.codecs.h264.io.write.SliceHeaderWriter;
import org.jcodec.common.io.BitWriter;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/// A frame of H.264 that leaves what did not change as it was: a P slice in which such macroblocks are skipped, and the
/// others are predicted from the same place of the frame before and coded by JCodec. Its own encoder skips none.
///
/// All motion vectors are zero, so that a skipped macroblock's is predicted to be zero, too (ITU-T H.264, 8.4.1.1).
final class H264Slice {
    private static final int BLOCK = 16;
    private static final int LUMA_BLOCKS = 4;
    private static final int CHROMA_BLOCKS = 2;
    private static final int REFERENCE = 2;
    private static final int BASE_QUANTISER = 26;
    private static final int HEADER = 1 << 10;

    private final SeqParameterSet sequence;
    private final PictureParameterSet parameters;
    private final int quantiser;
    private final CAVLC[] codes;
    private final EncodedMB coded = predicted();
    private final EncodedMB neighbour = predicted();

    /// Whether a macroblock is to be coded, by its column and row.
    @FunctionalInterface
    interface Changed {
        boolean at(int column, int row);
    }

    /// Things of figures do not move far in whole pixels; what is new is coded.
    private static final class Still extends MotionEstimator {
        Still() {
            super(0);
        }

        @Override
        public int[] estimate(Picture picture, byte[] block, int column, int row, int x, int y) {
            return new int[2];
        }
    }

    H264Slice(SeqParameterSet sequence, PictureParameterSet parameters, int quantiser) {
        this.sequence = sequence;
        this.parameters = parameters;
        this.quantiser = quantiser;
        codes = new CAVLC[] {
            new CAVLC(sequence, parameters, 2, 2),
            new CAVLC(sequence, parameters, 1, 1),
            new CAVLC(sequence, parameters, 1, 1)
        };
    }

    private static EncodedMB predicted() {
        EncodedMB block = new EncodedMB();
        block.setType(MBType.P_16x16);
        return block;
    }

    /// The slice as a NAL unit.
    ///
    /// @param number of the frame since the last key frame, from 1
    /// @param before what a decoder shows of the frame before
    /// @param shown gets what a decoder will show of this one
    byte[] code(int number, Picture source, Picture before, Picture shown, Changed changed) {
        ByteBuffer room = ByteBuffer.allocate(2 * source.getWidth() * source.getHeight() + HEADER);
        BitWriter bits = new BitWriter(room);
        SliceHeaderWriter.write(header(number), false, REFERENCE, bits);
        MBEncoderP16x16 encoder = new MBEncoderP16x16(sequence, before, codes, new Still());
        int skipped = 0;
        for (int row = 0; row <= sequence.picHeightInMapUnitsMinus1; row++) {
            for (int column = 0; column <= sequence.picWidthInMbsMinus1; column++) {
                if (!changed.at(column, row)) {
                    skip(column, row, before, shown);
                    skipped++;
                    continue;
                }
                CAVLCWriter.writeUE(bits, skipped);
                skipped = 0;
                CAVLCWriter.writeUE(bits, 0); // P_L0_16x16
                encoder.encodeMacroblock(
                        source,
                        column,
                        row,
                        bits,
                        coded,
                        column > 0 ? neighbour : null,
                        row > 0 ? neighbour : null,
                        quantiser,
                        0);
                MBEncoderHelper.putBlkPic(shown, coded.getPixels(), column * BLOCK, row * BLOCK);
            }
        }
        if (skipped > 0) {
            CAVLCWriter.writeUE(bits, skipped);
        }
        bits.write1Bit(1);
        bits.flush();
        ByteBuffer plain = bits.getBuffer();
        plain.flip();
        ByteBuffer unit = ByteBuffer.allocate(plain.remaining() * 3 / 2 + HEADER);
        new NALUnit(NALUnitType.NON_IDR_SLICE, REFERENCE).write(unit);
        H264Utils.escapeNAL(plain, unit);
        unit.flip();
        byte[] bytes = new byte[unit.remaining()];
        unit.get(bytes);
        return bytes;
    }

    private SliceHeader header(int number) {
        SliceHeader header = new SliceHeader();
        header.sliceType = SliceType.P;
        header.pps = parameters;
        header.sps = sequence;
        header.picOrderCntLsb = (number << 1) % (1 << (sequence.log2MaxPicOrderCntLsbMinus4 + 4));
        header.frameNum = number % (1 << (sequence.log2MaxFrameNumMinus4 + 4));
        header.sliceQpDelta = quantiser - (parameters.picInitQpMinus26 + BASE_QUANTISER);
        return header;
    }

    private void skip(int column, int row, Picture before, Picture shown) {
        for (int plane = 0; plane < codes.length; plane++) {
            int blocks = plane == 0 ? LUMA_BLOCKS : CHROMA_BLOCKS;
            for (int y = 0; y < blocks; y++) {
                for (int x = 0; x < blocks; x++) {
                    codes[plane].setZeroCoeff(column * blocks + x, row * blocks + y);
                }
            }
            int side = plane == 0 ? BLOCK : BLOCK / 2;
            int stride = before.getPlaneWidth(plane);
            for (int y = row * side; y < (row + 1) * side; y++) {
                int at = y * stride + column * side;
                System.arraycopy(before.getPlaneData(plane), at, shown.getPlaneData(plane), at, side);
            }
        }
    }

    /// A picture to write into.
    static Picture room(Picture like) {
        return Picture.create(like.getWidth(), like.getHeight(), ColorSpace.YUV420J);
    }
}
