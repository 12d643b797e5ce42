package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.optimizer.Evaluation;
import fallline.optimizer.Hyperparameter;
import java.util.ArrayList;
import java.util.List;

/// The numbers P by which a rule divides the gradient in one step: one more state of the rule, which gets what the
/// fact `precondition:` says when the step's other lines are done.
final class RulePreconditioner {
    /// No name that a text can declare.
    private static final String STATE = "P^";

    private final RuleLayout original;
    private final RuleLayout layout;
    private final InterpretedUpdate update;
    private final int dimension;

    private RulePreconditioner(Rule rule, Rule extended, int dimension) {
        original = RuleLayout.of(rule);
        layout = RuleLayout.of(extended);
        update = new InterpretedUpdate(extended, dimension);
        this.dimension = dimension;
    }

    /// @param precondition what the rule's fact says
    static RulePreconditioner of(Rule rule, Expr precondition, int dimension) {
        List<String> names =
                rule.hyperparameters().stream().map(Hyperparameter::name).toList();
        Expr read = RuleShape.withoutPowers(precondition, names::contains);
        List<Rule.Line> lines = new ArrayList<>(rule.lines());
        lines.add(new Rule.Line(STATE, precondition, read, "", false, true, Rule.LineKind.VALUE));
        List<Rule.State> states = new ArrayList<>(rule.states());
        states.add(new Rule.State(STATE, new Expr.Num(1), false));
        Rule extended = new Rule(
                rule.id(), rule.facts(), rule.hyperparameters(), states, lines, RuleShape.powers(names, lines));
        return new RulePreconditioner(rule, extended, dimension);
    }

    /// P of the step that starts at (θ, state); neither is changed.
    double[] at(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        double[] before = theta.clone();
        double[] longer = new double[layout.stateSize(dimension)];
        int vectors = original.firstScalar(dimension);
        System.arraycopy(state, 0, longer, 0, vectors);
        System.arraycopy(
                state,
                vectors,
                longer,
                layout.firstScalar(dimension),
                original.scalarStates().size());
        for (int p = 0; p < layout.powers().size(); p++) {
            int known = original.powers().indexOf(layout.powers().get(p));
            int to = layout.firstPower(dimension) + 2 * p;
            if (known < 0) {
                longer[to + 1] = Double.NaN; // no base: the power is worked out anew
            } else {
                System.arraycopy(state, original.firstPower(dimension) + 2 * known, longer, to, 2);
            }
        }
        update.step(theta, hyper, longer, t, evaluation);
        System.arraycopy(before, 0, theta, 0, dimension);
        double[] divisors = new double[dimension];
        System.arraycopy(longer, vectors, divisors, 0, dimension);
        return divisors;
    }
}
