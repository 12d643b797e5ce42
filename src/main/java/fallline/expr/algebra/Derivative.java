package fallline.expr.algebra;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Graph;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The symbolic derivative, for the eye and for finding out whether a formula is quadratic. Numbers come from
/// [ScalarFunction#gradient].
///
/// At kinks it is that of sign(0) = 0, of the first argument for min and max, and of the branch taken for if.
public final class Derivative {
    /// Products with more factors are halved first, so that n factors give n·log n terms and not n².
    private static final int MOST_FACTORS = 16;

    private final Algebra algebra = new Algebra();
    private final String name;

    /// By node; no entry means 0.
    private final IdentityHashMap<Expr, Expr> derivatives = new IdentityHashMap<>();

    private Derivative(String name) {
        this.name = name;
    }

    /// ∂formula/∂name, simplified. As a shared graph it is at most a few times as large as the formula; look at
    /// [Graph#treeSize] before printing it.
    public static Expr of(Expr formula, String name) {
        return new Derivative(name).of(formula);
    }

    private Expr of(Expr formula) {
        Expr simple = algebra.simplify(formula);
        for (Expr node : Graph.order(simple)) {
            Expr derivative = derive(node);
            if (derivative != null && !isZero(derivative)) {
                derivatives.put(node, derivative);
            }
        }
        return d(simple).orElseGet(() -> algebra.number(0));
    }

    private Optional<Expr> d(Expr node) {
        return Optional.ofNullable(derivatives.get(node));
    }

    private static boolean isZero(Expr node) {
        return node instanceof Expr.Num(double value) && value == 0;
    }

