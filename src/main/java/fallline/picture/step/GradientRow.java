package fallline.picture.step;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.print.LatexPrinter;
import fallline.figure.page.StepFigure.Row;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.problem.Problem;

/// The first row of a step: where the gradient comes from.
final class GradientRow {
    /// Larger derivatives do not fit on a screen.
    private static final long LARGEST_DERIVATIVE = 300;

    private GradientRow() {}

    /// @param slope over the rows of the step, as the rule reads it
    /// @param seen which rows those are, in words
    /// @param batch how many they are; 0 for all
    /// @param digits of the slope and of the numbers in it
    static Row of(Problem problem, int index, double[] theta, double slope, String seen, int batch, int digits) {
        String name = problem.notation().latex(index);
        boolean single = theta.length == 1;
        String derivative = single ? "\\frac{dJ}{d" + name + "}" : "\\frac{\\partial J}{\\partial " + name + "}";
        String left = problem.goal() == Goal.MAXIMISE ? "-g = " + derivative : "g = " + derivative;
        return switch (problem) {
            case Problem.Formula formula -> formulaRow(formula, index, theta, left, slope, digits);
            case Problem.OnData model -> {
                int rows = batch == 0 ? model.objective().rows() : batch;
                String ridge = isPenalised(model, index) ? " + \\lambda_{2} " + name : "";
                yield new Row(
                        seen,
                        left + " = " + model.notation().slope(index, rows) + ridge,
                        "",
                        "= " + number(slope, digits));
            }
        };
    }

    private static boolean isPenalised(Problem.OnData model, int index) {
        return model.options().l2() > 0
                && model.objective().mean().loss().ridge().penalised().stream()
                        .anyMatch(block -> index >= block.at() && index < block.end());
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

    /// A number in LaTeX with so many digits.
    static String number(double value, int digits) {
        return Numbers.latex(value, digits);
    }
}
