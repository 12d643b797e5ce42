package fallline.figure.path;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.figure.paint.Box;
import fallline.figure.plot.Axis;
import fallline.figure.plot.PlotArea;
import fallline.figure.plot.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrowTest {
    private static final PlotArea AREA = new PlotArea(
            new Box(0, 0, 400, 400),
            Axis.linear("x", new Span(-2, 2)).scale(0, 400),
            Axis.linear("y", new Span(-2, 2)).scale(400, 0));

    /// On x² + y², of which the middle half of the window spans about 2.
    private static double length(double slope) {
        return new Arrow(0, 0, -slope, 0, "−∇J")
                .placed(AREA, 2)
                .map(at -> Math.hypot(at.x1() - at.x0(), at.y1() - at.y0()))
                .orElse(0.0);
    }

    @Test
    @DisplayName("a gradient of 4e-15 at a minimum has no arrow, and a real one has its full length")
    void converged() {
        assertThat(length(4e-15)).isZero();
        assertThat(length(1e-10)).isZero();
        assertThat(length(2)).isEqualTo(90);
        assertThat(length(1e-3)).isGreaterThanOrEqualTo(33.9);
    }

    @Test
    @DisplayName("the arrow grows with the gradient and does not jump into its length")
    void grows() {
        double before = 0;
        for (double exponent = -12; exponent < 2; exponent += 0.05) {
            double now = length(Math.pow(10, exponent));
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-9);
            assertThat(now - before).isLessThan(12);
            before = now;
        }
    }

    @Test
    @DisplayName("where nothing is known of the surface, or it is flat, the arrow is as long as ever")
    void unknown() {
        Arrow arrow = new Arrow(0, 0, 1e-3, 0, "");
        assertThat(arrow.placed(AREA, Double.NaN)).isPresent();
        assertThat(arrow.placed(AREA, 0)).isPresent();
    }
}
