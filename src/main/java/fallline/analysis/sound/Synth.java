package fallline.analysis.sound;

/// A curve of losses as one tone that glides from step to step.
///
/// The phase is the integral of the frequency, so that the wave has no jump anywhere; it swells and fades at its ends.
/// From the first loss on that is beyond the pitch the tone trembles: divergence is heard even where it can get no
/// higher.
public final class Synth {
    /// Of the largest sample that there is.
    public static final double LOUDNESS = 0.3;

    private static final double FADE_SECONDS = 0.01;
    private static final double TREMBLES_A_SECOND = 9;

    private Synth() {}

    /// The samples of a curve, −1 … 1.
    ///
    /// @param losses one a step, at least one
    /// @param seconds how long all of it takes, above 0
    /// @param rate samples a second, above 0
    /// @throws IllegalArgumentException if there is nothing to be heard
    public static float[] samples(double[] losses, Pitch pitch, double seconds, double rate) {
        if (losses.length == 0 || !(seconds > 0) || !(rate > 0)) {
            throw new IllegalArgumentException("a tone needs a loss, a length and a rate, got " + losses.length
                    + " losses, " + seconds + " s at " + rate + " Hz");
        }
        int count = (int) Math.max(1, Math.round(seconds * rate));
        double[] octaves = new double[losses.length];
        int beyond = losses.length;
        for (int k = losses.length - 1; k >= 0; k--) {
            octaves[k] = log2(pitch.frequency(losses[k]));
            beyond = pitch.isBeyond(losses[k]) ? k : beyond;
        }
        double fade = Math.max(1, Math.min(FADE_SECONDS * rate, count / 2.0));
        float[] samples = new float[count];
        double secondsAStep = seconds / Math.max(1, losses.length - 1);
        double phase = 0;
        for (int i = 0; i < count; i++) {
            double place = count == 1 ? 0 : (double) i / (count - 1) * (losses.length - 1);
            int step = (int) Math.min(place, Math.max(0, losses.length - 2));
            double share = losses.length == 1 ? 0 : place - step;
            double octave =
                    losses.length == 1 ? octaves[0] : octaves[step] + share * (octaves[step + 1] - octaves[step]);
            double swell = Math.min(1, Math.min(i / fade, (count - 1 - i) / fade));
            double trembled = Math.max(0, place - beyond) * secondsAStep;
            double tremble = 0.6 + 0.4 * StrictMath.cos(2 * Math.PI * TREMBLES_A_SECOND * trembled);
            samples[i] = (float) (LOUDNESS * swell * tremble * StrictMath.sin(phase));
            phase = (phase + 2 * Math.PI * StrictMath.pow(2, octave) / rate) % (2 * Math.PI);
        }
        return samples;
    }

    static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
