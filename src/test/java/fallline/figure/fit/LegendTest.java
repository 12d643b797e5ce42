package fallline.figure.fit;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.label.Caption;
import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import fallline.figure.plot.Window;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No words stand on a row of the data.
class LegendTest {
    private static final List<Size> SIZES =
            List.of(new Size(220, 170), new Size(300, 210), new Size(480, 330), new Size(640, 460), new Size(900, 260));
    private static final List<List<String>> NAMES = List.of(
            List.of("0", "1"),
            List.of("Iris-setosa", "Iris-versicolor", "Iris-virginica"),
            List.of("a class with a name that is much too long for any legend", "b"),
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"));

    /// The lowest line of pixels that was painted.
    private static int lowest(Size size, Consumer<Painter> paint) {
        BufferedImage image = new BufferedImage((int) size.width(), (int) size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.MAGENTA);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        Painter.paintOver(g, Theme.LIGHT, paint);
        g.dispose();
        int lowest = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) != 0xff00ff) {
                    lowest = y;
                    assertThat(x).as("cut off at the right edge").isLessThan(image.getWidth() - 1);
                }
            }
        }
        return lowest;
    }

    @Test
    @DisplayName("the classes are named above the plot, for every number of them and every size")
    void classes() {
        for (List<String> names : NAMES) {
            for (Size size : SIZES) {
                ClassLegend legend = new ClassLegend(names, true, "2 other features at their means");
                ClassRegionsFigure figure = regions(names, new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1});
                Box plot = figure.plot(size).box();
                int lowest = lowest(size, p -> legend.paint(p, size, plot));
                assertThat(lowest).as(names + " at " + size).isLessThan((int) plot.y());
                if (size.height() >= 330 && names.size() <= 3) {
                    assertThat(lowest).as("it is there").isPositive();
                }
            }
        }
    }

    private static ClassRegionsFigure regions(List<String> names, double[] x, double[] y) {
        int[] classes = new int[x.length];
        Arrays.setAll(classes, i -> i % 2);
        return new ClassRegionsFigure(
                "x1",
                "x2",
                x,
                y,
                classes,
                names,
                new boolean[x.length],
                Window.of(-0.06, 1.06, -0.06, 1.06),
                List.of(),
                -1,
                List.of(),
                List.of(),
                new int[0],
                "2 other features at their means");
    }

    @Test
    @DisplayName("the plot of classes does not move when a row is dragged or taken for another class")
    void steady() {
        for (Size size : SIZES) {
            PlotArea one = regions(NAMES.get(1), new double[] {0, 1}, new double[] {0, 1})
                    .plot(size);
            PlotArea other = regions(NAMES.get(1), new double[] {0.5, 0.1}, new double[] {0.9, 1})
                    .plot(size);
            assertThat(other).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 20, 60, 200, 1000, 5000})
    @DisplayName("the equation of a line stands on no row: in the plot, or above it where rows are everywhere")
    void captions(int count) {
        Random random = new Random(count);
        int inside = 0;
        for (int round = 0; round < 12; round++) {
            double[] x = random.doubles(count).toArray();
            double slope = 2 * random.nextDouble() - 1;
            double noise = 2 * random.nextDouble();
            double[] y = Arrays.stream(x)
                    .map(value -> slope * value + noise * random.nextGaussian())
                    .toArray();
            FitFrame frame = new FitFrame(
                    "x",
                    "y",
                    LineFitFigure.around(x, y),
                    List.of("Run"),
                    x,
                    y,
                    Optional.of(
                            new Caption("ŷ = 4.02 + 2.95 x", List.of("dashed: least squares", "mean square 0.2104"))));
            for (Size size : SIZES) {
                PlotArea area = frame.axes(size).area();
                Optional<Box> box = frame.captionBox(area);
                if (box.isPresent()) {
                    inside++;
                    assertThat(area.box().contains(box.get())).isTrue();
                    for (int i = 0; i < count; i++) {
                        assertThat(box.get().grown(2).contains(area.px(x[i]), area.py(y[i])))
                                .as("row %d of %d at %s", i, count, size)
                                .isFalse();
                    }
                } else {
                    int lowest = lowest(size, p -> frame.paintCaption(p, area));
                    assertThat(lowest).isLessThan((int) area.box().y());
                }
            }
        }
        assertThat(inside).as("few rows leave a place").isGreaterThan(count <= 20 ? 20 : -1);
    }

    @Test
    @DisplayName("rows of a logistic curve differ by class in colour and in shape")
    void logistic() {
        double[] x = {1, 2, 3, 4};
        LogisticCurveFigure figure = new LogisticCurveFigure(
                "hours",
                "passed",
                x,
                new double[] {0, 0, 1, 1},
                new Span(0, 5),
                List.of(),
                -1,
                List.of(),
                Optional.empty(),
                new int[0]);
        Size size = new Size(480, 330);
        for (Theme theme : Theme.all()) {
            BufferedImage image = new BufferedImage(480, 330, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            figure.paint(g, size, theme);
            g.dispose();
            PlotArea area = figure.plot(size);
            Color zero = new Color(image.getRGB((int) area.px(1), (int) area.py(0)));
            Color one = new Color(image.getRGB((int) area.px(3), (int) area.py(1)));
            assertThat(zero).isEqualTo(ClassStyle.colour(0, theme)).isNotEqualTo(one);
            assertThat(one).isEqualTo(ClassStyle.colour(1, theme));
        }
        assertThat(ClassStyle.shape(0, 0, 0, 4).contains(3.2, 3.2)).isFalse();
        assertThat(ClassStyle.shape(1, 0, 0, 4).contains(3.2, 3.2)).isTrue();
    }
}
