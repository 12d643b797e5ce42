package fallline.picture.step;

import fallline.figure.page.StepFigure.Row;
import fallline.number.Numbers;
import fallline.objective.Objective;
import java.util.Optional;

/// What a step made of J over all rows, and what it would have made of it, had the slope stayed as it was: ∇J·Δθ.
///
/// @param from J where the step begins
/// @param to J where it ends; NaN where either is not known yet
/// @param promised ∇J·Δθ
record LossChange(double from, double to, double promised) {
    /// @param gradient ∇J at `before` over all rows, without the part with a kink, whose change is counted as it is
    static LossChange of(
            Objective objective, double from, double to, double[] gradient, double[] before, double[] after) {
        double promised = objective.lasso().value(after) - objective.lasso().value(before);
        for (int i = 0; i < before.length; i++) {
            promised = Math.fma(gradient[i], after[i] - before[i], promised);
        }
        return new LossChange(from, to, promised);
    }

    private double change() {
        return to - from;
    }

    private boolean isKnown() {
        return Double.isFinite(from) && !Double.isNaN(to);
    }

    /// What the step made of J; nothing where that is not known.
    Optional<Row> came(int digits) {
        String both = latex(from, digits) + " \\rightarrow " + latex(to, digits);
        return isKnown()
                ? Optional.of(
                        new Row("J before → after", both + ", \\quad \\Delta J = " + latex(change(), digits), "", ""))
                : Optional.empty();
    }

    /// What the slope promised; nothing where numbers overflow.
    ///
    /// @param slope how the slope times the move is written: `\nabla J \cdot \Delta\theta`
    Optional<Row> promise(String slope, int digits) {
        return Double.isFinite(promised)
                ? Optional.of(new Row("the slope promised", slope + " = " + latex(promised, digits), "", ""))
                : Optional.empty();
    }

    /// What came of the promise, in a sentence; empty where there is nothing to say.
    String words(boolean past, int digits) {
        if (!isKnown() || !Double.isFinite(to) || !Double.isFinite(promised) || (promised == 0 && change() == 0)) {
            return "";
        }
        String came = Numbers.brief(change(), digits);
        String hoped = Numbers.brief(promised, digits);
        if (came.equals(hoped)) {
            return past
                    ? "J changed by " + came + ", as the slope promised."
                    : "J changes by " + came + ", as the slope promises.";
        }
        return past
                ? "Had the slope stayed the same, J would have changed by " + hoped + "; it changed by " + came + "."
                : "If the slope stayed the same, J would change by " + hoped + "; it changes by " + came + ".";
    }

    private static String latex(double value, int digits) {
        return Numbers.latex(value, digits);
    }
}
