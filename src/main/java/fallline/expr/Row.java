package fallline.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands between two brackets while it is read: operands gather into implicit products, those into products and
/// quotients, those into sums, and two sums into a comparison.
final class Row {
    private final Interner interner;
    private final List<Expr> neighbours = new ArrayList<>();
    private final List<Expr> factors = new ArrayList<>();
    private final List<Expr> terms = new ArrayList<>();
    private boolean minus;
    private boolean divide;
    private int divisions;
    private Optional<Expr> left = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();

    Row(Interner interner) {
        this.interner = interner;
    }

    /// The next operand; it multiplies the one before it if no sign came between.
    void operand(Expr operand) {
        neighbours.add(operand);
    }

    /// A `*` or `/` was read.
    void factor(Token sign) throws FormulaException {
        endFactor();
        if (sign.is("/")) {
            if (++divisions > Parser.MAX_NESTING) {
                throw sign.error(
                        "more than " + Parser.MAX_NESTING + " divisions in a row", "gather the divisors in brackets");
            }
            divide = true;
        }
    }

    /// A `+` or `-` was read.
    void term(boolean negative) {
        endTerm();
        minus = negative;
    }

    /// A comparison's sign was read.
    void compare(Comparison sign, Token token) throws FormulaException {
        if (comparison.isPresent()) {
            throw token.error("a second comparison", "comparisons do not chain, nest two if instead");
        }
        left = Optional.of(endSum());
        comparison = Optional.of(sign);
    }

    Expr finish() {
        Expr right = endSum();
        return comparison.isPresent() && left.isPresent()
                ? interner.compare(comparison.get(), left.get(), right)
                : right;
    }

    private void endFactor() {
        Expr factor = interner.product(List.copyOf(neighbours));
        neighbours.clear();
        if (divide) {
            factor = interner.quotient(interner.product(List.copyOf(factors)), factor);
            factors.clear();
            divide = false;
        }
        factors.add(factor);
    }

    private void endTerm() {
        endFactor();
        Expr term = interner.product(List.copyOf(factors));
        terms.add(minus ? interner.negate(term) : term);
        factors.clear();
        minus = false;
        divisions = 0;
    }

    private Expr endSum() {
        endTerm();
        Expr sum = interner.sum(List.copyOf(terms));
        terms.clear();
        return sum;
    }
}
