package fallline.expr.compile;

import fallline.expr.eval.Op;
import fallline.expr.eval.Program;
import java.util.Arrays;

/// A formula and its reverse pass as values of a [LoopProgram], operation by operation what an [Interpreter] does. What
/// that one jumps over is computed here and not taken.
final class LaneGradient {
    private static final int NONE = -1;

    private final Program program;
    private final LoopProgram sink;
    private final int[] values;
    private final int[] adjoints;
    private final int one;

    /// @param slots the values of the formula's slots, variables first
    LaneGradient(Program program, LoopProgram sink, int[] slots) {
        this.program = program;
        this.sink = sink;
        values = Arrays.copyOf(slots, program.places());
        adjoints = new int[program.places()];
        Arrays.fill(adjoints, NONE);
        one = sink.constant(1);
        forward();
        backward();
    }

    /// J.
    int value() {
        return values[program.root];
    }

    /// The derivative by a variable.
    int gradient(int variable) {
        return adjoints[variable];
    }

    private void forward() {
        for (int place = program.slots; place < program.first; place++) {
            values[place] = sink.constant(program.constant(place));
        }
        for (int i = 0; i < program.instructions(); i++) {
            Op op = program.ops[i];
            int b = op == Op.WHOLE_POWER ? program.b[i] : op.isBinary() ? values[program.b[i]] : 0;
            int c = op == Op.SELECT ? values[program.c[i]] : 0;
            values[program.first + i] = sink.instruction(op, values[program.a[i]], b, c);
        }
    }

    private void backward() {
        for (int place : program.cleared) {
            adjoints[place] = sink.constant(0);
        }
        adjoints[program.root] = one;
        for (int i = program.instructions() - 1; i >= 0; i--) {
            if (!program.visited[i]) {
                continue;
            }
            int ad = adjoints[program.first + i];
            int[] before = program.guarded[i] ? adjoints.clone() : adjoints;
            handOn(i, ad);
            for (int place = 0; program.guarded[i] && place < adjoints.length; place++) {
                if (adjoints[place] != before[place]) {
                    adjoints[place] = sink.instruction(Op.SELECT, ad, adjoints[place], before[place]);
                }
            }
        }
    }

    private void handOn(int i, int ad) {
        int placeA = program.a[i];
        int placeB = program.b[i];
        int a = values[placeA];
        int v = values[program.first + i];
        switch (program.ops[i]) {
            case ADD -> {
                toA(i, ad);
                toB(i, ad);
            }
            case SUBTRACT -> {
                toA(i, ad);
                toB(i, unary(Op.NEGATE, ad));
            }
            case MULTIPLY -> {
                toA(i, times(ad, values[placeB]));
                toB(i, times(ad, a));
            }
            case DIVIDE -> {
                int q = binary(Op.DIVIDE, ad, values[placeB]);
                toA(i, q);
                toB(i, unary(Op.NEGATE, times(q, v)));
            }
            case NEGATE -> toA(i, unary(Op.NEGATE, ad));
            case WHOLE_POWER -> toA(i, times(ad, times(sink.constant(placeB), power(a, placeB - 1))));
            case POWER -> raise(i, ad, a, values[placeB], v);
            case SELECT -> choose(a, placeB, program.c[i], ad);
            case MIN -> choose(binary(Op.LESS, values[placeB], a), placeB, placeA, ad);
            case MAX -> choose(binary(Op.GREATER, values[placeB], a), placeB, placeA, ad);
            case RELU -> {
                if (program.active[placeA]) {
                    int more = binary(Op.ADD, adjoints[placeA], ad);
                    int rises = binary(Op.GREATER, a, sink.constant(0));
                    adjoints[placeA] = sink.instruction(Op.SELECT, rises, more, adjoints[placeA]);
                }
            }
            case ATAN2 -> {
                int b = values[placeB];
                int q = binary(Op.DIVIDE, ad, binary(Op.ADD, times(a, a), times(b, b)));
                toA(i, times(q, b));
                toB(i, unary(Op.NEGATE, times(q, a)));
            }
            case LOG -> toA(i, binary(Op.DIVIDE, ad, a));
            case LOG10 -> toA(i, binary(Op.DIVIDE, ad, times(a, sink.constant(Op.LN10))));
            case LOG1P -> toA(i, binary(Op.DIVIDE, ad, binary(Op.ADD, one, a)));
            case SQRT -> toA(i, binary(Op.DIVIDE, ad, times(sink.constant(2), v)));
            default -> toA(i, times(ad, slope(program.ops[i], a, v)));
        }
    }

