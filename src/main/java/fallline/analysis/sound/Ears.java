package fallline.analysis.sound;

import fallline.experiment.run.Trace;

/// What of two runs is heard in the two ears, both by the measure of the left one.
///
/// @param right the same run, where one is heard alone
public record Ears(Trace left, Trace right) {
    /// Whether a run can be heard: it has a loss to begin from.
    public static boolean canHear(Trace trace) {
        return trace.lastFiniteStep() >= 0 && trace.isMeasured(trace.recordedStep(0));
    }

    /// By which both are heard: the left one's start sounds at 440 Hz.
    public Pitch pitch() {
        return Pitch.of(left.loss(left.recordedStep(0)));
    }

    /// The samples of all steps, left and right.
    ///
    /// @param seconds how long all of it takes
    /// @param rate samples a second
    public float[][] curves(double seconds, double rate) {
        int steps = Math.max(left.length(), right.length());
        return new float[][] {samples(left, steps, seconds, rate), samples(right, steps, seconds, rate)};
    }

    /// The loss that is heard at a step: where it is not known, the last one before that is.
    public static double loss(Trace trace, int step) {
        int at = trace.recordedStep(step);
        while (at > 0 && !trace.isMeasured(at)) {
            at--;
        }
        return trace.loss(at);
    }

    /// A run that is shorter than the other stays where it ended.
    private float[] samples(Trace trace, int steps, double seconds, double rate) {
        double[] losses = new double[steps];
        for (int k = 0; k < steps; k++) {
            losses[k] = k < trace.length() ? loss(trace, k) : losses[k - 1];
        }
        return Synth.samples(losses, pitch(), seconds, rate);
    }
}
