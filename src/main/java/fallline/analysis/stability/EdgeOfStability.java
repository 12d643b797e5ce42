package fallline.analysis.stability;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.optimizer.batch.Batching;
import java.util.Optional;

/// A part of a run that rides the edge of stability: λmax stays at the largest that its rate allows, and J falls none
/// the less (Cohen et al. 2021, *Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability*).
///
/// @param since the first step of that part
/// @param until the last
/// @param toTheEnd whether the run rides it to its end
public record EdgeOfStability(int since, int until, boolean toTheEnd) {
    /// How far λmax may be from the limit, as a share of it.
    static final double WITHIN = 0.1;

    /// At how many points of the curve in a row it has to be there.
    static final int LEAST_POINTS = 10;

    /// A curve that changes by no more than this share is that of a bowl, which has no edge to come to.
    private static final double STEADY = 1e-6;

    /// The longest such part; empty where there is none, where steps see only some rows, and while the curve is not
    /// whole.
    public static Optional<EdgeOfStability> of(RunTask task, Trace trace, SharpnessCurve curve) {
        if (!curve.isWhole() || isSampled(task.recipe()) || isSteady(curve)) {
            return Optional.empty();
        }
        double sign = task.objective().goal() == Goal.MAXIMISE ? -1 : 1;
        int from = -1;
        int bestFrom = -1;
        int bestTo = -1;
        for (int i = 0; i <= curve.points(); i++) {
            if (i < curve.points() && isAtEdge(curve, i)) {
                from = from < 0 ? i : from;
            } else if (from >= 0) {
                int length = i - from;
                if (length >= LEAST_POINTS && length > bestTo - bestFrom && falls(curve, trace, sign, from, i)) {
                    bestFrom = from;
                    bestTo = i;
                }
                from = -1;
            }
        }
        return bestFrom < 0
                ? Optional.empty()
                : Optional.of(new EdgeOfStability(
                        curve.step(bestFrom), curve.step(bestTo - 1), bestTo == curve.points()));
    }

    private static boolean isSampled(RunRecipe recipe) {
        return !(recipe.batching() instanceof Batching.Full)
                || recipe.changes().stream()
                        .flatMap(change -> change.batching().stream())
                        .anyMatch(batching -> !(batching instanceof Batching.Full));
    }

    private static boolean isSteady(SharpnessCurve curve) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.points(); i++) {
            double ratio = curve.largest(0, i) / curve.limit(i);
            lo = Math.min(lo, ratio);
            hi = Math.max(hi, ratio);
        }
        return !(hi - lo > STEADY * Math.abs(hi));
    }

    private static boolean isAtEdge(SharpnessCurve curve, int point) {
        return Math.abs(curve.largest(0, point) / curve.limit(point) - 1) <= WITHIN;
    }

    /// Whether J is lower on average in the second half of the points.
    private static boolean falls(SharpnessCurve curve, Trace trace, double sign, int from, int to) {
        int middle = (from + to) / 2;
        return sign * mean(curve, trace, middle, to) < sign * mean(curve, trace, from, middle);
    }

    private static double mean(SharpnessCurve curve, Trace trace, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += trace.loss(curve.step(i));
        }
        return sum / (to - from);
    }

    /// `edge of stability since step 140`, or `from step 140 to 300`.
    public String words() {
        return "edge of stability " + (toTheEnd ? "since step " + since : "from step " + since + " to " + until);
    }
}
