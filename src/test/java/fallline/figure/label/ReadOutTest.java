package fallline.figure.label;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Box;
import fallline.figure.plot.Axis;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOutTest {
    private static final Box PLOT = new Box(40, 10, 600, 400);
    private static final PlotArea AREA = new PlotArea(
            PLOT,
            Axis.linear("x", new Span(0, 600)).scale(PLOT.x(), PLOT.right()),
            Axis.linear("y", new Span(0, 400)).scale(PLOT.bottom(), PLOT.y()));
    /// The note in the lower right corner, and a legend in the lower left.
    private static final List<Box> PLATES = List.of(new Box(340, 384, 294, 20), new Box(50, 340, 90, 60));

    private static ReadOut words(Optional<Point2D> at) {
        return new ReadOut("Adam, step 64", List.of("x −1.188   y 1.461", "J 5.026   ‖∇J‖ 21.17"), at);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 60, 110, 160, 300, 420, 480, 530, 590})
    @DisplayName("the box beside a pointer covers neither the note, nor a legend, nor what it is about")
    void besidePointer(double x) {
        for (double y = 5; y < 400; y += 15) {
            Box box = words(Optional.of(new Point2D.Double(x, y)))
                    .place(AREA, List.of(), List.of(), PLATES, List.of())
                    .orElseThrow();
            assertThat(PLOT.contains(box)).as(box.toString()).isTrue();
            assertThat(PLATES).as("at " + x + ", " + y).noneMatch(box::overlaps);
            assertThat(box.grown(-1).contains(AREA.px(x), AREA.py(y))).isFalse();
        }
    }

    @Test
    @DisplayName("the box in a corner covers no other words, even where it would hide less of the paths")
    void corner() {
        Landmark best = new Landmark(580, 380, "");
        Landmark start = new Landmark(20, 380, "");
        Landmark middle = new Landmark(300, 380, "");
        Box box = words(Optional.empty())
                .place(AREA, List.of(best, start, middle), List.of(), PLATES, List.of())
                .orElseThrow();
        assertThat(PLATES).noneMatch(box::overlaps);
        assertThat(box.bottom()).isGreaterThan(340);
    }
}
