package fallline.export.film.stream;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A GIF that grows frame by frame and runs for ever, by the writer of the JDK.
public final class GifStream implements AutoCloseable {
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    /// So many colours a palette may have: one of the 256 is transparent.
    public static final int MOST_COLOURS = 255;

    private static final int TABLE = 256;
    private static final byte TRANSPARENT = (byte) (TABLE - 1);

    private final int width;
    private final int height;
    private final IndexColorModel colours;
    private final ImageWriter writer;
    private final MemoryCacheImageOutputStream stream;
    private byte[] before = new byte[0];
    private boolean begun;

    /// @param out stays open
    public GifStream(OutputStream out, int width, int height, Palette palette) throws IOException {
        this.width = width;
        this.height = height;
        colours = colours(palette);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        stream = new MemoryCacheImageOutputStream(out);
        writer.setOutput(stream);
        writer.prepareWriteSequence(head(palette));
    }

    private static IndexColorModel colours(Palette palette) {
        int[] table = table(palette);
        return new IndexColorModel(
                8, TABLE, table, 0, false, Byte.toUnsignedInt(TRANSPARENT), java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int[] table(Palette palette) {
        int[] table = new int[TABLE];
        System.arraycopy(palette.colours(), 0, table, 0, palette.size());
        return table;
    }

    private IIOMetadata head(Palette palette) throws IOException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = new IIOMetadataNode(STREAM);
        node(root, "Version", "value", "89a");
        node(
                root,
                "LogicalScreenDescriptor",
                "logicalScreenWidth",
                width,
                "logicalScreenHeight",
                height,
                "colorResolution",
                8,
                "pixelAspectRatio",
                0);
        IIOMetadataNode table = node(
                root,
                "GlobalColorTable",
                "sizeOfGlobalColorTable",
                TABLE,
                "backgroundColorIndex",
                0,
                "sortFlag",
                "FALSE");
        int[] entries = table(palette);
        for (int i = 0; i < entries.length; i++) {
            int rgb = entries[i];
            node(
                    table,
                    "ColorTableEntry",
                    "index",
                    i,
                    "red",
                    rgb >> 16 & 0xff,
                    "green",
                    rgb >> 8 & 0xff,
                    "blue",
                    rgb & 0xff);
        }
        metadata.setFromTree(STREAM, root);
        return metadata;
    }

    private static IIOMetadataNode node(IIOMetadataNode parent, String name, Object... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
        parent.appendChild(node);
        return node;
    }

    /// Adds a frame.
    ///
    /// @param indices of the palette, row by row
    /// @param delay how long it is shown, in hundredths of a second
    public void add(byte[] indices, int delay) throws IOException {
        byte[] old = before;
        Changed part = old.length == 0
                ? new Changed(0, 0, width, height)
                : Changed.of(width, height, pixel -> old[pixel] != indices[pixel]);
        BufferedImage image = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < part.height(); y++) {
            int from = (part.y() + y) * width + part.x();
            for (int x = 0; x < part.width(); x++) {
                boolean same = old.length > 0 && old[from + x] == indices[from + x];
                pixels[y * part.width() + x] = same ? TRANSPARENT : indices[from + x];
            }
        }
        writer.writeToSequence(new IIOImage(image, null, frame(image, part, delay)), null);
        stream.flush();
        before = indices;
        begun = true;
    }

    private IIOMetadata frame(BufferedImage image, Changed part, int delay) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(IMAGE);
        node(
                root,
                "ImageDescriptor",
                "imageLeftPosition",
                part.x(),
                "imageTopPosition",
                part.y(),
                "imageWidth",
                part.width(),
                "imageHeight",
                part.height(),
                "interlaceFlag",
                "FALSE");
        node(
                root,
                "GraphicControlExtension",
                "disposalMethod",
                "doNotDispose",
                "userInputFlag",
                "FALSE",
                "transparentColorFlag",
                "TRUE",
                "delayTime",
                delay,
                "transparentColorIndex",
                Byte.toUnsignedInt(TRANSPARENT));
        if (!begun) {
            IIOMetadataNode extensions = node(root, "ApplicationExtensions");
            IIOMetadataNode loop =
                    node(extensions, "ApplicationExtension", "applicationID", "NETSCAPE", "authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
        }
        metadata.setFromTree(IMAGE, root);
        return metadata;
    }

    /// Ends the file.
    @Override
    public void close() throws IOException {
        try {
            if (begun) {
                writer.endWriteSequence();
            }
            stream.close();
        } finally {
            writer.dispose();
        }
    }
}
