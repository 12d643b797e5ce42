package fallline.experiment.judge;

import fallline.data.RandomStream;
import fallline.experiment.run.RunTask;
import fallline.objective.Box;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.SampledObjective;
import java.util.Optional;

/// What is known of the problem of a run, in the sense of descent.
///
/// @param sign 1, or −1 where J is maximised
/// @param convex whether f is convex
/// @param best f at the best point, NaN where it is not known
/// @param separable whether the infimum of f is at infinity
/// @param bounded whether f is known to have a lower bound
/// @param box the plotted part of the domain, for formulas
record Facts(double sign, boolean convex, double best, boolean separable, boolean bounded, Optional<Box> box) {
    private static final int POINTS = 64;
    private static final long SEED = 1;

    static Facts of(RunTask task) {
        Objective objective = task.objective();
        double sign = objective.goal() == Goal.MAXIMISE ? -1 : 1;
        double best = objective.optimum().map(found -> sign * found.value()).orElse(Double.NaN);
        boolean data = objective instanceof SampledObjective;
        Optional<Box> box = data ? Optional.empty() : Optional.of(PlottedBox.of(objective, task.start()));
        boolean separable = Double.isNaN(best) && objective.infimumAtInfinity();
        return new Facts(sign, objective.isConvex(), best, separable, data, box);
    }

    boolean knowsBest() {
        return !Double.isNaN(best);
    }

    /// Whether the best value of a convex problem is at hand, so that what is left is known and not estimated.
    boolean knowsConvexBest() {
        return convex && knowsBest();
    }

    /// The range of f over 64 fixed points of the box; 0 without a box.
    double range(Objective objective) {
        if (box.isEmpty()) {
            return 0;
        }
        double[] low = box.get().low();
        double[] lengths = box.get().lengths();
        double[] point = new double[low.length];
        RandomStream random = RandomStream.of(SEED);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < POINTS; k++) {
            for (int i = 0; i < point.length; i++) {
                point[i] = low[i] + random.uniform() * lengths[i];
            }
            double value = objective.value(point);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most > least ? most - least : 0;
    }
}
