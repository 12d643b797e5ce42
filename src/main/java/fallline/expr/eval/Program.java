package fallline.expr.eval;

import fallline.expr.Expr;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A formula as a straight line of instructions, each of which writes a new place; the form that [Interpreter] runs and
/// [Compiler] translates. The order of all operations is fixed here, see [Interpreter].
///
/// Places 0 … slots − 1 hold the slots, the next ones the constants, the last ones the instructions' results;
/// instruction i writes place `first + i`. What the reverse pass does at each instruction is decided here once:
/// which instructions it visits (`visited`), which targets it may assign rather than add to (`assigns`), and which
/// instructions stand behind a choice (`guarded`): those pass nothing on when their adjoint is 0, so that the branch
/// not taken (0 times an infinite derivative) cannot spoil the gradient.
public final class Program {
    /// An operation on three places, of which most use one or two; b of a whole power is its exponent.
    record Instruction(Op op, int a, int b, int c) {}

    public final int slots;
    public final int variables;
    final double[] constants;
    public final Op[] ops;
    public final int[] a;
    public final int[] b;
    public final int[] c;
    public final int root;

    /// The place that instruction 0 writes.
    public final int first;

    /// By place: whether it depends on a variable in a way that has a derivative.
    public final boolean[] active;

    /// By instruction: whether the reverse pass visits it.
    public final boolean[] visited;

    /// By instruction: whether it stands behind a choice on every path to the root.
    public final boolean[] guarded;

    /// By instruction, bit 0 for a, bit 1 for b: whether its contribution is the first at its target for certain.
    public final byte[] assigns;

    /// The places whose adjoints must be 0 at the start, since their first contribution may not come or is guarded.
    public final int[] cleared;

    private Program(Builder builder, int variables, int root) {
        this.slots = builder.slots;
        this.variables = variables;
        this.root = root;
        this.constants =
                builder.constants.stream().mapToDouble(Double::doubleValue).toArray();
        this.first = slots + constants.length;
        int n = builder.instructions.size();
        this.ops = new Op[n];
        this.a = new int[n];
        this.b = new int[n];
        this.c = new int[n];
        for (int i = 0; i < n; i++) {
            Instruction instruction = builder.instructions.get(i);
            ops[i] = instruction.op;
            a[i] = instruction.a;
            b[i] = instruction.b;
            c[i] = instruction.c;
        }
        this.active = new boolean[places()];
        this.visited = new boolean[n];
        this.guarded = new boolean[n];
        this.assigns = new byte[n];
        markActive();
        this.cleared = planReverse();
    }

    /// @param slotNames the names of the slots, variables first
    /// @throws IllegalArgumentException when the formula uses another name
    public static Program of(Expr formula, List<String> slotNames, int variables) {
        if (variables < 0 || variables > slotNames.size()) {
            throw new IllegalArgumentException(variables + " variables of " + slotNames.size() + " slots");
        }
        Builder builder = new Builder(slotNames);
        int root = builder.build(formula);
        return new Program(builder, variables, root);
    }

    public int places() {
        return first + ops.length;
    }

    public int instructions() {
        return ops.length;
    }

    public boolean isConstant(int place) {
        return place >= slots && place < first;
    }

    public double constant(int place) {
        return constants[place - slots];
    }

    /// By place: whether an instruction reads it, or it is the root.
    public boolean[] usedPlaces() {
        boolean[] used = new boolean[places()];
        used[root] = true;
        for (int i = 0; i < ops.length; i++) {
            used[a[i]] = true;
            if (ops[i].isBinary()) {
                used[b[i]] = true;
            }
            if (ops[i] == Op.SELECT) {
                used[c[i]] = true;
            }
        }
        return used;
    }

    /// The place of the operand that the choice i takes among these values.
    int taken(int i, double[] v) {
        double a = v[this.a[i]];
        int b = this.b[i];
        return switch (ops[i]) {
            case SELECT -> a != 0 ? b : c[i];
            case MIN -> v[b] < a ? b : this.a[i];
            case MAX -> v[b] > a ? b : this.a[i];
            default -> throw new AssertionError(ops[i]);
        };
    }

