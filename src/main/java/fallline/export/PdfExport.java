package fallline.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.VectorHint;
import fallline.io.AtomicFile;
import fallline.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/// Writes figures as PDF files of one page: everything is vectors, words are words that can be searched and copied, in
/// our own font, of which the file holds the letters that it needs; typeset formulas are outlines, and only colour maps
/// are embedded images. Equal figures give equal files.
public final class PdfExport {
    /// A logical pixel is 1/96 of an inch, as in SVG, and a point is 1/72.
    private static final double POINTS = 72.0 / 96;

    private PdfExport() {}

    /// Writes `figure` to `target`, whole or not at all.
    ///
    /// @param title for those who cannot see the picture, and for search
    /// @throws ExportException with a sentence for the user, if that cannot be done
    public static void write(Figure figure, Size size, Theme theme, String title, Path target) {
        byte[] bytes = bytes(figure, size, theme, title);
        try {
            AtomicFile.write(target, out -> out.write(bytes));
        } catch (IOException e) {
            throw new ExportException(AtomicFile.sentence(target, e), e);
        }
    }

    /// The figure as the bytes of a PDF file.
    public static byte[] bytes(Figure figure, Size size, Theme theme, String title) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            describe(document, title);
            paint(document, figure, size, theme);
            document.save(bytes);
        } catch (IOException e) {
            throw new ExportException("The picture cannot be written as PDF: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private static void describe(PDDocument document, String title) {
        document.getDocumentInformation().setTitle(Printable.of(title));
        document.getDocumentInformation().setCreator("Fall Line");
        document.getDocumentCatalog().setLanguage("en-GB");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.setDocumentId(number(title)); // without one the clock decides, and no two files are equal
    }

    private static long number(String title) {
        CRC32 sum = new CRC32();
        sum.update(title.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static void paint(PDDocument document, Figure figure, Size size, Theme theme) throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) (size.width() * POINTS), (float) (size.height() * POINTS)));
        document.addPage(page);
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, (float) size.width(), (float) size.height());
        try {
            g.setFontTextDrawer(fonts(document));
            g.setDrawControl(new Cubics());
            g.setRenderingHint(VectorHint.KEY, true);
            figure.paint(g, size, theme);
        } finally {
            g.dispose();
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.transform(Matrix.getScaleInstance((float) POINTS, (float) POINTS));
            content.drawForm(g.getXFormObject());
        }
    }

    /// Draws words in our font as words; others, as those of formulas, as outlines.
    @SuppressWarnings("resource") // its close() deletes files that it made itself; here it makes none
    private static PdfBoxGraphics2DFontTextDrawer fonts(PDDocument document) {
        PdfBoxGraphics2DFontTextDrawer drawer = new PdfBoxGraphics2DFontTextDrawer();
        Fonts.files().forEach((name, resource) -> drawer.registerFont(name, embedded(document, resource)));
        return drawer;
    }

    private static PDType0Font embedded(PDDocument document, String resource) {
        try (InputStream in = PdfExport.class.getResourceAsStream(resource)) {
            return PDType0Font.load(document, in, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + resource, e);
        }
    }
}
