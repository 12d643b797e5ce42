package fallline.expr.algebra;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.expr.GraphFacts;
import fallline.expr.Interner;
import fallline.expr.eval.Op;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Builds formulas in simplified form from parts that are simplified already.
///
/// Numbers are folded exactly ([Coefficient]), like terms and equal factors gathered, 0 and 1 dropped. What could
/// change where the formula is defined is left alone: x/x, 0·log(x), x^a·x^b.
final class Algebra {
    /// Longer sums than this are not merged into others.
    private static final int MOST_TERMS = 4096;

    private final Interner interner = new Interner();
    private final IdentityHashMap<Expr, Boolean> totals = new IdentityHashMap<>();

    Interner interner() {
        return interner;
    }

    Expr number(double value) {
        return interner.number(value);
    }

    /// Whether an exponent is a whole number from 1 on (and exact).
    static boolean isCount(double exponent) {
        return exponent >= 1 && exponent <= 1e15 && exponent == Math.rint(exponent);
    }

    /// The simplified form of any formula.
    Expr simplify(Expr formula) {
        return simpler().of(interner.intern(formula));
    }

    /// The simplified forms of many formulas of this interner that share parts.
    GraphFacts<Expr> simpler() {
        return new GraphFacts<>((node, simple) ->
                rebuild(node, node.children().stream().map(simple::get).toList()));
    }

    private Expr rebuild(Expr node, List<Expr> children) {
        return switch (node) {
            case Expr.Num _, Expr.Name _, Expr.Constant _ -> node;
            case Expr.Sum _ -> sum(children);
            case Expr.Product _ -> product(children);
            case Expr.Quotient _ -> quotient(children.get(0), children.get(1));
            case Expr.Negate _ -> negate(children.getFirst());
            case Expr.Power _ -> power(children.get(0), children.get(1));
            case Expr.Call call -> call(call.function(), children);
            case Expr.Compare compare -> compare(compare.comparison(), children.get(0), children.get(1));
        };
    }

    Expr sum(Expr... terms) {
        return sum(List.of(terms));
    }

    Expr sum(List<Expr> terms) {
        Terms gathered = new Terms();
        for (Expr term : terms) {
            gathered.add(term, 1);
        }
        List<Expr> written = gathered.list();
        return written.isEmpty() ? number(0) : interner.sum(written);
    }

    /// The terms of a sum, like ones gathered.
    private final class Terms {
        private record Part(Expr rest, Coefficient coefficient) {}

        private final List<Part> parts = new ArrayList<>();
        private final IdentityHashMap<Expr, Integer> places = new IdentityHashMap<>();

        void add(Expr term, int sign) {
            switch (term) {
                case Expr.Negate(var operand) -> add(operand, -sign);
                case Expr.Sum(var inner)
                when inner.size() + parts.size() <= MOST_TERMS -> inner.forEach(part -> add(part, sign));
                default -> {
                    Fraction split = new Fraction(Algebra.this).times(term);
                    Coefficient coefficient = split.coefficient();
                    addPart(split.buildRest(), sign < 0 ? coefficient.negated() : coefficient);
                }
            }
        }

        private void addPart(Expr rest, Coefficient coefficient) {
            if (coefficient.isZero() && isTotal(rest)) {
                return;
            }
            Integer place = places.putIfAbsent(rest, parts.size());
            if (place == null) {
                parts.add(new Part(rest, coefficient));
                return;
            }
            Coefficient total = parts.get(place).coefficient.plus(coefficient);
            if (total.isRepresentable() && (!total.isZero() || isTotal(rest))) {
                parts.set(place, new Part(rest, total));
            } else {
                parts.add(new Part(rest, coefficient));
            }
        }

        List<Expr> list() {
            List<Expr> written = new ArrayList<>();
            for (Part part : parts) {
                Coefficient c = part.coefficient;
                if (c.isZero() && isTotal(part.rest)) {
                    continue;
                }
                Coefficient.Parts number = c.parts();
                Fraction term = new Fraction(Algebra.this).times(number(number.numerator()));
                written.add(
                        term.over(number(number.denominator())).times(part.rest).build());
            }
            return positiveFirst(written);
        }
    }

