package fallline.export.python;

import fallline.export.ExportException;
import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.algebra.Derivative;
import fallline.expr.print.PythonDialect;
import fallline.expr.print.PythonGradient;
import fallline.expr.print.PythonNames;
import fallline.expr.print.PythonPrinter;
import fallline.expr.print.TextPrinter;
import fallline.objective.formula.FormulaObjective;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A problem as Python: `J(theta)`, `value_and_gradient(theta)` and, where somebody asks for it, `hessian(theta)`. For
/// a model on data both first functions take `rows` as well, all rows if it is left out.
///
/// This is the place where a new kind of problem gets its Python.
final class PythonProblem {
    /// Derivatives up to this size are written into the docstring.
    private static final long READABLE = 60;

    private final PythonDialect dialect;
    private final boolean second;

    /// @param second whether the second derivatives are needed
    PythonProblem(PythonDialect dialect, boolean second) {
        this.dialect = dialect;
        this.second = second;
    }

    /// The definitions, each a list of lines.
    ///
    /// @throws ExportException with a sentence, if the formula or the data are too large
    List<List<String>> definitions(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula -> formula(formula.expression(), formula.objective());
            case Problem.Linear linear -> new PythonRegression(dialect, second).linear(linear);
            case Problem.Logistic logistic -> new PythonRegression(dialect, second).logistic(logistic);
            case Problem.Softmax softmax -> new PythonNetwork(dialect, second).softmax(softmax);
            case Problem.Network network -> new PythonNetwork(dialect, second).network(network);
        };
    }

    private List<List<String>> formula(String text, FormulaObjective objective) {
        List<List<String>> definitions = new ArrayList<>();
        List<String> constants = objective.constantNames();
        if (!constants.isEmpty()) {
            String values = constants.stream()
                    .map(name -> "scalar(" + PythonText.decimal(objective.constant(name)) + ")")
                    .collect(Collectors.joining(", "));
            definitions.add(
                    List.of("PARAMETERS = [" + values + "]  # " + PythonText.words(String.join(", ", constants))));
        }
        definitions.add(value(text, objective));
        definitions.add(dialect == PythonDialect.NUMPY ? gradient(objective) : automatic("theta", "theta"));
        if (second) {
            definitions.add(dialect == PythonDialect.NUMPY ? hessian(objective) : automaticHessian());
        }
        return definitions;
    }

    private static List<String> unpacked(FormulaObjective objective, PythonNames names) {
        List<String> lines = new ArrayList<>();
        lines.add("    " + tuple(objective.parameterNames(), names) + " = theta");
        if (!objective.constantNames().isEmpty()) {
            lines.add("    " + tuple(objective.constantNames(), names) + " = PARAMETERS");
        }
        return lines;
    }

    private static String tuple(List<String> all, PythonNames names) {
        String list = all.stream().map(names::of).collect(Collectors.joining(", "));
        return all.size() == 1 ? "(" + list + ",)" : list;
    }

    private List<String> value(String text, FormulaObjective objective) {
        PythonNames names = new PythonNames();
        List<String> lines =
                new ArrayList<>(List.of("def J(theta):", "    \"\"\"" + PythonText.words(text) + "\"\"\""));
        lines.addAll(unpacked(objective, names));
        lines.add("    return " + printed(objective.formula(), names));
        return lines;
    }

    private String printed(Expr formula, PythonNames names) {
        try {
            return new PythonPrinter(dialect, names).print(formula);
        } catch (IllegalArgumentException e) {
            throw new ExportException(
                    "The formula, or a derivative that an optimizer needs, is too large to be "
                            + "written as Python: choose a shorter one.",
                    e);
        }
    }

    private static List<String> gradient(FormulaObjective objective) {
        PythonNames names = new PythonNames();
        List<String> lines = new ArrayList<>(List.of("def value_and_gradient(theta):"));
        lines.add("    \"\"\"J and its gradient: once forwards through the formula, once backwards.");
        List<Expr> partials = objective.partialDerivatives();
        if (partials.stream().allMatch(partial -> Graph.treeSize(partial) <= READABLE)) {
            lines.add("");
            for (int i = 0; i < partials.size(); i++) {
                String variable = objective.parameterNames().get(i);
                lines.add("    dJ/d" + variable + " = " + PythonText.words(TextPrinter.print(partials.get(i))));
            }
        }
        lines.add("    \"\"\"");
        lines.addAll(unpacked(objective, names));
        List<String> slots = new ArrayList<>(objective.parameterNames());
        slots.addAll(objective.constantNames());
        PythonGradient.body(objective.formula(), slots, objective.dimension(), names)
                .forEach(line -> lines.add("    " + line));
        return lines;
    }

    private List<String> hessian(FormulaObjective objective) {
        PythonNames names = new PythonNames();
        List<String> lines =
                new ArrayList<>(List.of("def hessian(theta):", "    \"\"\"The second derivatives of J.\"\"\""));
        lines.addAll(unpacked(objective, names));
        lines.add("    return np.array([");
        List<String> variables = objective.parameterNames();
        for (Expr partial : objective.partialDerivatives()) {
            lines.add("        ["
                    + variables.stream()
                            .map(variable -> printed(Derivative.of(partial, variable), names))
                            .collect(Collectors.joining(", "))
                    + "],");
        }
        lines.add("    ], float)");
        return lines;
    }

    /// J's gradient by PyTorch's automatic differentiation.
    ///
    /// @param parameters the parameters of the function
    /// @param arguments what it hands on to J
    static List<String> automatic(String parameters, String arguments) {
        return List.of(
                "def value_and_gradient(" + parameters + "):",
                "    \"\"\"J and its gradient, by automatic differentiation.\"\"\"",
                "    theta = theta.detach().clone().requires_grad_(True)",
                "    value = J(" + arguments + ")",
                "    (g,) = torch.autograd.grad(value, theta)",
                "    return value.detach(), g");
    }

    static List<String> automaticHessian() {
        return List.of(
                "def hessian(theta):",
                "    \"\"\"The second derivatives of J, by automatic differentiation.\"\"\"",
                "    return torch.autograd.functional.hessian(J, theta)");
    }
}
