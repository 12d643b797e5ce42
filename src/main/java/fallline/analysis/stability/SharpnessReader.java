package fallline.analysis.stability;

import fallline.curvature.SpectrumEnds;
import fallline.curvature.SurveyedRows;
import fallline.experiment.run.CoarseToFine;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.StepScale;
import fallline.experiment.run.Trace;
import fallline.objective.SampledObjective;
import fallline.optimizer.RateFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Works out the sharpness along one run, from coarse to fine. One thread uses it at a time.
public final class SharpnessReader {
    private static final int MOST_POINTS = 401;
    private static final int LEAST_POINTS = 33;

    /// So many products of rows, parameters and Hessian-vector products a curve may cost.
    private static final double WORK = 4e9;

    private static final double PRODUCTS = 60;

    /// Eigenvalues of large models are drawn, not compared: to six digits.
    private static final double ACCURACY = 1e-6;

    private final Trace trace;
    private final RateFacts rates;
    private final SurveyedRows rows;
    private final Replay replay;

    /// @param trace belongs to `task`
    public SharpnessReader(RunTask task, Trace trace) {
        this.trace = trace;
        rates = task.optimizer().rates();
        rows = SurveyedRows.of(task.objective());
        replay = new Replay(task, trace);
    }

    /// The curve with nothing known yet.
    public SharpnessCurve begin() {
        int ranks = Math.min(SharpnessCurve.TOP, trace.dimension());
        return SharpnessCurve.unknown(steps(), ranks, rates.hasLimit() && rates.isPreconditioned(), rows.sample());
    }

    /// The steps that are looked at: all, or evenly spread ones where they are many or costly, with the last.
    private int[] steps() {
        int last = Math.max(0, trace.lastFiniteStep());
        int n = trace.dimension();
        double each = rows.objective() instanceof SampledObjective sampled ? (double) sampled.rows() * n : 30.0 * n;
        int most = (int) Math.clamp(WORK / (each * Math.min(n, PRODUCTS)), LEAST_POINTS, MOST_POINTS);
        int stride = Math.max(1, (int) Math.ceil(last / (most - 1.0)));
        int count = (last + stride - 1) / stride + 1;
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = Math.min(last, i * stride);
        }
        return steps;
    }

    /// The whole curve.
    public SharpnessCurve all(BooleanSupplier cancelled) {
        return more(begin(), Long.MAX_VALUE, cancelled);
    }

    /// The curve with some more points, at least one: as many as are worked out in this time.
    ///
    /// @param cancelled asked before each point; the points so far come back
    public SharpnessCurve more(SharpnessCurve before, long nanos, BooleanSupplier cancelled) {
        int[] steps = before.steps();
        int[] order = CoarseToFine.order(steps.length - 1);
        double[][] largest = before.copyOfLargest();
        double[] limit = before.copyOfLimit();
        int known = before.known();
        long begin = System.nanoTime();
        do {
            if (known == steps.length || cancelled.getAsBoolean()) {
                break;
            }
            point(order[known], steps[order[known]], largest, limit, cancelled);
            if (cancelled.getAsBoolean()) {
                break;
            }
            known++;
        } while (System.nanoTime() - begin < nanos);
        return new SharpnessCurve(steps, largest, limit, known, before.isPreconditioned(), before.sample());
    }

    private void point(int place, int step, double[][] largest, double[] limit, BooleanSupplier cancelled) {
        replay.moveTo(step);
        StepScale scale = replay.scale();
        Map<String, Double> settings = new HashMap<>(scale.settings());
        double decay = rates.hasLimit() ? rates.decay(settings) : 0;
        Optional<double[]> divisors = rates.hasLimit() ? scale.preconditioner() : Optional.empty();
        SpectrumEnds ends = SpectrumEnds.sharpest(
                rows.objective(), replay.theta(), decay, divisors, largest.length, ACCURACY, cancelled);
        for (int rank = 0; rank < Math.min(largest.length, ends.largest().length); rank++) {
            largest[rank][place] = ends.largest()[rank];
        }
        double rate = step < trace.lastStep() ? trace.rate(step + 1) : trace.rate(step);
        limit[place] = rates.sharpestStable(settings, rate);
    }
}
