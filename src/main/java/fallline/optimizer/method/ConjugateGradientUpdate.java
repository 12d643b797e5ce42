package fallline.optimizer.method;

import static fallline.optimizer.rule.StageList.number;

import fallline.optimizer.Evaluation;
import fallline.optimizer.Stage;
import fallline.optimizer.Update;
import fallline.optimizer.Vectors;
import fallline.optimizer.rule.Rule;
import fallline.optimizer.rule.StageList;
import java.util.Arrays;
import java.util.List;

/// Makes the steps of nonlinear conjugate gradients.
///
/// d ← −g + β·d, with β = gᵀ(g − g₋)/g₋ᵀg₋ or 0 if that is negative (Polak–Ribière⁺), or gᵀg/g₋ᵀg₋ (Fletcher–Reeves);
/// a direction that does not lead down is replaced by −g. The line search first tries min(1, 1/|g|₁), later the length
/// that would repeat the first-order change of the step before (Nocedal & Wright 2006, p. 59). At max|g| ≤ 1e-7, where
/// J has no digits left for a line search, the method rests.
///
/// Its state: d (n), the previous gradient (n), the previous length and slope.
final class ConjugateGradientUpdate implements Update {
    private final int n;
    private final int previous;
    private final int length;
    private final int slope;
    private final StrongWolfe search;
    private final double[] gradient;
    private final double[] direction;
    private double value;
    private double beta;
    private double slopeNow;
    private boolean restarted;

    ConjugateGradientUpdate(int dimension) {
        n = dimension;
        previous = n;
        length = 2 * n;
        slope = length + 1;
        search = new StrongWolfe(dimension);
        gradient = new double[dimension];
        direction = new double[dimension];
    }

    static int stateSize(int dimension) {
        return 2 * dimension + 2;
    }

    @Override
    public void start(double[] theta, double[] hyper, double[] state) {
        Arrays.fill(state, 0);
    }

    @Override
    public double step(double[] theta, double[] hyper, double[] state, int t, Evaluation evaluation) {
        value = evaluation.gradient(theta, gradient);
        if (FirstLength.rests(gradient)) {
            return 0;
        }
        turn(hyper, state);
        double found = search(theta, hyper, state, evaluation);
        for (int i = 0; i < n; i++) {
            theta[i] += found * direction[i];
        }
        return found;
    }

    /// Finds the direction.
    private void turn(double[] hyper, double[] state) {
        beta = state[slope] == 0 ? 0 : beta(hyper, state);
        for (int i = 0; i < n; i++) {
            direction[i] = -gradient[i] + beta * state[i];
        }
        slopeNow = Vectors.dot(gradient, direction);
        restarted = !(slopeNow < 0);
        if (restarted) {
            for (int i = 0; i < n; i++) {
                direction[i] = -gradient[i];
            }
            slopeNow = Vectors.dot(gradient, direction);
        }
    }

    private double beta(double[] hyper, double[] state) {
        double before = Vectors.dot(state, previous, state, previous, n);
        double now = Vectors.dot(gradient, gradient);
        if (hyper[ConjugateGradient.VARIANT] != 0) {
            return now / before;
        }
        double change = now - Vectors.dot(gradient, 0, state, previous, n);
        return change > 0 ? change / before : 0;
    }

    /// Finds the length, and writes the state for the next step.
    private double search(double[] theta, double[] hyper, double[] state, Evaluation evaluation) {
        double first = state[slope] == 0 || state[length] == 0
                ? FirstLength.of(gradient)
                : state[length] * (state[slope] / slopeNow);
        double found = search.search(
                evaluation,
                theta,
                value,
                gradient,
                direction,
                first,
                hyper[ConjugateGradient.C1],
                hyper[ConjugateGradient.C2]);
        System.arraycopy(direction, 0, state, 0, n);
        System.arraycopy(gradient, 0, state, previous, n);
        state[length] = found;
        state[slope] = slopeNow;
        return found;
    }

    @Override
    public List<Stage> explain(
            double[] theta, double[] hyper, double[] state, int t, int index, String name, Evaluation evaluation) {
        StageList stages = new StageList();
        value = evaluation.gradient(theta, gradient);
        stages.add("slope", Rule.GRADIENT, "g = \\nabla J", gradient[index]);
        if (FirstLength.rests(gradient)) {
            stages.add("max |g| is below 10⁻⁷: at rest", Rule.THETA, name + " \\leftarrow " + name, theta[index]);
            return stages.list();
        }
        turn(hyper, state);
        describeTurn(stages, hyper, state, index);
        double found = search(theta, hyper, state.clone(), evaluation);
        stages.add("length from the line search, " + search.evaluations() + " evaluations", "t", "t", found);
        stages.move("step", name, "t", theta[index], found, direction[index]);
        return stages.list();
    }

    private void describeTurn(StageList stages, double[] hyper, double[] state, int index) {
        if (state[slope] == 0 || restarted) {
            String caption = restarted ? "not downhill: start afresh, straight down" : "first step: straight down";
            stages.add(caption, "d", "d = -g", "-" + number(gradient[index]), direction[index]);
        } else {
            String symbols = hyper[ConjugateGradient.VARIANT] != 0
                    ? "\\beta = \\frac{g^{\\top} g}{g_{-}^{\\top} g_{-}}"
                    : "\\beta = \\max\\!\\left(\\frac{g^{\\top} (g - g_{-})}{g_{-}^{\\top} g_{-}}, 0\\right)";
            stages.add("part of the last direction that stays", "beta", symbols, beta);
            stages.add(
                    "direction",
                    "d",
                    "d \\leftarrow -g + \\beta\\, d",
                    "-" + number(gradient[index]) + " + " + number(beta) + " \\cdot " + number(state[index]),
                    direction[index]);
        }
        stages.add("slope along it", "slope", "g^{\\top} d", slopeNow);
    }
}
