package fallline.app.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.analysis.sound.Ears;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.run.TraceRecorder;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a device would be fed goes into a WAV file, and is measured there as any other recording: the frequency by
/// Fourier's transform, clicks by what no smooth wave does.
@DisplayName("What comes out of the loudspeaker")
class LoudspeakerTest {
    private static final double SECONDS = 3;
    private static final int STEPS = 50;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit's
    private Path folder;

    /// A device that keeps what it is fed; while it takes the piece of a number something may be done.
    private static final class Recorder implements Loudspeaker.Device {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Map<Integer, Runnable> meanwhile = new HashMap<>();
        private int pieces;

        @Override
        public void write(byte[] piece) {
            bytes.writeBytes(piece);
            Optional.ofNullable(meanwhile.get(pieces++)).ifPresent(Runnable::run);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /// The left and the right ear of a WAV file, as the JDK's own reader has it.
    private double[][] ears(Recorder recorder) throws IOException, InterruptedException, UnsupportedAudioFileException {
        recorder.closed.await();
        byte[] bytes = recorder.bytes.toByteArray();
        Path file = folder.resolve("heard.wav");
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes), Loudspeaker.FORMAT, bytes.length / 4),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        assertThat(Files.size(file)).isGreaterThan(bytes.length);
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(file.toFile())) {
            byte[] read = stream.readAllBytes();
            double[][] ears = new double[2][read.length / 4];
            for (int i = 0; i < read.length / 2; i++) {
                ears[i % 2][i / 2] = (short) ((read[2 * i] & 255) | read[2 * i + 1] << 8) / 32_767.0;
            }
            return ears;
        }
    }

    private static Trace trace(double rate) {
        Run run = new Run("Run", RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))));
        Experiment experiment =
                new Experiment(Formulas.minimise("w^2", "w"), Start.at(20), 0, STEPS, List.of(run), Map.of());
        return TraceRecorder.record(
                new TaskResolver(FileCatalogue.load()).resolve(experiment, run), () -> false, _ -> {});
    }

    private double[][] curve(double left, double right) throws Exception {
        Recorder recorder = new Recorder();
        Loudspeaker loudspeaker = new Loudspeaker(Optional.of(recorder));
        float[][] curves = new Ears(trace(left), trace(right)).curves(SECONDS, Loudspeaker.RATE);
        recorder.meanwhile.put(curves[0].length / 882 - 1, loudspeaker::close);
        loudspeaker.play(curves[0], curves[1]);
        return ears(recorder);
    }

    /// What the guide promises: an octave a power of ten, the start at 440 Hz, from 55 to 7040 Hz. On w² a step of the
    /// rate α multiplies J by (1 − 2α)².
    private static double promised(double rate, double step) {
        double octaves = step == 0 ? 0 : step * Math.log10(Math.pow(1 - 2 * rate, 2));
        return Math.min(7040, Math.max(55, 440 * Math.pow(2, octaves)));
    }

    /// The loudest frequency around a sample, in hertz, by the transform of a Hann window, between the bins by a
    /// parabola.
    private static double heard(double[] samples, int around, int count) {
        double[] size = new double[count / 2];
        for (int bin = 1; bin < size.length; bin++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < count; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
                double sample = window * samples[around - count / 2 + i];
                re += sample * Math.cos(2 * Math.PI * bin * i / count);
                im -= sample * Math.sin(2 * Math.PI * bin * i / count);
            }
            size[bin] = Math.log(Math.hypot(re, im) + 1e-12);
        }
        int top = 1;
        for (int bin = 2; bin < size.length - 1; bin++) {
            top = size[bin] > size[top] ? bin : top;
        }
        double before = size[top - 1];
        double after = size[top + 1];
        double shift = (before - after) / (2 * (before - 2 * size[top] + after));
        return (top + shift) * Loudspeaker.RATE / count;
    }

    @ParameterizedTest
    @CsvSource({"0.01, 5, 0.01", "0.01, 25, 0.01", "0.01, 45, 0.01", "1.02, 10, 0.01", "1.02, 40, 0.01", "0.1, 3, 0.03"
    })
    @DisplayName("has at every step of a curve the pitch that is promised")
    void pitch(double rate, int step, double share) throws Exception {
        double[] heard = curve(rate, rate)[0];
        int at = (int) Math.round(SECONDS * Loudspeaker.RATE * step / STEPS);
        double wanted = promised(rate, step);
        assertThat(heard(heard, at, 2048)).isEqualTo(wanted, within(share * wanted));
    }

    @Test
    @DisplayName("is two runs in two ears, by the measure of the left one")
    void ears() throws Exception {
        double[][] heard = curve(0.01, 1.01);
        int at = (int) (SECONDS * Loudspeaker.RATE * 0.6);
        assertThat(heard(heard[0], at, 2048)).isEqualTo(promised(0.01, 30), within(4.0));
        assertThat(heard(heard[1], at, 2048)).isEqualTo(promised(1.01, 30), within(8.0));
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.1", "0.5", "1", "1.06", "3"})
    @DisplayName("has no click in any curve, the one that diverges and trembles included")
    void clean(double rate) throws Exception {
        double[] heard = curve(rate, rate)[0];
        double worst = 0;
        for (int i = 1; i < SECONDS * Loudspeaker.RATE - 1; i++) {
            double step = i / (SECONDS * Loudspeaker.RATE - 1) * STEPS;
            double wave = 2 * Math.PI * gliding(rate, step) / Loudspeaker.RATE;
            worst = Math.max(worst, Math.abs(heard[i + 1] - 2 * Math.cos(wave) * heard[i] + heard[i - 1]));
        }
        assertThat(worst).as("what is left of a wave of that frequency").isLessThan(0.002);
        assertThat(heard[0]).isZero();
        assertThat(heard[heard.length - 1]).isZero();
    }

    /// Between steps the tone glides evenly in octaves.
    private static double gliding(double rate, double step) {
        int from = Math.min(STEPS - 1, (int) step);
        double low = Math.log(promised(rate, from));
        return Math.exp(low + (step - from) * (Math.log(promised(rate, from + 1)) - low));
    }

    @Test
    @DisplayName("has no click where one thing takes the place of another, nor at the end")
    void replaced() throws Exception {
        Recorder recorder = new Recorder();
        Loudspeaker loudspeaker = new Loudspeaker(Optional.of(recorder));
        float[][] long1 = new Ears(trace(0.01), trace(0.01)).curves(SECONDS, Loudspeaker.RATE);
        recorder.meanwhile.put(1, () -> loudspeaker.tone(660, 220));
        recorder.meanwhile.put(3, () -> loudspeaker.tone(330, 880));
        recorder.meanwhile.put(5, () -> loudspeaker.play(long1[0], long1[1]));
        recorder.meanwhile.put(13, () -> loudspeaker.play(long1[0], long1[1]));
        recorder.meanwhile.put(27, () -> loudspeaker.tone(200, 300));
        recorder.meanwhile.put(30, () -> loudspeaker.play(long1[1], long1[0]));
        recorder.meanwhile.put(41, loudspeaker::close);
        loudspeaker.tone(440, 440);
        double[][] heard = ears(recorder);
        assertThat(heard[0].length).isBetween(42 * 882, 45 * 882);
        for (double[] ear : heard) {
            double worst = 0;
            for (int i = 1; i < ear.length - 1; i++) {
                worst = Math.max(worst, Math.abs(ear[i + 1] - 2 * ear[i] + ear[i - 1]));
            }
            double steepest = 2 * Math.PI * 900 / Loudspeaker.RATE;
            assertThat(worst).isLessThan(0.6 * steepest * steepest);
            assertThat(ear[ear.length - 1]).isZero();
        }
    }

    @Test
    @DisplayName("goes on however often something else is wished for meanwhile, until it is closed")
    void hurried() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger pieces = new AtomicInteger();
        Loudspeaker loudspeaker = new Loudspeaker(Optional.of(new Loudspeaker.Device() {
            @Override
            public void write(byte[] piece) {
                pieces.incrementAndGet();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        }));
        for (int heard = 0; heard < 40_000 && closed.getCount() > 0; heard = pieces.get()) {
            loudspeaker.tone(440, 220);
        }
        assertThat(closed.getCount()).as("the thread is there").isOne();
        loudspeaker.close();
        assertThat(closed.await(20, TimeUnit.SECONDS)).as("it ends").isTrue();
    }

    @Test
    @DisplayName("is nothing where there is no device: what is wanted is forgotten")
    void silent() {
        Loudspeaker loudspeaker = new Loudspeaker(Optional.empty());
        assertThat(loudspeaker.isHeard()).isFalse();
        loudspeaker.tone(440, 440);
        loudspeaker.play(new float[10], new float[10]);
        loudspeaker.close();
    }
}
