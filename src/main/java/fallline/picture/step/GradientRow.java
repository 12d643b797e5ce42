package fallline.picture.step;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.print.LatexPrinter;
import fallline.figure.page.StepFigure.Row;
import fallline.figure.paint.Numbers;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.problem.Problem;

/// The first row of a step: where the gradient comes from.
final class GradientRow {
    /// Larger derivatives do not fit on a screen.
    private static final long LARGEST_DERIVATIVE = 300;

    private GradientRow() {}

    /// @param digits of the slope and of the numbers in it
    static Row of(Problem problem, int index, double[] theta, double slope, int[] batch, int digits) {
        String name = problem.notation().latex(index);
        boolean single = theta.length == 1;
        String derivative = single ? "\\frac{dJ}{d" + name + "}" : "\\frac{\\partial J}{\\partial " + name + "}";
        String left = problem.goal() == Goal.MAXIMISE ? "-g = " + derivative : "g = " + derivative;
        return switch (problem) {
            case Problem.Formula formula -> formulaRow(formula, index, theta, left, slope, digits);
            case Problem.OnData model -> {
                int rows = batch.length == 0 ? model.objective().rows() : batch.length;
                yield new Row(
                        rows(batch),
                        left + " = " + model.notation().slope(index, rows),
                        "",
                        result(batch, slope, digits));
            }
        };
    }

    private static Row formulaRow(
            Problem.Formula problem, int index, double[] theta, String left, double slope, int digits) {
        Expr derivative = problem.objective().partialDerivatives().get(index);
        if (Graph.treeSize(derivative) > LARGEST_DERIVATIVE) {
            return new Row("gradient", left, "", "= " + number(slope, digits));
        }
        return new Row(
                "gradient",
                left + " = " + LatexPrinter.print(derivative),
                "= " + LatexPrinter.print(derivative, name -> value(problem, name, theta, digits)),
                "= " + number(slope, digits));
    }

    private static String value(Problem.Formula problem, String name, double[] theta, int digits) {
        int place = problem.variables().indexOf(name);
        FormulaParameter parameter = problem.parameters().get(name);
        return place >= 0
                ? number(theta[place], digits)
                : parameter != null ? number(parameter.value(), digits) : LatexPrinter.name(name);
    }

    private static String rows(int[] batch) {
        return batch.length == 0
                ? "gradient over all rows"
                : batch.length == 1 ? "gradient of row " + (batch[0] + 1) : "gradient of " + batch.length + " rows";
    }

    /// With a batch, the slope over all rows is not the one that the step uses, so it is not claimed.
    private static String result(int[] batch, double slope, int digits) {
        return batch.length == 0 ? "= " + number(slope, digits) : "";
    }

    /// A number in LaTeX with so many digits.
    static String number(double value, int digits) {
        return Numbers.latex(value, digits);
    }
}
