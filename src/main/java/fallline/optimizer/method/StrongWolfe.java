package fallline.optimizer.method;

import fallline.optimizer.Evaluation;
import fallline.optimizer.Vectors;

/// A line search for a step length t that meets the strong Wolfe conditions:
/// J(x + t·d) ≤ J(x) + c₁·t·gᵀd and |∇J(x + t·d)ᵀd| ≤ −c₂·gᵀd.
///
/// It brackets such a length, then narrows the bracket by cubic interpolation, in at most 25 rounds; if none is found,
/// the best end of the bracket is taken. Source: PyTorch's `_strong_wolfe` (torch/optim/lbfgs.py, itself after
/// Schmidt's minFunc), operation by operation; Nocedal & Wright 2006, algorithms 3.5 and 3.6.
///
/// An instance holds the arrays for one dimension: one thread uses it at a time, and a search allocates nothing.
final class StrongWolfe {
    private static final int MOST_ROUNDS = 25;
    private static final double TINY = 1e-9;

    private final int dimension;
    private final double[] trial;
    private final double[] trialGradient;
    private final double[] previousGradient;

    /// The two ends of the bracket: length, J, gradient, slope along the line.
    private final double[] lengths = new double[2];

    private final double[] values = new double[2];
    private final double[][] gradients;
    private final double[] slopes = new double[2];

    /// What the search that is going on was asked: J(x + t·d) from x, with J(x), gᵀd and the two constants.
    private double[] x = new double[0];

    private double[] d = x;
    private double startValue;
    private double startSlope;
    private double c1;
    private double c2;
    private double trialValue;
    private double trialSlope;
    private int evaluations;
    private int rounds;
    private int chosen;

    StrongWolfe(int dimension) {
        this.dimension = dimension;
        trial = new double[dimension];
        trialGradient = new double[dimension];
        previousGradient = new double[dimension];
        gradients = new double[2][dimension];
    }

    /// Searches from `start` along `direction`.
    ///
    /// @param value J(start)
    /// @param gradient ∇J(start); left as it is
    /// @param first the length that is tried first
    /// @return the length that was found; [#value] and [#gradient] belong to it
    double search(
            Evaluation evaluation,
            double[] start,
            double value,
            double[] gradient,
            double[] direction,
            double first,
            double armijo,
            double curvature) {
        x = start;
        d = direction;
        startValue = value;
        startSlope = Vectors.dot(gradient, direction);
        c1 = armijo;
        c2 = curvature;
        evaluations = 0;
        rounds = 0;
        evaluate(evaluation, first);
        boolean found = bracket(evaluation, gradient, first);
        chosen = found || values[0] <= values[1] ? 0 : 1;
        if (!found) {
            narrow(evaluation);
        }
        return lengths[chosen];
    }

    /// Fills both ends with a bracket, or end 0 with a length that meets the conditions.
    ///
    /// @return whether end 0 meets them
    private boolean bracket(Evaluation evaluation, double[] gradient, double first) {
        double t = first;
        double previous = 0;
        double previousValue = startValue;
        double previousSlope = startSlope;
        System.arraycopy(gradient, 0, previousGradient, 0, dimension);
        while (rounds < MOST_ROUNDS) {
            boolean tooHigh =
                    trialValue > startValue + c1 * t * startSlope || (rounds > 1 && trialValue >= previousValue);
            if (!tooHigh && Math.abs(trialSlope) <= -c2 * startSlope) {
                setEnd(0, t, trialValue, trialGradient, trialSlope);
                return true;
            }
            if (tooHigh || trialSlope >= 0) {
                setEnd(0, previous, previousValue, previousGradient, previousSlope);
                setEnd(1, t, trialValue, trialGradient, trialSlope);
                return false;
            }
            double least = t + 0.01 * (t - previous);
            double most = t * 10;
            double next = cubic(previous, previousValue, previousSlope, t, trialValue, trialSlope, least, most);
            previous = t;
            previousValue = trialValue;
            previousSlope = trialSlope;
            System.arraycopy(trialGradient, 0, previousGradient, 0, dimension);
            t = next;
            evaluate(evaluation, t);
            rounds++;
        }
        setEnd(0, 0, startValue, gradient, startSlope);
        setEnd(1, t, trialValue, trialGradient, trialSlope);
        return false;
    }

    /// Narrows the bracket until its better end meets the conditions, the bracket is tiny or the rounds are used up.
    private void narrow(Evaluation evaluation) {
        double size = Vectors.largest(d, 0, dimension);
        boolean done = false;
        boolean hesitant = false;
        while (!done && rounds < MOST_ROUNDS && !(Math.abs(lengths[1] - lengths[0]) * size < TINY)) {
            double low = lesser(lengths[0], lengths[1]);
            double high = greater(lengths[0], lengths[1]);
            double t = cubic(lengths[0], values[0], slopes[0], lengths[1], values[1], slopes[1], low, high);
            double margin = 0.1 * (high - low);
            if (lesser(high - t, t - low) < margin) {
                boolean push = hesitant || t >= high || t <= low;
                if (push) {
                    t = Math.abs(t - high) < Math.abs(t - low) ? high - margin : low + margin;
                }
                hesitant = !push;
            } else {
                hesitant = false;
            }
            evaluate(evaluation, t);
            rounds++;
            int other = 1 - chosen;
            if (trialValue > startValue + c1 * t * startSlope || trialValue >= values[chosen]) {
                setEnd(other, t, trialValue, trialGradient, trialSlope);
                chosen = values[0] <= values[1] ? 0 : 1;
            } else {
                if (Math.abs(trialSlope) <= -c2 * startSlope) {
                    done = true;
                } else if (trialSlope * (lengths[other] - lengths[chosen]) >= 0) {
                    setEnd(other, lengths[chosen], values[chosen], gradients[chosen], slopes[chosen]);
                }
                setEnd(chosen, t, trialValue, trialGradient, trialSlope);
            }
        }
    }

    private void evaluate(Evaluation evaluation, double t) {
        for (int i = 0; i < dimension; i++) {
            trial[i] = x[i] + t * d[i];
        }
        trialValue = evaluation.gradient(trial, trialGradient);
        trialSlope = Vectors.dot(trialGradient, d);
        evaluations++;
    }

    private void setEnd(int end, double length, double value, double[] gradient, double slope) {
        lengths[end] = length;
        values[end] = value;
        System.arraycopy(gradient, 0, gradients[end], 0, dimension);
        slopes[end] = slope;
    }

    /// The minimum, within [least, most], of the cubic with values f and slopes g at x₁ and x₂; the middle if it has
    /// none. Nocedal & Wright 2006, equation 3.59.
    private static double cubic(
            double x1, double f1, double g1, double x2, double f2, double g2, double least, double most) {
        double d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2);
        double square = d1 * d1 - g1 * g2;
        if (!(square >= 0)) {
            return (least + most) / 2;
        }
        double d2 = StrictMath.sqrt(square);
        double minimum = x1 <= x2
                ? x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
                : x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2));
        return lesser(greater(minimum, least), most);
    }

    /// The lesser; `a` if one is not a number, as Python's min has it.
    private static double lesser(double a, double b) {
        return b < a ? b : a;
    }

    private static double greater(double a, double b) {
        return b > a ? b : a;
    }

    /// J at the length that was found.
    double value() {
        return values[chosen];
    }

    /// ∇J at the length that was found: the search's own array, to be read until the next search.
    double[] gradient() {
        return gradients[chosen];
    }

    /// How often the last search asked for J with ∇J.
    int evaluations() {
        return evaluations;
    }
}
