package fallline.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Reads just as much SVG as our files use, by the specification and without Batik, so that a test can see what a
/// browser would see.
final class SvgPainter {
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern SEPARATORS = Pattern.compile("[ ,\\s]+");

    private final Graphics2D g;
    private final Map<String, Shape> clips = new HashMap<>();

    private SvgPainter(Graphics2D g) {
        this.g = g;
    }

    static BufferedImage painted(Document svg, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        new SvgPainter(g).node(svg.getDocumentElement(), Map.of());
        g.dispose();
        return image;
    }

    private void node(Element element, Map<String, String> inherited) {
        Map<String, String> style = new HashMap<>(inherited);
        style.remove("clip-path");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            style.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        AffineTransform before = g.getTransform();
        Shape clipBefore = g.getClip();
        g.transform(transform(element.getAttribute("transform")));
        String clip = style.getOrDefault("clip-path", "none");
        if (clip.startsWith("url(#")) {
            g.clip(Objects.requireNonNull(clips.get(clip.substring(5, clip.length() - 1))));
        }
        switch (element.getTagName()) {
            case "clipPath" ->
                clips.put(
                        element.getAttribute("id"),
                        path(((Element) element.getElementsByTagName("path").item(0)).getAttribute("d")));
            case "svg", "g", "defs" -> children(element, style);
            case "title" -> {}
            case "image" -> image(element);
            default -> shape(geometry(element), style);
        }
        g.setTransform(before);
        g.setClip(clipBefore);
    }

