package fallline.expr.eval;

/// First and second derivatives of the functions of one argument, exactly as both evaluators compute them.
final class Slope {
    private Slope() {}

    /// f′(a), where v is f(a), exactly as it is computed.
    static double of(Op op, double a, double v) {
        return switch (op) {
            case SIN -> StrictMath.cos(a);
            case COS -> -StrictMath.sin(a);
            case TAN -> 1 + v * v;
            case ASIN -> 1 / StrictMath.sqrt(1 - a * a);
            case ACOS -> -1 / StrictMath.sqrt(1 - a * a);
            case ATAN -> 1 / (1 + a * a);
            case SINH -> StrictMath.cosh(a);
            case COSH -> StrictMath.sinh(a);
            case TANH -> 1 - v * v;
            case EXP -> v;
            case EXPM1 -> v + 1;
            case CBRT -> 1 / (3 * (v * v));
            case ABS -> StrictFunctions.sign(a);
            case SIGMOID -> v * (1 - v);
            case SOFTPLUS -> StrictFunctions.sigmoid(a);
            default -> throw new AssertionError(op);
        };
    }

    /// f″(a) of the functions of one argument.
    static double bend(Op op, double a, double v) {
        return switch (op) {
            case SIN, COS -> -v;
            case TAN -> 2 * v * (1 + v * v);
            case ASIN -> a / ((1 - a * a) * StrictMath.sqrt(1 - a * a));
            case ACOS -> -a / ((1 - a * a) * StrictMath.sqrt(1 - a * a));
            case ATAN -> -2 * a / ((1 + a * a) * (1 + a * a));
            case SINH, COSH, EXP -> v;
            case TANH -> -2 * v * (1 - v * v);
            case EXPM1 -> v + 1;
            case CBRT -> -2 / (9 * (v * v) * (v * v) * v);
            case ABS -> 0;
            case SIGMOID -> v * (1 - v) * (1 - 2 * v);
            case SOFTPLUS -> {
                double s = StrictFunctions.sigmoid(a);
                yield s * (1 - s);
            }
            default -> throw new AssertionError(op);
        };
    }
}
