package fallline.optimizer.method;

import fallline.optimizer.Equation;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Choice;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// L-BFGS as PyTorch's `torch.optim.LBFGS` does it: one step is a loop of inner iterations.
///
/// Source: Liu & Nocedal 1989; Nocedal & Wright 2006, algorithm 7.4 (two loops).
public final class Lbfgs implements Optimizer {
    static final int RATE = 0;
    static final int HISTORY = 1;
    static final int MAX_ITERATIONS = 2;
    static final int LINE_SEARCH = 3;

    private static final String NONE = "none";
    private static final String STRONG_WOLFE = "strong-wolfe";
    private static final List<Hyperparameter> HYPERPARAMETERS = List.of(
            new Hyperparameter(
                    Hyperparameter.LEARNING_RATE,
                    "Learning rate α",
                    new Range(1, 1e-3, 10, true, Interval.NON_NEGATIVE)),
            new Hyperparameter(
                    "history",
                    "Pairs kept",
                    new Range(
                            LbfgsMemory.MOST_PAIRS,
                            1,
                            LbfgsMemory.MOST_PAIRS,
                            false,
                            new Interval(1, true, LbfgsMemory.MOST_PAIRS, true))),
            new Hyperparameter(
                    "max_iterations",
                    "Inner iterations a step",
                    new Range(20, 1, 50, false, new Interval(1, true, 1000, true))),
            new Hyperparameter("line_search", "Line search", new Choice(List.of(NONE, STRONG_WOLFE))));

    @Override
    public String id() {
        return "lbfgs";
    }

    @Override
    public OptimizerCard card() {
        return new OptimizerCard(
                "L-BFGS",
                "Liu & Nocedal 1989",
                "It learns the curvature from its last steps and slopes, and steps as Newton's method would.",
                "The line search, which makes it safe; the history; one step holds up to max_iterations inner ones.",
                "Without a line search it can jump far away on its first steps; noisy gradients spoil its pairs.");
    }

    @Override
    public List<Equation> equations() {
        return List.of(
                new Equation(
                        "last steps and changes of slope",
                        "s_{i} = \\theta_{i+1} - \\theta_{i}, \\quad y_{i} = g_{i+1} - g_{i}"),
                new Equation("curvature along the last step", "\\gamma = \\frac{s^{\\top} y}{y^{\\top} y}"),
                new Equation("two loops over the pairs", "d = -H_{k}\\, g, \\quad H_{0} = \\gamma I"),
                new Equation("step", "\\theta \\leftarrow \\theta + t\\, d"));
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return HYPERPARAMETERS;
    }

    /// One inner iteration a step, so that its steps can be watched.
    @Override
    public Map<String, HyperValue> firstSettings() {
        return Map.of("max_iterations", HyperValue.of(1));
    }

    @Override
    public boolean learnsCurvature() {
        return true;
    }

    @Override
    public boolean searchesLines() {
        return true;
    }

    @Override
    public double restingSlope() {
        return FirstLength.SMALL_GRADIENT;
    }

    @Override
    public Optional<String> pythonClass() {
        return Optional.of("Lbfgs");
    }

    @Override
    public boolean needsFullBatch() {
        return true;
    }

    @Override
    public int stateSize(int dimension) {
        return LbfgsMemory.size(dimension);
    }

    @Override
    public Update update(int dimension) {
        return new LbfgsUpdate(dimension);
    }
}
