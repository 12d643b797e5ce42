package fallline.app.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.view.ViewState.Bounds;
import fallline.figure.paint.Box;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LensTest {
    private static final Box BOX = new Box(40, 10, 400, 200);

    @RepeatedTest(20)
    @DisplayName("what lies under the pointer stays there while zooming")
    void zoom(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
        double left = random.nextDouble(-10, 10);
        double bottom = random.nextDouble(-10, 10);
        Bounds bounds =
                new Bounds(left, left + random.nextDouble(0.1, 20), bottom, bottom + random.nextDouble(0.1, 20));
        double px = random.nextDouble(40, 440);
        double py = random.nextDouble(10, 210);
        double factor = random.nextDouble(0.2, 5);
        Bounds zoomed = Lens.zoomed(bounds, BOX, px, py, factor).orElseThrow();
        assertThat(x(zoomed, px)).isEqualTo(x(bounds, px), within(1e-9));
        assertThat(y(zoomed, py)).isEqualTo(y(bounds, py), within(1e-9));
        assertThat(zoomed.right() - zoomed.left()).isEqualTo(factor * (bounds.right() - bounds.left()), within(1e-9));
    }

    private static double x(Bounds bounds, double px) {
        return bounds.left() + (px - 40) / 400 * (bounds.right() - bounds.left());
    }

    private static double y(Bounds bounds, double py) {
        return bounds.top() - (py - 10) / 200 * (bounds.top() - bounds.bottom());
    }

    @Test
    @DisplayName("data follow the pointer while panning")
    void pan() {
        Bounds moved = Lens.moved(new Bounds(0, 4, 0, 2), BOX, 100, 50).orElseThrow();
        assertThat(moved).isEqualTo(new Bounds(-1, 3, 0.5, 2.5));
    }

    @Test
    @DisplayName("nothing is zoomed beyond what can be drawn")
    void limits() {
        Bounds bounds = new Bounds(1, 2, 1, 2);
        for (int i = 0; i < 10_000; i++) {
            bounds = Lens.zoomed(bounds, BOX, 100, 100, 0.5).orElse(bounds);
        }
        assertThat(bounds.right() - bounds.left()).isGreaterThan(1e-10);
        for (int i = 0; i < 10_000; i++) {
            bounds = Lens.zoomed(bounds, BOX, 100, 100, 2).orElse(bounds);
        }
        assertThat(bounds.right() - bounds.left()).isBetween(1e150, 1e201);
    }
}
