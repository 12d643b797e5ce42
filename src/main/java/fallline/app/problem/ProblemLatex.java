package fallline.app.problem;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.algebra.Kink;
import fallline.expr.algebra.KinkFinder;
import fallline.expr.compile.CompiledFormula;
import fallline.expr.print.LatexPrinter;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaObjective;
import fallline.objective.kernel.NetworkShape;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A problem in LaTeX.
///
/// @param loss J in one line
/// @param derivatives a line for each partial derivative
/// @param note why something is left out, and how a large formula is run; empty if there is nothing to say
/// @param form how the formula is run: `compiled`; empty for models on data
/// @param kinks where there may be no derivative
record ProblemLatex(String loss, List<String> derivatives, String note, String form, List<Kink> kinks) {
    /// Longer formulas cannot be read, and take long to set.
    private static final long LONGEST = 2_000;

    private static final int MOST_DERIVATIVES = 6;

    ProblemLatex {
        derivatives = List.copyOf(derivatives);
        kinks = List.copyOf(kinks);
    }

    /// Of a model on data.
    private ProblemLatex(String loss, List<String> derivatives) {
        this(loss, derivatives, "", "", List.of());
    }

    /// Nothing yet.
    static ProblemLatex none() {
        return new ProblemLatex("", List.of());
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
        CompiledFormula.Form form = objective.form();
        List<String> notes = new ArrayList<>();
        if (form != CompiledFormula.Form.ONE_METHOD) {
            notes.add("The formula is " + form.description() + ".");
        }
        List<Kink> kinks = KinkFinder.find(objective.formula(), formula.variables());
        long size = Graph.treeSize(objective.formula());
        if (size > LONGEST) {
            notes.addFirst(tooLong("J and its derivatives are", size));
            return new ProblemLatex("", List.of(), String.join(" ", notes), form.description(), kinks);
        }
        List<String> lines = new ArrayList<>();
        List<Expr> partials = objective.partialDerivatives();
        for (int i = 0; i < Math.min(MOST_DERIVATIVES, partials.size()); i++) {
            long nodes = Graph.treeSize(partials.get(i));
            if (nodes > LONGEST) {
                notes.addFirst(
                        tooLong("The derivative by " + formula.variables().get(i) + " is", nodes));
            } else {
                lines.add(operator(names, i) + " = " + LatexPrinter.print(partials.get(i)));
            }
        }
        if (partials.size() > MOST_DERIVATIVES) {
            notes.addFirst("The first " + MOST_DERIVATIVES + " of " + partials.size() + " derivatives are shown.");
        }
        String head = "J(" + String.join(", ", names) + ") = ";
        String goal = formula.goal() == Goal.MAXIMISE ? "\\max\\; " : "";
        String loss = goal + head + LatexPrinter.print(objective.formula());
        return new ProblemLatex(loss, lines, String.join(" ", notes), form.description(), kinks);
    }

    private static String operator(List<String> names, int i) {
        return names.size() == 1
                ? "\\frac{dJ}{d" + names.get(i) + "}"
                : "\\frac{\\partial J}{\\partial " + names.get(i) + "}";
    }

    private static String tooLong(String what, long nodes) {
        return nodes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%s too long to be shown (more than %,d nodes).", what, LONGEST)
                : String.format(Locale.ROOT, "%s too long to be shown (%,d nodes, at most %,d).", what, nodes, LONGEST);
    }

    private static ProblemLatex ofLinear(Problem.Linear linear) {
        String factor = linear.options().halfLoss() ? "\\frac{1}{2m}" : "\\frac{1}{m}";
        String model = prediction(linear.objective().features().features());
        String residual = "\\left(" + model + " - y_{i}\\right)";
        return new ProblemLatex(
                "J(\\theta) = " + factor + "\\sum_{i} " + residual + "^{2}"
                        + penalty(linear.options().l2(), "w"),
                List.of("\\nabla J = " + (linear.options().halfLoss() ? "\\frac{1}{m}" : "\\frac{2}{m}")
                        + "\\, X^{T} (X\\theta - y)" + (linear.options().l2() > 0 ? " + \\lambda w" : "")));
    }

    private static ProblemLatex ofLogistic(Problem.Logistic logistic) {
        return new ProblemLatex(
                "J(\\theta) = \\frac{1}{m}\\sum_{i} \\left[\\ln\\left(1 + e^{z_{i}}\\right) - y_{i} z_{i}\\right]"
                        + penalty(logistic.options().l2(), "w"),
                List.of(
                        "z_{i} = " + prediction(logistic.features().size()),
                        "\\nabla J = \\frac{1}{m}\\, X^{T} (\\sigma(X\\theta) - y)"
                                + (logistic.options().l2() > 0 ? " + \\lambda w" : "")));
    }

    private static ProblemLatex ofSoftmax(Problem.Softmax softmax) {
        return new ProblemLatex(
                "J(W, b) = \\frac{1}{m}\\sum_{i} \\left[\\ln \\sum_{c} e^{z_{ic}} - z_{iy_{i}}\\right]"
                        + penalty(softmax.options().l2(), "W"),
                List.of(
                        "z_{i} = W x_{i} + b,\\quad p_{ic} = e^{z_{ic}} / \\sum_{c'} e^{z_{ic'}}",
                        "\\nabla_{W} J = \\frac{1}{m}\\sum_{i} (p_{i} - e_{y_{i}})\\, x_{i}^{T}"
                                + (softmax.options().l2() > 0 ? " + \\lambda W" : "")));
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
                lines);
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
