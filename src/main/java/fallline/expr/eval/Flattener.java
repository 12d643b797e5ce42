package fallline.expr.eval;

import fallline.expr.Expr;
import fallline.expr.Graph;
import java.util.IdentityHashMap;
import java.util.List;

/// Turns formulas into instructions on two or three places: n-ary sums and products become chains from left to right,
/// negated terms are subtracted, small whole powers become [Op#WHOLE_POWER]. The one place where the order of
/// operations is decided, for the interpreter and for all compiled code.
public final class Flattener {
    /// Gives numbers to places; equal instructions should get one.
    public interface Sink {
        int name(String name);

        int constant(double value);

        /// @param b for [Op#WHOLE_POWER] the exponent
        int instruction(Op op, int a, int b, int c);
    }

    private final Sink sink;
    private final IdentityHashMap<Expr, Integer> places = new IdentityHashMap<>();

    public Flattener(Sink sink) {
        this.sink = sink;
    }

    /// The place of a formula's value; its instructions are emitted if they were not yet.
    public int place(Expr formula) {
        for (Expr node : Graph.order(formula)) {
            if (!(node instanceof Expr.Negate) && !places.containsKey(node)) {
                places.put(node, emit(node));
            }
        }
        return known(formula);
    }

    /// The place of a node that was emitted; a negation is emitted when it is first asked for, since most are parts of
    /// a subtraction and need none.
    private int known(Expr node) {
        Integer place = places.get(node);
        if (place != null) {
            return place;
        }
        Expr.Negate negate = (Expr.Negate) node;
        int emitted = sink.instruction(Op.NEGATE, known(negate.operand()), 0, 0);
        places.put(node, emitted);
        return emitted;
    }

    private int emit(Expr node) {
        return switch (node) {
            case Expr.Num(double value) -> sink.constant(value);
            case Expr.Constant constant -> sink.constant(constant.value());
            case Expr.Name(var name) -> sink.name(name);
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> {
                int product = known(factors.getFirst());
                for (Expr factor : factors.subList(1, factors.size())) {
                    product = sink.instruction(Op.MULTIPLY, product, known(factor), 0);
                }
                yield product;
            }
            case Expr.Quotient(var numerator, var denominator) ->
                sink.instruction(Op.DIVIDE, known(numerator), known(denominator), 0);
            case Expr.Negate _ -> throw new AssertionError("negations are emitted on demand");
            case Expr.Power(var base, var exponent) -> power(known(base), exponent);
            case Expr.Call(var function, var arguments) -> {
                int[] operands = {0, 0, 0};
                for (int i = 0; i < arguments.size(); i++) {
                    operands[i] = known(arguments.get(i));
                }
                yield sink.instruction(Op.of(function), operands[0], operands[1], operands[2]);
            }
            case Expr.Compare(var comparison, var left, var right) ->
                sink.instruction(Op.of(comparison), known(left), known(right), 0);
        };
    }

    private int sum(List<Expr> terms) {
        int sum = known(terms.getFirst());
        for (Expr term : terms.subList(1, terms.size())) {
            sum = term instanceof Expr.Negate(var operand)
                    ? sink.instruction(Op.SUBTRACT, sum, known(operand), 0)
                    : sink.instruction(Op.ADD, sum, known(term), 0);
        }
        return sum;
    }

    private int power(int base, Expr exponent) {
        if (!(exponent instanceof Expr.Num number && number.isSmallWhole())) {
            return sink.instruction(Op.POWER, base, known(exponent), 0);
        }
        return switch ((int) number.value()) {
            case 0 -> sink.constant(1);
            case 1 -> base;
            default -> sink.instruction(Op.WHOLE_POWER, base, (int) number.value(), 0);
        };
    }
}
