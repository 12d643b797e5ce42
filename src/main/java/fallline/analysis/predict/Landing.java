package fallline.analysis.predict;

import fallline.algebra.Norm;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.util.Optional;

/// Where a run lands some steps on.
///
/// Arrays have one number a parameter and are not changed.
///
/// @param step where the question begins
/// @param ahead how many steps on
/// @param from the parameters at `step`
/// @param truth the parameters at `step + ahead`
public record Landing(int step, int ahead, double[] from, double[] truth) {
    /// How far a guess is from the truth.
    ///
    /// @param distance Euclidean, in units of the parameters
    /// @param share the distance as a share of the way from where the question began to the truth; 0 where both are
    ///     nothing, infinite where only the way is
    public record Miss(double distance, double share) {
        /// What it is worth: 1 for the place itself, nothing from a whole way beside it on.
        public double points() {
            return Math.max(0, 1 - share);
        }
    }

    /// Asks where the run of `trace` lands; empty where it has no finite point there, or no parameters are known.
    ///
    /// @throws IllegalArgumentException unless `step` is 0 or more and `ahead` at least 1
    public static Optional<Landing> of(RunTask task, Trace trace, int step, int ahead) {
        if (step < 0 || ahead < 1) {
            throw new IllegalArgumentException(
                    "a landing is foretold from step 0 on and 1 step ahead or more, got " + step + " and " + ahead);
        }
        long there = (long) step + ahead;
        boolean known = trace.hasPath()
                && there <= trace.lastFiniteStep()
                && trace.isRecorded(step)
                && trace.isRecorded((int) there);
        if (!known) {
            return Optional.empty();
        }
        Replay replay = new Replay(task, trace);
        replay.moveTo(step);
        double[] from = replay.theta();
        replay.moveTo((int) there);
        return Optional.of(new Landing(step, ahead, from, replay.theta()));
    }

    /// The length of the way to the truth, Euclidean.
    public double length() {
        return distance(from, truth);
    }

    /// How far `guess` is from the truth.
    public Miss miss(double[] guess) {
        return miss(guess, from, truth);
    }

    /// The same in other coordinates: in those of a plane, where only what lies in it can be pointed at.
    public static Miss miss(double[] guess, double[] from, double[] truth) {
        double distance = distance(guess, truth);
        double way = distance(from, truth);
        return new Miss(distance, distance == 0 ? 0 : distance / way);
    }

    private static double distance(double[] one, double[] other) {
        double[] between = new double[one.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = one[i] - other[i];
        }
        return Norm.of(between);
    }
}
