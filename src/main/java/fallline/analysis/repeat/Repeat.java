package fallline.analysis.repeat;

import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;

/// What is kept of one repeat.
///
/// @param loss J at the steps of [Repeats#steps]; behind the last finite one the worst there is, ±∞
/// @param gradientNorm ‖∇J‖ there, +∞ behind the last finite one
/// @param evaluations of J and ∇J up to there
/// @param end the parameters after the last step; no numbers if it did not stay finite, or started outside
/// @param verdict in a word or two
record Repeat(double[] loss, double[] gradientNorm, double[] evaluations, double[] end, String verdict) {
    static Repeat of(RunTask task, Trace trace, int[] steps, double worst, double[] end, String verdict) {
        int last = trace.lastFiniteStep();
        double[] loss = new double[steps.length];
        double[] norm = new double[steps.length];
        double[] evaluations = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            boolean there = steps[i] <= last;
            loss[i] = there ? trace.loss(steps[i]) : worst;
            norm[i] = there ? trace.gradientNorm(steps[i]) : Double.POSITIVE_INFINITY;
            evaluations[i] = trace.allEvaluations(Math.min(steps[i], trace.lastStep()));
        }
        return new Repeat(loss, norm, evaluations, last == task.steps() ? end : new double[0], verdict);
    }
}
