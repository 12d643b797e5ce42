package fallline.expr.print;

import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.expr.NumberText;
import fallline.expr.eval.Interpreter;
import java.util.IdentityHashMap;
import java.util.List;

/// Writes a formula as a Python expression that does the same operations in the same order, so that NumPy gives the
/// same bits as [Interpreter] wherever its elementary functions do.
///
/// Whole literal powers of at most 64 are calls of `power`, which the script defines by repeated squaring; every other
/// power is the library's. Beside `power` the text may call `sigmoid` and `softplus`, for PyTorch also `where`,
/// `minimum` and `maximum`.
public final class PythonPrinter {
    /// The largest tree that is written out.
    public static final long MAX_TREE_SIZE = 20_000;

    private record Written(String text, Level level) {
        String within(Level needed) {
            return level.isLooserThan(needed) ? "(" + text + ")" : text;
        }

        boolean hasSign() {
            return text.startsWith("-");
        }
    }

    private final PythonDialect dialect;
    private final PythonNames names;
    private final boolean stars;
    private final IdentityHashMap<Expr, Written> written = new IdentityHashMap<>();

    public PythonPrinter(PythonDialect dialect, PythonNames names) {
        this(dialect, names, false);
    }

    private PythonPrinter(PythonDialect dialect, PythonNames names, boolean stars) {
        this.dialect = dialect;
        this.names = names;
        this.stars = stars;
    }

    /// A printer for people: every power is `x**2`, computed as NumPy likes, which may differ in the last bit.
    public static PythonPrinter textbook(PythonNames names) {
        return new PythonPrinter(PythonDialect.NUMPY, names, true);
    }

    /// The formula in one line: `power(a - x, 2) + b*power(y - power(x, 2), 2)`.
    ///
    /// @throws IllegalArgumentException when shared parts make it larger than [#MAX_TREE_SIZE]
    public String print(Expr formula) {
        if (Graph.treeSize(formula) > MAX_TREE_SIZE) {
            throw new IllegalArgumentException("the formula is too large to be written out as Python");
        }
        String text = "";
        for (Expr node : Graph.order(formula)) {
            Written result = write(node);
            written.put(node, result);
            text = result.text;
        }
        return text;
    }

    /// A double as Python reads it: `20`, `0.1`, `1e-8`, `math.inf`.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "math.nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "math.inf" : "-math.inf";
        }
        String text = NumberText.of(value);
        return text.equals("-0") ? "-0.0" : text;
    }

    /// A double that Python takes for a float and not for a whole number: `20.0`.
    public static String decimal(double value) {
        String text = number(value);
        return text.chars().allMatch(c -> Character.isDigit(c) || c == '-') ? text + ".0" : text;
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

    private static Written literal(double value) {
        String text = number(value);
        return new Written(text, text.startsWith("-") ? Level.SIGN : Level.ATOM);
    }

    private Written write(Expr node) {
        if (isFolded(node)) {
            return literal(new Interpreter(node, List.of(), 0).value(new double[0]));
        }
        return switch (node) {
            case Expr.Num(double value) -> literal(value);
            case Expr.Name(var name) -> new Written(names.of(name), Level.ATOM);
            case Expr.Constant constant -> new Written(constant == Expr.Constant.E ? "math.e" : "math.pi", Level.ATOM);
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var numerator, var denominator) ->
                new Written(within(numerator, Level.PRODUCT) + "/" + within(denominator, Level.POWER), Level.PRODUCT);
            case Expr.Negate(var operand) -> negate(of(operand));
            case Expr.Power(var base, var exponent) -> power(base, exponent);
            case Expr.Call(var function, var arguments) -> call(function, arguments);
            case Expr.Compare compare -> new Written("1.0*(" + comparison(compare) + ")", Level.PRODUCT);
        };
    }

    /// Whether a part without names is written as its number: where Python's own arithmetic of numbers would raise an
    /// exception, or PyTorch would ask for a tensor.
    private boolean isFolded(Expr node) {
        boolean risky =
                switch (node) {
                    case Expr.Power _, Expr.Quotient _ -> true;
                    case Expr.Call _ -> dialect == PythonDialect.PYTORCH;
                    default -> false;
                };
        return risky && Graph.names(node).isEmpty() && !isFraction(node);
    }

    /// 2/3, which may stand as it is.
    private static boolean isFraction(Expr node) {
        return node instanceof Expr.Quotient(Expr.Num _, Expr.Num(double divisor)) && divisor != 0;
    }

    private Written sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder(of(terms.getFirst()).text);
        for (Expr term : terms.subList(1, terms.size())) {
            switch (term) {
                case Expr.Negate(var operand) -> text.append(" - ").append(term(of(operand)));
                default -> text.append(" + ").append(term(of(term)));
            }
        }
        return new Written(text.toString(), Level.SUM);
    }

    private static String term(Written w) {
        return w.hasSign() ? "(" + w.text + ")" : w.within(Level.PRODUCT);
    }

    private Written product(List<Expr> factors) {
        StringBuilder text = new StringBuilder(within(factors.getFirst(), Level.PRODUCT));
        for (Expr factor : factors.subList(1, factors.size())) {
            text.append('*').append(within(factor, Level.POWER));
        }
        return new Written(text.toString(), Level.PRODUCT);
    }

    private static Written negate(Written operand) {
        String text = "-" + (operand.hasSign() ? "(" + operand.text + ")" : operand.within(Level.PRODUCT));
        return new Written(text, operand.level == Level.PRODUCT ? Level.PRODUCT : Level.SIGN);
    }

    private Written power(Expr base, Expr exponent) {
        if (stars) {
            return new Written(within(base, Level.ATOM) + "**" + within(exponent, Level.POWER), Level.POWER);
        }
        if (exponent instanceof Expr.Num number && number.isSmallWhole()) {
            int n = (int) number.value();
            return switch (n) {
                case 0 -> new Written("1", Level.ATOM);
                case 1 -> of(base);
                default -> new Written("power(" + of(base).text + ", " + n + ")", Level.ATOM);
            };
        }
        String name = dialect.module() + (dialect == PythonDialect.NUMPY ? ".power(" : ".pow(");
        return new Written(name + real(base) + ", " + real(exponent) + ")", Level.ATOM);
    }

    /// An argument that must not be a whole number of Python's.
    private String real(Expr node) {
        return node instanceof Expr.Num(double value) ? decimal(value) : of(node).text;
    }

    private Written call(Function function, List<Expr> arguments) {
        StringBuilder text = new StringBuilder(dialect.function(function)).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            boolean condition = function == Function.IF && i == 0;
            text.append(i == 0 ? "" : ", ").append(condition ? condition(arguments.get(i)) : of(arguments.get(i)).text);
        }
        return new Written(text.append(')').toString(), Level.ATOM);
    }

    private String condition(Expr node) {
        return node instanceof Expr.Compare compare ? comparison(compare) : within(node, Level.SUM) + " != 0";
    }

    private String comparison(Expr.Compare compare) {
        return within(compare.left(), Level.SUM)
                + " " + compare.comparison().symbol() + " "
                + within(compare.right(), Level.SUM);
    }
}
