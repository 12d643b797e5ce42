package fallline.problem;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Probabilities of several classes.
record SoftmaxFamily() implements ModelFamily {
    @Override
    public String word() {
        return "softmax-regression";
    }

    @Override
    public String title() {
        return "Softmax regression";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Target target() {
        return Target.CLASSES;
    }

    @Override
    public Fit fit() {
        return Fit.FUNCTION_OR_REGIONS;
    }

    @Override
    public boolean isConvex() {
        return true;
    }

    @Override
    public Problem.Softmax make(ModelDraft draft) {
        return Problems.softmax(draft.data(), draft.features(), draft.target(), draft.options());
    }

    /// One softmax regression, written down.
    record Written(Problem.Softmax problem) implements ModelNotation {
        @Override
        public String latex(int index) {
            int features = problem.features().size();
            return isWeight(index)
                    ? String.format(Locale.ROOT, "W_{%d,%d}", index / features + 1, index % features + 1)
                    : String.format(Locale.ROOT, "b_{%d}", index - weights() + 1);
        }

        @Override
        public String axis(int index) {
            return problem.objective().parameterNames().get(index);
        }

        @Override
        public String headline() {
            return ModelLatex.headline("Softmax regression of " + problem.target(), problem);
        }

        @Override
        public String best() {
            return "best fit";
        }

        @Override
        public String slope(int index, int rows) {
            int features = problem.features().size();
            return "\\frac{1}{" + rows + "} \\sum_i (\\hat{p}_{ic} - [y_i = c])"
                    + (isWeight(index)
                            ? String.format(
                                    Locale.ROOT, "\\, x_{i%d}, \\ c = %d", index % features + 1, index / features + 1)
                            : String.format(Locale.ROOT, ", \\ c = %d", index - weights() + 1));
        }

        @Override
        public ProblemLatex mathematics() {
            double l2 = problem.options().l2();
            return new ProblemLatex(
                    "J(W, b) = \\frac{1}{m}\\sum_{i} \\left[\\ln \\sum_{c} e^{z_{ic}} - z_{iy_{i}}\\right]"
                            + ModelLatex.penalty(l2, "W"),
                    List.of(
                            "z_{i} = W x_{i} + b,\\quad p_{ic} = e^{z_{ic}} / \\sum_{c'} e^{z_{ic'}}",
                            "\\nabla_{W} J = \\frac{1}{m}\\sum_{i} (p_{i} - e_{y_{i}})\\, x_{i}^{T}"
                                    + ModelLatex.penaltySlope(l2, "W")));
        }

        private boolean isWeight(int index) {
            return index < weights();
        }

        private int weights() {
            return problem.objective().classes().size() * problem.features().size();
        }
    }
}