    /// 1 − x rather than −x + 1.
    private static List<Expr> positiveFirst(List<Expr> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (!Interner.isNegative(terms.get(i))) {
                terms.addFirst(terms.remove(i));
                break;
            }
        }
        return terms;
    }

    Expr product(Expr... factors) {
        return product(List.of(factors));
    }

    Expr product(List<Expr> factors) {
        Fraction term = new Fraction(this);
        factors.forEach(term::times);
        return term.build();
    }

    Expr quotient(Expr numerator, Expr denominator) {
        return new Fraction(this).times(numerator).over(denominator).build();
    }

    Expr negate(Expr operand) {
        return interner.negate(operand);
    }

    Expr power(Expr base, Expr exponent) {
        if (exponent instanceof Expr.Num(double n)) {
            if (n == 1) {
                return base;
            }
            if (n == 0 && isTotal(base)) {
                return number(1);
            }
            if (isCount(n)) {
                return powerOfCount(base, n);
            }
        }
        return interner.power(base, exponent);
    }

    private Expr powerOfCount(Expr base, double n) {
        if (base instanceof Expr.Num(double value) && n <= 64) {
            Coefficient power = Coefficient.of(value).power((int) n);
            if (power.isRepresentable() && power.parts().denominator() == 1) {
                return number(power.parts().numerator());
            }
        }
        if (base instanceof Expr.Power(var inner, Expr.Num(double m)) && isCount(m) && isCount(m * n)) {
            return interner.power(inner, number(m * n));
        }
        if (base instanceof Expr.Negate(var operand)) {
            Expr power = power(operand, number(n));
            return n % 2 == 0 ? power : negate(power);
        }
        return interner.power(base, number(n));
    }

    Expr call(Function function, Expr... arguments) {
        return call(function, List.of(arguments));
    }

    Expr call(Function function, List<Expr> arguments) {
        Expr first = arguments.getFirst();
        if (function == Function.IF) {
            if (first instanceof Expr.Num(double condition)) {
                return arguments.get(condition != 0 ? 1 : 2);
            }
            if (arguments.get(1) == arguments.get(2) && isTotal(first)) {
                return arguments.get(1);
            }
        } else if (function == Function.LOG && first == Expr.Constant.E) {
            return number(1);
        } else if (function == Function.ABS && first instanceof Expr.Negate(var operand)) {
            return call(function, List.of(operand));
        } else if (function == Function.POW) {
            return power(first, arguments.get(1));
        } else if (first instanceof Expr.Num(double a)) {
            double b = function.arity() == 2 && arguments.get(1) instanceof Expr.Num(double value) ? value : Double.NaN;
            double result = Op.of(function).apply(a, b, 0, 0);
            if (isExact(function, a, b, result)) {
                return number(result);
            }
        }
        return interner.call(function, arguments);
    }

    /// Whether a function's double is its true value, for the arguments where a person would see it at once.
    private static boolean isExact(Function function, double a, double b, double result) {
        return switch (function) {
            case ABS, SIGN, FLOOR, RELU -> true;
            case MIN, MAX -> !Double.isNaN(b);
            case CBRT -> result == Math.rint(result) && result * result * result == a && Math.abs(result) < 1e5;
            case SQRT -> result == Math.rint(result) && result * result == a && result < 1e7;
            default -> (a == 0 || a == 1) && result == Math.rint(result) && Double.isFinite(result);
        };
    }

    Expr compare(Comparison comparison, Expr left, Expr right) {
        if (left instanceof Expr.Num(double a) && right instanceof Expr.Num(double b)) {
            return number(Op.of(comparison).apply(a, b, 0, 0));
        }
        return interner.compare(comparison, left, right);
    }

    /// Whether the formula is defined for all numbers.
    boolean isTotal(Expr formula) {
        Boolean known = totals.get(formula);
        if (known != null) {
            return known;
        }
        boolean total = true;
        for (Expr node : Graph.order(formula)) {
            total = hasNoHoles(node);
            for (Expr child : node.children()) {
                total &= totals.getOrDefault(child, false);
            }
            totals.put(node, total);
        }
        return total;
    }

    private static boolean hasNoHoles(Expr node) {
        return switch (node) {
            case Expr.Quotient quotient -> quotient.denominator() instanceof Expr.Num(double divisor) && divisor != 0;
            case Expr.Power power ->
                power.exponent() instanceof Expr.Num(double exponent)
                        ? isCount(exponent)
                        : power.base() instanceof Expr.Constant;
            case Expr.Call call ->
                switch (call.function()) {
                    case TAN, ASIN, ACOS, LOG, LOG10, LOG1P, SQRT -> false;
                    default -> true;
                };
            default -> true;
        };
    }
}
