package fallline.optimizer.rule;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.algebra.Vanishing;
import fallline.expr.print.PythonNames;
import fallline.expr.print.PythonPrinter;
import fallline.optimizer.Hyperparameter;
import fallline.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A rule as a textbook's loop in NumPy: what is remembered before it, and the lines of a step, in which `g` is the
/// gradient and `t` the step's number from 1. Powers of a step's number are written out, and what a hyperparameter of
/// 0 takes away is left out, so that its numbers may differ from the rule's in the last digits.
///
/// @param states assignments before the loop
/// @param before the lines of a step that say where the slope is read; none where that is θ
/// @param point the name of the point where the slope is read
/// @param loss the name of the value there, if a line reads it
/// @param step the other lines of a step, without indentation
/// @param hyperparameters the names, as the rule has them, that states and step read
public record RuleLoop(
        List<String> states,
        List<String> before,
        String point,
        Optional<String> loss,
        List<String> step,
        List<String> hyperparameters) {
    private static final int COMMENT_COLUMN = 40;

    public RuleLoop {
        states = List.copyOf(states);
        before = List.copyOf(before);
        step = List.copyOf(step);
        hyperparameters = List.copyOf(hyperparameters);
    }

    /// @param zeros the hyperparameters that are 0 all along
    static RuleLoop of(Rule rule, PythonNames names, Set<String> zeros) {
        PythonPrinter printer = PythonPrinter.textbook(names);
        Set<String> read = new LinkedHashSet<>();
        List<String> states = new ArrayList<>();
        for (Rule.State state : rule.states()) {
            Expr initial = Vanishing.of(state.initial(), zeros);
            read.addAll(Graph.names(initial));
            states.add(names.of(state.name()) + " = "
                    + initial(state, initial, names.of(Rule.THETA), printer.print(initial)));
        }
        List<String> before = new ArrayList<>();
        List<String> step = new ArrayList<>();
        for (Rule.Line line : rule.lines()) {
            Expr value = Vanishing.of(line.written(), zeros);
            if (value instanceof Expr.Name(var name) && name.equals(line.target())) {
                continue;
            }
            read.addAll(Graph.names(value));
            String printed = printer.print(value);
            String code = names.of(line.target()) + " = " + (line.sums() ? "np.sum(" + printed + ")" : printed);
            String caption = Printable.of(line.caption().replaceAll("\\R", " "));
            step.add(
                    caption.isEmpty()
                            ? code
                            : code + " ".repeat(Math.max(0, COMMENT_COLUMN - code.length())) + "  # " + caption);
            if (line.looks()) {
                before.addAll(step);
                step.clear();
            }
        }
        List<String> hyperparameters = rule.hyperparameters().stream()
                .map(Hyperparameter::name)
                .filter(read::contains)
                .toList();
        return new RuleLoop(
                states,
                before,
                names.of(rule.looksElsewhere() ? Rule.AT : Rule.THETA),
                rule.readsLoss() ? Optional.of(names.of(Rule.LOSS)) : Optional.empty(),
                step,
                hyperparameters);
    }

    private static String initial(Rule.State state, Expr initial, String theta, String printed) {
        if (state.scalar()) {
            return printed;
        }
        if (Graph.names(initial).contains(Rule.THETA)) {
            return printed;
        }
        boolean zero = initial instanceof Expr.Num(double number) && number == 0;
        return "np.zeros_like(" + theta + ")" + (zero ? "" : " + " + printed);
    }
}
