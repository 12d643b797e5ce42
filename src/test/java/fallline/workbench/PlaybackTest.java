package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest(name = "{0} steps a second")
    @ValueSource(doubles = {0.5, 1, 5, 10, 59, 60, 61, 144, 1000})
    @DisplayName("ten seconds of irregular frames make ten seconds' steps at")
    void exact(double perSecond) {
        Playback playback = new Playback();
        SplittableRandom random = new SplittableRandom(3);
        long now = 77 * SECOND;
        long end = now + 10 * SECOND;
        playback.start();
        playback.due(now, perSecond);
        int steps = 0;
        while (now < end) {
            now = Math.min(end, now + random.nextLong(4_000_000, 40_000_000));
            steps += playback.due(now, perSecond);
        }
        assertThat(steps).isBetween((int) (10 * perSecond) - 1, (int) (10 * perSecond));
    }

    @Test
    @DisplayName("above the frame rate several steps are due in a frame")
    void several() {
        Playback playback = new Playback();
        playback.start();
        playback.due(0, 1000);
        assertThat(playback.due(SECOND / 50, 1000)).isEqualTo(20);
    }

    @Test
    @DisplayName("a window that stood still does not jump")
    void stall() {
        Playback playback = new Playback();
        playback.start();
        playback.due(0, 100);
        assertThat(playback.due(60 * SECOND, 100)).isEqualTo(25);
    }

    @Test
    @DisplayName("the time between two playings does not count")
    void pause() {
        Playback playback = new Playback();
        playback.start();
        playback.due(0, 10);
        playback.due(SECOND / 20, 10);
        playback.start();
        assertThat(playback.due(9 * SECOND, 10)).isZero();
        assertThat(playback.due(9 * SECOND + SECOND / 20, 10)).isZero();
        assertThat(playback.due(9 * SECOND + SECOND / 10, 10)).isEqualTo(1);
    }

    @Test
    @DisplayName("the slider's ends are 0.5 and 1,000 steps a second, and its speeds have two digits")
    void speeds() {
        assertThat(Speed.at(Speed.place(0.5))).isEqualTo(0.5);
        assertThat(Speed.at(Speed.place(1000))).isEqualTo(1000);
        assertThat(Speed.at(Speed.place(5))).isEqualTo(5);
        assertThat(Speed.at(Speed.place(123.4))).isEqualTo(120, within(1e-9));
        assertThat(Speed.label(5)).isEqualTo("5 steps/s");
        assertThat(Speed.label(0.5)).isEqualTo("0.5 steps/s");
        assertThat(Speed.label(1000)).isEqualTo("1000 steps/s");
    }
}
