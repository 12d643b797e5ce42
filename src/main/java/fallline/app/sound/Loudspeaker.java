package fallline.app.sound;

import fallline.analysis.sound.Tones;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The computer's sound device, in stereo; silent where there is none. A thread of its own feeds it.
final class Loudspeaker implements Speaker {
    static final float RATE = 44_100;

    /// What a device is fed: 16 bits a sample, left and right in turn, the low byte first.
    static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 2, true, false);

    private static final int PIECE = 882;
    private static final int BUFFER = 4 * 8 * PIECE;
    private static final double FULL = 32_767;

    /// Takes bytes in [#FORMAT], and waits while it has enough of them.
    interface Device extends AutoCloseable {
        void write(byte[] bytes);

        /// After all that was written has been heard.
        @Override
        void close();
    }

    /// What is wanted of the thread.
    private sealed interface Wish {
        record Tone(double left, double right) implements Wish {}

        record Curve(float[] left, float[] right) implements Wish {}

        record End() implements Wish {}
    }

    private final LinkedBlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private final Optional<Device> device;
    private final Tones tones = new Tones(RATE);

    /// Whether the end was wished for; the thread's own.
    private boolean ended;

    /// @param device empty where there is none
    Loudspeaker(Optional<Device> device) {
        this.device = device;
        device.ifPresent(opened -> Thread.ofPlatform().daemon().name("sound").start(() -> feed(opened)));
    }

    /// Opens the computer's device, which may take a moment.
    static Loudspeaker open() {
        return new Loudspeaker(device());
    }

    private static Optional<Device> device() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER);
            line.start();
            return Optional.of(new Line(line));
        } catch (LineUnavailableException
                | IllegalArgumentException
                | SecurityException
                | IllegalStateException
                | LinkageError _) {
            return Optional.empty(); // no device, one that is taken, or a system without sound: nothing is heard
        }
    }

    private record Line(SourceDataLine line) implements Device {
        @Override
        public void write(byte[] bytes) {
            line.write(bytes, 0, bytes.length);
        }

        @Override
        public void close() {
            line.drain();
            line.close();
        }
    }

    @Override
    public boolean isHeard() {
        return device.isPresent();
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
        if (device.isPresent()) {
            wishes.removeIf(old -> !(old instanceof Wish.End));
            wishes.add(next);
        }
    }

    @Override
    public void close() {
        wish(new Wish.End());
    }

    private void feed(Device opened) {
        try (opened) {
            while (!ended) {
                grant(wishes.take());
                sound(opened);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void grant(Wish wish) {
        switch (wish) {
            case Wish.Tone(double left, double right) -> tones.tone(left, right);
            case Wish.Curve(float[] left, float[] right) -> tones.play(left, right);
            case Wish.End _ -> {
                ended = true;
                tones.fade();
            }
        }
    }

    /// Sounds until all has faded; what is wished meanwhile takes its place, but nothing does after the end. A wish is
    /// taken in one move, since whoever wishes may take it back at any time.
    private void sound(Device opened) {
        float[] left = new float[PIECE];
        float[] right = new float[PIECE];
        while (tones.fill(left, right)) {
            opened.write(bytes(left, right));
            if (!ended) {
                Optional.ofNullable(wishes.poll()).ifPresent(this::grant);
            }
        }
    }

    private static byte[] bytes(float[] left, float[] right) {
        byte[] bytes = new byte[4 * left.length];
        for (int i = 0; i < left.length; i++) {
            put(bytes, 4 * i, left[i]);
            put(bytes, 4 * i + 2, right[i]);
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, float sample) {
        int value = (int) Math.rint(FULL * Math.clamp(sample, -1f, 1f));
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
