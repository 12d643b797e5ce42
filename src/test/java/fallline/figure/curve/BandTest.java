package fallline.figure.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.RecordingGraphics;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The band of repeats")
class BandTest {
    private static final Size SIZE = new Size(600, 400);
    private static final double LOST = Double.POSITIVE_INFINITY;

    private static Band band(double[] lower, double[] median, double[] upper) {
        return new Band(
                new int[] {0, 5, 10},
                new double[] {0, 5, 10},
                lower,
                median,
                upper,
                "SGD, 20 seeds",
                List.of("SGD, 20 seeds (batches): hovering 20 of 20", "double line: median"));
    }

    private static final Band PLAIN = band(new double[] {8, 2, 0.5}, new double[] {8, 3, 1}, new double[] {8, 4, 2});

    private static ConvergenceFigure figure(boolean logarithmic, Band band) {
        double[] own = new double[11];
        for (int k = 0; k <= 10; k++) {
            own[k] = 8 - 0.7 * k;
        }
        Series series = new Series("SGD", RunStyle.of(0), own, 11, false, List.of()).with(Optional.of(band));
        return new ConvergenceFigure(
                "J",
                logarithmic,
                ConvergenceFigure.steps(new Span(0, 10)),
                Optional.empty(),
                List.of(series),
                0,
                10,
                Optional.empty(),
                "");
    }

    private static List<double[]> corners(Path2D path) {
        List<double[]> corners = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) != PathIterator.SEG_CLOSE) {
                corners.add(new double[] {at[0], at[1]});
            }
        }
        return corners;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("goes along the upper quartile and back along the lower one, its line along the median")
    void shape(boolean logarithmic) {
        PlotArea area = figure(logarithmic, PLAIN).plot(SIZE);
        double[][] expected = {{0, 8}, {5, 4}, {10, 2}, {10, 0.5}, {5, 2}, {0, 8}};
        List<double[]> outline = corners(PLAIN.outline(area));
        assertThat(outline).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(outline.get(i)[0]).isCloseTo(area.px(expected[i][0]), within(1e-9));
            assertThat(outline.get(i)[1]).isCloseTo(area.py(expected[i][1]), within(1e-9));
        }
        List<double[]> line = corners(PLAIN.line(area));
        assertThat(line.get(2)[1]).isCloseTo(area.py(1), within(1e-9));
    }

    @Test
    @DisplayName("is within the plot, filled, and explained in words")
    void painted() {
        ConvergenceFigure figure = figure(true, PLAIN);
        assertThat(figure.plot(SIZE).window().y().lo()).isLessThanOrEqualTo(0.5);
        RecordingGraphics painted = RecordingGraphics.of(figure, SIZE, Theme.LIGHT);
        assertThat(painted.texts)
                .extracting(RecordingGraphics.Text::words)
                .contains("SGD, 20 seeds (batches): hovering 20 of 20", "double line: median");
        PlotArea area = figure.plot(SIZE);
        double x = area.px(7.5);
        double y = area.py(1.5);
        assertThat(painted.inks)
                .anyMatch(ink -> ink.filled()
                        && ink.colour().getAlpha() < 80
                        && ink.shape().contains(x, y)
                        && !ink.shape().contains(x, area.py(7)));
    }

    @Test
    @DisplayName("leaves the plot where repeats diverged, and its median ends there")
    void diverged() {
        Band band = band(new double[] {8, 2, 1}, new double[] {8, 3, LOST}, new double[] {8, 9, LOST});
        PlotArea area = figure(false, band).plot(SIZE);
        assertThat(area.window().y().hi()).isLessThan(20);
        assertThat(corners(band.outline(area)).get(2)[1]).isLessThan(area.box().y());
        assertThat(corners(band.line(area))).hasSize(2);
    }

    @Test
    @DisplayName("is in the table beside its run: at the steps at which it is known")
    void table() {
        CurveTable table = figure(true, PLAIN).table();
        assertThat(table.columns())
                .extracting(CurveTable.Column::name)
                .containsExactly(
                        "step",
                        "SGD",
                        "SGD, 20 seeds: lower quartile",
                        "SGD, 20 seeds: median",
                        "SGD, 20 seeds: upper quartile");
        assertThat(table.cell(5, 2)).isEqualTo(2);
        assertThat(table.cell(5, 3)).isEqualTo(3);
        assertThat(table.cell(5, 4)).isEqualTo(4);
        assertThat(table.cell(6, 3)).isNaN();
    }

    @Test
    @DisplayName("epochs have fractions: steps within one have places of their own, for the pointer and the playhead")
    void epochs() {
        double[] places = {0, 0.25, 0.5, 0.75, 1, 1.25};
        Series series = new Series(
                "SGD", RunStyle.of(0), new double[] {6, 2, 5, 1, 4, 3}, Optional.of(places), 6, false, List.of());
        ConvergenceFigure figure = new ConvergenceFigure(
                "J",
                false,
                ConvergenceFigure.epochs(new Span(0, 1.25)),
                Optional.empty(),
                List.of(series),
                0,
                3,
                Optional.empty(),
                "");
        PlotArea area = figure.plot(SIZE);
        for (int step = 0; step < 6; step++) {
            assertThat(figure.stepAt(SIZE, area.px(places[step]))).isEqualTo(step);
        }
        assertThat(figure.table().columns().get(1).name()).isEqualTo("SGD: epochs");
        assertThat(figure.table().cell(3, 1)).isEqualTo(0.75);
        assertThat(corners(SeriesPath.of(series, 0, 5, area).path())).hasSize(6);
    }
}
