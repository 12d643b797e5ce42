package fallline.optimizer;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.eval.Interpreter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A number that a rule's text says as a formula: `2*(1 + momentum)/lambda_max`.
public record RateFormula(Expr expression) {
    /// The names that it reads.
    Set<String> names() {
        return Graph.names(expression);
    }

    /// @param known a number for every name that it reads
    double value(Map<String, Double> known) {
        List<String> names = List.copyOf(names());
        double[] numbers = names.stream()
                .mapToDouble(name -> Objects.requireNonNull(known.get(name)))
                .toArray();
        return new Interpreter(expression, names, 0).value(numbers);
    }
}
