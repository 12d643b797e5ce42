package fallline.problem;

import java.util.List;
import java.util.Set;

/// Probabilities of one of two classes.
record LogisticFamily() implements ModelFamily {
    @Override
    public String word() {
        return "logistic-regression";
    }

    @Override
    public String title() {
        return "Logistic regression";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.POSITIVE, Option.DEGREE, Option.LASSO);
    }

    @Override
    public Target target() {
        return Target.TWO_CLASSES;
    }

    @Override
    public Fit fit() {
        return Fit.PROBABILITY;
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public boolean isConvex() {
        return true;
    }

    @Override
    public Problem.Logistic make(ModelDraft draft) {
        return Problems.logistic(draft.data(), draft.features(), draft.target(), draft.positive(), draft.options());
    }

    /// One logistic regression, written down.
    record Written(Problem.Logistic problem) implements ModelNotation {
        @Override
        public String latex(int index) {
            return ModelLatex.theta(index);
        }

        @Override
        public String axis(int index) {
            return ModelLatex.axis(problem, index);
        }

        @Override
        public String headline() {
            return ModelLatex.headline(
                    "Logistic regression of " + problem.target() + " = " + problem.positive(), problem);
        }

        @Override
        public String best() {
            return "best fit";
        }

        @Override
        public String slope(int index, int rows) {
            return "\\frac{1}{" + rows + "} \\sum_i (\\hat{p}_i - y_i)" + ModelLatex.factor(problem, index);
        }

        @Override
        public ProblemLatex mathematics() {
            return new ProblemLatex(
                    "J(\\theta) = \\frac{1}{m}\\sum_{i} \\left[\\ln\\left(1 + e^{z_{i}}\\right) - y_{i} z_{i}\\right]"
                            + ModelLatex.penalty(problem.options()),
                    List.of(
                            "z_{i} = "
                                    + ModelLatex.prediction(
                                            problem.objective().features().expansion()),
                            "\\nabla J = \\frac{1}{m}\\, X^{T} (\\sigma(X\\theta) - y)"
                                    + ModelLatex.penaltySlope(problem.options())));
        }
    }
}
