package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.figure.PictureDifference;
import fallline.figure.Samples;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfExportTest {
    private static final Size SIZE = new Size(480, 330);
    private static final float DOTS = 96;

    private final Path folder;

    PdfExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Figure sample(String name) {
        return Objects.requireNonNull(Samples.all().get(name));
    }

    private static PDDocument document(String name, Size size, Theme theme) throws IOException {
        return Loader.loadPDF(PdfExport.bytes(sample(name), size, theme, "J(w) = w²"));
    }

    @DisplayName("a PDF shows what the PNG shows, with colour maps alone as images and our font embedded")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosenbrock",
                "eight-runs",
                "holed-map",
                "solid-hole",
                "fit-two-classes",
                "fit-network",
                "convergence-linear",
                "divergence",
                "line-fit-several",
                "step",
                "message",
                "dashboard"
            })
    void showsTheSame(String name) throws IOException {
        Size size = name.equals("dashboard") ? new Size(1200, 800) : SIZE;
        try (PDDocument pdf = document(name, size, Theme.LIGHT)) {
            List<PDImageXObject> images = new ArrayList<>();
            List<PDFont> fonts = new ArrayList<>();
            collect(pdf.getPage(0).getResources(), images, fonts);
            boolean mapped = name.matches("rosenbrock|eight-runs|holed-map|solid-hole|fit-two-classes|dashboard");
            assertThat(images).hasSize(mapped ? 1 : 0);
            assertThat(fonts).allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Inter.*");
            });
            BufferedImage png = halved(Picture.of(sample(name), size, Theme.LIGHT, 2));
            BufferedImage seen = halved(new PDFRenderer(pdf).renderImageWithDPI(0, 2 * DOTS, ImageType.RGB));
            PictureDifference difference = PictureDifference.between(png, seen);
            assertThat(difference.sameSize()).isTrue();
            // another rasteriser draws hairlines a little stronger
            assertThat(difference.seen()).as(difference.toString()).isLessThan(0.026);
            assertThat(difference.strong()).as(difference.toString()).isLessThan(40);
        }
    }

    /// The mean of each four pixels.
    private static BufferedImage halved(BufferedImage image) {
        BufferedImage half = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < half.getHeight(); y++) {
            for (int x = 0; x < half.getWidth(); x++) {
                int rgb = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int sum = 0;
                    for (int i = 0; i < 4; i++) {
                        sum += (image.getRGB(2 * x + i % 2, 2 * y + i / 2) >> shift) & 0xff;
                    }
                    rgb |= ((sum + 2) / 4) << shift;
                }
                half.setRGB(x, y, rgb);
            }
        }
        return half;
    }

    private static void collect(PDResources resources, List<PDImageXObject> images, List<PDFont> fonts)
            throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form) {
                collect(form.getResources(), images, fonts);
            } else if (object instanceof PDImageXObject image) {
                images.add(image);
            }
        }
    }

    @Test
    @DisplayName("words and numbers can be searched and copied, with real minus signs and signs of mathematics")
    void words() throws IOException {
        try (PDDocument pdf = document("rosenbrock", SIZE, Theme.DARK)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text.lines()).contains("−2 0 2", "x", "y", "Adam, step 64", "J 5.026   ‖∇J‖ 21.17");
            assertThat(text).contains("x −1.188   y 1.461", "minimum (1, 1)", "Gradient descent", "drag the start");
        }
    }

    @Test
    @DisplayName("a page is as large as its picture at 96 dots an inch, and says its title")
    void page() throws IOException {
        try (PDDocument pdf = document("parabola", SIZE, Theme.LIGHT)) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(360);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(247.5f);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("J(w) = w²");
        }
    }

    @Test
    @DisplayName("equal figures give equal files, in a Turkish locale too")
    void deterministic() {
        Locale before = Locale.getDefault();
        try {
            byte[] one = PdfExport.bytes(sample("rosenbrock"), SIZE, Theme.LIGHT, "J");
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(PdfExport.bytes(Samples.rosenbrockMap(), SIZE, Theme.LIGHT, "J"))
                    .isEqualTo(one);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("a file is written whole, and a missing folder is said in one sentence")
    void files() throws IOException {
        Path file = folder.resolve("picture.pdf");
        PdfExport.write(sample("message"), SIZE, Theme.LIGHT, "J", file);
        assertThat(Files.readAllBytes(file)).isEqualTo(PdfExport.bytes(sample("message"), SIZE, Theme.LIGHT, "J"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        Path missing = folder.resolve("no/such/picture.pdf");
        assertThatThrownBy(() -> PdfExport.write(sample("message"), SIZE, Theme.LIGHT, "J", missing))
                .isInstanceOf(ExportException.class)
                .hasMessage("There is no folder " + missing.getParent() + ": create it, or choose another one.");
    }
}
