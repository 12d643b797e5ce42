package fallline.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
final class Program {
    /// a, b, c of instruction i are `operands[3·i …]`; b of a whole power is its exponent.
    record Instruction(Op op, int a, int b, int c) {}

    final int slots;
    final int variables;
    final double[] constants;
    final Op[] ops;
    final int[] a;
    final int[] b;
    final int[] c;
    final int root;

    /// The place that instruction 0 writes.
    final int first;

    /// By place: whether it depends on a variable in a way that has a derivative.
    final boolean[] active;

    /// By instruction: whether the reverse pass visits it.
    final boolean[] visited;

    /// By instruction: whether it stands behind a choice on every path to the root.
    final boolean[] guarded;

    /// By instruction, bit 0 for a, bit 1 for b: whether its contribution is the first at its target for certain.
    final byte[] assigns;

    /// The places whose adjoints must be 0 at the start, since their first contribution may not come or is guarded.
    final int[] cleared;

    private Program(Builder builder, int variables, int root) {
        this.slots = builder.slots;
        this.variables = variables;
        this.root = root;
        this.constants = builder.constants.stream().mapToDouble(Double::doubleValue).toArray();
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
    static Program of(Expr formula, List<String> slotNames, int variables) {
        if (variables < 0 || variables > slotNames.size()) {
            throw new IllegalArgumentException(variables + " variables of " + slotNames.size() + " slots");
        }
        Builder builder = new Builder(formula, slotNames);
        int root = builder.build();
        return new Program(builder, variables, root);
    }

    int places() {
        return first + ops.length;
    }

    int instructions() {
        return ops.length;
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

    /// Flattens the graph: n-ary sums and products become chains from left to right, equal instructions are shared, and
    /// instructions on constants alone are done at once.
    private static final class Builder {
        private final Expr formula;
        private final int slots;
        private final Map<String, Integer> slotOf = new HashMap<>();
        private final List<Double> constants = new ArrayList<>();
        private final Map<Double, Integer> constantOf = new HashMap<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> known = new HashMap<>();
        private final IdentityHashMap<Expr, Integer> placeOf = new IdentityHashMap<>();

        Builder(Expr formula, List<String> slotNames) {
            this.formula = formula;
            this.slots = slotNames.size();
            for (int i = 0; i < slots; i++) {
                if (slotOf.put(slotNames.get(i), i) != null) {
                    throw new IllegalArgumentException("the name '" + slotNames.get(i) + "' is declared twice");
                }
            }
        }

        /// Places are negative for constants (−1 − index) and beyond [#RESULTS] for results until their number is known.
        int build() {
            List<Expr> order = Graph.order(formula);
            for (Expr node : order) {
                if (!(node instanceof Expr.Negate)) {
                    placeOf.put(node, emit(node));
                }
            }
            int root = settle(place(formula));
            instructions.replaceAll(i -> new Instruction(
                    i.op, settle(i.a), i.op == Op.WHOLE_POWER ? i.b : settle(i.b), settle(i.c)));
            return root;
        }

        private static final int RESULTS = 1 << 30;

        private int settle(int place) {
            if (place < 0) {
                return slots - 1 - place;
            }
            return place >= RESULTS ? place - RESULTS + slots + constants.size() : place;
        }

        /// The place of a node that was emitted; a negation is emitted when it is first asked for, since most are parts
        /// of a subtraction and need none.
        private int place(Expr node) {
            Integer place = placeOf.get(node);
            if (place != null) {
                return place;
            }
            Expr.Negate negate = (Expr.Negate) node;
            int emitted = instruction(Op.NEGATE, place(negate.operand()), 0, 0);
            placeOf.put(node, emitted);
            return emitted;
        }

        private int emit(Expr node) {
            return switch (node) {
                case Expr.Num(double value) -> constant(value);
                case Expr.Constant constant -> constant(constant.value());
                case Expr.Name(var name) -> {
                    Integer slot = slotOf.get(name);
                    if (slot == null) {
                        throw new IllegalArgumentException("no slot for the name '" + name + "'");
                    }
                    yield slot;
                }
                case Expr.Sum(var terms) -> sum(terms);
                case Expr.Product(var factors) -> {
                    int product = place(factors.getFirst());
                    for (Expr factor : factors.subList(1, factors.size())) {
                        product = instruction(Op.MULTIPLY, product, place(factor), 0);
                    }
                    yield product;
                }
                case Expr.Quotient(var numerator, var denominator) ->
                    instruction(Op.DIVIDE, place(numerator), place(denominator), 0);
                case Expr.Negate _ -> throw new AssertionError("negations are emitted on demand");
                case Expr.Power(var base, var exponent) -> power(place(base), exponent);
                case Expr.Call(var function, var arguments) -> {
                    int[] places = {0, 0, 0};
                    for (int i = 0; i < arguments.size(); i++) {
                        places[i] = place(arguments.get(i));
                    }
                    yield instruction(Op.of(function), places[0], places[1], places[2]);
                }
                case Expr.Compare(var comparison, var left, var right) ->
                    instruction(Op.of(comparison), place(left), place(right), 0);
            };
        }

        private int sum(List<Expr> terms) {
            int sum = place(terms.getFirst());
            for (Expr term : terms.subList(1, terms.size())) {
                sum = term instanceof Expr.Negate(var operand)
                        ? instruction(Op.SUBTRACT, sum, place(operand), 0)
                        : instruction(Op.ADD, sum, place(term), 0);
            }
            return sum;
        }

        private int power(int base, Expr exponent) {
            if (!(exponent instanceof Expr.Num number && number.isSmallWhole())) {
                return instruction(Op.POWER, base, place(exponent), 0);
            }
            return switch ((int) number.value()) {
                case 0 -> constant(1);
                case 1 -> base;
                default -> instruction(Op.WHOLE_POWER, base, (int) number.value(), 0);
            };
        }

        private int constant(double value) {
            Integer place = constantOf.get(value);
            if (place == null) {
                place = -1 - constants.size();
                constants.add(value);
                constantOf.put(value, place);
            }
            return place;
        }

        private int instruction(Op op, int a, int b, int c) {
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
