package fallline.export.film;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.api.PictureWithMetadata;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.Picture;

/// A film as a player shows it, read by others than wrote it: GIF by ImageIO, MP4 by JCodec's demuxer and decoder, APNG
/// by the few lines here, which follow the specification and not our writer.
///
/// @param frames composed
/// @param seconds how long each is shown
/// @param loops whether it runs for ever
/// @param largestChange width times height of the largest rectangle after the first frame, in pixels
record Decoded(List<BufferedImage> frames, List<Double> seconds, boolean loops, int largestChange) {
    static Decoded of(Path file) throws IOException {
        String name = file.toString();
        return name.endsWith(".gif") ? gif(file) : name.endsWith(".apng") ? apng(file) : mp4(file);
    }

    private static Decoded gif(Path file) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        boolean loops = false;
        int largest = 0;
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            IIOMetadataNode stream =
                    (IIOMetadataNode) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
            IIOMetadataNode screen = child(stream, "LogicalScreenDescriptor");
            BufferedImage canvas = new BufferedImage(
                    number(screen, "logicalScreenWidth"),
                    number(screen, "logicalScreenHeight"),
                    BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode image =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = child(image, "ImageDescriptor");
                IIOMetadataNode control = child(image, "GraphicControlExtension");
                if (!control.getAttribute("disposalMethod").equals("doNotDispose")) {
                    throw new IOException("another disposal than is read here");
                }
                if (image.getElementsByTagName("LocalColorTable").getLength() > 0) {
                    throw new IOException("a second palette");
                }
                BufferedImage part = reader.read(i);
                Graphics2D g = canvas.createGraphics();
                g.drawImage(part, number(place, "imageLeftPosition"), number(place, "imageTopPosition"), null);
                g.dispose();
                frames.add(copy(canvas));
                seconds.add(number(control, "delayTime") / 100.0);
                largest = i == 0 ? 0 : Math.max(largest, part.getWidth() * part.getHeight());
                if (image.getElementsByTagName("ApplicationExtension").item(0) instanceof IIOMetadataNode extension) {
                    byte[] data = (byte[]) extension.getUserObject();
                    loops = extension.getAttribute("applicationID").equals("NETSCAPE")
                            && data[0] == 1
                            && data[1] == 0
                            && data[2] == 0;
                }
            }
        } finally {
            reader.dispose();
        }
        return new Decoded(frames, seconds, loops, largest);
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        return (IIOMetadataNode) parent.getElementsByTagName(name).item(0);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return copy;
    }

    /// What fcTL says of the frame whose data follow.
    private record Control(int width, int height, int x, int y, double seconds, int dispose, int blend) {
        static Control of(DataInputStream data) throws IOException {
            int width = data.readInt();
            int height = data.readInt();
            int x = data.readInt();
            int y = data.readInt();
            int numerator = data.readUnsignedShort();
            int denominator = data.readUnsignedShort();
            return new Control(
                    width,
                    height,
                    x,
                    y,
                    (double) numerator / (denominator == 0 ? 100 : denominator),
                    data.read(),
                    data.read());
        }
    }

    private static Decoded apng(Path file) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        int announced = 0;
        boolean loops = false;
        int largest = 0;
        int sequence = 0;
        BufferedImage canvas = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Control control = new Control(0, 0, 0, 0, 0, 0, 0);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readLong() != 0x89504e470d0a1a0aL) {
                throw new IOException("no PNG");
            }
            String type = "";
            while (!type.equals("IEND")) {
                int length = in.readInt();
                byte[] chunk = in.readNBytes(length + 4);
                CRC32 sum = new CRC32();
                sum.update(chunk);
                if ((int) sum.getValue() != in.readInt()) {
                    throw new IOException("a false sum");
                }
                type = new String(chunk, 0, 4, StandardCharsets.US_ASCII);
                DataInputStream data = new DataInputStream(new java.io.ByteArrayInputStream(chunk, 4, length));
                if ((type.equals("fcTL") || type.equals("IEND")) && packed.size() > 0) {
                    draw(canvas, control, packed.toByteArray());
                    packed.reset();
                    frames.add(copy(canvas));
                    seconds.add(control.seconds());
                    largest = frames.size() == 1 ? 0 : Math.max(largest, control.width() * control.height());
                }
                switch (type) {
                    case "IHDR" ->
                        canvas = new BufferedImage(data.readInt(), data.readInt(), BufferedImage.TYPE_INT_ARGB);
                    case "acTL" -> {
                        announced = data.readInt();
                        loops = data.readInt() == 0;
                    }
                    case "fcTL" -> {
                        sequence = counted(data.readInt(), sequence);
                        control = Control.of(data);
                    }
                    case "IDAT" -> packed.write(data.readAllBytes());
                    case "fdAT" -> {
                        sequence = counted(data.readInt(), sequence);
                        packed.write(data.readAllBytes());
                    }
                    default -> {}
                }
            }
        }
        if (announced != frames.size()) {
            throw new IOException(announced + " frames are announced, " + frames.size() + " are there");
        }
        return new Decoded(frames, seconds, loops, largest);
    }

    private static int counted(int number, int expected) throws IOException {
        if (number != expected) {
            throw new IOException("chunk " + number + " stands where " + expected + " should");
        }
        return expected + 1;
    }

    private static void draw(BufferedImage canvas, Control control, byte[] packed) throws IOException {
        if (control.dispose() != 0) {
            throw new IOException("another disposal than is read here");
        }
        int stride = 4 * control.width();
        byte[] rows = new byte[(stride + 1) * control.height()];
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        try {
            if (inflater.inflate(rows) != rows.length) {
                throw new IOException("too few pixels");
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
        BufferedImage part = new BufferedImage(control.width(), control.height(), BufferedImage.TYPE_INT_ARGB);
        byte[] above = new byte[stride];
        for (int y = 0; y < control.height(); y++) {
            byte[] row = unfiltered(rows, y * (stride + 1), above);
            for (int x = 0; x < control.width(); x++) {
                ByteBuffer pixel = ByteBuffer.wrap(row, 4 * x, 4);
                int rgba = pixel.getInt();
                part.setRGB(x, y, (rgba >>> 8) | (rgba << 24));
            }
            above = row;
        }
        Graphics2D g = canvas.createGraphics();
        g.setComposite(control.blend() == 0 ? AlphaComposite.Src : AlphaComposite.SrcOver);
        g.drawImage(part, control.x(), control.y(), null);
        g.dispose();
    }

    private static byte[] unfiltered(byte[] rows, int at, byte[] above) throws IOException {
        byte[] row = new byte[above.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < 4 ? 0 : row[i - 4] & 255;
            int b = above[i] & 255;
            int c = i < 4 ? 0 : above[i - 4] & 255;
            int p = a + b - c;
            int guess =
                    switch (rows[at]) {
                        case 0 -> 0;
                        case 1 -> a;
                        case 2 -> b;
                        case 3 -> (a + b) / 2;
                        case 4 ->
                            Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)
                                    ? a
                                    : Math.abs(p - b) <= Math.abs(p - c) ? b : c;
                        default -> throw new IOException("no such filter");
                    };
            row[i] = (byte) (rows[at + 1 + i] + guess);
        }
        return row;
    }

    private static Decoded mp4(Path file) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        try (FileChannelWrapper channel = NIOUtils.readableChannel(file.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(channel);
            PictureWithMetadata next = grab.getNativeFrameWithMetadata();
            while (next != null) {
                frames.add(rgb(next.getPicture()));
                seconds.add(next.getDuration());
                next = grab.getNativeFrameWithMetadata();
            }
        } catch (JCodecException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return new Decoded(frames, seconds, false, 0);
    }

    /// BT.709, limited range, by the formulas of the recommendation; colour differences as the nearest sample.
    private static BufferedImage rgb(Picture picture) {
        int width = picture.getCroppedWidth();
        int height = picture.getCroppedHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int place = y / 2 * picture.getPlaneWidth(1) + x / 2;
                double luma = (picture.getPlaneData(0)[y * picture.getPlaneWidth(0) + x] + 128 - 16) / 219.0;
                double blue = picture.getPlaneData(1)[place] / 224.0;
                double red = picture.getPlaneData(2)[place] / 224.0;
                image.setRGB(
                        x,
                        y,
                        (level(luma + 1.5748 * red) << 16)
                                | (level(luma - 0.4681 * red - 0.1873 * blue) << 8)
                                | level(luma + 1.8556 * blue));
            }
        }
        return image;
    }

    private static int level(double share) {
        return Math.clamp(Math.round(255 * share), 0, 255);
    }

    /// Peak signal-to-noise ratio of two pictures over all three channels, in dB; of equal ones infinite.
    static double psnr(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < other.getHeight(); y++) {
            for (int x = 0; x < other.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int d = (one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255);
                    sum += d * d;
                }
            }
        }
        return 10 * Math.log10(255.0 * 255.0 * 3 * other.getWidth() * other.getHeight() / sum);
    }
}