    private void markActive() {
        Arrays.fill(active, 0, variables, true);
        for (int i = 0; i < ops.length; i++) {
            Op op = ops[i];
            boolean left = active[op == Op.SELECT ? c[i] : a[i]];
            boolean right = op.isBinary() && active[b[i]];
            active[first + i] = (left || right) && !op.isFlat();
        }
    }

    private int[] planReverse() {
        boolean[] certain = new boolean[places()];
        boolean[] reached = new boolean[places()];
        boolean[] contributed = new boolean[places()];
        boolean[] zeroed = new boolean[places()];
        certain[root] = true;
        reached[root] = active[root];
        contributed[root] = true;
        for (int i = ops.length - 1; i >= 0; i--) {
            Op op = ops[i];
            int place = first + i;
            visited[i] = reached[place];
            guarded[i] = !certain[place];
            if (!reached[place]) {
                continue;
            }
            boolean sure = certain[place] && !op.isChoice();
            int[] targets = {op == Op.SELECT ? c[i] : a[i], op.isBinary() ? b[i] : a[i]};
            for (int k = 0; k < (op.isBinary() ? 2 : 1); k++) {
                int target = targets[k];
                if (!active[target]) {
                    continue;
                }
                reached[target] = true;
                certain[target] |= sure;
                if (!contributed[target]) {
                    contributed[target] = true;
                    if (sure) {
                        assigns[i] |= (byte) (1 << k);
                    } else {
                        zeroed[target] = true;
                    }
                }
            }
        }
        for (int variable = 0; variable < variables; variable++) {
            zeroed[variable] |= !contributed[variable];
        }
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < zeroed.length; place++) {
            if (zeroed[place]) {
                places.add(place);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Collects the instructions, with numbers for places that are settled when all constants are known: negative for
    /// constants (−1 − index), from [#RESULTS] on for results.
    private static final class Builder implements Flattener.Sink {
        private static final int RESULTS = 1 << 30;

        private final int slots;
        private final Map<String, Integer> slotOf = new HashMap<>();
        private final List<Double> constants = new ArrayList<>();
        private final Map<Double, Integer> constantOf = new HashMap<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> known = new HashMap<>();

        Builder(List<String> slotNames) {
            this.slots = slotNames.size();
            for (int i = 0; i < slots; i++) {
                if (slotOf.put(slotNames.get(i), i) != null) {
                    throw new IllegalArgumentException("the name " + Quote.of(slotNames.get(i)) + " is declared twice");
                }
            }
        }

        int build(Expr formula) {
            int root = settle(new Flattener(this).place(formula));
            instructions.replaceAll(
                    i -> new Instruction(i.op, settle(i.a), i.op == Op.WHOLE_POWER ? i.b : settle(i.b), settle(i.c)));
            return root;
        }

        private int settle(int place) {
            if (place < 0) {
                return slots - 1 - place;
            }
            return place >= RESULTS ? place - RESULTS + slots + constants.size() : place;
        }

        @Override
        public int name(String name) {
            Integer slot = slotOf.get(name);
            if (slot == null) {
                throw new IllegalArgumentException("no slot for the name " + Quote.of(name));
            }
            return slot;
        }

        @Override
        public int constant(double value) {
            Integer place = constantOf.get(value);
            if (place == null) {
                place = -1 - constants.size();
                constants.add(value);
                constantOf.put(value, place);
            }
            return place;
        }

        @Override
        public int instruction(Op op, int a, int b, int c) {
            boolean constantB = !op.isBinary() || b < 0;
            boolean constantC = op != Op.SELECT || c < 0;
            if (a < 0 && constantB && constantC) {
                double valueB = op.isBinary() ? constants.get(-1 - b) : 0;
                double valueA = constants.get(-1 - a);
                if (op.fault(valueA, valueB, b).isEmpty()) {
                    return constant(op.apply(valueA, valueB, op == Op.SELECT ? constants.get(-1 - c) : 0, b));
                }
            }
            Instruction instruction = new Instruction(op, a, b, c);
            Integer place = known.get(instruction);
            if (place == null) {
                place = RESULTS + instructions.size();
                instructions.add(instruction);
                known.put(instruction, place);
            }
            return place;
        }
    }
}
