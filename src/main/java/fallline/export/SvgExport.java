package fallline.export;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.VectorHint;
import fallline.io.AtomicFile;
import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Writes figures as SVG files: everything is vectors, words too (as outlines, so that they look the same everywhere,
/// unless text is asked for), and only colour maps are embedded images. Equal figures give equal files.
public final class SvgExport {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DIGITS = 4;

    private SvgExport() {}

    /// Writes `figure` to `target`, whole or not at all.
    ///
    /// @param title for those who cannot see the picture, and for search
    /// @throws ExportException with a sentence for the user, if that cannot be done
    public static void write(Figure figure, Size size, Theme theme, String title, Path target) {
        write(new Page(figure, size, theme, title), target);
    }

    /// Writes a page to `target`, whole or not at all.
    ///
    /// @throws ExportException with a sentence for the user, if that cannot be done
    public static void write(Page page, Path target) {
        byte[] bytes = text(page).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(target, out -> out.write(bytes));
        } catch (IOException e) {
            throw new ExportException(AtomicFile.sentence(target, e), e);
        }
    }

    /// The figure as the text of an SVG file.
    public static String text(Figure figure, Size size, Theme theme, String title) {
        return text(new Page(figure, size, theme, title));
    }

    private static String text(Page page) {
        Size size = page.size();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(DIGITS);
        context.setGenericImageHandler(new EmbeddedPng());
        SVGGraphics2D g = new SVGGraphics2D(context, page.outlines());
        g.setSVGCanvasSize(new Dimension((int) Math.ceil(size.width()), (int) Math.ceil(size.height())));
        g.setRenderingHint(VectorHint.KEY, true);
        page.figure().paint(g, size, page.theme());
        Element root = g.getRoot();
        g.dispose();
        root.setAttribute(
                "viewBox", "0 0 " + context.doubleString(size.width()) + " " + context.doubleString(size.height()));
        Element words = root.getOwnerDocument().createElementNS(SVG, "title");
        words.setTextContent(page.title());
        root.insertBefore(words, root.getFirstChild());
        return written(root);
    }

    private static String written(Element root) {
        StringWriter writer = new StringWriter();
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(writer));
        } catch (TransformerException e) {
            throw new ExportException("The picture cannot be written as SVG: " + e.getMessage(), e);
        }
        return writer + "\n";
    }

    private static Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot make XML documents", e);
        }
    }
}
