package fallline.expr.print;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.NumberText;
import java.util.IdentityHashMap;
import java.util.List;

/// Writes a formula as text that reads back as an equal formula (for those made by the parser or an [Interner]).
public final class TextPrinter {
    /// The largest tree that is written out.
    public static final long MAX_TREE_SIZE = 100_000;

    private record Written(String text, Level level) {
        String within(Level needed) {
            return level.isLooserThan(needed) ? "(" + text + ")" : text;
        }
    }

    private final IdentityHashMap<Expr, Written> written = new IdentityHashMap<>();

    private TextPrinter() {}

    /// The formula in one line: `-2 (a - x) - 4 b x (y - x^2)`.
    ///
    /// @throws IllegalArgumentException when shared parts make it larger than [#MAX_TREE_SIZE]
    public static String print(Expr formula) {
        if (Graph.treeSize(formula) > MAX_TREE_SIZE) {
            throw new IllegalArgumentException("the formula is too large to be written out");
        }
        TextPrinter printer = new TextPrinter();
        String text = "";
        for (Expr node : Graph.order(formula)) {
            Written result = printer.write(node);
            printer.written.put(node, result);
            text = result.text;
        }
        return text;
    }

    private Written of(Expr node) {
        Written result = written.get(node);
        if (result == null) {
            throw new IllegalStateException("parts come before wholes");
        }
        return result;
    }

    private String within(Expr node, Level needed) {
        return of(node).within(needed);
    }

    private Written write(Expr node) {
        return switch (node) {
            case Expr.Num(double value) ->
                new Written(NumberText.of(value), Double.compare(value, 0) < 0 ? Level.SIGN : Level.ATOM);
            case Expr.Name(var name) -> new Written(name, Level.ATOM);
            case Expr.Constant constant -> new Written(constant.symbol(), Level.ATOM);
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var numerator, var denominator) ->
                new Written(quotientTop(numerator) + "/" + within(denominator, Level.POWER), Level.PRODUCT);
            case Expr.Negate(var operand) -> negate(operand);
            case Expr.Power(var base, var exponent) ->
                new Written(within(base, Level.ATOM) + "^" + exponent(exponent), Level.POWER);
            case Expr.Call(var function, var arguments) -> {
                List<String> texts = arguments.stream().map(a -> of(a).text).toList();
                yield new Written(function.symbol() + "(" + String.join(", ", texts) + ")", Level.ATOM);
            }
            case Expr.Compare(var comparison, var left, var right) ->
                new Written(
                        within(left, Level.SUM) + " " + comparison.symbol() + " " + within(right, Level.SUM),
                        Level.COMPARISON);
        };
    }

    private static boolean hasSign(Written w) {
        return w.text.charAt(0) == '-';
    }

    private String quotientTop(Expr numerator) {
        Written top = of(numerator);
        return hasSign(top) ? "(" + top.text + ")" : top.within(Level.PRODUCT);
    }

    private Written sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder(within(terms.getFirst(), Level.PRODUCT));
        for (Expr term : terms.subList(1, terms.size())) {
            switch (term) {
                case Expr.Num(double value)
                when Double.compare(value, 0) < 0 -> text.append(" - ").append(NumberText.of(-value));
                case Expr.Negate(var operand) -> text.append(" - ").append(term(of(operand)));
                default -> text.append(" + ").append(term(of(term)));
            }
        }
        return new Written(text.toString(), Level.SUM);
    }

    private static String term(Written w) {
        return hasSign(w) ? "(" + w.text + ")" : w.within(Level.PRODUCT);
    }

    private Written product(List<Expr> factors) {
        boolean stars = factors.stream()
                .skip(1)
                .anyMatch(f -> Character.isDigit(within(f, Level.POWER).charAt(0)));
        List<String> texts = factors.stream().map(f -> within(f, Level.POWER)).toList();
        return stars
                ? new Written(String.join("*", texts), Level.PRODUCT)
                : new Written(String.join(" ", texts), Level.IMPLICIT_PRODUCT);
    }

    private Written negate(Expr operand) {
        Written w = of(operand);
        String text = "-" + (hasSign(w) ? "(" + w.text + ")" : w.within(Level.PRODUCT));
        return new Written(
                text,
                w.level.isLooserThan(Level.PRODUCT) || hasSign(w) || !w.level.isLooserThan(Level.SIGN)
                        ? Level.SIGN
                        : w.level);
    }

    private String exponent(Expr exponent) {
        return within(exponent, Level.SIGN);
    }
}
