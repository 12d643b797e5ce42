package fallline.app.convergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.plot.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeenStepsTest {
    private final SeenSteps steps = new SeenSteps();

    @Test
    @DisplayName("the step under the pointer stays where it is while the wheel turns")
    void about() {
        steps.zoom(200, 0.3, 100);
        Span seen = steps.seen(100).orElseThrow();
        assertThat((30 - seen.lo()) / seen.length()).isEqualTo(0.3, within(1e-12));
        assertThat(seen.length()).isEqualTo(100 * Math.pow(1.0025, -200), within(1e-9));
        double place = seen.lo() + 0.8 * seen.length();
        steps.zoom(200, 0.8, 100);
        Span nearer = steps.seen(100).orElseThrow();
        assertThat((place - nearer.lo()) / nearer.length()).isEqualTo(0.8, within(1e-12));
    }

    @Test
    @DisplayName("no step before the first or after the last is shown, and never fewer than four")
    void limits() {
        for (int i = 0; i < 100; i++) {
            steps.zoom(200, 1, 100);
        }
        assertThat(steps.seen(100)).contains(new Span(96, 100));
        steps.zoom(-200, 1, 100);
        assertThat(steps.seen(100).orElseThrow().hi()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            steps.zoom(-200, 0.9, 100);
        }
        assertThat(steps.seen(100)).isEmpty();
    }

    @Test
    @DisplayName("a run that became shorter shows all of its steps; asked for all, so does any")
    void all() {
        steps.zoom(100, 1, 100);
        assertThat(steps.seen(100)).isPresent();
        assertThat(steps.seen(50)).isEmpty();
        steps.all();
        assertThat(steps.seen(100)).isEmpty();
    }
}
