package fallline.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Box;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line through many points")
class PixelPathTest {
    private static final PlotArea AREA = new PlotArea(
            new Box(0, 0, 600, 400),
            new Scale.Linear(new Span(0, 600), 0, 600),
            new Scale.Linear(new Span(0, 400), 400, 0));

    @ParameterizedTest(name = "step length {0}")
    @ValueSource(doubles = {0.05, 0.4, 3, 40})
    @DisplayName("passes every point within half a pixel, however points are left out")
    void passesEveryPoint(double step) {
        SplittableRandom random = new SplittableRandom(7);
        int n = 3000;
        double[] x = new double[n];
        double[] y = new double[n];
        x[0] = 300;
        y[0] = 200;
        double heading = 0;
        for (int i = 1; i < n; i++) {
            heading += random.nextDouble(-0.6, 0.6) + (random.nextInt(50) == 0 ? Math.PI : 0);
            x[i] = Math.clamp(x[i - 1] + step * Math.cos(heading), 1, 599);
            y[i] = Math.clamp(y[i - 1] + step * Math.sin(heading), 1, 399);
        }
        List<Point2D> corners = corners(PixelPath.of(x, y, 0, n - 1, AREA));
        for (int i = 0; i < n; i++) {
            assertThat(distance(corners, AREA.px(x[i]), AREA.py(y[i])))
                    .as("point %d", i)
                    .isLessThan(0.5);
        }
    }

    @Test
    @DisplayName("takes few corners where the curve is smooth")
    void fewCorners() {
        int n = 5000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i * 600.0 / n;
            y[i] = 200 + 150 * Math.sin(x[i] / 60);
        }
        assertThat(corners(PixelPath.of(x, y, 0, n - 1, AREA))).hasSizeBetween(20, 400);
    }

    @Test
    @DisplayName("does not lose the way back when points run to and fro on one straight line")
    void toAndFro() {
        double[] x = {100, 200, 150, 400, 90};
        double[] y = {50, 50, 50, 50, 50};
        assertThat(corners(PixelPath.of(x, y, 0, 4, AREA)))
                .extracting(Point2D::getX)
                .containsExactly(100.0, 200.0, 150.0, 400.0, 90.0);
    }

    @Test
    @DisplayName("shows a point between others that lies far outside the plot")
    void farOutside() {
        double[] x = {100, 1e9, 101};
        double[] y = {50, 50, 51};
        assertThat(corners(PixelPath.of(x, y, 0, 2, AREA)))
                .extracting(Point2D::getX)
                .anyMatch(px -> px > 600);
    }

    private static List<Point2D> corners(PixelPath.Drawn drawn) {
        List<Point2D> corners = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator i = drawn.path().getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(at);
            corners.add(new Point2D.Double(at[0], at[1]));
        }
        return corners;
    }

    private static double distance(List<Point2D> corners, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < corners.size(); i++) {
            Point2D a = corners.get(i - 1);
            Point2D b = corners.get(i);
            least = Math.min(least, Line2D.ptSegDist(a.getX(), a.getY(), b.getX(), b.getY(), x, y));
        }
        return least;
    }
}