    private void raise(int i, int ad, int a, int b, int v) {
        if (program.active[program.a[i]]) {
            int lower = binary(Op.POWER, a, binary(Op.SUBTRACT, b, one));
            toA(i, times(ad, times(b, lower)));
        }
        if (program.active[program.b[i]]) {
            toB(i, times(ad, times(v, unary(Op.LOG, a))));
        }
    }

    /// Adds to the place `taken` where the condition is not 0, else to the other.
    private void choose(int condition, int taken, int other, int ad) {
        if (taken == other) {
            add(taken, ad);
            return;
        }
        if (program.active[taken]) {
            int more = binary(Op.ADD, adjoints[taken], ad);
            adjoints[taken] = sink.instruction(Op.SELECT, condition, more, adjoints[taken]);
        }
        if (program.active[other]) {
            int more = binary(Op.ADD, adjoints[other], ad);
            adjoints[other] = sink.instruction(Op.SELECT, condition, adjoints[other], more);
        }
    }

    private int slope(Op op, int a, int v) {
        return switch (op) {
            case SIN -> unary(Op.COS, a);
            case COS -> unary(Op.NEGATE, unary(Op.SIN, a));
            case TAN -> binary(Op.ADD, one, times(v, v));
            case ASIN -> binary(Op.DIVIDE, one, rootOfOneMinusSquare(a));
            case ACOS -> binary(Op.DIVIDE, sink.constant(-1), rootOfOneMinusSquare(a));
            case ATAN -> binary(Op.DIVIDE, one, binary(Op.ADD, one, times(a, a)));
            case SINH -> unary(Op.COSH, a);
            case COSH -> unary(Op.SINH, a);
            case TANH -> binary(Op.SUBTRACT, one, times(v, v));
            case EXP -> v;
            case EXPM1 -> binary(Op.ADD, v, one);
            case CBRT -> binary(Op.DIVIDE, one, times(sink.constant(3), times(v, v)));
            case ABS -> unary(Op.SIGN, a);
            case SIGMOID -> times(v, binary(Op.SUBTRACT, one, v));
            case SOFTPLUS -> unary(Op.SIGMOID, a);
            default -> throw new AssertionError(op);
        };
    }

    private int rootOfOneMinusSquare(int a) {
        return unary(Op.SQRT, binary(Op.SUBTRACT, one, times(a, a)));
    }

    private int power(int a, int exponent) {
        return switch (exponent) {
            case 0 -> one;
            case 1 -> a;
            default -> sink.instruction(Op.WHOLE_POWER, a, exponent, 0);
        };
    }

    /// A product; times 1 is nothing.
    private int times(int a, int b) {
        if (a == one) {
            return b;
        }
        return b == one ? a : binary(Op.MULTIPLY, a, b);
    }

    private int binary(Op op, int a, int b) {
        return sink.instruction(op, a, b, 0);
    }

    private int unary(Op op, int a) {
        return sink.instruction(op, a, 0, 0);
    }

    private void toA(int i, int contribution) {
        give(program.a[i], (program.assigns[i] & 1) != 0, contribution);
    }

    private void toB(int i, int contribution) {
        give(program.b[i], (program.assigns[i] & 2) != 0, contribution);
    }

    private void give(int place, boolean first, int contribution) {
        if (first) {
            adjoints[place] = contribution;
        } else {
            add(place, contribution);
        }
    }

    private void add(int place, int contribution) {
        if (program.active[place]) {
            adjoints[place] = binary(Op.ADD, adjoints[place], contribution);
        }
    }
}
