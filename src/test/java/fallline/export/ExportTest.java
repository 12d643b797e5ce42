package fallline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.figure.PictureDifference;
import fallline.figure.Samples;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ExportTest {
    private static final Size SIZE = new Size(480, 330);

    private final Path folder;

    ExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Figure sample(String name) {
        return Objects.requireNonNull(Samples.all().get(name));
    }

    @DisplayName("a PNG has its size times its scale in pixels, and nothing is left beside it")
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 4})
    void pngSize(double scale) throws IOException {
        Path file = folder.resolve("picture.png");
        PngExport.write(sample("parabola"), SIZE, Theme.LIGHT, scale, file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) Math.round(480 * scale));
        assertThat(image.getHeight()).isEqualTo((int) Math.round(330 * scale));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("the picture for the clipboard is the exported one")
    void clipboard() throws IOException {
        Path file = folder.resolve("picture.png");
        PngExport.write(sample("divergence"), SIZE, Theme.DARK, 2, file);
        BufferedImage read = ImageIO.read(file.toFile());
        BufferedImage picture = Raster.of(sample("divergence"), SIZE, Theme.DARK, 2);
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                assertThat(read.getRGB(x, y)).isEqualTo(picture.getRGB(x, y));
            }
        }
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<String> names() {
        return Samples.all().keySet().stream();
    }

    @DisplayName("an SVG is well-formed, of vectors only but for colour maps, and shows what the PNG shows")
    @ParameterizedTest
    @MethodSource("names")
    void svgShowsTheSame(String name) throws Exception {
        Size size = name.equals("dashboard") ? new Size(1200, 800) : SIZE;
        String text = SvgExport.text(sample(name), size, Theme.LIGHT, "A <title> & more");
        Document svg = parsed(text);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A <title> & more");
        assertThat(svg.getElementsByTagName("path").getLength()).isPositive();
        assertThat(svg.getElementsByTagName("text").getLength()).isZero();
        boolean mapped = name.matches(
                "rosenbrock|regression-map|eight-runs|holed-map|logistic-map|dashboard"
                        + "|(map|solid)-.*|fit-regions|fit-two-classes|fit-plane|fit-surface|fit-curved-border|fit-curved-surface");
        // basins hide the map below them
        int images = mapped ? 1 : 0;
        assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(images);
        BufferedImage png = Raster.of(sample(name), size, Theme.LIGHT, 1);
        BufferedImage seen = SvgPainter.painted(svg, png.getWidth(), png.getHeight());
        PictureDifference difference = PictureDifference.between(png, seen);
        assertThat(difference.sameSize()).isTrue();
        // a page of small words has many soft edges; hatching and the cells of basins are finer in an SVG than a pixel
        boolean hatched = name.matches("map-sweep|map-verdicts");
        boolean fine = name.equals("step-chain") || hatched;
        double most = name.equals("map-basins") ? 0.045 : fine ? 0.035 : 0.02;
        assertThat(difference.seen()).as(difference.toString()).isLessThan(most);
        // where a path goes behind a solid is known to a pixel of its raster, which is finer in an SVG
        boolean solid = name.startsWith("solid-");
        assertThat(difference.strong()).as(difference.toString()).isLessThan(solid || hatched ? 80 : 60);
    }

    @Test
    @DisplayName("equal figures give equal files, in a Turkish locale too")
    void deterministic() {
        Locale before = Locale.getDefault();
        try {
            String one = SvgExport.text(sample("rosenbrock"), SIZE, Theme.LIGHT, "J");
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(SvgExport.text(Samples.rosenbrockMap(), SIZE, Theme.LIGHT, "J"))
                    .isEqualTo(one);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName(
            "a folder in the file's place, a missing folder and a read-only file are said in one sentence, and nothing is lost")
    void failures() throws IOException {
        assertThatThrownBy(() -> PngExport.write(sample("message"), SIZE, Theme.LIGHT, 1, folder))
                .isInstanceOf(ExportException.class)
                .hasMessage(folder + " is a folder: choose a file name in it.");
        Path missing = folder.resolve("no/such/picture.svg");
        assertThatThrownBy(() -> SvgExport.write(sample("message"), SIZE, Theme.LIGHT, "J", missing))
                .isInstanceOf(ExportException.class)
                .hasMessage("There is no folder " + missing.getParent() + ": create it, or choose another one.");
        Path file = folder.resolve("file");
        Files.writeString(file, "kept");
        assertThatThrownBy(() -> PngExport.write(sample("message"), SIZE, Theme.LIGHT, 1, file.resolve("picture.png")))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("There is no folder");
        assertThat(Files.readString(file)).isEqualTo("kept");
    }

    @Test
    @DisplayName("a picture too large to hold is refused with its size")
    void tooLarge() {
        assertThatThrownBy(() -> Raster.of(sample("message"), new Size(9000, 9000), Theme.LIGHT, 4))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "A picture of 36\u202f000 × 36\u202f000 pixels is too large: choose a smaller size or scale.");
    }
}