    private @Nullable Expr derive(Expr node) {
        return switch (node) {
            case Expr.Num _, Expr.Constant _, Expr.Compare _ -> null;
            case Expr.Name(var own) -> own.equals(name) ? algebra.number(1) : null;
            case Expr.Sum(var terms) -> {
                List<Expr> parts =
                        terms.stream().flatMap(term -> d(term).stream()).toList();
                yield parts.isEmpty() ? null : algebra.sum(parts);
            }
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var u, var v) -> quotient(u, v);
            case Expr.Negate(var operand) -> d(operand).map(algebra::negate).orElse(null);
            case Expr.Power(var u, var v) -> power(u, v);
            case Expr.Call(Function function, var arguments) ->
                switch (function) {
                    case ATAN2 -> angle(arguments.get(0), arguments.get(1));
                    case RELU -> {
                        Expr zero = algebra.number(0);
                        yield branch(
                                algebra.compare(Comparison.GREATER, arguments.getFirst(), zero),
                                arguments.getFirst(),
                                zero);
                    }
                    case MIN -> choice(Comparison.LESS_OR_EQUAL, arguments.get(0), arguments.get(1));
                    case MAX -> choice(Comparison.GREATER_OR_EQUAL, arguments.get(0), arguments.get(1));
                    case IF -> branch(arguments.get(0), arguments.get(1), arguments.get(2));
                    default ->
                        d(arguments.getFirst())
                                .map(inner -> chain(function, arguments.getFirst(), node, inner))
                                .orElse(null);
                };
        };
    }

    private @Nullable Expr product(List<Expr> factors) {
        if (factors.size() > MOST_FACTORS) {
            List<Expr> left = factors.subList(0, factors.size() / 2);
            List<Expr> right = factors.subList(factors.size() / 2, factors.size());
            List<Expr> terms = new ArrayList<>();
            addProduct(terms, product(left), algebra.product(right));
            addProduct(terms, product(right), algebra.product(left));
            return terms.isEmpty() ? null : algebra.sum(terms);
        }
        List<Expr> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Optional<Expr> derivative = d(factors.get(i));
            if (derivative.isPresent()) {
                List<Expr> product = new ArrayList<>(factors);
                product.set(i, derivative.get());
                terms.add(algebra.product(product));
            }
        }
        return terms.isEmpty() ? null : algebra.sum(terms);
    }

    private void addProduct(List<Expr> terms, @Nullable Expr derivative, Expr other) {
        if (derivative != null) {
            terms.add(algebra.product(derivative, other));
        }
    }

    private @Nullable Expr quotient(Expr u, Expr v) {
        Optional<Expr> du = d(u);
        Optional<Expr> dv = d(v);
        if (dv.isEmpty()) {
            return du.map(top -> algebra.quotient(top, v)).orElse(null);
        }
        Expr down = algebra.negate(algebra.product(u, dv.get()));
        Expr top = du.map(upper -> algebra.sum(algebra.product(upper, v), down)).orElse(down);
        return algebra.quotient(top, algebra.power(v, algebra.number(2)));
    }

    private @Nullable Expr power(Expr u, Expr v) {
        Optional<Expr> du = d(u);
        Optional<Expr> dv = d(v);
        Expr whole = algebra.power(u, v);
        Optional<Expr> byBase =
                du.map(inner -> algebra.product(v, algebra.power(u, algebra.sum(v, algebra.number(-1))), inner));
        Optional<Expr> byExponent = dv.map(inner -> algebra.product(whole, algebra.call(Function.LOG, u), inner));
        if (byBase.isPresent() && byExponent.isPresent()) {
            return algebra.sum(byBase.get(), byExponent.get());
        }
        return byBase.or(() -> byExponent).orElse(null);
    }

    /// (y′·x − y·x′)/(x² + y²)
    private @Nullable Expr angle(Expr y, Expr x) {
        List<Expr> terms = new ArrayList<>();
        d(y).ifPresent(inner -> terms.add(algebra.product(x, inner)));
        d(x).ifPresent(inner -> terms.add(algebra.negate(algebra.product(y, inner))));
        return terms.isEmpty() ? null : algebra.quotient(algebra.sum(terms), algebra.sum(square(x), square(y)));
    }

    private @Nullable Expr choice(Comparison comparison, Expr first, Expr second) {
        return branch(algebra.compare(comparison, first, second), first, second);
    }

    private @Nullable Expr branch(Expr condition, Expr first, Expr second) {
        Optional<Expr> left = d(first);
        Optional<Expr> right = d(second);
        if (left.isEmpty() && right.isEmpty()) {
            return null;
        }
        Expr zero = algebra.number(0);
        return algebra.call(Function.IF, condition, left.orElse(zero), right.orElse(zero));
    }

    /// f′(u)·u′, where `whole` is f(u).
    private Expr chain(Function function, Expr u, Expr whole, Expr inner) {
        return switch (function) {
            case SIN -> algebra.product(algebra.call(Function.COS, u), inner);
            case COS -> algebra.negate(algebra.product(algebra.call(Function.SIN, u), inner));
            case TAN -> algebra.quotient(inner, square(algebra.call(Function.COS, u)));
            case ASIN -> algebra.quotient(inner, algebra.call(Function.SQRT, oneMinus(square(u))));
            case ACOS -> algebra.negate(algebra.quotient(inner, algebra.call(Function.SQRT, oneMinus(square(u)))));
            case ATAN -> algebra.quotient(inner, algebra.sum(algebra.number(1), square(u)));
            case SINH -> algebra.product(algebra.call(Function.COSH, u), inner);
            case COSH -> algebra.product(algebra.call(Function.SINH, u), inner);
            case TANH -> algebra.product(oneMinus(square(whole)), inner);
            case EXP -> algebra.product(whole, inner);
            case LOG -> algebra.quotient(inner, u);
            case LOG10 -> algebra.quotient(inner, algebra.product(u, algebra.call(Function.LOG, algebra.number(10))));
            case LOG1P -> algebra.quotient(inner, algebra.sum(algebra.number(1), u));
            case EXPM1 -> algebra.product(algebra.call(Function.EXP, u), inner);
            case SQRT -> algebra.quotient(inner, algebra.product(algebra.number(2), whole));
            case CBRT -> algebra.quotient(inner, algebra.product(algebra.number(3), square(whole)));
            case ABS -> algebra.product(algebra.call(Function.SIGN, u), inner);
            case SIGN, FLOOR -> algebra.number(0);
            case SIGMOID -> algebra.product(whole, oneMinus(whole), inner);
            case SOFTPLUS -> algebra.product(algebra.call(Function.SIGMOID, u), inner);
            case ATAN2, RELU, POW, MIN, MAX, IF -> throw new AssertionError(function);
        };
    }

    private Expr square(Expr u) {
        return algebra.power(u, algebra.number(2));
    }

    private Expr oneMinus(Expr u) {
        return algebra.sum(algebra.number(1), algebra.negate(u));
    }
}
