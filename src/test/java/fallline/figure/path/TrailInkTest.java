package fallline.figure.path;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Box;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.PixelPath;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Scale;
import fallline.figure.plot.Span;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept of a long path")
class TrailInkTest {
    private static final int STEPS = 8000;
    private static final PlotArea AREA = new PlotArea(
            new Box(0, 0, 600, 400),
            new Scale.Linear(new Span(-1, 1), 0, 600),
            new Scale.Linear(new Span(-1, 1), 400, 0));

    /// A spiral whose turns are some pixels apart.
    private static Trail spiral() {
        double[] x = new double[STEPS];
        double[] y = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double radius = 0.95 * i / STEPS;
            x[i] = radius * Math.cos(i / 100.0);
            y[i] = radius * Math.sin(i / 100.0);
        }
        return new Trail("spiral", RunStyle.of(0), x, y, STEPS, false);
    }

    @Test
    @DisplayName("shows the path to the playhead and no farther, whichever way the playhead went before")
    void anyOrder() {
        Trail trail = spiral();
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 12; round++) {
            int head = random.nextInt(1, STEPS);
            List<Line2D> lines = lines(trail.ink().of(trail, head, AREA).done());
            for (int i = 0; i <= head; i += 13) {
                assertThat(distance(lines, trail, i))
                        .as("step %d of %d", i, head)
                        .isLessThan(1);
            }
            assertThat(distance(lines, trail, head)).isLessThan(1e-6);
            if (head + 60 < STEPS) {
                assertThat(distance(lines, trail, head + 60)).isGreaterThan(3);
            }
        }
    }

    @Test
    @DisplayName("is made anew for another plot, and whole to the end")
    void anotherPlot() {
        Trail trail = spiral();
        trail.ink().of(trail, 5000, AREA);
        PlotArea wide = new PlotArea(new Box(0, 0, 1200, 400), new Scale.Linear(new Span(-1, 1), 0, 1200), AREA.y());
        TrailInk.Drawn ink = trail.ink().of(trail, 5000, wide);
        double farthest = ink.whole().path().getBounds2D().getMaxX();
        assertThat(farthest).isGreaterThan(1000);
        assertThat(ink.done().path().getBounds2D().getMaxX())
                .isLessThan(farthest)
                .isGreaterThan(900);
    }

    private static List<Line2D> lines(PixelPath.Drawn drawn) {
        List<Line2D> lines = new ArrayList<>();
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = drawn.path().getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
                lines.add(new Line2D.Double(x, y, at[0], at[1]));
            }
            x = at[0];
            y = at[1];
        }
        return lines;
    }

    private static double distance(List<Line2D> lines, Trail trail, int step) {
        double x = AREA.px(trail.x()[step]);
        double y = AREA.py(trail.y()[step]);
        return lines.stream().mapToDouble(line -> line.ptSegDist(x, y)).min().orElse(Double.POSITIVE_INFINITY);
    }
}
