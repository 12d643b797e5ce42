package fallline.optimizer.method;

import fallline.optimizer.Equation;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Choice;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import fallline.optimizer.Optimizer;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.Update;
import java.util.List;
import java.util.Optional;

/// Nonlinear conjugate gradients with a strong Wolfe line search, which sets the rate of every step.
///
/// Source: Fletcher & Reeves 1964; Polak & Ribière 1969; Nocedal & Wright 2006, algorithm 5.4 with β⁺ = max(β, 0).
public final class ConjugateGradient implements Optimizer {
    static final int VARIANT = 0;
    static final int C1 = 1;
    static final int C2 = 2;

    private static final String POLAK_RIBIERE = "polak-ribiere";
    private static final String FLETCHER_REEVES = "fletcher-reeves";
    private static final Interval FRACTION = new Interval(0, false, 1, false);
    private static final List<Hyperparameter> HYPERPARAMETERS = List.of(
            new Hyperparameter("variant", "Formula of β", new Choice(List.of(POLAK_RIBIERE, FLETCHER_REEVES))),
            new Hyperparameter("c1", "c₁ least decrease", new Range(1e-4, 1e-6, 0.4, true, FRACTION)),
            new Hyperparameter("c2", "c₂ most slope left", new Range(0.1, 0.01, 0.9, true, FRACTION)));

    @Override
    public String id() {
        return "cg";
    }

    @Override
    public OptimizerCard card() {
        return new OptimizerCard(
                "Conjugate gradients",
                "Fletcher & Reeves 1964, Polak & Ribière 1969",
                "Each direction keeps what the one before achieved; a line search finds the length, so there is no rate.",
                "The formula of β: Polak–Ribière starts afresh by itself where Fletcher–Reeves can stall.",
                "Far from a quadratic bowl directions lose their meaning; noisy gradients spoil the line search.");
    }

    @Override
    public List<Equation> equations() {
        return List.of(
                new Equation(
                        "Polak–Ribière",
                        "\\beta = \\max\\!\\left(\\frac{g^{\\top} (g - g_{-})}{g_{-}^{\\top} g_{-}}, 0\\right)"),
                new Equation("Fletcher–Reeves", "\\beta = \\frac{g^{\\top} g}{g_{-}^{\\top} g_{-}}"),
                new Equation("direction", "d \\leftarrow -g + \\beta\\, d"),
                new Equation("step, length t from the line search", "\\theta \\leftarrow \\theta + t\\, d"));
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return HYPERPARAMETERS;
    }

    @Override
    public boolean searchesLines() {
        return true;
    }

    @Override
    public Optional<String> pythonClass() {
        return Optional.of("ConjugateGradient");
    }

    @Override
    public boolean needsFullBatch() {
        return true;
    }

    @Override
    public int stateSize(int dimension) {
        return ConjugateGradientUpdate.stateSize(dimension);
    }

    @Override
    public Update update(int dimension) {
        return new ConjugateGradientUpdate(dimension);
    }
}
