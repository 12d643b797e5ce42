package fallline.analysis.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The loss as a tone")
class SoundTest {
    private static final double RATE = 44_100;

    /// Hertz by counting how often the wave rises through 0.
    private static double heard(float[] samples, int from, int to) {
        int rises = 0;
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = from + 1; i < to; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                last = i - samples[i] / (samples[i] - samples[i - 1]);
                first = Double.isNaN(first) ? last : first;
                rises++;
            }
        }
        return (rises - 1) * RATE / (last - first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {400, 40, 4, 4000, 123.4})
    @DisplayName("a loss sounds an octave higher for each power of ten")
    void pitch(double loss) {
        float[] samples = Synth.samples(new double[] {loss}, Pitch.of(400), 0.5, RATE);
        double wanted = 440 * Math.pow(2, Math.log10(loss / 400));
        assertThat(heard(samples, 1000, samples.length - 1000)).isEqualTo(wanted, within(1e-3 * wanted));
    }

    @Test
    @DisplayName("w² at rate 0.1 falls by log₁₀ 0.64 octaves a step: at each step the tone has its pitch")
    void curve() {
        double[] losses = new double[11];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = 400 * Math.pow(0.64, k);
        }
        float[] samples = Synth.samples(losses, Pitch.of(400), 5, RATE);
        assertThat(samples).hasSize((int) (5 * RATE));
        for (int step : new int[] {2, 5, 8}) {
            int at = samples.length * step / 10;
            double wanted = 440 * Math.pow(2, step * Math.log10(0.64));
            assertThat(heard(samples, at - 2200, at + 2200)).isEqualTo(wanted, within(0.01 * wanted));
        }
    }

    @Test
    @DisplayName("nothing clicks: no sample jumps farther than its wave is steep, and the ends are silent")
    void noClicks() {
        double[] losses = {1, 1e3, 1e-3, 50, Double.POSITIVE_INFINITY};
        float[] samples = Synth.samples(losses, Pitch.of(1), 1, RATE);
        double steepest = Synth.LOUDNESS * 2 * Math.PI * Pitch.HIGHEST / RATE + 0.01;
        for (int i = 1; i < samples.length; i++) {
            assertThat((double) Math.abs(samples[i] - samples[i - 1])).isLessThan(steepest);
        }
        assertThat(samples[0]).isZero();
        assertThat(samples[samples.length - 1]).isZero();
    }

    @Test
    @DisplayName("a run that leaves the numbers is heard: the highest tone, trembling")
    void divergence() {
        Pitch pitch = Pitch.of(1);
        assertThat(pitch.frequency(1e300)).isEqualTo(Pitch.HIGHEST);
        assertThat(pitch.frequency(Double.POSITIVE_INFINITY)).isEqualTo(Pitch.HIGHEST);
        assertThat(pitch.frequency(Double.NaN)).isEqualTo(Pitch.HIGHEST);
        assertThat(pitch.frequency(0)).isEqualTo(Pitch.LOWEST);
        assertThat(pitch.frequency(-3)).isEqualTo(Pitch.LOWEST);
        assertThat(Pitch.of(Double.NaN).reference()).isEqualTo(1);
        float[] steady = Synth.samples(new double[] {1e3, 1e3}, pitch, 1, RATE);
        float[] trembling = Synth.samples(new double[] {Double.NaN, Double.NaN}, pitch, 1, RATE);
        assertThat(spread(trembling)).isGreaterThan(4 * spread(steady) + 0.1);
    }

    /// How much the loudest samples of short pieces differ.
    private static double spread(float[] samples) {
        double least = 1;
        double most = 0;
        for (int piece = 2; piece < 42; piece++) {
            double loudest = 0;
            for (int i = piece * 1000; i < (piece + 1) * 1000; i++) {
                loudest = Math.max(loudest, samples[i]);
            }
            least = Math.min(least, loudest);
            most = Math.max(most, loudest);
        }
        return most - least;
    }

    @Test
    @DisplayName("a tone that follows steps goes on in its wave from one to the next, and fades into silence")
    void follows() {
        Oscillator tone = new Oscillator(RATE);
        float[] piece = new float[882];
        float before = 0;
        double steepest = Synth.LOUDNESS * 2 * Math.PI * 900 / RATE + 0.01;
        for (double wanted : new double[] {440, 440, 880, 220, 220, 220}) {
            assertThat(tone.fill(piece, wanted, true)).isTrue();
            for (float sample : piece) {
                assertThat((double) Math.abs(sample - before)).isLessThan(steepest);
                before = sample;
            }
        }
        float[] longer = new float[44_100];
        tone.fill(longer, 330, true);
        assertThat(heard(longer, 10_000, 44_000)).isEqualTo(330, within(0.5));
        tone.fill(piece, 330, false);
        assertThat(tone.fill(piece, 330, false)).as("it has faded").isFalse();
    }

    @Test
    @DisplayName("nothing is no tone")
    void nothing() {
        assertThatThrownBy(() -> Synth.samples(new double[0], Pitch.of(1), 1, RATE))
                .hasMessageContaining("a tone needs a loss");
        assertThatThrownBy(() -> new Pitch(0)).hasMessageContaining("reference above 0");
    }
}
