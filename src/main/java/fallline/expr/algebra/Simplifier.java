package fallline.expr.algebra;

import fallline.expr.Expr;

/// Writes a formula as a person would: numbers folded, like terms and equal factors gathered, 0 and 1 dropped.
///
/// For the eye: the result is equal as mathematics and has the same domain, but not the same bits. Literals are taken
/// as exact decimals.
public final class Simplifier {
    private Simplifier() {}

    /// The simplified formula.
    public static Expr simplify(Expr formula) {
        return new Algebra().simplify(formula);
    }
}
