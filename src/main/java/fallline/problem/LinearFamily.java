package fallline.problem;

import java.util.List;
import java.util.Set;

/// Straight lines and planes through data, and polynomials.
record LinearFamily() implements ModelFamily {
    @Override
    public String word() {
        return "linear-regression";
    }

    @Override
    public String title() {
        return "Linear regression";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.HALF_LOSS, Option.DEGREE, Option.LASSO);
    }

    @Override
    public Target target() {
        return Target.VALUE;
    }

    @Override
    public Fit fit() {
        return Fit.PLANE;
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
    public boolean isQuadratic() {
        return true;
    }

    @Override
    public Problem.Linear make(ModelDraft draft) {
        return Problems.linear(draft.data(), draft.features(), draft.target(), draft.options());
    }

    /// One linear regression, written down.
    record Written(Problem.Linear problem) implements ModelNotation {
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
            return ModelLatex.headline("Linear regression of " + problem.target(), problem);
        }

        @Override
        public String best() {
            return "least squares";
        }

        @Override
        public String slope(int index, int rows) {
            return (isHalf() ? "\\frac{1}{" : "\\frac{2}{") + rows + "} \\sum_i (\\hat{y}_i - y_i)"
                    + ModelLatex.factor(problem, index);
        }

        @Override
        public ProblemLatex mathematics() {
            String model = ModelLatex.prediction(problem.objective().features().expansion());
            return new ProblemLatex(
                    "J(\\theta) = " + (isHalf() ? "\\frac{1}{2m}" : "\\frac{1}{m}") + "\\sum_{i} \\left(" + model
                            + " - y_{i}\\right)^{2}" + ModelLatex.penalty(problem.options()),
                    List.of("\\nabla J = " + (isHalf() ? "\\frac{1}{m}" : "\\frac{2}{m}") + "\\, X^{T} (X\\theta - y)"
                            + ModelLatex.penaltySlope(problem.options())));
        }

        private boolean isHalf() {
            return problem.options().halfLoss();
        }
    }
}
