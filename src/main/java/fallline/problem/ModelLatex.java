package fallline.problem;

import fallline.objective.model.Expansion;
import fallline.problem.Problem.ModelOptions;
import java.util.Locale;

/// The pieces of LaTeX that the models share.
final class ModelLatex {
    /// Sums of so many products are written out.
    private static final int WRITTEN = 5;

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

    /// θ₀ + θ₁ x₁ + … + θ₅ x₂²; of many products the first and the last.
    static String prediction(Expansion expansion) {
        int count = expansion.size();
        if (expansion.degree() == 1) {
            return prediction(count);
        }
        StringBuilder sum = new StringBuilder("\\theta_{0}");
        for (int j = 0; j < count; j++) {
            if (count <= WRITTEN || j < 2 || j == count - 1) {
                sum.append(String.format(Locale.ROOT, " + \\theta_{%d} %s", j + 1, product(expansion, j)));
            } else if (j == 2) {
                sum.append(" + \\cdots");
            }
        }
        return sum.toString();
    }

    /// Product `j` of row i: `x_{i1}^{2} x_{i2}`.
    private static String product(Expansion expansion, int j) {
        int[] powers = expansion.powers(j);
        StringBuilder product = new StringBuilder();
        for (int k = 0; k < powers.length; k++) {
            if (powers[k] > 0) {
                product.append(product.isEmpty() ? "" : " ")
                        .append(powers.length == 1 ? "x_{i}" : String.format(Locale.ROOT, "x_{i%d}", k + 1))
                        .append(powers[k] > 1 ? String.format(Locale.ROOT, "^{%d}", powers[k]) : "");
            }
        }
        return product.toString();
    }

    /// What the penalty adds to J; empty without one.
    static String penalty(double l2, String weights) {
        return l2 > 0 ? " + \\frac{\\lambda_{2}}{2} \\Vert " + weights + "\\Vert^{2}" : "";
    }

    /// What ridge and l1 add to J.
    static String penalty(ModelOptions options) {
        return penalty(options.l2(), "w") + (options.l1() > 0 ? " + \\lambda_{1} \\Vert w \\Vert_{1}" : "");
    }

    /// What ridge and l1 add to ∇J.
    static String penaltySlope(ModelOptions options) {
        return penaltySlope(options.l2(), "w") + (options.l1() > 0 ? " + \\lambda_{1} \\operatorname{sign}(w)" : "");
    }

    /// What the penalty adds to ∇J; empty without one.
    static String penaltySlope(double l2, String weights) {
        return l2 > 0 ? " + \\lambda_{2} " + weights : "";
    }

    /// What a row's error is multiplied by in the derivative by parameter `index` of a model that is linear in its
    /// features and their products.
    static String factor(Problem.OnData problem, int index) {
        Expansion expansion = problem.objective().features().expansion();
        return index == 0
                ? ""
                : expansion.degree() == 1
                        ? String.format(Locale.ROOT, "\\, x_{i%d}", index)
                        : "\\, " + product(expansion, index - 1);
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
        int degree = problem.options().degree();
        return what + " on " + String.join(", ", problem.features()) + (degree > 1 ? " to degree " + degree : "") + ", "
                + problem.data().name();
    }
}
