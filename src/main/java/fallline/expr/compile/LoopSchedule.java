package fallline.expr.compile;

import fallline.expr.eval.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Cuts a [LoopProgram] into loops so small that HotSpot makes vector instructions of them, and keeps calls and
/// choices, of which it makes none, in loops of their own. What a loop needs of another goes through a lane of
/// numbers.
final class LoopSchedule {
    /// The most operations of a loop; from some forty on HotSpot gives up.
    static final int MOST_TOGETHER = 36;

    /// A loop that has calls anyway may have more.
    private static final int MOST_CALLS = 60;

    /// So many operations before a call are worth a loop of their own.
    private static final int WORTH_A_LOOP = 3;

    /// A number that is written to a lane; stores of different groups are in different loops.
    record Store(int lane, int value, int group) {}

    /// One loop.
    ///
    /// @param loads by value the lane that it is read from
    /// @param operations values to compute, each behind those that it reads
    record Loop(Map<Integer, Integer> loads, List<Integer> operations, List<Store> stores) {}

    private final LoopProgram program;
    private final List<Store> stores;
    private final boolean[] needed;
    private final Set<Integer> cuts = new HashSet<>();
    private final Map<Integer, Integer> laneOf = new HashMap<>();
    private final List<Loop> loops = new ArrayList<>();
    private int lanes;

    /// The loop that is being filled.
    private Set<Integer> open = new TreeSet<>();

    private List<Store> openStores = new ArrayList<>();

    /// @param lanes how many lanes there are already
    LoopSchedule(LoopProgram program, List<Store> stores, int lanes) {
        this.program = program;
        this.stores = List.copyOf(stores);
        this.lanes = lanes;
        needed = program.needed(stores.stream().map(Store::value).toList());
        cut();
        fill();
        keepUntilRead(lanes);
    }

    List<Loop> loops() {
        return loops;
    }

    /// How many lanes there are now.
    int lanes() {
        return lanes;
    }

    /// Whether all is one loop without calls and choices.
    boolean isOneQuickLoop() {
        return loops.size() == 1 && loops.getFirst().operations.stream().noneMatch(this::isSlow);
    }

    private boolean isOperation(int value) {
        return program.varies(value) && program.sources().get(value) instanceof LoopProgram.Source.Operation;
    }

    private LoopProgram.Source.Operation operation(int value) {
        return (LoopProgram.Source.Operation) program.sources().get(value);
    }

    /// Whether HotSpot makes no vector instruction of it.
    private boolean isSlow(int value) {
        LoopProgram.Source.Operation operation = operation(value);
        return switch (operation.op()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, WHOLE_POWER, SQRT, ABS, MIN, MAX, RELU, FLOOR -> false;
            case SELECT -> program.varies(operation.a());
            default -> true;
        };
    }

    private boolean isComparison(int value) {
        return isOperation(value)
                && switch (operation(value).op()) {
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
                    default -> false;
                };
    }

    /// Decides which values get a lane of their own.
    private void cut() {
        for (int value = 0; value < needed.length; value++) {
            if (!needed[value] || !isOperation(value)) {
                continue;
            }
            LoopProgram.Source.Operation operation = operation(value);
            boolean slow = isSlow(value);
            for (int operand : operation.operands()) {
                boolean condition = operation.op() == Op.SELECT && operand == operation.a();
                boolean apart = slow ? cone(operand).size() >= WORTH_A_LOOP : isComparison(operand);
                if (isOperation(operand) && apart && !(condition && isComparison(operand))) {
                    cuts.add(operand);
                }
            }
            if (slow && !isComparison(value)) {
                cuts.add(value);
            }
            if (!slow) {
                shorten(value, operation);
            }
        }
    }

    private void shorten(int value, LoopProgram.Source.Operation operation) {
        while (cone(value).size() > MOST_TOGETHER) {
            int longest = operation.operands().getFirst();
            for (int operand : operation.operands()) {
                if (cone(operand).size() > cone(longest).size()) {
                    longest = operand;
                }
            }
            cuts.add(longest);
        }
    }

    /// The operations behind a value, itself among them, back to lanes.
    private Set<Integer> cone(int value) {
        Set<Integer> cone = new TreeSet<>();
        collect(value, true, cone);
        return cone;
    }

    private void collect(int value, boolean root, Set<Integer> into) {
        if (!isOperation(value) || (!root && cuts.contains(value)) || into.contains(value)) {
            return;
        }
        if (root && cuts.contains(value) && laneOf.containsKey(value)) {
            return;
        }
        into.add(value);
        operation(value).operands().forEach(operand -> collect(operand, false, into));
    }

    private void fill() {
        for (int value = 0; value < needed.length; value++) {
            if (needed[value] && cuts.contains(value)) {
                put(new Store(lanes++, value, -1));
            }
        }
        stores.forEach(this::put);
        close();
    }

    private void put(Store store) {
        Set<Integer> more = cone(store.value);
        boolean slow = more.stream().anyMatch(this::isSlow);
        boolean slowBefore = open.stream().anyMatch(this::isSlow);
        Set<Integer> both = new TreeSet<>(open);
        both.addAll(more);
        boolean fits = slow == slowBefore && both.size() <= (slow ? MOST_CALLS : MOST_TOGETHER);
        if (!openStores.isEmpty() && (!fits || openStores.getLast().group != store.group)) {
            close();
            both = new TreeSet<>(cone(store.value));
        }
        open = both;
        openStores.add(store);
    }

    private void close() {
        if (openStores.isEmpty()) {
            return;
        }
        Map<Integer, Integer> loads = new HashMap<>();
        for (int value : open) {
            operation(value).operands().forEach(operand -> load(operand, loads));
        }
        openStores.forEach(store -> load(store.value, loads));
        loops.add(new Loop(loads, List.copyOf(open), List.copyOf(openStores)));
        for (Store store : openStores) {
            if (cuts.contains(store.value)) {
                laneOf.putIfAbsent(store.value, store.lane);
            }
        }
        open = new TreeSet<>();
        openStores = new ArrayList<>();
    }

    private void load(int value, Map<Integer, Integer> loads) {
        if (open.contains(value)) {
            return;
        }
        if (program.sources().get(value) instanceof LoopProgram.Source.Vector(int lane)) {
            loads.put(value, lane);
        } else if (laneOf.containsKey(value)) {
            loads.put(value, laneOf.get(value));
        }
    }

    /// Where a later loop still reads what a lane held before, the new numbers wait in another lane.
    private void keepUntilRead(int own) {
        List<Store> late = new ArrayList<>();
        Map<Integer, Integer> lateLoads = new HashMap<>();
        for (int i = 0; i < loops.size(); i++) {
            Loop loop = loops.get(i);
            List<Store> kept = new ArrayList<>();
            for (Store store : loop.stores) {
                boolean read = store.lane < own
                        && loops.subList(i + 1, loops.size()).stream()
                                .anyMatch(later -> later.loads.containsValue(store.lane));
                if (read) {
                    int waiting = lanes++;
                    kept.add(new Store(waiting, store.value, store.group));
                    late.add(store);
                    lateLoads.put(store.value, waiting);
                } else {
                    kept.add(store);
                }
            }
            loops.set(i, new Loop(loop.loads, loop.operations, kept));
        }
        if (!late.isEmpty()) {
            loops.add(new Loop(lateLoads, List.of(), late));
        }
    }
}
