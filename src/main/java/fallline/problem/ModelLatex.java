package fallline.problem;

import java.util.Locale;

/// The pieces of LaTeX that the models share.
final class ModelLatex {
    private ModelLatex() {}

    /// θ with its place, from 0.
    static String theta(int index) {
        return String.format(Locale.ROOT, "\\theta_{%d}", index);
    }

    /// θ₀ + θ₁ x₁ …
    static String prediction(int features) {
        return switch (features) {
            case 1 -> "\\theta_{0} + \\theta_{1} x_{i}";
            case 2 -> "\\theta_{0} + \\theta_{1} x_{i1} + \\theta_{2} x_{i2}";
            default -> "\\theta_{0} + \\sum_{j} \\theta_{j} x_{ij}";
        };
    }

    /// What the penalty adds to J; empty without one.
    static String penalty(double l2, String weights) {
        return l2 > 0 ? " + \\frac{\\lambda_{2}}{2} \\Vert " + weights + "\\Vert^{2}" : "";
    }

    /// What the penalty adds to ∇J; empty without one.
    static String penaltySlope(double l2, String weights) {
        return l2 > 0 ? " + \\lambda_{2} " + weights : "";
    }

    /// What a row's error is multiplied by in the derivative by parameter `index` of a model that is linear in its
    /// features.
    static String factor(int index) {
        return index == 0 ? "" : String.format(Locale.ROOT, "\\, x_{i%d}", index);
    }

    /// A parameter beside an axis, of a model that is linear in its features.
    static String axis(Problem.OnData problem, int index) {
        if (index == 0) {
            return "intercept";
        }
        String feature = problem.objective().parameterNames().get(index);
        return problem.objective().features().features() == 1 ? "slope" : "slope of " + feature;
    }

    /// `Softmax regression of species on petal_length, iris`.
    static String headline(String what, Problem.OnData problem) {
        return what + " on " + String.join(", ", problem.features()) + ", "
                + problem.data().name();
    }
}
