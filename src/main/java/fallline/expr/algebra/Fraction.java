package fallline.expr.algebra;

import fallline.expr.Expr;
import fallline.expr.Interner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/// A product and quotient while it is put together: a number, the factors above the line and those below it.
///
/// Powers of one base with whole exponents ≥ 1 are gathered above and below the line separately; nothing is ever
/// cancelled across it, since x/x is not 1 at 0.
final class Fraction {
    /// Longer products than this are not merged into others, so that derivatives of long products stay small.
    private static final int MOST_FACTORS = 256;

    private final Algebra algebra;
    private final Factors above = new Factors();
    private final Factors below = new Factors();
    private Coefficient coefficient = Coefficient.ONE;

    Fraction(Algebra algebra) {
        this.algebra = algebra;
    }

    Coefficient coefficient() {
        return coefficient;
    }

    Fraction times(Expr factor) {
        absorb(factor, false);
        return this;
    }

    Fraction over(Expr divisor) {
        absorb(divisor, true);
        return this;
    }

    private void absorb(Expr factor, boolean divide) {
        Factors side = divide ? below : above;
        switch (factor) {
            case Expr.Num(double value) -> absorbNumber(factor, Coefficient.of(value), divide);
            case Expr.Negate(var operand) -> {
                coefficient = coefficient.negated();
                absorb(operand, divide);
            }
            case Expr.Product(var factors)
            when factors.size() + side.size() <= MOST_FACTORS -> {
                for (Expr part : factors) {
                    absorb(part, divide);
                }
            }
            case Expr.Quotient(var numerator, var denominator) -> {
                absorb(numerator, divide);
                absorb(denominator, !divide);
            }
            case Expr.Power(var base, Expr.Num(double exponent))
            when Algebra.isCount(exponent) -> side.add(base, exponent);
            default -> side.add(factor, 1);
        }
    }

    private void absorbNumber(Expr factor, Coefficient number, boolean divide) {
        if (divide && number.isZero()) {
            below.add(factor, 1);
            return;
        }
        Coefficient next = divide ? coefficient.over(number) : coefficient.times(number);
        if (next.isRepresentable()) {
            coefficient = next;
        } else {
            (divide ? below : above).add(factor, 1);
        }
    }

    /// The whole as a formula.
    Expr build() {
        if (coefficient.isZero() && below.size() == 0 && above.list().stream().allMatch(algebra::isTotal)) {
            return algebra.number(0);
        }
        return build(coefficient);
    }

    /// The whole without its number.
    Expr buildRest() {
        return build(Coefficient.ONE);
    }

    private Expr build(Coefficient number) {
        Interner interner = algebra.interner();
        Coefficient.Parts parts = number.parts();
        double size = Math.abs(parts.numerator());
        List<Expr> upper = above.list();
        if (size != 1 || upper.isEmpty()) {
            upper.addFirst(interner.number(size));
        }
        List<Expr> lower = below.list();
        if (parts.denominator() != 1) {
            lower.addFirst(interner.number(parts.denominator()));
        }
        Expr numerator = interner.product(upper);
        Expr whole = lower.isEmpty() ? numerator : interner.quotient(numerator, interner.product(lower));
        return number.p().signum() < 0 ? interner.negate(whole) : whole;
    }

    /// Distinct bases with exponents, in the order in which they came.
    private final class Factors {
        private final IdentityHashMap<Expr, Double> exponents = new IdentityHashMap<>();
        private final List<Expr> bases = new ArrayList<>();

        void add(Expr base, double exponent) {
            if (exponents.merge(base, exponent, Double::sum) == exponent) {
                bases.add(base);
            }
        }

        int size() {
            return bases.size();
        }

        /// As people write it: numbers, constants, names by the alphabet, functions, brackets.
        List<Expr> list() {
            List<Expr> factors = new ArrayList<>();
            for (Expr base : bases) {
                factors.add(algebra.power(base, algebra.number(exponents.getOrDefault(base, 1.0))));
            }
            factors.sort(Comparator.comparingInt(Fraction::rank).thenComparing(Fraction::letters));
            return factors;
        }
    }

    private static Expr base(Expr factor) {
        return factor instanceof Expr.Power power ? power.base() : factor;
    }

    private static int rank(Expr factor) {
        return switch (base(factor)) {
            case Expr.Num _ -> 0;
            case Expr.Constant _ -> 1;
            case Expr.Name _ -> 2;
            case Expr.Sum _ -> 4;
            default -> 3;
        };
    }

    private static String letters(Expr factor) {
        return base(factor) instanceof Expr.Name(var name) ? name : "";
    }
}
