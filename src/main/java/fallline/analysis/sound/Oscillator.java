package fallline.analysis.sound;

/// A tone that follows what it is told without a jump: its frequency glides, its loudness swells and fades. It belongs
/// to one thread.
public final class Oscillator {
    private static final double GLIDE_SECONDS = 0.012;
    private static final double SWELL_SECONDS = 0.008;

    private final double rate;
    private double phase;
    private double octave = Synth.log2(Pitch.MIDDLE);
    private double loudness;

    /// @param rate samples a second, above 0
    public Oscillator(double rate) {
        this.rate = rate;
    }

    /// Writes the next samples, −1 … 1.
    ///
    /// @param frequency where the tone goes, in hertz
    /// @param sounding whether it is to be heard; else it fades
    /// @return whether there was anything to be heard
    public boolean fill(float[] samples, double frequency, boolean sounding) {
        double target = Synth.log2(frequency);
        double glide = 1 - StrictMath.exp(-1 / (GLIDE_SECONDS * rate));
        double swell = 1 / (SWELL_SECONDS * rate);
        if (loudness == 0) {
            octave = target; // out of silence it begins where it is wanted
        }
        boolean heard = false;
        for (int i = 0; i < samples.length; i++) {
            octave += glide * (target - octave);
            loudness = Math.clamp(loudness + (sounding ? swell : -swell), 0, 1);
            heard |= loudness > 0;
            samples[i] = (float) (Synth.LOUDNESS * loudness * StrictMath.sin(phase));
            phase = (phase + 2 * Math.PI * StrictMath.pow(2, octave) / rate) % (2 * Math.PI);
        }
        return heard;
    }
}
