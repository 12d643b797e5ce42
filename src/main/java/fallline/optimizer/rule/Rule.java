package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.optimizer.Hyperparameter;
import java.util.List;

/// An update rule as its text says it: what can be set, what is remembered, and the lines of a step.
///
/// Every line is either a scalar (the same for all parameters: it reads hyperparameters, `t` and other scalars) or
/// holds for each parameter by itself (it reads `theta`, `g` or what was made of them).
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
    /// @param initial reads hyperparameters only
    /// @param scalar whether there is one of it, or one a parameter
    record State(String name, Expr initial, boolean scalar) {}

    /// A line of the step.
    ///
    /// @param target the name that gets the value
    /// @param written the right-hand side as written
    /// @param read the right-hand side with every `b^t` replaced by the name [#power] of a carried scalar
    /// @param scalar whether it is computed once a step
    /// @param assigns whether the target was there before (`<-`), or is made here (`=`)
    record Line(String target, Expr written, Expr read, String caption, boolean scalar, boolean assigns) {}

    /// The parameter that the rule moves.
    public static final String THETA = "theta";

    /// The gradient.
    public static final String GRADIENT = "g";

    /// The number of the step, from 1.
    static final String TIME = "t";

    /// The name of the carried scalar that stands for `base^t`.
    static String power(String base) {
        return base + "^t";
    }
}
