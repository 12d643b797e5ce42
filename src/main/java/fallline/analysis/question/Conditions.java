package fallline.analysis.question;

import fallline.curvature.Hessian;
import fallline.curvature.Spectrum;
import fallline.data.DataException;
import fallline.objective.Objective;
import fallline.problem.DataProblem;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import java.util.Optional;

/// How narrow the valley of J is with the features as they are and with standardised ones: κ = λmax/λmin of the Hessian
/// at θ = 0 (for least squares it is the same everywhere).
///
/// @param raw κ of the features as they are
/// @param standardised κ of the standardised features
public record Conditions(double raw, double standardised) {
    /// Beyond so many products of rows and parameters squared, κ would take seconds.
    private static final double MOST_WORK = 4e9;

    /// A larger κ cannot be told from ∞: λmin is lost in the rounding of λmax.
    public static final double MOST = 1e15;

    /// Whether J has no curvature in some direction, with both kinds of features.
    public boolean isLevel() {
        return raw > MOST && standardised > MOST;
    }

    /// The conditions of a model; empty where they would take too long, or a feature cannot be standardised. Not for
    /// the FX thread.
    public static Optional<Conditions> of(DataProblem model) {
        int n = model.problem().objective().dimension();
        if (!model.problem().family().isConvex()
                || n > Hessian.LARGEST
                || (double) model.data().rows() * n * n > MOST_WORK) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Conditions(condition(model, false), condition(model, true)));
        } catch (IllegalArgumentException | DataException e) {
            return Optional.empty();
        }
    }

    private static double condition(DataProblem model, boolean standardise) {
        ModelOptions options = model.options();
        Problem problem = options.standardise() == standardise
                ? model.problem()
                : model.withOptions(options.withStandardise(standardise));
        Objective objective = problem.objective().twin();
        return Spectrum.of(Hessian.ofDescent(objective, new double[objective.dimension()]))
                .condition();
    }
}
