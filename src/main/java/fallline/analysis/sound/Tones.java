package fallline.analysis.sound;

import java.util.ArrayList;
import java.util.List;

/// What is sounded in two ears, piece by piece: short tones that follow one another, and curves that are played once.
/// Whatever takes the place of something else lets it fade first, so that no wave is cut off. It belongs to one thread.
public final class Tones {
    private static final double TONE_SECONDS = 0.1;
    private static final double FADE_SECONDS = 0.01;

    private final double rate;
    private final Oscillator leftTone;
    private final Oscillator rightTone;
    private final List<Curve> curves = new ArrayList<>();
    private double left = Pitch.MIDDLE;
    private double right = Pitch.MIDDLE;
    private int sounding;

    /// Samples that are played, and how loud they still are.
    private static final class Curve {
        private final float[] left;
        private final float[] right;
        private final double fade;
        private int at;
        private double loudness = 1;
        private boolean ending;

        Curve(float[] left, float[] right, double fade) {
            this.left = left.clone();
            this.right = right.clone();
            this.fade = fade;
        }

        boolean isOver() {
            return at >= left.length || loudness <= 0;
        }

        void add(float[] one, float[] other) {
            for (int i = 0; i < one.length && !isOver(); i++) {
                one[i] += (float) (loudness * left[at]);
                other[i] += (float) (loudness * right[at]);
                loudness -= ending ? fade : 0;
                at++;
            }
        }
    }

    /// @param rate samples a second, above 0
    public Tones(double rate) {
        this.rate = rate;
        leftTone = new Oscillator(rate);
        rightTone = new Oscillator(rate);
    }

    /// A short tone in each ear, in hertz; before the last one has faded it glides there.
    public void tone(double inLeft, double inRight) {
        fade();
        left = Math.clamp(inLeft, Pitch.LOWEST, Pitch.HIGHEST);
        right = Math.clamp(inRight, Pitch.LOWEST, Pitch.HIGHEST);
        sounding = (int) Math.round(TONE_SECONDS * rate);
    }

    /// Plays samples once.
    ///
    /// @param inRight as many as `inLeft`
    public void play(float[] inLeft, float[] inRight) {
        fade();
        curves.add(new Curve(inLeft, inRight, 1 / (FADE_SECONDS * rate)));
    }

    /// Lets everything fade.
    public void fade() {
        sounding = 0;
        curves.forEach(curve -> curve.ending = true);
    }

    /// Writes the next samples, −1 … 1, as many for one ear as for the other.
    ///
    /// @return whether there was anything to be heard
    public boolean fill(float[] one, float[] other) {
        boolean inLeft = leftTone.fill(one, left, sounding > 0);
        boolean inRight = rightTone.fill(other, right, sounding > 0);
        sounding -= Math.min(sounding, one.length);
        boolean heard = inLeft || inRight || !curves.isEmpty();
        curves.forEach(curve -> curve.add(one, other));
        curves.removeIf(Curve::isOver);
        return heard;
    }
}
