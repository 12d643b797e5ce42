package fallline.expr.eval;

import fallline.expr.Comparison;
import fallline.expr.Function;
import java.util.Optional;

/// What one instruction of a [Program] does to its operands a, b, c.
public enum Op {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    NEGATE,
    /// a to the whole power that stands in b's place, by [StrictFunctions#power].
    WHOLE_POWER,
    POWER,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    /// b where a is not 0 (also where it is NaN), else c.
    SELECT,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    /// The angle of the point (b, a).
    ATAN2,
    SINH,
    COSH,
    TANH,
    EXP,
    LOG,
    LOG10,
    LOG1P,
    EXPM1,
    SQRT,
    CBRT,
    ABS,
    SIGN,
    MIN,
    MAX,
    FLOOR,
    SIGMOID,
    SOFTPLUS,
    RELU;

    /// log(10) as the derivative of log10 uses it.
    public static final double LN10 = StrictMath.log(10);

    public static Op of(Function function) {
        return switch (function) {
            case IF -> SELECT;
            case POW -> POWER;
            default -> valueOf(function.name());
        };
    }

    public static Op of(Comparison comparison) {
        return valueOf(comparison.name());
    }

    /// Whether b is an operand (for [#WHOLE_POWER] it is the exponent itself).
    public boolean isBinary() {
        return switch (this) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, ATAN2, MIN, MAX, SELECT -> true;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
            default -> false;
        };
    }

    /// Whether the derivative is 0 wherever there is one.
    boolean isFlat() {
        return switch (this) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, SIGN, FLOOR -> true;
            default -> false;
        };
    }

    /// How many half ulps its result may be off.
    int roundings() {
        return switch (this) {
            case NEGATE, ABS, SIGN, MIN, MAX, FLOOR, RELU, SELECT -> 0;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> 0;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, SQRT -> 1;
            case SIGMOID, SOFTPLUS -> 6;
            case WHOLE_POWER -> 4;
            default -> 2;
        };
    }

    /// Whether the numbers decide which of its operands counts, if one does.
    boolean isChoice() {
        return this == SELECT || this == MIN || this == MAX || this == RELU;
    }

    /// The result for the operands' values; `exponent` is for [#WHOLE_POWER].
    public double apply(double a, double b, double c, int exponent) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case WHOLE_POWER -> StrictFunctions.power(a, exponent);
            case POWER -> StrictMath.pow(a, b);
            case LESS -> a < b ? 1 : 0;
            case LESS_OR_EQUAL -> a <= b ? 1 : 0;
            case GREATER -> a > b ? 1 : 0;
            case GREATER_OR_EQUAL -> a >= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case NOT_EQUAL -> a != b ? 1 : 0;
            case SELECT -> a != 0 ? b : c;
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case ASIN -> StrictMath.asin(a);
            case ACOS -> StrictMath.acos(a);
            case ATAN -> StrictMath.atan(a);
            case ATAN2 -> StrictMath.atan2(a, b);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case LOG10 -> StrictMath.log10(a);
            case LOG1P -> StrictMath.log1p(a);
            case EXPM1 -> StrictMath.expm1(a);
            case SQRT -> StrictMath.sqrt(a);
            case CBRT -> StrictMath.cbrt(a);
            case ABS -> StrictMath.abs(a);
            case SIGN -> StrictFunctions.sign(a);
            case MIN -> StrictMath.min(a, b);
            case MAX -> StrictMath.max(a, b);
            case FLOOR -> StrictMath.floor(a);
            case SIGMOID -> StrictFunctions.sigmoid(a);
            case SOFTPLUS -> StrictFunctions.softplus(a);
            case RELU -> StrictMath.max(a, 0);
        };
    }

    /// The fault of this operation at these operands, if they are outside its domain.
    Optional<Fault> fault(double a, double b, int exponent) {
        return switch (this) {
            case DIVIDE -> when(b == 0, "/", b);
            case WHOLE_POWER -> when(a == 0 && exponent < 0, "^", a);
            case POWER -> when((a < 0 && b != Math.rint(b)) || (a == 0 && b < 0), "^", a);
            case LOG, LOG10 -> when(a <= 0, symbol(), a);
            case LOG1P -> when(a <= -1, symbol(), a);
            case SQRT -> when(a < 0, symbol(), a);
            case ASIN, ACOS -> when(Math.abs(a) > 1, symbol(), a);
            default -> Optional.empty();
        };
    }

    private String symbol() {
        return Function.valueOf(name()).symbol();
    }

    private static Optional<Fault> when(boolean outside, String operation, double argument) {
        return outside ? Optional.of(new Fault(operation, argument)) : Optional.empty();
    }
}
