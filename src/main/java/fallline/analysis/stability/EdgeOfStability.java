package fallline.analysis.stability;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.number.Numbers;
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
    /// How far λmax may be from the limit, as a share of it, to come to the edge.
    private static final double WITHIN = 0.1;

    /// How far it may swing from there without leaving the edge: hovering curves are saws.
    private static final double ONCE_THERE = 0.25;

    /// At how many points of the curve in a row it has to be there.
    private static final int LEAST_POINTS = 10;

    /// A curve that changes by no more than this share is that of a bowl, which has no edge to come to.
    private static final double STEADY = 1e-6;

    /// The longest such part; empty where there is none, where steps see only some rows, and while the curve is not
    /// whole.
    public static Optional<EdgeOfStability> of(RunTask task, Trace trace, SharpnessCurve curve) {
        if (!curve.isWhole() || isSampled(task.recipe()) || isSteady(curve)) {
            return Optional.empty();
        }
        double sign = task.objective().goal() == Goal.MAXIMISE ? -1 : 1;
        int bestFrom = -1;
        int bestTo = -1;
        int inRow = 0;
        for (int i = 0; i < curve.points(); i++) {
            inRow = isWithin(curve, i, WITHIN) ? inRow + 1 : 0;
            if (inRow == LEAST_POINTS) {
                int from = i + 1 - LEAST_POINTS;
                int to = i + 1;
                while (to < curve.points() && isWithin(curve, to, ONCE_THERE)) {
                    to++;
                }
                if (to - from > bestTo - bestFrom && falls(curve, trace, sign, from, to)) {
                    bestFrom = from;
                    bestTo = to;
                }
                i = to;
                inRow = 0;
            }
        }
        return bestFrom < 0
                ? Optional.empty()
                : Optional.of(
                        new EdgeOfStability(curve.step(bestFrom), curve.step(bestTo - 1), bestTo == curve.points()));
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

    private static boolean isWithin(SharpnessCurve curve, int point, double share) {
        return Math.abs(curve.largest(0, point) / curve.limit(point) - 1) <= share;
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
        return "edge of stability "
                + (toTheEnd
                        ? "since step " + Numbers.whole(since)
                        : "from step " + Numbers.whole(since) + " to " + Numbers.whole(until));
    }
}
