package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.optimizer.Hyperparameter;
import java.util.List;

/// An update rule as its text says it: what can be set, what is remembered, and the lines of a step.
///
/// Every line is either a scalar (the same for all parameters: it reads hyperparameters, `t`, `loss` and other scalars)
/// or holds for each parameter by itself (it reads `theta`, `g` or what was made of them). A sum makes a scalar of what
/// each parameter has. A line `at <- …` says where the slope is read; the lines before it read neither `g` nor `loss`.
///
/// @param id the name in files
/// @param facts what its text says besides
/// @param powers the hyperparameters b of which the rule reads `b^t`
public record Rule(
        String id,
        RuleFacts facts,
        List<Hyperparameter> hyperparameters,
        List<State> states,
        List<Line> lines,
        List<String> powers) {
    /// A number that lives on from step to step.
    ///
    /// @param initial reads hyperparameters, and `theta` at the start
    /// @param scalar whether there is one of it, or one a parameter
    record State(String name, Expr initial, boolean scalar) {}

    /// A line of the step.
    ///
    /// @param target the name that gets the value
    /// @param written the right-hand side as written
    /// @param read the right-hand side with every `b^t` replaced by the name [#power] of a carried scalar
    /// @param scalar whether it is computed once a step
    /// @param assigns whether the target was there before (`<-`), or is made here (`=`)
    record Line(
            String target, Expr written, Expr read, String caption, boolean scalar, boolean assigns, LineKind kind) {
        boolean sums() {
            return kind == LineKind.SUM;
        }

        boolean looks() {
            return kind == LineKind.POINT;
        }
    }

    /// What a line does with the value of its right-hand side.
    enum LineKind {
        /// The target gets it.
        VALUE,

        /// The target gets the sum of it over all parameters, added up in their order.
        SUM,

        /// The slope is read there: `g` and `loss` of the lines below are those of this point.
        POINT
    }

    /// The parameter that the rule moves.
    public static final String THETA = "theta";

    /// The gradient.
    public static final String GRADIENT = "g";

    /// The number of the step, from 1.
    static final String TIME = "t";

    /// The value that came with the gradient.
    static final String LOSS = "loss";

    /// The point at which the gradient is read, where that is not θ.
    static final String AT = "at";

    /// Whether each parameter moves by itself: no line reads the loss or sums over the parameters, the slope is read at
    /// θ, and the rate is a hyperparameter. Then the step is one pass over the parameters.
    public boolean isElementwise() {
        return lines.stream().noneMatch(line -> line.sums() || line.looks()) && !readsLoss() && !computesRate();
    }

    /// Whether `other` has the same settings, remembers the same and does the same with it, in the same order;
    /// captions, ids and what a text says besides are not compared.
    boolean stepsAs(Rule other) {
        return deeds().equals(other.deeds());
    }

    private List<Object> deeds() {
        return List.of(
                hyperparameters.stream()
                        .map(setting -> List.of(setting.name(), setting.kind()))
                        .toList(),
                states,
                lines.stream()
                        .map(line -> List.of(line.target(), line.written(), line.assigns(), line.kind()))
                        .toList());
    }

    /// Whether the slope is read at another point than θ.
    boolean looksElsewhere() {
        return lines.stream().anyMatch(Line::looks);
    }

    /// Whether a line reads the value that came with the gradient.
    boolean readsLoss() {
        boolean own = states.stream().anyMatch(state -> state.name().equals(LOSS))
                || lines.stream().anyMatch(line -> line.target().equals(LOSS))
                || hyperparameters.stream()
                        .anyMatch(parameter -> parameter.name().equals(LOSS));
        return !own && lines.stream().anyMatch(line -> Graph.names(line.read()).contains(LOSS));
    }

    /// Whether a line says the rate, which then is no hyperparameter.
    boolean computesRate() {
        return lines.stream().anyMatch(line -> line.target().equals(Hyperparameter.LEARNING_RATE));
    }

    /// The name of the carried scalar that stands for `base^t`.
    static String power(String base) {
        return base + "^t";
    }
}
