package fallline.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.paint.Box;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Theme;
import fallline.figure.paint.VectorHint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rows of a data set")
class PointsTest {
    private static final int ROWS = 200_000;
    private static final PlotArea AREA = new PlotArea(
            new Box(10, 10, 300, 200),
            new Scale.Linear(new Span(0, 1), 10, 310),
            new Scale.Linear(new Span(0, 1), 210, 10));

    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] x = random.doubles(ROWS).toArray();
    private final double[] y = random.doubles(ROWS).toArray();

    private static BufferedImage image(boolean vector, Consumer<Painter> work) {
        BufferedImage image = new BufferedImage(320, 220, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        if (vector) {
            g.setRenderingHint(VectorHint.KEY, true);
        }
        Painter.paintOver(g, Theme.LIGHT, work);
        g.dispose();
        return image;
    }

    @Test
    @DisplayName("of a crowd every few pixels show one, and the kinds keep their shares")
    void shares() {
        int[] painted = new int[2];
        image(true, p -> Points.paint(p, AREA, x, y, i -> i % 4 == 0 ? 1 : 0, (_, _, _, kind) -> painted[kind]++));
        assertThat(painted[0] + painted[1]).isBetween(6_000, 7_500);
        assertThat((double) painted[0] / (painted[0] + painted[1])).isCloseTo(0.75, within(0.02));
    }

    @Test
    @DisplayName("of a crowd are put down as pictures where they are, to a pixel")
    void pictures() {
        double[] across = new double[12_000];
        double[] upwards = new double[across.length];
        for (int i = 0; i < across.length; i++) {
            across[i] = i % 2 == 0 ? 0.25 : 0.8;
            upwards[i] = i % 2 == 0 ? 0.5 : 0.3;
        }
        BufferedImage found = image(
                false,
                p -> Points.paint(
                        p,
                        AREA,
                        across,
                        upwards,
                        i -> i % 2,
                        (q, px, py, kind) -> Points.dot(q, px, py, 4, kind == 0 ? Color.RED : Color.BLUE)));
        assertThat(new Color(found.getRGB(85, 110))).isEqualTo(Color.RED);
        assertThat(new Color(found.getRGB(250, 150))).isEqualTo(Color.BLUE);
        assertThat(found.getRGB(85, 116)).isZero();
        assertThat(found.getRGB(91, 110)).isZero();
    }
}
