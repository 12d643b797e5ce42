package fallline.app.sound;

import fallline.analysis.sound.Oscillator;
import fallline.analysis.sound.Pitch;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The computer's sound device, in stereo; silent where there is none. A thread of its own feeds it.
final class Loudspeaker implements Speaker {
    static final float RATE = 44_100;
    private static final int PIECE = 882;
    private static final int PIECES_A_TONE = 5;
    private static final int BUFFER = 4 * 8 * PIECE;
    private static final double FULL = 32_767;

    /// What is wanted of the thread.
    private sealed interface Wish {
        record Tone(double left, double right) implements Wish {}

        record Curve(float[] left, float[] right) implements Wish {}

        record End() implements Wish {}
    }

    private final LinkedBlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private final Optional<SourceDataLine> line;
    private final Oscillator leftTone = new Oscillator(RATE);
    private final Oscillator rightTone = new Oscillator(RATE);

    private Loudspeaker(Optional<SourceDataLine> line) {
        this.line = line;
        line.ifPresent(opened -> Thread.ofPlatform().daemon().name("sound").start(() -> feed(opened)));
    }

    /// Opens the device, which may take a moment.
    static Loudspeaker open() {
        return new Loudspeaker(line());
    }

    private static Optional<SourceDataLine> line() {
        try {
            AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, BUFFER);
            line.start();
            return Optional.of(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | IllegalStateException e) {
            return Optional.empty(); // no device, or one that is taken: nothing is heard
        }
    }

    @Override
    public boolean isHeard() {
        return line.isPresent();
    }

    @Override
    public void tone(double left, double right) {
        wish(new Wish.Tone(left, right));
    }

    @Override
    public void play(float[] left, float[] right) {
        wish(new Wish.Curve(left, right));
    }

    /// Of wishes that were not granted yet only the newest counts.
    private void wish(Wish next) {
        if (line.isPresent()) {
            wishes.removeIf(old -> !(old instanceof Wish.End));
            wishes.add(next);
        }
    }

    @Override
    public void close() {
        wish(new Wish.End());
    }

    private void feed(SourceDataLine device) {
        try (device) {
            Wish wish = wishes.take();
            while (!(wish instanceof Wish.End)) {
                wish = switch (wish) {
                    case Wish.Tone(double left, double right) -> sound(device, left, right);
                    case Wish.Curve(float[] left, float[] right) -> play(device, left, right);
                    case Wish.End end -> end;
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sounds until the tone has faded or something else is wanted.
    private Wish sound(SourceDataLine device, double left, double right) throws InterruptedException {
        float[] one = new float[PIECE];
        float[] other = new float[PIECE];
        boolean heard = true;
        for (int piece = 0; heard; piece++) {
            Wish next = wishes.poll();
            if (next != null) {
                return next;
            }
            boolean sounding = piece < PIECES_A_TONE;
            heard = leftTone.fill(one, held(left), sounding) | rightTone.fill(other, held(right), sounding);
            write(device, one, other, 0, PIECE);
        }
        return wishes.take();
    }

    private static double held(double frequency) {
        return Math.clamp(frequency, Pitch.LOWEST, Pitch.HIGHEST);
    }

    private Wish play(SourceDataLine device, float[] left, float[] right) throws InterruptedException {
        for (int from = 0; from < left.length; from += PIECE) {
            Wish next = wishes.poll(0, TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
            write(device, left, right, from, Math.min(PIECE, left.length - from));
        }
        return wishes.take();
    }

    private static void write(SourceDataLine device, float[] left, float[] right, int from, int count) {
        byte[] bytes = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            put(bytes, 4 * i, left[from + i]);
            put(bytes, 4 * i + 2, right[from + i]);
        }
        device.write(bytes, 0, bytes.length);
    }

    private static void put(byte[] bytes, int at, float sample) {
        int value = (int) Math.rint(FULL * Math.clamp(sample, -1f, 1f));
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
