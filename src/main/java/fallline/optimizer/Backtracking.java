package fallline.optimizer;

import fallline.number.Numbers;

/// A line search that starts at the learning rate and shrinks the length t until J(θ + t·d) ≤ J(θ) + c₁·t·gᵀd.
///
/// J is all that it looks at: a pull of weight_decay is no part of it. A direction that does not lead down, or a
/// hundred lengths without success, leave θ where it is.
///
/// Source: Armijo 1966; Nocedal & Wright 2006, algorithm 3.1.
///
/// @param c1 the part of the decrease promised by the slope that is enough, in (0, 1)
/// @param shrink what the length is multiplied by, in (0, 1)
public record Backtracking(double c1, double shrink) {
    /// The most lengths that are tried in a step.
    public static final int MOST_TRIALS = 100;

    public Backtracking {
        requireFraction("c1", c1);
        requireFraction("shrink", shrink);
    }

    private static void requireFraction(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " of line_search must be in (0, 1), got " + Numbers.exact(value));
        }
    }

    /// The one of a recipe that gives no numbers: c₁ = 1e-4, halving.
    public static Backtracking standard() {
        return new Backtracking(1e-4, 0.5);
    }

    /// Whether J fell enough.
    ///
    /// @param start J before
    /// @param promised the change of J that the slope promises, t·gᵀd
    /// @param value J after
    public boolean accepts(double start, double promised, double value) {
        return value <= start + c1 * promised;
    }
}
