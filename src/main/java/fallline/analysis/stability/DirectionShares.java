package fallline.analysis.stability;

import fallline.analysis.question.StepReader;
import fallline.analysis.question.StepRow;
import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.Optimum;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// How much of J − J* each eigen-direction of a bowl still holds, at some steps of a run.
///
/// On a quadratic J − J* = ½ Σ λᵢ cᵢ² with cᵢ = vᵢ·(θ − θ*), and ∇J = Σ λᵢ cᵢ vᵢ, so that a direction holds
/// ½ (vᵢ·∇J)²/λᵢ (Goh, *Why Momentum Really Works*, Distill 2017, "Decomposing the error").
///
/// @param steps ascending
/// @param eigenvalues falling; those that are 0 to rounding are left out
/// @param left by direction, one number a step: J − J* along it
/// @param rest what is left along directions whose λ is lost in the rounding of λmax, one number a step; empty if there
///     are none, or nothing is known of it
public record DirectionShares(int[] steps, double[] eigenvalues, double[][] left, double[] rest) {
    private static final int MOST_STEPS = 401;

    /// A λ of a smaller share of λmax cannot be told from 0.
    private static final double FLAT = 1e-13;

    /// Why J is not split into directions.
    public static final String NOT_QUADRATIC =
            "Only a quadratic J is a sum over directions: linear regression, or a formula of degree 2.";

    static final String TOO_MANY = "J is split into directions up to 500 parameters.";

    static final String NO_BOTTOM = "J has no lowest point, so that nothing is left of a way to it.";

    /// Why J is not split, if that is known before it is tried.
    public static Optional<String> obstacle(Objective objective) {
        if (!objective.isQuadratic()) {
            return Optional.of(NOT_QUADRATIC);
        }
        return objective.dimension() > Hessian.LARGEST ? Optional.of(TOO_MANY) : Optional.empty();
    }

    /// An answer: the shares, or why there are none.
    public sealed interface Answer {
        record Found(DirectionShares shares) implements Answer {}

        record None(String sentence) implements Answer {}
    }

    /// The shares along a run. Not for the FX thread.
    ///
    /// @param trace belongs to `task`
    /// @param cancelled asked at every step; when it says so, the answer is of no use
    public static Answer of(RunTask task, Trace trace, BooleanSupplier cancelled) {
        Optional<String> obstacle = obstacle(task.objective());
        if (obstacle.isPresent()) {
            return new Answer.None(obstacle.get());
        }
        Objective objective = task.objective().twin();
        Spectrum spectrum = Spectrum.of(Hessian.ofDescent(objective, task.start()));
        int n = spectrum.values().length;
        double cut = FLAT * n * Math.abs(spectrum.largest());
        if (!(spectrum.largest() > 0) || spectrum.smallest() < -cut) {
            return new Answer.None(NO_BOTTOM);
        }
        int bent = 0;
        while (bent < n && spectrum.values()[n - 1 - bent] > cut) {
            bent++;
        }
        double[] values = new double[bent];
        for (int i = 0; i < bent; i++) {
            values[i] = spectrum.values()[n - 1 - i];
        }
        Optional<Optimum> best = bent < n ? objective.optimum() : Optional.empty();
        int[] steps = steps(trace);
        double[][] left = new double[bent][steps.length];
        double[] rest = new double[best.isPresent() ? steps.length : 0];
        double sign = objective.goal() == Goal.MAXIMISE ? -1 : 1;
        StepReader reader = new StepReader(task, trace);
        for (int k = 0; k < steps.length && !cancelled.getAsBoolean(); k++) {
            StepRow row = reader.row(steps[k]);
            double sum = 0;
            for (int i = 0; i < bent; i++) {
                double along = dot(spectrum.vectors()[n - 1 - i], row.gradient());
                left[i][k] = 0.5 * along * along / values[i];
                sum += left[i][k];
            }
            if (best.isPresent()) {
                rest[k] = Math.max(0, sign * (row.loss() - best.get().value()) - sum);
            }
        }
        return new Answer.Found(new DirectionShares(steps, values, left, rest));
    }

    private static int[] steps(Trace trace) {
        int last = Math.max(0, trace.lastFiniteStep());
        int stride = Math.max(1, (int) Math.ceil(last / (MOST_STEPS - 1.0)));
        int count = (last + stride - 1) / stride + 1;
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = Math.min(last, i * stride);
        }
        return steps;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
