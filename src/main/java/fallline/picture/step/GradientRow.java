package fallline.picture.step;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.print.LatexPrinter;
import fallline.figure.page.StepFigure.Row;
import fallline.figure.paint.Numbers;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.kernel.NetworkShape;
import fallline.picture.Names;
import fallline.problem.Problem;
import java.util.Locale;

/// The first row of a step: where the gradient comes from.
final class GradientRow {
    /// Larger derivatives do not fit on a screen.
    private static final long LARGEST_DERIVATIVE = 300;

    private GradientRow() {}

    static Row of(Problem problem, int index, double[] theta, double slope, int[] batch) {
        String name = Names.latex(problem, index);
        boolean single = theta.length == 1;
        String derivative = single ? "\\frac{dJ}{d" + name + "}" : "\\frac{\\partial J}{\\partial " + name + "}";
        String left = problem.goal() == Goal.MAXIMISE ? "-g = " + derivative : "g = " + derivative;
        return switch (problem) {
            case Problem.Formula formula -> formulaRow(formula, index, theta, left, slope);
            case Problem.Linear linear ->
                new Row(
                        rows(batch),
                        left + " = " + (linear.options().halfLoss() ? "\\frac{1}{" : "\\frac{2}{")
                                + count(batch, linear.objective().rows()) + "} \\sum_i (\\hat{y}_i - y_i)"
                                + factor(index),
                        "",
                        result(batch, slope));
            case Problem.Logistic logistic ->
                new Row(
                        rows(batch),
                        left + " = \\frac{1}{"
                                + count(batch, logistic.objective().rows()) + "} \\sum_i (\\hat{p}_i - y_i)"
                                + factor(index),
                        "",
                        result(batch, slope));
            case Problem.Softmax softmax ->
                new Row(
                        rows(batch),
                        left + " = \\frac{1}{"
                                + count(batch, softmax.objective().rows()) + "} \\sum_i (\\hat{p}_{ic} - [y_i = c])"
                                + softmaxFactor(softmax, index),
                        "",
                        result(batch, slope));
            case Problem.Network network ->
                new Row(
                        rows(batch),
                        left + " = \\frac{1}{"
                                + count(batch, network.objective().rows()) + "} \\sum_i "
                                + propagated(network.objective().shape(), index),
                        "",
                        result(batch, slope));
        };
    }

    private static String softmaxFactor(Problem.Softmax problem, int index) {
        int features = problem.features().size();
        int weights = problem.objective().classes().size() * features;
        return index < weights
                ? String.format(Locale.ROOT, "\\, x_{i%d}, \\ c = %d", index % features + 1, index / features + 1)
                : String.format(Locale.ROOT, ", \\ c = %d", index - weights + 1);
    }

    /// Back-propagation: the derivative of a row's loss by the sum of a unit, times what comes into it.
    private static String propagated(NetworkShape shape, int index) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            int bias = index - shape.biases(layer);
            if (bias >= 0 && bias < shape.outputs(layer)) {
                return String.format(Locale.ROOT, "\\delta^{(%d)}_{i%d}", layer + 1, bias + 1);
            }
            if (index < shape.weights(layer).end()) {
                int place = index - shape.weights(layer).at();
                int unit = place / shape.inputs(layer) + 1;
                int input = place % shape.inputs(layer) + 1;
                String from = layer == 0
                        ? String.format(Locale.ROOT, "x_{i%d}", input)
                        : String.format(Locale.ROOT, "a^{(%d)}_{i%d}", layer, input);
                return String.format(Locale.ROOT, "\\delta^{(%d)}_{i%d} \\, %s", layer + 1, unit, from);
            }
        }
        throw new IllegalArgumentException("the network has no parameter " + index);
    }

    private static Row formulaRow(Problem.Formula problem, int index, double[] theta, String left, double slope) {
        Expr derivative = problem.objective().partialDerivatives().get(index);
        if (Graph.treeSize(derivative) > LARGEST_DERIVATIVE) {
            return new Row("gradient", left, "", "= " + number(slope));
        }
        return new Row(
                "gradient",
                left + " = " + LatexPrinter.print(derivative),
                "= " + LatexPrinter.print(derivative, name -> value(problem, name, theta)),
                "= " + number(slope));
    }

    private static String value(Problem.Formula problem, String name, double[] theta) {
        int place = problem.variables().indexOf(name);
        FormulaParameter parameter = problem.parameters().get(name);
        return place >= 0
                ? number(theta[place])
                : parameter != null ? number(parameter.value()) : LatexPrinter.name(name);
    }

    private static String rows(int[] batch) {
        return batch.length == 0
                ? "gradient over all rows"
                : batch.length == 1 ? "gradient of row " + (batch[0] + 1) : "gradient of " + batch.length + " rows";
    }

    private static int count(int[] batch, int rows) {
        return batch.length == 0 ? rows : batch.length;
    }

    private static String factor(int index) {
        return index == 0 ? "" : String.format(Locale.ROOT, "\\, x_{i%d}", index);
    }

    /// With a batch, the slope over all rows is not the one that the step uses, so it is not claimed.
    private static String result(int[] batch, double slope) {
        return batch.length == 0 ? "= " + number(slope) : "";
    }

    /// A number in LaTeX with four digits.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\\mathrm{NaN}" : value > 0 ? "\\infty" : "-\\infty";
        }
        String text = Numbers.brief(value, 4).replace('−', '-');
        int times = text.indexOf('×');
        if (times < 0) {
            return text;
        }
        StringBuilder exponent = new StringBuilder();
        text.substring(times + 3).chars().forEach(c -> exponent.append(digit((char) c)));
        return text.substring(0, times) + " \\cdot 10^{" + exponent + "}";
    }

    private static char digit(char superscript) {
        int place = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(superscript);
        return place < 0 ? superscript : "0123456789-".charAt(place);
    }
}