    private void children(Element element, Map<String, String> style) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                node(inner, style);
            }
        }
    }

    private static Shape geometry(Element e) {
        return switch (e.getTagName()) {
            case "path" -> path(e.getAttribute("d"));
            case "line" -> new Line2D.Double(number(e, "x1"), number(e, "y1"), number(e, "x2"), number(e, "y2"));
            case "rect" -> rect(e);
            case "circle" ->
                new Ellipse2D.Double(
                        number(e, "cx") - number(e, "r"),
                        number(e, "cy") - number(e, "r"),
                        2 * number(e, "r"),
                        2 * number(e, "r"));
            case "ellipse" ->
                new Ellipse2D.Double(
                        number(e, "cx") - number(e, "rx"),
                        number(e, "cy") - number(e, "ry"),
                        2 * number(e, "rx"),
                        2 * number(e, "ry"));
            case "polygon", "polyline" ->
                path("M" + e.getAttribute("points") + (e.getTagName().equals("polygon") ? " Z" : ""));
            default ->
                throw new IllegalArgumentException("an element that our files should not have: " + e.getTagName());
        };
    }

    private static Shape rect(Element e) {
        double rx = e.hasAttribute("rx") ? number(e, "rx") : 0;
        return rx == 0
                ? new Rectangle2D.Double(number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"))
                : new java.awt.geom.RoundRectangle2D.Double(
                        number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"), 2 * rx, 2 * rx);
    }

    private static double number(Element e, String name) {
        return e.hasAttribute(name) ? Double.parseDouble(e.getAttribute(name)) : 0;
    }

    private void shape(Shape shape, Map<String, String> style) {
        Color fill = colour(style, "fill");
        if (fill != null) {
            g.setColor(fill);
            g.fill(shape);
        }
        Color stroke = colour(style, "stroke");
        if (stroke != null) {
            g.setColor(stroke);
            g.setStroke(stroke(style));
            g.draw(shape);
        }
    }

    private static BasicStroke stroke(Map<String, String> style) {
        int cap =
                switch (style.getOrDefault("stroke-linecap", "butt")) {
                    case "round" -> BasicStroke.CAP_ROUND;
                    case "square" -> BasicStroke.CAP_SQUARE;
                    default -> BasicStroke.CAP_BUTT;
                };
        int join =
                switch (style.getOrDefault("stroke-linejoin", "miter")) {
                    case "round" -> BasicStroke.JOIN_ROUND;
                    case "bevel" -> BasicStroke.JOIN_BEVEL;
                    default -> BasicStroke.JOIN_MITER;
                };
        float width = Float.parseFloat(style.getOrDefault("stroke-width", "1"));
        String dashes = style.getOrDefault("stroke-dasharray", "none");
        if (dashes.equals("none")) {
            return new BasicStroke(width, cap, join, 10);
        }
        String[] parts = dashes.trim().split("[ ,]+", -1);
        float[] pattern = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            pattern[i] = Float.parseFloat(parts[i]);
        }
        return new BasicStroke(
                width, cap, join, 10, pattern, Float.parseFloat(style.getOrDefault("stroke-dashoffset", "0")));
    }

    private static @Nullable Color colour(Map<String, String> style, String what) {
        String value = style.getOrDefault(what, what.equals("fill") ? "black" : "none");
        if (value.equals("none")) {
            return null;
        }
        float opacity = Float.parseFloat(style.getOrDefault(what + "-opacity", "1"));
        Matcher rgb = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)").matcher(value);
        Color opaque = rgb.matches()
                ? new Color(
                        Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3)))
                : value.equals("white") ? Color.WHITE : named(value);
        return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), Math.round(255 * opacity));
    }

    private static Color named(String value) {
        if (!value.equals("black")) {
            throw new IllegalArgumentException("a colour that our files should not have: " + value);
        }
        return Color.BLACK;
    }

    private void image(Element e) {
        String data = e.getAttribute("xlink:href");
        byte[] bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            AffineTransform fit = AffineTransform.getTranslateInstance(number(e, "x"), number(e, "y"));
            fit.scale(number(e, "width") / image.getWidth(), number(e, "height") / image.getHeight());
            g.drawImage(image, fit, null);
        } catch (IOException failure) {
            throw new IllegalArgumentException("an image that cannot be read", failure);
        }
    }

    private static AffineTransform transform(String text) {
        AffineTransform all = new AffineTransform();
        Matcher parts = Pattern.compile("(\\w+)\\(([^)]*)\\)").matcher(text);
        while (parts.find()) {
            String[] n = parts.group(2).trim().split("[ ,]+", -1);
            double[] v = new double[n.length];
            for (int i = 0; i < n.length; i++) {
                v[i] = Double.parseDouble(n[i]);
            }
            switch (parts.group(1)) {
                case "translate" -> all.translate(v[0], v.length > 1 ? v[1] : 0);
                case "scale" -> all.scale(v[0], v.length > 1 ? v[1] : v[0]);
                case "rotate" -> all.rotate(Math.toRadians(v[0]));
                case "matrix" -> all.concatenate(new AffineTransform(v));
                default ->
                    throw new IllegalArgumentException("a transform that our files should not have: " + parts.group(1));
            }
        }
        return all;
    }

    private static Path2D path(String d) {
        Path2D path = new Path2D.Double(d.contains("evenodd") ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        String[] words = SEPARATORS.split(LETTER.matcher(d).replaceAll(" $0 ").trim(), -1);
        String command = "M";
        int at = 0;
        while (at < words.length) {
            if (Character.isLetter(words[at].charAt(0))) {
                command = words[at++];
            }
            double[] n = new double
                    [switch (command) {
                        case "M", "L" -> 2;
                        case "Q" -> 4;
                        case "C" -> 6;
                        case "Z" -> 0;
                        default ->
                            throw new IllegalArgumentException(
                                    "a path command that our files should not have: " + command);
                    }];
            for (int i = 0; i < n.length; i++) {
                n[i] = Double.parseDouble(words[at++]);
            }
            switch (command) {
                case "M" -> path.moveTo(n[0], n[1]);
                case "L" -> path.lineTo(n[0], n[1]);
                case "Q" -> path.quadTo(n[0], n[1], n[2], n[3]);
                case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                default -> path.closePath();
            }
            command = command.equals("M") ? "L" : command;
        }
        return path;
    }
}
