package fallline.picture;

import fallline.expr.print.LatexPrinter;
import fallline.objective.Objective;
import fallline.problem.Problem;
import java.util.Locale;

/// What parameters and points are called in pictures.
public final class Names {
    private Names() {}

    /// The start; in a window, where it can be dragged, the word says so.
    public static String start(Later later) {
        return later.isAtOnce() ? "start" : "drag the start";
    }

    /// The parameter as text.
    public static String shown(Objective objective, int index) {
        return objective.parameterNames().get(index);
    }

    /// The parameter in LaTeX: a formula's own name, W and b with their places for models of several outputs, θ with a
    /// number for others.
    public static String latex(Problem problem, int index) {
        return switch (problem) {
            case Problem.Formula _ -> LatexPrinter.name(shown(problem.objective(), index));
            case Problem.Linear _, Problem.Logistic _ -> String.format(Locale.ROOT, "\\theta_{%d}", index);
            case Problem.Softmax softmax -> {
                int features = softmax.features().size();
                int weights = softmax.objective().classes().size() * features;
                yield index < weights
                        ? String.format(Locale.ROOT, "W_{%d,%d}", index / features + 1, index % features + 1)
                        : String.format(Locale.ROOT, "b_{%d}", index - weights + 1);
            }
            case Problem.Network network ->
                place(network.objective().shape().parameterNames().get(index));
        };
    }

    /// `W1[2,3]` as W with its layer above and its places below.
    private static String place(String name) {
        int bracket = name.indexOf('[');
        return name.charAt(0) + "^{(" + name.substring(1, bracket) + ")}_{"
                + name.substring(bracket + 1, name.length() - 1) + "}";
    }

    /// The label of an axis: the name, and for models what it is the parameter of.
    public static String axis(Problem problem, int index) {
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
