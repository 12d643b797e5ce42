package fallline.export.python;

import fallline.export.ExportException;
import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.print.PythonDialect;
import fallline.expr.print.PythonGradient;
import fallline.expr.print.PythonNames;
import fallline.expr.print.PythonPrinter;
import fallline.objective.formula.FormulaObjective;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A problem as a textbook has it in NumPy: `J(theta)` and `gradient(theta)`, for data with `rows` as well. A problem
/// of one parameter is a function of a number.
final class TextbookProblem {
    /// Derivatives up to this size are written out; larger ones go backwards through the formula.
    private static final long READABLE = 200;

    private final Problem problem;
    private final boolean batches;

    /// @param batches whether the gradient is asked for over some rows
    TextbookProblem(Problem problem, boolean batches) {
        this.problem = problem;
        this.batches = batches;
    }

    /// What the loop calls the parameters.
    String theta() {
        return problem instanceof Problem.Formula formula && formula.objective().dimension() == 1
                ? new PythonNames().of(formula.objective().parameterNames().getFirst())
                : "theta";
    }

    /// Data, J and its gradient, each a list of lines.
    ///
    /// @throws ExportException with a sentence, if that is too much for a short script
    List<List<String>> definitions() {
        return switch (problem) {
            case Problem.Formula formula -> formula(formula.objective());
            case Problem.Linear linear -> linear(linear);
            case Problem.Logistic logistic -> logistic(logistic);
            case Problem.Softmax softmax -> layered(new PythonNetwork(PythonDialect.NUMPY, false).softmax(softmax));
            case Problem.Network network -> layered(new PythonNetwork(PythonDialect.NUMPY, false).network(network));
        };
    }

    private List<List<String>> formula(FormulaObjective objective) {
        PythonNames names = new PythonNames();
        List<Expr> partials = objective.partialDerivatives();
        boolean written = partials.stream().allMatch(partial -> Graph.treeSize(partial) <= READABLE);
        return List.of(
                function("J", objective, names, List.of("return " + printed(objective.formula(), names))),
                function(
                        "gradient",
                        objective,
                        names,
                        written ? partials(partials, names) : backwards(objective, names)));
    }

    private static List<String> partials(List<Expr> partials, PythonNames names) {
        List<String> all =
                partials.stream().map(partial -> printed(partial, names)).toList();
        return List.of("return " + (all.size() == 1 ? all.getFirst() : "np.array([" + String.join(", ", all) + "])"));
    }

    private static List<String> backwards(FormulaObjective objective, PythonNames names) {
        List<String> slots = new ArrayList<>(objective.parameterNames());
        slots.addAll(objective.constantNames());
        List<String> body =
                new ArrayList<>(PythonGradient.body(objective.formula(), slots, objective.dimension(), names));
        String last = body.removeLast();
        String array = last.substring(last.indexOf(", ") + 2);
        body.add("return " + array + (objective.dimension() == 1 ? "[0]" : ""));
        return body;
    }

    private static List<String> function(
            String name, FormulaObjective objective, PythonNames names, List<String> body) {
        List<String> variables =
                objective.parameterNames().stream().map(names::of).toList();
        boolean one = variables.size() == 1;
        List<String> lines = new ArrayList<>();
        lines.add("def " + name + "(" + (one ? variables.getFirst() : "theta") + "):");
        if (!one) {
            lines.add("    " + String.join(", ", variables) + " = theta");
        }
        List<String> constants = objective.constantNames();
        if (!constants.isEmpty()) {
            lines.add("    " + constants.stream().map(names::of).collect(Collectors.joining(", ")) + " = "
                    + constants.stream()
                            .map(constant -> PythonText.decimal(objective.constant(constant)))
                            .collect(Collectors.joining(", ")));
        }
        body.forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static String printed(Expr formula, PythonNames names) {
        try {
            return PythonPrinter.textbook(names).print(formula);
        } catch (IllegalArgumentException e) {
            throw new ExportException(
                    "The formula is too large for a short script: write the exact one, or choose a shorter formula.",
                    e);
        }
    }

    private String given() {
        return batches ? "theta, rows" : "theta";
    }

    private String rows(String array) {
        return batches ? array + "[rows]" : array;
    }

    private List<List<String>> linear(Problem.Linear linear) {
        boolean half = linear.options().halfLoss();
        String error = rows("A") + " @ theta - " + rows("y");
        return regression(
                new PythonData(PythonDialect.NUMPY).values(linear.objective(), linear.target()),
                linear.options().l2(),
                (half ? "0.5*" : "") + "np.mean((A @ theta - y)**2)",
                (half ? "" : "2*") + rows("A") + ".T @ (" + error + ")/len(" + rows("y") + ")");
    }

    private List<List<String>> logistic(Problem.Logistic logistic) {
        String words = "1 where " + logistic.target() + " is " + logistic.positive();
        return regression(
                new PythonData(PythonDialect.NUMPY).values(logistic.objective(), words),
                logistic.options().l2(),
                "np.mean(softplus(A @ theta) - y*(A @ theta))",
                rows("A") + ".T @ (sigmoid(" + rows("A") + " @ theta) - " + rows("y") + ")/len(" + rows("y") + ")");
    }

    private List<List<String>> regression(List<List<String>> data, double l2, String value, String gradient) {
        List<String> table = new ArrayList<>(data.getFirst());
        table.add("A = np.column_stack([np.ones(ROWS), X])  # the intercept's column first");
        String ridge = PythonText.decimal(l2);
        return List.of(
                table,
                List.of(
                        "def J(theta):",
                        "    return " + value + (l2 == 0 ? "" : " + 0.5*" + ridge + "*np.sum(theta[1:]**2)")),
                List.of(
                        "def gradient(" + given() + "):",
                        "    return " + gradient + (l2 == 0 ? "" : " + " + ridge + "*np.append(0, theta[1:])")));
    }

    private List<List<String>> layered(List<List<String>> definitions) {
        List<List<String>> all = new ArrayList<>(definitions);
        all.add(List.of("def gradient(" + given() + "):", "    return value_and_gradient(" + given() + ")[1]"));
        return all;
    }
}
