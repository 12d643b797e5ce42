package fallline.expr.algebra;

import fallline.expr.Expr;
import java.util.IdentityHashMap;

/// What a formula's parts tell about its sign wherever it has a value: squares are not negative, exponentials positive.
enum SignOf {
    POSITIVE,
    NOT_NEGATIVE,
    UNKNOWN;

    /// The sign of a node whose parts' signs are known.
    static SignOf of(Expr node, IdentityHashMap<Expr, SignOf> parts) {
        return switch (node) {
            case Expr.Num(double value) -> value > 0 ? POSITIVE : value >= 0 ? NOT_NEGATIVE : UNKNOWN;
            case Expr.Constant _ -> POSITIVE;
            case Expr.Sum(var terms) -> {
                SignOf least = POSITIVE;
                boolean positive = false;
                for (Expr term : terms) {
                    SignOf sign = parts.getOrDefault(term, UNKNOWN);
                    positive |= sign == POSITIVE;
                    least = weaker(least, sign);
                }
                yield positive && least != UNKNOWN ? POSITIVE : least;
            }
            case Expr.Product(var factors) -> {
                SignOf least = POSITIVE;
                for (Expr factor : factors) {
                    least = weaker(least, parts.getOrDefault(factor, UNKNOWN));
                }
                yield least;
            }
            case Expr.Quotient(var top, var bottom) ->
                weaker(parts.getOrDefault(top, UNKNOWN), parts.getOrDefault(bottom, UNKNOWN));
            case Expr.Power(var base, Expr.Num(double exponent))
            when exponent % 2 == 0 && parts.getOrDefault(base, UNKNOWN) != POSITIVE -> NOT_NEGATIVE;
            case Expr.Power power -> parts.getOrDefault(power.base(), UNKNOWN);
            case Expr.Call call ->
                switch (call.function()) {
                    case EXP, COSH, SIGMOID, SOFTPLUS -> POSITIVE;
                    case RELU, SQRT, ABS ->
                        parts.getOrDefault(call.argument(), UNKNOWN) == POSITIVE ? POSITIVE : NOT_NEGATIVE;
                    case CBRT -> parts.getOrDefault(call.argument(), UNKNOWN);
                    default -> UNKNOWN;
                };
            default -> UNKNOWN;
        };
    }

    private static SignOf weaker(SignOf a, SignOf b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
