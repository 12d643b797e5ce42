package fallline.app.problem;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.LatexPrinter;
import fallline.objective.FormulaObjective;
import fallline.objective.Goal;
import fallline.objective.NetworkShape;
import fallline.objective.Problem;
import java.util.ArrayList;
import java.util.List;

/// A problem in LaTeX.
///
/// @param loss J in one line
/// @param derivatives a line for each partial derivative
/// @param note why something is left out; empty if nothing is
record ProblemLatex(String loss, List<String> derivatives, String note) {
    /// Longer formulas cannot be read, and take long to set.
    private static final long LONGEST = 2_000;

    private static final int MOST_DERIVATIVES = 6;

    ProblemLatex {
        derivatives = List.copyOf(derivatives);
    }

    /// The mathematics of a problem; not for the FX thread when the formula is long.
    static ProblemLatex of(Problem problem) {
        return switch (problem) {
            case Problem.Formula formula -> ofFormula(formula);
            case Problem.Linear linear -> ofLinear(linear);
            case Problem.Logistic logistic -> ofLogistic(logistic);
            case Problem.Softmax softmax -> ofSoftmax(softmax);
            case Problem.Network network -> ofNetwork(network);
        };
    }

    private static ProblemLatex ofFormula(Problem.Formula formula) {
        FormulaObjective objective = formula.objective();
        List<String> names =
                formula.variables().stream().map(LatexPrinter::name).toList();
        String head = "J(" + String.join(", ", names) + ") = ";
        if (Graph.treeSize(objective.formula()) > LONGEST) {
            return new ProblemLatex("", List.of(), "The formula is too long to be typeset.");
        }
        List<String> lines = new ArrayList<>();
        String note = "";
        List<Expr> partials = objective.partialDerivatives();
        for (int i = 0; i < partials.size(); i++) {
            if (i == MOST_DERIVATIVES || Graph.treeSize(partials.get(i)) > LONGEST) {
                note = "Some derivatives are too long or too many to be shown.";
                break;
            }
            String operator = partials.size() == 1
                    ? "\\frac{dJ}{d" + names.get(i) + "}"
                    : "\\frac{\\partial J}{\\partial " + names.get(i) + "}";
            lines.add(operator + " = " + LatexPrinter.print(partials.get(i)));
        }
        String goal = formula.goal() == Goal.MAXIMISE ? "\\max\\; " : "";
        return new ProblemLatex(goal + head + LatexPrinter.print(objective.formula()), lines, note);
    }

    private static ProblemLatex ofLinear(Problem.Linear linear) {
        String factor = linear.options().halfLoss() ? "\\frac{1}{2m}" : "\\frac{1}{m}";
        String model = prediction(linear.objective().features().features());
        String residual = "\\left(" + model + " - y_{i}\\right)";
        return new ProblemLatex(
                "J(\\theta) = " + factor + "\\sum_{i} " + residual + "^{2}"
                        + penalty(linear.options().l2(), "w"),
                List.of("\\nabla J = " + (linear.options().halfLoss() ? "\\frac{1}{m}" : "\\frac{2}{m}")
                        + "\\, X^{T} (X\\theta - y)" + (linear.options().l2() > 0 ? " + \\lambda w" : "")),
                "");
    }

    private static ProblemLatex ofLogistic(Problem.Logistic logistic) {
        return new ProblemLatex(
                "J(\\theta) = \\frac{1}{m}\\sum_{i} \\left[\\ln\\left(1 + e^{z_{i}}\\right) - y_{i} z_{i}\\right]"
                        + penalty(logistic.options().l2(), "w"),
                List.of(
                        "z_{i} = " + prediction(logistic.features().size()),
                        "\\nabla J = \\frac{1}{m}\\, X^{T} (\\sigma(X\\theta) - y)"
                                + (logistic.options().l2() > 0 ? " + \\lambda w" : "")),
                "");
    }

    private static ProblemLatex ofSoftmax(Problem.Softmax softmax) {
        return new ProblemLatex(
                "J(W, b) = \\frac{1}{m}\\sum_{i} \\left[\\ln \\sum_{c} e^{z_{ic}} - z_{iy_{i}}\\right]"
                        + penalty(softmax.options().l2(), "W"),
                List.of(
                        "z_{i} = W x_{i} + b,\\quad p_{ic} = e^{z_{ic}} / \\sum_{c'} e^{z_{ic'}}",
                        "\\nabla_{W} J = \\frac{1}{m}\\sum_{i} (p_{i} - e_{y_{i}})\\, x_{i}^{T}"
                                + (softmax.options().l2() > 0 ? " + \\lambda W" : "")),
                "");
    }

    private static ProblemLatex ofNetwork(Problem.Network network) {
        NetworkShape shape = network.objective().shape();
        String loss =
                switch (shape.output()) {
                    case VALUE -> "(z_{i} - y_{i})^{2}";
                    case LOGIT -> "\\left[\\ln\\left(1 + e^{z_{i}}\\right) - y_{i} z_{i}\\right]";
                    case LOGITS -> "\\left[\\ln \\sum_{c} e^{z_{ic}} - z_{iy_{i}}\\right]";
                };
        int last = shape.layers();
        List<String> lines = new ArrayList<>();
        for (int layer = 1; layer < last; layer++) {
            lines.add("a^{(" + layer + ")} = \\mathrm{" + shape.activation().word() + "}\\left(W_{" + layer + "} "
                    + input(layer) + " + b_{" + layer + "}\\right)");
        }
        lines.add("z = W_{" + last + "} " + input(last) + " + b_{" + last + "}");
        return new ProblemLatex(
                "J(W, b) = \\frac{1}{m}\\sum_{i} " + loss
                        + penalty(network.options().l2(), "W"),
                lines,
                "");
    }

    private static String input(int layer) {
        return layer == 1 ? "x" : "a^{(" + (layer - 1) + ")}";
    }

    private static String prediction(int features) {
        return switch (features) {
            case 1 -> "\\theta_{0} + \\theta_{1} x_{i}";
            case 2 -> "\\theta_{0} + \\theta_{1} x_{i1} + \\theta_{2} x_{i2}";
            default -> "\\theta_{0} + \\sum_{j} \\theta_{j} x_{ij}";
        };
    }

    private static String penalty(double l2, String weights) {
        return l2 > 0 ? " + \\frac{\\lambda}{2} \\Vert " + weights + "\\Vert^{2}" : "";
    }
}
