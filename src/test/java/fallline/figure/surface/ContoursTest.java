package fallline.figure.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.Samples;
import fallline.figure.paint.ColourMap;
import fallline.figure.plot.Window;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContoursTest {
    static Stream<Arguments> functions() {
        DoubleBinaryOperator rosenbrock = Samples::rosenbrock;
        DoubleBinaryOperator himmelblau = (x, y) -> Math.pow(x * x + y - 11, 2) + Math.pow(x + y * y - 7, 2);
        DoubleBinaryOperator ravine = (x, y) -> x * x + 50 * y * y;
        DoubleBinaryOperator waves = (x, y) -> Math.sin(x) * Math.cos(y) + 1.2 + 0.05 * x;
        return Stream.of(
                Arguments.of("Rosenbrock", rosenbrock, Window.of(-2, 2, -1, 3)),
                Arguments.of("Himmelblau", himmelblau, Window.of(-5, 5, -5, 5)),
                Arguments.of("ravine", ravine, Window.of(-3, 3, -3, 3)),
                Arguments.of("waves", waves, Window.of(-4, 4, -4, 4)));
    }

    @DisplayName("a contour's points lie on their level to 1 % of the distance to the next level")
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void pointsLieOnTheirLevel(String name, DoubleBinaryOperator f, Window window) {
        HeightField field = HeightField.sampled(window, 181, 181, f);
        double best = Double.POSITIVE_INFINITY;
        for (double v : field.values()) {
            best = Math.min(best, v);
        }
        SurfaceMap map = new SurfaceMap(field, Levels.logarithmic(field, Math.min(best, 0), false), ColourMap.VIRIDIS);
        double[] depths = map.levels().depths();
        assertThat(depths.length).as(name).isBetween(4, 16);
        double seen = 0;
        for (ContourLine line : map.contours()) {
            double gap = gap(map.levels(), line.level());
            for (int i = 0; i < line.x().length; i++) {
                double miss = Math.abs(f.applyAsDouble(line.x()[i], line.y()[i]) - line.level());
                assertThat(miss)
                        .as("%s level %s at %s, %s", name, line.level(), line.x()[i], line.y()[i])
                        .isLessThanOrEqualTo(0.01 * gap);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    /// The distance from a level to its nearest neighbour.
    private static double gap(Levels levels, double level) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < levels.depths().length; i++) {
            double other = levels.value(i);
            if (other != level) {
                least = Math.min(least, Math.abs(other - level));
            }
        }
        return least;
    }

    @Test
    @DisplayName("the level lines of a bowl are one closed ring each, all around")
    void rings() {
        HeightField field = HeightField.sampled(Window.of(-2, 2, -2, 2), 41, 41, (x, y) -> x * x + y * y);
        List<ContourLine> lines = Contours.of(field, 0.25, 1, 2.25);
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line.closed()).isTrue();
            for (int i = 0; i < line.x().length; i++) {
                assertThat(Math.hypot(line.x()[i], line.y()[i])).isCloseTo(Math.sqrt(line.level()), within(1e-9));
            }
        });
    }

    @Test
    @DisplayName("in a saddle's cell, the saddle's height decides which corners are joined")
    void saddleCell() {
        // corners 1, 0, 0.9, 0.1: the bilinear saddle is at (1·0.9 − 0·0.1)/(1 + 0.9 − 0 − 0.1) = 0.5
        HeightField field = new HeightField(2, 2, Window.of(0, 1, 0, 1), new double[] {1, 0, 0.1, 0.9});
        List<ContourLine> below = Contours.of(field, 0.49);
        List<ContourLine> above = Contours.of(field, 0.51);
        assertThat(below).hasSize(2);
        assertThat(above).hasSize(2);
        // below the saddle the high corners (0,0) and (1,1) are one region: each line cuts off a low corner
        assertThat(below).allSatisfy(line -> assertThat(side(line)).isEqualTo("low corner"));
        assertThat(above).allSatisfy(line -> assertThat(side(line)).isEqualTo("high corner"));
    }

    private static String side(ContourLine line) {
        double x = (line.x()[0] + line.x()[1]) / 2;
        double y = (line.y()[0] + line.y()[1]) / 2;
        return (x > 0.5) == (y > 0.5) ? "high corner" : "low corner";
    }

    @Test
    @DisplayName("no line is drawn through a hole")
    void holes() {
        HeightField field = HeightField.sampled(Window.of(-2, 2, -2, 2), 81, 81, (x, y) -> Math.log(x));
        assertThat(Contours.of(field, -1, 0, 0.5)).hasSize(3).allSatisfy(line -> assertThat(
                        java.util.Arrays.stream(line.x()).min().orElseThrow())
                .isPositive());
    }

    @Test
    @DisplayName("where large values are wanted, depths count from the top and the top is brightest")
    void maximise() {
        HeightField field = HeightField.sampled(Window.of(-2, 2, -2, 2), 81, 81, (x, y) -> 5 - x * x - y * y);
        Levels levels = Levels.logarithmic(field, 5, true);
        assertThat(levels.brightness(5)).isEqualTo(1);
        assertThat(levels.brightness(-3)).isEqualTo(0);
        assertThat(levels.value(0)).isLessThan(5).isGreaterThan(levels.value(1));
    }

    @Test
    @DisplayName("a flat surface, and one without any value, have no levels and do no harm")
    void flat() {
        HeightField flat = HeightField.sampled(Window.of(0, 1, 0, 1), 5, 5, (x, y) -> 3);
        HeightField empty = HeightField.sampled(Window.of(0, 1, 0, 1), 5, 5, (x, y) -> Double.NaN);
        for (HeightField field : List.of(flat, empty)) {
            assertThat(Levels.logarithmic(field, 3, false).depths()).isEmpty();
            assertThat(Levels.even(field, false).depths()).isEmpty();
        }
    }
}
