package fallline.expr.parse;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Interner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What stands between two brackets while it is read: operands gather into implicit products, those into products and
/// quotients, those into sums, and two sums into a comparison.
final class Row {
    /// What stands in front of an operand and binds less tightly than a `^` behind it.
    private sealed interface Waiting {
        enum Minus implements Waiting {
            INSTANCE
        }

        enum Plus implements Waiting {
            INSTANCE
        }

        enum Root implements Waiting {
            INSTANCE
        }

        record Base(Expr base) implements Waiting {}
    }

    private final Interner interner;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
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

    /// A sign in front of the operand that is to come.
    void sign(boolean negative) {
        waiting.push(negative ? Waiting.Minus.INSTANCE : Waiting.Plus.INSTANCE);
    }

    /// A `√` in front of the operand that is to come; it holds the powers behind the operand too.
    void root() {
        waiting.push(Waiting.Root.INSTANCE);
    }

    /// An operand that a `^` follows.
    void base(Expr base) {
        waiting.push(new Waiting.Base(base));
    }

    /// The next operand, no `^` behind it: signs and powers that waited for it are done, and it multiplies the operand
    /// before it if no operator came between. Returns how many waited.
    int operand(Expr operand) {
        Expr whole = operand;
        int done = waiting.size();
        while (!waiting.isEmpty()) {
            whole = switch (waiting.pop()) {
                case Waiting.Minus _ -> interner.negate(whole);
                case Waiting.Plus _ -> whole;
                case Waiting.Root _ -> interner.call(Function.SQRT, List.of(whole));
                case Waiting.Base(Expr base) -> interner.power(base, whole);
            };
        }
        neighbours.add(whole);
        return done;
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
