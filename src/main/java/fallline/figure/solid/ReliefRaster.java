package fallline.figure.solid;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// The painted solid: pixels with transparency, and how far behind the middle of the box every pixel lies.
///
/// [ReliefMesh] says where its nodes are seen, [ReliefSkin] what they look like; [ReliefBand] fills its cells through
/// [ReliefPen], and [ReliefFloor] paints what is left free. Horizontal bands are painted by several threads.
public final class ReliefRaster {
    static final float NOTHING = Float.POSITIVE_INFINITY;
    /// As many as there are processors to paint them, since every cell is looked at for every band.
    private static final int BANDS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private final BufferedImage image;
    private final int wide;
    private final int high;
    private final int samples;
    private final float[] depths;

    /// Outside of this part of the picture there is nothing.
    private final Rectangle seen;

    private ReliefRaster(BufferedImage image, int samples, float[] depths, Rectangle seen) {
        this.image = image;
        this.wide = image.getWidth() * samples;
        this.high = image.getHeight() * samples;
        this.samples = samples;
        this.depths = depths;
        this.seen = seen;
    }

    /// A picture of nothing.
    ///
    /// @param samples this many sub-pixels in a row and a column
    static ReliefRaster empty(int width, int height, int samples) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        float[] depths = new float[width * samples * height * samples];
        Arrays.fill(depths, NOTHING);
        return new ReliefRaster(image, samples, depths, new Rectangle());
    }

    /// @param mesh in a picture of `width` × `height` pixels, `samples` times as fine
    /// @param floor under it
    /// @param scale pixels of the picture for one of the figure
    /// @param samples this many sub-pixels in a row and a column
    public static ReliefRaster of(
            ReliefMesh mesh,
            ReliefSkin skin,
            Optional<ReliefFloor> floor,
            int width,
            int height,
            double scale,
            int samples) {
        return empty(width, height, samples).painted(mesh, skin, floor, scale);
    }

    boolean measures(int width, int height) {
        return image.getWidth() == width && image.getHeight() == height;
    }

    private int[] out() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /// This picture with nothing in it any more, in the same memory.
    ReliefRaster wiped() {
        int width = image.getWidth();
        Arrays.fill(out(), seen.y * width, (seen.y + seen.height) * width, 0);
        Arrays.fill(depths, seen.y * samples * wide, (seen.y + seen.height) * samples * wide, NOTHING);
        return new ReliefRaster(image, samples, depths, new Rectangle());
    }

    /// Paints into this picture of nothing.
    ReliefRaster painted(ReliefMesh mesh, ReliefSkin skin, Optional<ReliefFloor> floor, double scale) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] out = out();
        float unit = (float) (scale * samples);
        int[] pixels = samples == 1 ? out : new int[wide * high];
        boolean draft = samples == 1;
        int[] shares = mesh.shares(BANDS, high);
        IntStream.range(0, BANDS).parallel().forEach(band -> {
            int top = shares[band] / samples * samples;
            int bottom = shares[band + 1] / samples * samples;
            ReliefPen pen = new ReliefPen(mesh, skin, wide, unit, pixels, depths, draft);
            new ReliefBand(mesh, pen, wide, top, bottom, draft).paint();
            floor.ifPresent(f -> f.paint(wide, top, bottom, pixels, depths));
            for (int y = top / samples; samples > 1 && y < bottom / samples; y++) {
                average(pixels, wide, samples, out, width, y);
            }
        });
        Rectangle2D extent = mesh.extent();
        floor.ifPresent(f -> f.addTo(extent));
        return new ReliefRaster(image, samples, depths, pixels(extent, samples, width, height));
    }

    private static Rectangle pixels(Rectangle2D extent, int samples, int width, int height) {
        return new Rectangle2D.Double(
                        extent.getX() / samples - 1,
                        extent.getY() / samples - 1,
                        extent.getWidth() / samples + 2,
                        extent.getHeight() / samples + 2)
                .createIntersection(new Rectangle(width, height))
                .getBounds();
    }

    /// Paints it with its pixels on those of the device, of which there are `scale` for one of the figure.
    void paint(Graphics2D g, double scale) {
        if (!seen.isEmpty()) {
            AffineTransform place = AffineTransform.getScaleInstance(1 / scale, 1 / scale);
            place.translate(seen.x, seen.y);
            g.drawImage(image.getSubimage(seen.x, seen.y, seen.width, seen.height), place, null);
        }
    }

    private static void average(int[] pixels, int wide, int samples, int[] out, int width, int y) {
        int count = samples * samples;
        for (int x = 0; x < width; x++) {
            int a = 0;
            int r = 0;
            int g = 0;
            int b = 0;
            for (int j = 0; j < samples; j++) {
                for (int i = 0; i < samples; i++) {
                    int c = pixels[(y * samples + j) * wide + x * samples + i];
                    a += c >>> 24;
                    r += (c >> 16) & 255;
                    g += (c >> 8) & 255;
                    b += c & 255;
                }
            }
            out[y * width + x] = ((a / count) << 24) | ((r / count) << 16) | ((g / count) << 8) | (b / count);
        }
    }

    /// The picture with less than its own cover, so that what lies behind it shines through.
    public BufferedImage translucent(double opacity) {
        BufferedImage paler = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) paler.getRaster().getDataBuffer()).getData();
        int share = (int) Math.round(256 * opacity);
        for (int i = 0; i < from.length; i++) {
            int ag = (((from[i] >>> 8) & 0xff00ff) * share) & 0xff00ff00;
            int rb = (((from[i] & 0xff00ff) * share) >>> 8) & 0xff00ff;
            to[i] = ag | rb;
        }
        return paler;
    }

    /// Whether the solid hides a point at a pixel of the picture that lies so deep, give or take `slack`.
    public boolean hides(double px, double py, double depth, double slack) {
        return depth(px, py) < depth - slack;
    }

    /// How deep the solid is at a pixel; infinite where it is not.
    public double depth(double px, double py) {
        int x = (int) Math.floor(px * samples);
        int y = (int) Math.floor(py * samples);
        return x >= 0 && y >= 0 && x < wide && y < high ? depths[y * wide + x] : NOTHING;
    }
}
