package fallline.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes random formulas of x, y and a from a seed; parts are shared now and then.
public final class RandomExpressions {
    public static final List<String> NAMES = List.of("x", "y", "a");

    private static final double[] NUMBERS = {0, 1, 2, 3, 4, 10, 0.5, 0.1, 2.5, 1e-3, 7, 100, 1e-8, 64};

    private final SplittableRandom random;
    private final Interner interner = new Interner();
    private final List<Expr> made = new ArrayList<>();

    /// Whether only operations are used that are smooth and defined near moderate numbers.
    private final boolean smooth;

    public RandomExpressions(long seed, boolean smooth) {
        this.random = new SplittableRandom(seed);
        this.smooth = smooth;
    }

    public Expr next(int depth) {
        Expr expr = make(depth);
        made.add(expr);
        return expr;
    }

    private Expr make(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        if (!made.isEmpty() && random.nextInt(8) == 0) {
            return made.get(random.nextInt(made.size()));
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> interner.sum(several(depth));
            case 2, 3 -> interner.product(several(depth));
            case 4 ->
                smooth
                        ? interner.quotient(next(depth - 1), positive(depth - 1))
                        : interner.quotient(next(depth - 1), next(depth - 1));
            case 5 -> interner.negate(next(depth - 1));
            case 6 -> power(depth);
            default -> call(depth);
        };
    }

    private List<Expr> several(int depth) {
        List<Expr> parts = new ArrayList<>();
        int n = 2 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            Expr part = next(depth - 1);
            parts.add(random.nextInt(4) == 0 ? interner.negate(part) : part);
        }
        return parts;
    }

    private Expr power(int depth) {
        if (random.nextInt(4) > 0) {
            int exponent = smooth ? 2 + random.nextInt(3) : random.nextInt(-4, 9);
            return interner.power(next(depth - 1), interner.number(exponent));
        }
        return interner.power(smooth ? positive(depth - 1) : next(depth - 1), next(depth - 2));
    }

    /// 1.5 + u²
    private Expr positive(int depth) {
        return interner.sum(List.of(interner.number(1.5), interner.power(next(depth - 1), interner.number(2))));
    }

    private Expr call(int depth) {
        Function function = pick(Function.values());
        return switch (function) {
            case IF -> {
                Comparison comparison = pick(Comparison.values());
                Expr condition = random.nextInt(8) == 0 && !smooth
                        ? next(depth - 1)
                        : interner.compare(comparison, leaf(), smooth ? interner.number(77) : next(depth - 1));
                yield interner.call(function, List.of(condition, next(depth - 1), next(depth - 1)));
            }
            case ATAN2, MIN, MAX -> interner.call(function, List.of(next(depth - 1), next(depth - 1)));
            case POW ->
                interner.call(function, List.of(smooth ? positive(depth - 1) : next(depth - 1), next(depth - 2)));
            case LOG, LOG10, LOG1P, SQRT, CBRT ->
                interner.call(function, List.of(random.nextInt(10) > 0 || smooth ? positive(depth) : next(depth - 1)));
            case ASIN, ACOS -> {
                Expr inside = interner.call(Function.TANH, List.of(next(depth - 1)));
                yield interner.call(
                        function, List.of(smooth ? interner.product(List.of(interner.number(0.5), inside)) : inside));
            }
            case EXP, SINH, COSH, EXPM1 -> {
                Expr inside = interner.call(Function.SIN, List.of(next(depth - 1)));
                yield interner.call(function, List.of(random.nextInt(6) > 0 || smooth ? inside : next(depth - 1)));
            }
            case TAN -> {
                Expr inside = interner.call(Function.SIN, List.of(next(depth - 1)));
                yield interner.call(function, List.of(smooth ? inside : next(depth - 1)));
            }
            default -> interner.call(function, List.of(next(depth - 1)));
        };
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Expr leaf() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> interner.name("x");
            case 3, 4 -> interner.name("y");
            case 5 -> interner.name("a");
            case 6 -> interner.number(NUMBERS[random.nextInt(NUMBERS.length)] * (random.nextInt(3) == 0 ? -1 : 1));
            default ->
                random.nextInt(6) == 0
                        ? interner.constant(pick(Expr.Constant.values()))
                        : interner.number(random.nextInt(10));
        };
    }

    public double[] point(double size) {
        double[] point = new double[NAMES.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = size * (2 * random.nextDouble() - 1);
        }
        return point;
    }
}
