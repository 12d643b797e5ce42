package fallline.expr.algebra;

import fallline.expr.Expr;
import fallline.expr.Graph;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// What is left of a formula when some of its names are 0: terms of 0 and factors of 1 are gone, and nothing else
/// moves.
///
/// For the eye, like [Simplifier], but in the written order. 0·x is taken for 0 whatever x is.
public final class Vanishing {
    private static final Expr ZERO = new Expr.Num(0);
    private static final Expr ONE = new Expr.Num(1);

    private Vanishing() {}

    /// The formula without what `zeros` take away; the formula itself if none of them is in it.
    public static Expr of(Expr formula, Set<String> zeros) {
        if (Graph.names(formula).stream().noneMatch(zeros::contains)) {
            return formula;
        }
        IdentityHashMap<Expr, Expr> left = new IdentityHashMap<>();
        for (Expr node : Graph.order(formula)) {
            List<Expr> parts = node.children().stream()
                    .map(child -> left.getOrDefault(child, child))
                    .toList();
            left.put(node, rebuilt(node, parts, zeros));
        }
        return left.getOrDefault(formula, formula);
    }

    private static Expr rebuilt(Expr node, List<Expr> parts, Set<String> zeros) {
        return switch (node) {
            case Expr.Num _, Expr.Constant _ -> node;
            case Expr.Name(var name) -> zeros.contains(name) ? ZERO : node;
            case Expr.Sum _ -> sum(parts);
            case Expr.Product _ -> product(parts);
            case Expr.Quotient _ ->
                isZero(parts.getFirst()) ? ZERO : new Expr.Quotient(parts.getFirst(), parts.getLast());
            case Expr.Negate _ -> isZero(parts.getFirst()) ? ZERO : new Expr.Negate(parts.getFirst());
            case Expr.Power _ -> new Expr.Power(parts.getFirst(), parts.getLast());
            case Expr.Call call -> new Expr.Call(call.function(), parts);
            case Expr.Compare compare -> new Expr.Compare(compare.comparison(), parts.getFirst(), parts.getLast());
        };
    }

    private static Expr sum(List<Expr> terms) {
        List<Expr> kept = terms.stream().filter(term -> !isZero(term)).toList();
        return switch (kept.size()) {
            case 0 -> ZERO;
            case 1 -> kept.getFirst();
            default -> new Expr.Sum(kept);
        };
    }

    private static Expr product(List<Expr> factors) {
        if (factors.stream().anyMatch(Vanishing::isZero)) {
            return ZERO;
        }
        List<Expr> kept = new ArrayList<>(factors);
        kept.removeIf(ONE::equals);
        return switch (kept.size()) {
            case 0 -> ONE;
            case 1 -> kept.getFirst();
            default -> new Expr.Product(kept);
        };
    }

    private static boolean isZero(Expr part) {
        return part instanceof Expr.Num(double value) && value == 0;
    }
}
