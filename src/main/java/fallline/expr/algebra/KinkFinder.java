package fallline.expr.algebra;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.Graph;
import fallline.expr.GraphFacts;
import fallline.expr.NumberText;
import fallline.expr.eval.Interpreter;
import fallline.expr.print.TextPrinter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds where a formula may have no derivative, in terms of its own parts: |w| has a corner at w = 0, max(x, y) where
/// x = y, floor(x) jumps where x is whole, sqrt(x) is infinitely steep at x = 0.
///
/// What is found is what the parts say; a formula may be smooth there all the same (x·|x| is). Powers above 1 smooth
/// |u|, sqrt(u), max(u, 0) and min(u, 0), and are known to. Arguments that are positive for certain are left out. `==`
/// and `!=` are taken for what they are used for: giving a hole its value.
public final class KinkFinder {
    /// Longer equations cannot be read, and are not solved: a linear one in one variable is short once simplified.
    private static final long LONGEST = 60;

    /// Sizes are counted up to here.
    private static final long HUGE = Long.MAX_VALUE / 4;

    /// More places are not looked for.
    private static final int MOST = 50;

    private final Algebra algebra = new Algebra();
    private final GraphFacts<Expr> simple = algebra.simpler();
    private final GraphFacts<SignOf> signs = new GraphFacts<>(SignOf::of);
    private final GraphFacts<Long> sizes = new GraphFacts<>(KinkFinder::size);
    private final GraphFacts<Boolean> varying;
    private final Set<Kink> found = new LinkedHashSet<>();

    private KinkFinder(Set<String> variables) {
        this.varying = new GraphFacts<>((node, parts) -> node instanceof Expr.Name(var name)
                ? variables.contains(name)
                : node.children().stream().anyMatch(child -> parts.getOrDefault(child, false)));
    }

    /// The kinks of `formula`, each place once, in the written order.
    ///
    /// @param variables the names by which derivatives are taken
    public static List<Kink> find(Expr formula, List<String> variables) {
        KinkFinder finder = new KinkFinder(Set.copyOf(variables));
        Expr own = finder.algebra.interner().intern(formula);
        Set<Expr> sharp = sharp(own);
        for (Expr node : Graph.order(own)) {
            if (sharp.contains(node) && finder.found.size() < MOST) {
                finder.look(node);
            }
        }
        return List.copyOf(finder.found);
    }

    /// The parts that no power above 1 stands around directly.
    private static Set<Expr> sharp(Expr formula) {
        Set<Expr> sharp = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Expr> open = new ArrayDeque<>(List.of(formula));
        sharp.add(formula);
        Set<Expr> smoothed = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            Expr node = open.pop();
            boolean smooths = node instanceof Expr.Power(Expr base, Expr.Num(double exponent))
                    && exponent > 1
                    && isSmoothedByPower(base, exponent);
            for (Expr child : node.children()) {
                if (smooths && child == node.children().getFirst()) {
                    if (smoothed.add(child)) {
                        for (Expr inner : child.children()) {
                            if (sharp.add(inner)) {
                                open.push(inner);
                            }
                        }
                    }
                } else if (sharp.add(child)) {
                    open.push(child);
                }
            }
        }
        return sharp;
    }

    private static boolean isSmoothedByPower(Expr base, double exponent) {
        return base instanceof Expr.Call(Function function, var arguments)
                && switch (function) {
                    case ABS -> true;
                    case SQRT -> exponent >= 2;
                    case CBRT -> exponent >= 3;
                    case RELU -> true;
                    case MIN, MAX -> arguments.stream().anyMatch(KinkFinder::isZero);
                    default -> false;
                };
    }

    private static boolean isZero(Expr node) {
        return node instanceof Expr.Num(double value) && value == 0;
    }

    private void look(Expr node) {
        switch (node) {
            case Expr.Call(Function function, var arguments) -> look(function, arguments);
            case Expr.Power(Expr base, Expr.Num(double exponent))
            when exponent > 0 && exponent < 1 -> zero(Kink.Kind.STEEP, "^", base);
            case Expr.Compare(Comparison comparison, Expr left, Expr right)
            when comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL ->
                equal(Kink.Kind.SEAM, comparison.symbol(), left, right);
            default -> {}
        }
    }

    private void look(Function function, List<Expr> arguments) {
        Expr first = arguments.getFirst();
        String symbol = function.symbol();
        switch (function) {
            case ABS -> zero(Kink.Kind.CORNER, symbol, first);
            case SIGN -> zero(Kink.Kind.JUMP, symbol, first);
            case MIN, MAX -> equal(Kink.Kind.CORNER, symbol, first, arguments.get(1));
            case FLOOR -> {
                if (varies(first)) {
                    add(Kink.Kind.JUMP, symbol, text(first) + " is whole", false);
                }
            }
            case RELU -> zero(Kink.Kind.CORNER, symbol, first);
            case SQRT, CBRT -> zero(Kink.Kind.STEEP, symbol, first);
            case ATAN2 -> {
                if (varies(first)) {
                    add(Kink.Kind.JUMP, symbol, text(first) + " = 0 and " + text(arguments.get(1)) + " < 0", false);
                }
            }
            case ASIN, ACOS -> {
                if (varies(first)) {
                    add(Kink.Kind.STEEP, symbol, text(first) + " is 1 or -1", false);
                }
            }
            case IF -> {
                if (!(first instanceof Expr.Compare)) {
                    zero(Kink.Kind.SEAM, symbol, first);
                }
            }
            default -> {}
        }
    }

    private void zero(Kink.Kind kind, String symbol, Expr argument) {
        equal(kind, symbol, argument, algebra.number(0));
    }

    private void equal(Kink.Kind kind, String symbol, Expr left, Expr right) {
        Expr difference = algebra.sum(simple.of(left), algebra.negate(simple.of(right)));
        if (!varies(difference) || isPositive(difference) || isPositive(algebra.negate(difference))) {
            return;
        }
        Optional<String> root = root(difference);
        add(kind, symbol, root.orElseGet(() -> text(left) + " = " + text(right)), root.isPresent());
    }

    /// `w = 2`, if the difference is a number times w plus a number.
    private Optional<String> root(Expr difference) {
        if (sizes.of(difference) > LONGEST) {
            return Optional.empty();
        }
        Set<String> names = Graph.names(difference);
        if (names.size() != 1) {
            return Optional.empty();
        }
        String name = names.iterator().next();
        Expr slope = Derivative.of(difference, name);
        if (!Graph.names(slope).isEmpty()) {
            return Optional.empty();
        }
        double rate = new Interpreter(slope, List.of(name), 1).value(new double[] {0});
        double zero = -new Interpreter(difference, List.of(name), 1).value(new double[] {0}) / rate;
        // 0.0 + … turns −0 into 0
        return Double.isFinite(zero) ? Optional.of(name + " = " + NumberText.of(0.0 + zero)) : Optional.empty();
    }

    private void add(Kink.Kind kind, String symbol, String place, boolean solved) {
        found.add(new Kink(kind, symbol, place, solved));
    }

    private boolean varies(Expr node) {
        return varying.of(node);
    }

    private boolean isPositive(Expr node) {
        return signs.of(node) == SignOf.POSITIVE;
    }

    private static long size(Expr node, IdentityHashMap<Expr, Long> parts) {
        long size = 1;
        for (Expr child : node.children()) {
            size = Math.min(HUGE, size + parts.getOrDefault(child, 0L));
        }
        return size;
    }

    private String text(Expr node) {
        return sizes.of(node) > LONGEST ? "a long expression" : TextPrinter.print(node);
    }
}
