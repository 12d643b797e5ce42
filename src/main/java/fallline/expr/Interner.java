package fallline.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Makes the nodes of one family of formulas so that equal nodes are one object.
///
/// Children are compared by identity, so a node costs the same however large the graph below it is; every child must
/// come from this interner ([#intern] brings others in). Four rewrites that change no bit of a value keep one form for
/// one meaning: −(literal) is a literal, −(−u) is u, a sign of the first factor or of a numerator goes outermost, and a
/// sum (product) that leads a sum (product) is merged into it. Not for several threads.
public final class Interner {
    private final Map<List<Object>, Expr> nodes = new HashMap<>();
    private final IdentityHashMap<Expr, Integer> ids = new IdentityHashMap<>();

    /// A literal; it must be finite.
    public Expr number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a literal must be finite, got " + value);
        }
        return unique(List.of("number", value), new Expr.Num(value));
    }

    public Expr name(String name) {
        return unique(List.of("name", name), new Expr.Name(name));
    }

    public Expr constant(Expr.Constant constant) {
        return unique(List.of("constant", constant), constant);
    }

    /// The sum of one or more terms.
    public Expr sum(List<Expr> terms) {
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        if (terms.getFirst() instanceof Expr.Sum(var leading)) {
            return sum(joined(leading, terms));
        }
        return unique(key("sum", terms), new Expr.Sum(terms));
    }

    /// The product of one or more factors.
    public Expr product(List<Expr> factors) {
        Expr first = factors.getFirst();
        if (factors.size() == 1) {
            return first;
        }
        if (first instanceof Expr.Product(var leading)) {
            return product(joined(leading, factors));
        }
        if (isNegative(first)) {
            return negate(product(joined(List.of(negate(first)), factors)));
        }
        return unique(key("product", factors), new Expr.Product(factors));
    }

    public Expr quotient(Expr numerator, Expr denominator) {
        if (isNegative(numerator)) {
            return negate(quotient(negate(numerator), denominator));
        }
        return unique(key("quotient", List.of(numerator, denominator)), new Expr.Quotient(numerator, denominator));
    }

    public Expr negate(Expr operand) {
        return switch (operand) {
            case Expr.Num(double value) -> number(-value);
            case Expr.Negate(var inner) -> inner;
            default -> unique(key("negate", List.of(operand)), new Expr.Negate(operand));
        };
    }

    public Expr power(Expr base, Expr exponent) {
        return unique(key("power", List.of(base, exponent)), new Expr.Power(base, exponent));
    }

    /// A function of its arguments; `pow` becomes a power.
    public Expr call(Function function, List<Expr> arguments) {
        if (function == Function.POW) {
            return power(arguments.get(0), arguments.get(1));
        }
        return unique(key(function, arguments), new Expr.Call(function, arguments));
    }

    public Expr compare(Comparison comparison, Expr left, Expr right) {
        return unique(key(comparison, List.of(left, right)), new Expr.Compare(comparison, left, right));
    }

    /// The same formula made of this interner's nodes.
    public Expr intern(Expr root) {
        IdentityHashMap<Expr, Expr> own = new IdentityHashMap<>();
        for (Expr node : Graph.order(root)) {
            List<Expr> children = node.children().stream().map(own::get).toList();
            own.put(node, rebuild(node, children));
        }
        return own.getOrDefault(root, root);
    }

    private Expr rebuild(Expr node, List<Expr> children) {
        return switch (node) {
            case Expr.Num(double value) -> number(value);
            case Expr.Name(var name) -> name(name);
            case Expr.Constant constant -> constant(constant);
            case Expr.Sum _ -> sum(children);
            case Expr.Product _ -> product(children);
            case Expr.Quotient _ -> quotient(children.get(0), children.get(1));
            case Expr.Negate _ -> negate(children.getFirst());
            case Expr.Power _ -> power(children.get(0), children.get(1));
            case Expr.Call call -> call(call.function(), children);
            case Expr.Compare compare -> compare(compare.comparison(), children.get(0), children.get(1));
        };
    }

    /// Whether a sign stands in front that a product or quotient hands on to its whole.
    public static boolean isNegative(Expr node) {
        return node instanceof Expr.Negate || (node instanceof Expr.Num(double value) && Double.compare(value, 0) < 0);
    }

    private static List<Expr> joined(List<Expr> leading, List<Expr> all) {
        List<Expr> joined = new ArrayList<>(leading);
        joined.addAll(all.subList(1, all.size()));
        return joined;
    }

    private List<Object> key(Object kind, List<Expr> children) {
        List<Object> key = new ArrayList<>(children.size() + 1);
        key.add(kind);
        for (Expr child : children) {
            Integer id = ids.get(child);
            if (id == null) {
                throw new IllegalArgumentException(
                        "a node of another interner: " + child.getClass().getSimpleName());
            }
            key.add(id);
        }
        return key;
    }

    private Expr unique(List<Object> key, Expr fresh) {
        Expr known = nodes.putIfAbsent(key, fresh);
        if (known != null) {
            return known;
        }
        ids.put(fresh, ids.size());
        return fresh;
    }
}
