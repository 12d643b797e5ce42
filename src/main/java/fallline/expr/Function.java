package fallline.expr;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The functions that a formula may call.
public enum Function {
    SIN(1, "\\sin"),
    COS(1, "\\cos"),
    TAN(1, "\\tan"),
    ASIN(1, "\\arcsin"),
    ACOS(1, "\\arccos"),
    ATAN(1, "\\arctan"),
    SINH(1, "\\sinh"),
    COSH(1, "\\cosh"),
    TANH(1, "\\tanh"),
    EXP(1, "\\exp"),
    /// The natural logarithm.
    LOG(1, "\\ln"),
    LOG10(1, "\\log_{10}"),
    /// log(1 + x), accurate near 0.
    LOG1P(1, "\\mathrm{log1p}"),
    /// exp(x) − 1, accurate near 0.
    EXPM1(1, "\\mathrm{expm1}"),
    SQRT(1, "\\sqrt"),
    ABS(1, "\\mathrm{abs}"),
    /// −1, 0 or 1.
    SIGN(1, "\\mathrm{sign}"),
    MIN(2, "\\min"),
    MAX(2, "\\max"),
    /// The largest whole number that is not above x.
    FLOOR(1, "\\mathrm{floor}"),
    /// 1/(1 + exp(−x)).
    SIGMOID(1, "\\sigma"),
    /// log(1 + exp(x)).
    SOFTPLUS(1, "\\mathrm{softplus}"),
    /// if(condition, a, b): a where the condition is not 0, b where it is.
    IF(3, "\\mathrm{if}");

    private static final List<Function> ALL = List.of(values());

    private final int arity;
    private final String latex;

    Function(int arity, String latex) {
        this.arity = arity;
        this.latex = latex;
    }

    /// How many arguments it takes. (The parser reads `min` and `max` of more as nested pairs.)
    public int arity() {
        return arity;
    }

    /// Its name as a LaTeX command.
    public String latex() {
        return latex;
    }

    /// Its name in a formula.
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The function of that name in a formula.
    public static Optional<Function> of(String symbol) {
        return ALL.stream().filter(f -> f.symbol().equals(symbol)).findFirst();
    }

    /// The names of all functions.
    public static List<String> symbols() {
        return Arrays.stream(values()).map(Function::symbol).toList();
    }
}
