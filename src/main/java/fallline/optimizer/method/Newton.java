package fallline.optimizer.method;

import fallline.optimizer.Backtracking;
import fallline.optimizer.Equation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Hyperparameter.Switch;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.Update;
import java.util.List;
import java.util.Optional;

/// Newton's method: θ ← θ − α·(H + μ·I)⁻¹·g, with μ the damping.
///
/// *Modified*, H is replaced by |H|: the same eigenvectors, the eigenvalues' absolute values, none below 1e-8 of the
/// largest, so that every step leads down and saddle points repel. Source: Nocedal & Wright 2006, section 3.4
/// (eigenvalue modification); Dauphin et al. 2014 (|H|); Levenberg 1944 (damping).
public final class Newton implements Optimizer {
    static final int RATE = 0;
    static final int DAMPING = 1;
    static final int MODIFIED = 2;

    /// The Hessian is dense: n² numbers and n³ operations a step.
    private static final int MOST_PARAMETERS = 1000;

    private static final List<Hyperparameter> HYPERPARAMETERS = List.of(
            new Hyperparameter(
                    Hyperparameter.LEARNING_RATE,
                    "Learning rate α",
                    new Range(1, 1e-3, 10, true, Interval.NON_NEGATIVE)),
            new Hyperparameter("damping", "Damping μ", new Range(0, 0, 100, false, Interval.NON_NEGATIVE)),
            new Hyperparameter("modified", "Always downhill |H|", new Switch(false)));

    @Override
    public String id() {
        return "newton";
    }

    @Override
    public OptimizerCard card() {
        return new OptimizerCard(
                "Newton's method",
                "Newton 1669, Raphson 1690",
                "It jumps to the lowest point of the quadratic that fits J here: one step for a bowl.",
                "Modified, which turns it away from saddle points and maxima; damping, which shortens steps.",
                "Unmodified it is drawn to saddle points and maxima, and where the curvature is near 0 it jumps far away.");
    }

    @Override
    public List<Equation> equations() {
        return List.of(
                new Equation("curvature, damped", "(H + \\mu I)\\, d = -g"),
                new Equation(
                        "modified: always downhill",
                        "H = Q \\Lambda Q^{\\top} \\;\\rightarrow\\; |H| = Q\\, |\\Lambda|\\, Q^{\\top}"),
                new Equation("step", "\\theta \\leftarrow \\theta + \\alpha\\, d"));
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return HYPERPARAMETERS;
    }

    @Override
    public boolean learnsCurvature() {
        return true;
    }

    /// The Hessian, column by column.
    @Override
    public int curvatureProducts(int dimension) {
        return dimension;
    }

    @Override
    public Optional<String> pythonClass() {
        return Optional.of("Newton");
    }

    @Override
    public boolean needsFullBatch() {
        return true;
    }

    @Override
    public boolean takesLineSearch() {
        return true;
    }

    @Override
    public int stateSize(int dimension) {
        return 0;
    }

    @Override
    public Update update(int dimension) {
        return update(dimension, Optional.empty());
    }

    @Override
    public Update update(int dimension, Backtracking search) {
        return update(dimension, Optional.of(search));
    }

    private static Update update(int dimension, Optional<Backtracking> search) {
        if (dimension > MOST_PARAMETERS) {
            throw new IllegalArgumentException("newton solves a dense system of all parameters, at most "
                    + MOST_PARAMETERS + ", but there are " + dimension + ": use lbfgs");
        }
        return new NewtonUpdate(dimension, search);
    }
}
