package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares figures with pictures that a person has looked at, in src/test/resources/figure.
///
/// `mvn test -Dtest=ReferencePictureTest -Dfigures.update=true` writes them anew; look at every one of them
/// before they are committed. What differs is written to target/figure.
class ReferencePictureTest {
    private static final List<String> NAMES = List.of(
            "rosenbrock",
            "regression-map",
            "eight-runs",
            "holed-map",
            "solid-rosenbrock",
            "solid-rosenbrock-linear",
            "solid-rosenbrock-rank",
            "solid-himmelblau",
            "solid-saddle",
            "solid-hole",
            "solid-divergence",
            "map-himmelblau",
            "map-slope",
            "map-softmax",
            "map-sweep",
            "map-verdicts",
            "map-sweep-curve",
            "map-basins",
            "parabola",
            "parabola-diverging",
            "hole",
            "convergence-log",
            "convergence-test",
            "sharpness",
            "left-by-direction",
            "left-by-direction-linear",
            "divergence",
            "reached-zero",
            "along-step",
            "line-fit",
            "logistic-curve",
            "logistic-map",
            "fit-regions",
            "fit-two-classes",
            "fit-class-curves",
            "fit-units",
            "fit-plane",
            "fit-surface",
            "fit-curved-border",
            "fit-curved-surface",
            "fit-logistic-bent",
            "fit-test-rows",
            "fit-network",
            "fit-network-large",
            "step",
            "step-chain");

    static Stream<Arguments> pictures() {
        return Stream.concat(
                NAMES.stream().flatMap(name -> Stream.of(Arguments.of(name, "light"), Arguments.of(name, "dark"))),
                Stream.of(
                        Arguments.of("dashboard", "light"),
                        Arguments.of("dashboard", "dark"),
                        Arguments.of("sheet", "light"),
                        Arguments.of("dashboard", "high-contrast"),
                        Arguments.of("eight-runs", "high-contrast"),
                        Arguments.of("solid-himmelblau", "high-contrast")));
    }

    @DisplayName("looks as it did when a person last looked at it")
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pictures")
    void looksTheSame(String name, String theme) throws IOException {
        Size size = name.equals("dashboard")
                ? new Size(1200, 800)
                : name.startsWith("solid") || name.startsWith("map-") || name.startsWith("fit-")
                        ? new Size(640, 460)
                        : new Size(480, 330);
        BufferedImage now = painted(
                Objects.requireNonNull(Samples.all().get(name)),
                size,
                Theme.all().stream()
                        .filter(one -> one.name().equals(theme))
                        .findFirst()
                        .orElseThrow(),
                1);
        String file = name + "-" + theme + ".png";
        if (Boolean.getBoolean("figures.update")) {
            Path target = Path.of("src/test/resources/figure", file);
            Files.createDirectories(target.getParent());
            ImageIO.write(now, "png", target.toFile());
            return;
        }
        try (InputStream in = ReferencePictureTest.class.getResourceAsStream("/figure/" + file)) {
            if (in == null) {
                fail("there is no reference picture " + file + ": make it with -Dfigures.update=true and look at it");
            }
            PictureDifference difference = PictureDifference.between(ImageIO.read(in), now);
            if (!difference.unnoticeable()) {
                Path target = Path.of("target/figure", file);
                Files.createDirectories(target.getParent());
                ImageIO.write(now, "png", target.toFile());
            }
            assertThat(difference.unnoticeable())
                    .as("%s: %s; see target/figure/%s", file, difference, file)
                    .isTrue();
        }
    }

    static BufferedImage painted(Figure figure, Size size, Theme theme, double scale) {
        BufferedImage image = new BufferedImage(
                (int) (size.width() * scale), (int) (size.height() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        figure.paint(g, size, theme);
        g.dispose();
        return image;
    }

    @Test
    @DisplayName(
            "the comparison sees a moved marker, a changed colour and a missing word, and forgives a shade of antialiasing")
    void comparisonCanFail() {
        Size size = new Size(480, 330);
        BufferedImage one = painted(Samples.parabola(0.1, 3), size, Theme.LIGHT, 1);
        assertThat(PictureDifference.between(one, painted(Samples.parabola(0.1, 4), size, Theme.LIGHT, 1))
                        .unnoticeable())
                .isFalse();
        assertThat(PictureDifference.between(one, painted(Samples.parabola(0.1, 3), size, Theme.DARK, 1))
                        .unnoticeable())
                .isFalse();
        BufferedImage erased = painted(Samples.parabola(0.1, 3), size, Theme.LIGHT, 1);
        Graphics2D g = erased.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(220, 312, 80, 18);
        g.dispose();
        assertThat(PictureDifference.between(one, erased).unnoticeable()).isFalse();
        BufferedImage shaded = new BufferedImage(480, 330, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 330; y++) {
            for (int x = 0; x < 480; x++) {
                shaded.setRGB(x, y, one.getRGB(x, y) & 0xfefefe);
            }
        }
        assertThat(PictureDifference.between(one, shaded).unnoticeable()).isTrue();
    }

    @Test
    @DisplayName("a figure paints the same picture every time, and leaves the graphics context as it was")
    void repeatsItself() {
        Size size = new Size(480, 330);
        for (Figure figure : Samples.all().values()) {
            BufferedImage image = new BufferedImage(480, 330, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(Color.MAGENTA);
            AffineTransform before = g.getTransform();
            figure.paint(g, size, Theme.LIGHT);
            assertThat(g.getTransform()).isEqualTo(before);
            assertThat(g.getColor()).isEqualTo(Color.MAGENTA);
            assertThat(g.getClip()).isNull();
            g.dispose();
            assertThat(pixels(painted(figure, size, Theme.LIGHT, 1))).isEqualTo(pixels(image));
        }
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
