package fallline.expr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The functions that a formula may call.
public enum Function {
    SIN(1, "\\sin"),
    COS(1, "\\cos"),
    TAN(1, "\\tan"),
    ASIN(1, "\\arcsin"),
    ACOS(1, "\\arccos"),
    ATAN(1, "\\arctan"),
    /// atan2(y, x): the angle of the point (x, y), from −π to π.
    ATAN2(2, "\\mathrm{atan2}"),
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
    /// The cube root, of negative numbers too.
    CBRT(1, "\\sqrt[3]"),
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
    /// max(x, 0), with the slope 0 at 0.
    RELU(1, "\\mathrm{relu}"),
    /// pow(a, b) is read as a^b; no formula holds a call of it.
    POW(2, "\\mathrm{pow}"),
    /// if(condition, a, b): a where the condition is not 0, b where it is.
    IF(3, "\\mathrm{if}");

    private static final List<Function> ALL = List.of(values());

    private static final String NATURAL_LOGARITHM = "ln";

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

    /// The function of that name in a formula; `ln` is a second name of `log`.
    public static Optional<Function> of(String symbol) {
        if (symbol.equals(NATURAL_LOGARITHM)) {
            return Optional.of(LOG);
        }
        return ALL.stream().filter(f -> f.symbol().equals(symbol)).findFirst();
    }

    /// The names of all functions.
    public static List<String> symbols() {
        return Stream.concat(ALL.stream().map(Function::symbol), Stream.of(NATURAL_LOGARITHM))
                .toList();
    }
}
