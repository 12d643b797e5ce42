package fallline.expr.print;

import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.number.Numbers;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes a formula as LaTeX for JLaTeXMath (and for papers): fractions, roots, powers, Greek letters, cases.
public final class LatexPrinter {
    /// The longest argument that `exp` carries as an exponent of e, in characters of LaTeX.
    private static final int LONGEST_EXPONENT = 40;

    /// @param wide whether it needs a thin space beside another factor
    private record Written(String text, Level level, boolean wide) {
        Written(String text, Level level) {
            this(text, level, false);
        }

        String within(Level needed) {
            return level.isLooserThan(needed) ? bracketed() : text;
        }

        String bracketed() {
            return "\\left(" + text + "\\right)";
        }

        boolean hasSign() {
            return text.charAt(0) == '-';
        }
    }

    private final UnaryOperator<String> names;
    private final IdentityHashMap<Expr, Written> written = new IdentityHashMap<>();

    private LatexPrinter(UnaryOperator<String> names) {
        this.names = names;
    }

    /// The formula with names as mathematicians write them: `\left(x_{1} - 1\right)^{2}`.
    ///
    /// @throws IllegalArgumentException when shared parts make it larger than [TextPrinter#MAX_TREE_SIZE]
    public static String print(Expr formula) {
        return print(formula, LatexName::of);
    }

    /// The formula with names replaced by LaTeX of the caller's: other letters, or this step's numbers (negative ones
    /// get brackets where they need them).
    public static String print(Expr formula, UnaryOperator<String> names) {
        if (Graph.treeSize(formula) > TextPrinter.MAX_TREE_SIZE) {
            throw new IllegalArgumentException("the formula is too large to be written out");
        }
        LatexPrinter printer = new LatexPrinter(names);
        String text = "";
        for (Expr node : Graph.order(formula)) {
            Written result = printer.write(node);
            printer.written.put(node, result);
            text = result.text;
        }
        return text;
    }

    /// A name alone: `alpha` as `\alpha`, `x1` as `x_{1}`.
    public static String name(String name) {
        return LatexName.of(name);
    }

    /// A number alone: `1e-8` as `10^{-8}`.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "\\mathrm{NaN}";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        return Numbers.latex(value);
    }

    private Written of(Expr node) {
        Written result = written.get(node);
        if (result == null) {
            throw new IllegalStateException("parts come before wholes");
        }
        return result;
    }

    private Written write(Expr node) {
        return switch (node) {
            case Expr.Num(double value) -> atom(Numbers.latex(value));
            case Expr.Name(var name) -> atom(names.apply(name));
            case Expr.Constant constant -> new Written(constant.latex(), Level.ATOM);
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var top, var bottom) ->
                new Written("\\frac{" + of(top).text + "}{" + of(bottom).text + "}", Level.POWER);
            case Expr.Negate(var operand) -> {
                Written w = of(operand);
                yield new Written("-" + (w.hasSign() ? w.bracketed() : w.within(Level.PRODUCT)), Level.SIGN);
            }
            case Expr.Power(var base, var exponent) -> power(base, of(exponent).text);
            case Expr.Call(var function, var arguments) -> call(function, arguments);
            case Expr.Compare(var comparison, var left, var right) ->
                new Written(
                        of(left).within(Level.SUM) + " " + comparison.latex() + " "
                                + of(right).within(Level.SUM),
                        Level.COMPARISON);
        };
    }

    private static Written atom(String latex) {
        Level level = latex.startsWith("-") ? Level.SIGN : latex.indexOf('^') >= 0 ? Level.POWER : Level.ATOM;
        return new Written(latex, level, latex.startsWith("\\math"));
    }

    private Written sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder(of(terms.getFirst()).within(Level.PRODUCT));
        for (Expr term : terms.subList(1, terms.size())) {
            switch (term) {
                case Expr.Num(double value)
                when Double.compare(value, 0) < 0 -> text.append(" - ").append(Numbers.latex(-value));
                case Expr.Negate(var operand) -> text.append(" - ").append(term(of(operand)));
                default -> text.append(" + ").append(term(of(term)));
            }
        }
        return new Written(text.toString(), Level.SUM);
    }

    private static String term(Written w) {
        return w.hasSign() ? w.bracketed() : w.within(Level.PRODUCT);
    }

    private Written product(List<Expr> factors) {
        Written before = of(factors.getFirst());
        StringBuilder text = new StringBuilder(before.within(Level.POWER));
        for (Expr factor : factors.subList(1, factors.size())) {
            Written w = of(factor);
            String next = w.within(Level.POWER);
            boolean digit = Character.isDigit(next.charAt(0));
            text.append(digit ? " \\cdot " : w.wide || before.wide ? " \\, " : " ")
                    .append(next);
            before = w;
        }
        return new Written(text.toString(), Level.IMPLICIT_PRODUCT);
    }

    private Written power(Expr base, String exponent) {
        if (base instanceof Expr.Call(var function, var arguments)
                && hasInnerPower(function)
                && exponent.chars().allMatch(Character::isDigit)) {
            String argument = of(arguments.getFirst()).bracketed();
            return new Written(function.latex() + "^{" + exponent + "}" + argument, Level.POWER, true);
        }
        return new Written(of(base).within(Level.ATOM) + "^{" + exponent + "}", Level.POWER, of(base).wide);
    }

    /// Whether f(x)² is written f²(x).
    private static boolean hasInnerPower(Function function) {
        return switch (function) {
            case SIN, COS, TAN, SINH, COSH, TANH, LOG -> true;
            default -> false;
        };
    }

    private Written call(Function function, List<Expr> arguments) {
        Written first = of(arguments.getFirst());
        return switch (function) {
            case CBRT -> new Written("\\sqrt[3]{" + first.text + "}", Level.ATOM);
            case SQRT -> new Written("\\sqrt{" + first.text + "}", Level.ATOM);
            case ABS -> new Written("\\left|" + first.text + "\\right|", Level.ATOM);
            case FLOOR -> new Written("\\left\\lfloor " + first.text + "\\right\\rfloor", Level.ATOM);
            case EXP ->
                first.text.length() <= LONGEST_EXPONENT
                        ? new Written("e^{" + first.text + "}", Level.POWER)
                        : new Written("\\exp" + first.bracketed(), Level.ATOM, true);
            case IF -> {
                boolean comparison = first.level == Level.COMPARISON;
                String condition = comparison ? first.text : first.within(Level.SUM) + " \\neq 0";
                String cases = of(arguments.get(1)).text + " & \\text{ if } " + condition + " \\\\ "
                        + of(arguments.get(2)).text + " & \\text{ otherwise}";
                yield new Written("\\begin{cases} " + cases + " \\end{cases}", Level.SUM);
            }
            case ATAN2, MIN, MAX -> {
                String both = first.text + ", " + of(arguments.get(1)).text;
                yield new Written(function.latex() + "\\left(" + both + "\\right)", Level.ATOM, true);
            }
            default -> new Written(function.latex() + first.bracketed(), Level.ATOM, true);
        };
    }
}
