package fallline.export;

import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.svggen.DOMTreeManager;
import org.apache.batik.svggen.GenericImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Puts images into an SVG file as PNG data, by the PNG writer of the JDK.
final class EmbeddedPng implements GenericImageHandler {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Override
    public void setDOMTreeManager(DOMTreeManager manager) {
        // images are written where they stand, so that no definitions are collected
    }

    @Override
    public Element createElement(SVGGeneratorContext context) {
        return context.getDOMFactory().createElementNS(SVG, "image");
    }

    @Override
    public @Nullable AffineTransform handleImage(
            Image image, Element element, int x, int y, int width, int height, SVGGeneratorContext context) {
        return embed((BufferedImage) image, element, x, y, width, height);
    }

    @Override
    public @Nullable AffineTransform handleImage(
            RenderedImage image, Element element, int x, int y, int width, int height, SVGGeneratorContext context) {
        return embed(image, element, x, y, width, height);
    }

    @Override
    public @Nullable AffineTransform handleImage(
            RenderableImage image,
            Element element,
            double x,
            double y,
            double width,
            double height,
            SVGGeneratorContext context) {
        return embed(image.createDefaultRendering(), element, x, y, width, height);
    }

    private static @Nullable AffineTransform embed(
            RenderedImage image, Element element, double x, double y, double width, double height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode an image in memory", e);
        }
        String data = Base64.getEncoder().encodeToString(bytes.toByteArray());
        element.setAttribute("x", number(x));
        element.setAttribute("y", number(y));
        element.setAttribute("width", number(width));
        element.setAttribute("height", number(height));
        element.setAttribute("preserveAspectRatio", "none");
        element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + data);
        return null;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
