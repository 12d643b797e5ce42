package fallline.figure.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.figure.paint.RunStyle;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A noisy curve")
class SmoothingTest {
    private static final int N = 2000;

    private static double[] noise(long seed, double level, double spread) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(N).map(u -> level + spread * (u - 0.5)).toArray();
    }

    private static Smoothing calm(double[] raw, boolean logarithmic) {
        return Smoothing.of(raw, raw.length, logarithmic, false).orElseThrow();
    }

    @Test
    @DisplayName("is made calm about its own level, and nowhere above its largest number or below its least")
    void level() {
        for (long seed = 0; seed < 20; seed++) {
            double[] raw = noise(seed, 5, 2);
            double[] calm = calm(raw, seed % 2 == 1).values();
            double least = Arrays.stream(raw).min().orElseThrow();
            double most = Arrays.stream(raw).max().orElseThrow();
            assertThat(Arrays.stream(calm).boxed()).allMatch(v -> v >= least && v <= most);
            // Uniform noise of spread 2 has deviation 0.58; a triangle of ±40 steps leaves a ninth of that
            for (int i = 200; i < N - 100; i++) {
                assertThat(calm[i]).isCloseTo(5, within(0.35));
            }
        }
    }

    @Test
    @DisplayName("a constant stays the same constant to the bit, between noise and alone")
    void constant() {
        double[] alone = new double[N];
        Arrays.fill(alone, 0.1);
        assertThat(Smoothing.of(alone, N, false, false)).isEmpty();
        assertThat(Smoothing.of(alone, N, true, false)).isEmpty();
        // a gap on each side: the stretch between is constant
        double[] raw = noise(4, 1, 0.5);
        raw[500] = Double.NaN;
        raw[900] = Double.NaN;
        Arrays.fill(raw, 501, 900, 0.1);
        for (boolean logarithmic : new boolean[] {false, true}) {
            double[] calm =
                    Smoothing.of(raw, N, logarithmic, true).orElseThrow().values();
            assertThat(Arrays.copyOfRange(calm, 501, 900)).containsOnly(0.1);
        }
    }

    @Test
    @DisplayName(
            "is not moved along the axis: a ramp under the noise stays where it is, also where the axis is logarithmic")
    void noLag() {
        double[] raw = noise(1, 0, 0.2);
        double[] decay = new double[N];
        for (int i = 0; i < N; i++) {
            raw[i] += 10 - 0.004 * i;
            decay[i] = Math.pow(10, raw[i]);
        }
        double[] calm = calm(raw, false).values();
        double[] calmDecay = calm(decay, true).values();
        double mean = 0;
        for (int i = 100; i < N - 100; i++) {
            double line = 10 - 0.004 * i;
            mean += (calm[i] - raw[i]) / (N - 200);
            assertThat(calm[i]).isCloseTo(line, within(0.05));
            assertThat(Math.log10(calmDecay[i])).isCloseTo(line, within(0.05));
        }
        // a lag of one step would be 0.004
        assertThat(mean).isCloseTo(0, within(0.002));
    }

    @Test
    @DisplayName("a smooth curve, a swinging one and one whose noise cannot be seen are left as they are")
    void leftAlone() {
        double[] falling = new double[N];
        double[] swinging = new double[N];
        double[] ringing = new double[N];
        double[] unseen = noise(3, 0, 1e-4);
        for (int i = 0; i < N; i++) {
            falling[i] = Math.exp(-0.003 * i);
            swinging[i] = 3 + (i % 2 == 0 ? 1 : -1);
            ringing[i] = 2 + Math.cos(0.2 * i) * Math.exp(-0.001 * i);
            unseen[i] += 10 - 0.005 * i;
        }
        for (double[] curve : List.of(falling, swinging, ringing, unseen)) {
            assertThat(Smoothing.of(curve, N, false, false)).isEmpty();
        }
        assertThat(new Series("gd", RunStyle.of(0), noise(1, 1, 1), N, false, List.of()).calm(false))
                .as("a run that draws no lots")
                .isEmpty();
    }

    @Test
    @DisplayName("gaps stay gaps, and nothing is carried over them")
    void gaps() {
        double[] raw = noise(5, 1, 0.5);
        for (int i = 1000; i < 1200; i++) {
            raw[i] = Double.NaN;
        }
        for (int i = 1200; i < N; i++) {
            raw[i] += 3;
        }
        double[] calm = Smoothing.of(raw, N, false, true).orElseThrow().values();
        for (int i = 0; i < N; i++) {
            assertThat(Double.isNaN(calm[i])).isEqualTo(Double.isNaN(raw[i]));
        }
        assertThat(Arrays.stream(calm, 0, 1000).boxed()).allMatch(v -> v < 1.5);
        assertThat(Arrays.stream(calm, 1200, N).boxed()).allMatch(v -> v > 3.5);
    }

    @Test
    @DisplayName("numbers without a logarithm are left alone on a logarithmic axis")
    void zeros() {
        double[] raw = noise(6, 1, 0.5);
        raw[700] = 0;
        raw[701] = -2;
        double[] calm = calm(raw, true).values();
        assertThat(calm[700]).isZero();
        assertThat(calm[701]).isEqualTo(-2);
        assertThat(calm).doesNotContain(Double.NaN);
    }

    @Test
    @DisplayName("keeps the raw numbers for whoever asks")
    void raw() {
        double[] values = noise(7, 2, 1);
        Series series = new Series("sgd", RunStyle.of(0), values, N, false, List.of()).noisy();
        assertThat(series.calm(false)).isPresent();
        assertThat(series.at(1234)).isEqualTo(values[1234]);
        assertThat(series.calm(false)).isSameAs(series.calm(false));
    }
}
