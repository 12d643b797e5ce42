package fallline.figure.compose;

import fallline.expr.LatexPrinter;
import fallline.objective.Objective;
import fallline.objective.Problem;
import java.util.Locale;

/// What parameters are called in pictures.
final class Names {
    private Names() {}

    /// The parameter as text.
    static String shown(Objective objective, int index) {
        return objective.parameterNames().get(index);
    }

    /// The parameter in LaTeX: a formula's own name, θ with a number for models.
    static String latex(Problem problem, int index) {
        return problem instanceof Problem.Formula
                ? LatexPrinter.name(problem.objective().parameterNames().get(index))
                : String.format(Locale.ROOT, "\\theta_{%d}", index);
    }

    /// The label of an axis: the name, and for models what it is the parameter of.
    static String axis(Problem problem, int index) {
        String name = problem.objective().parameterNames().get(index);
        return switch (problem) {
            case Problem.Formula _ -> name;
            case Problem.Linear linear -> index == 0 ? "intercept" : slope(name, linear);
            case Problem.Logistic logistic -> index == 0 ? "intercept" : slope(name, logistic);
            case Problem.Softmax _ -> name;
            case Problem.Network _ -> name;
        };
    }

    private static String slope(String feature, Problem.OnData problem) {
        return problem.objective().features().features() == 1 ? "slope" : "slope of " + feature;
    }
}
