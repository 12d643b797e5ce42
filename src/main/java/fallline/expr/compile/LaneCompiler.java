package fallline.expr.compile;

import fallline.expr.compile.LoopCompiler.Statement;
import fallline.expr.compile.LoopProgram.Source.Operation;
import fallline.expr.compile.LoopSchedule.Store;
import fallline.expr.eval.Op;
import fallline.expr.eval.Program;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compiles a formula with its gradient, and an update rule, into loops over a block of lanes: one run a lane, to the
/// bit what each run computes by itself.
public final class LaneCompiler {
    /// The lanes of a block. More make the ends of loops cheaper, fewer fit better into the first cache and waste less
    /// when runs end early; 64 to 256 differ by a tenth.
    public static final int LANES = 128;

    /// With more operations than this, compiling takes longer than it gains.
    private static final int MOST_OPERATIONS = 600;

    private static final ClassDesc CODE = ClassDesc.of("fallline.expr.compile.LaneCode");

    /// Lines of a rule, for one parameter.
    ///
    /// @param reads by a name in the lines the scalar or lane that it begins as
    /// @param writes by a scalar or lane the name whose last value it gets
    public record Pass(Map<String, String> reads, List<Statement> statements, Map<String, String> writes) {}

    /// What is to be compiled. All names are those of scalars and lanes.
    ///
    /// @param slots what the formula's slots are, variables first: lanes of θ, then scalars
    /// @param gradients a lane for every variable
    /// @param value the lane of J
    /// @param sum the lane to which evaluations add what they make
    /// @param negated whether rules get the gradient with its sign changed
    /// @param zeros scalars that are +0 as long as the code is used
    /// @param rates scalars and lanes that are finite and not below 0
    /// @param keepsValue whether [LaneCode#step] writes J
    public record Body(
            List<String> scalars,
            List<String> lanes,
            Program formula,
            List<String> slots,
            List<String> gradients,
            String value,
            String sum,
            boolean negated,
            List<Pass> passes,
            Set<String> zeros,
            Set<String> rates,
            boolean keepsValue) {}

    /// Compiled code.
    ///
    /// @param scalars how many scalars it needs in all
    /// @param lanes how many lanes
    public record Made(LaneCode code, int scalars, int lanes) {}

    private final Body body;
    private final Map<String, Integer> leaves = new HashMap<>();

    private LaneCompiler(Body body) {
        this.body = body;
        body.scalars.forEach(name -> leaves.put(name, leaves.size()));
        body.lanes.forEach(name -> leaves.put(name, leaves.size()));
    }

    /// The code, unless it would be too large.
    ///
    /// @throws IllegalArgumentException when a line reads a name that is not there
    public static Optional<Made> compile(Body body) {
        return new LaneCompiler(body).made();
    }

    private Optional<Made> made() {
        if (body.formula.instructions() > MOST_OPERATIONS) {
            return Optional.empty();
        }
        LaneLoops evaluation = evaluation();
        LaneLoops sum = sum();
        LaneLoops advance = advance();
        if (evaluation.operations() + advance.operations() > MOST_OPERATIONS) {
            return Optional.empty();
        }
        Optional<LaneLoops> fused = fused().filter(loops -> loops.schedule().isOneQuickLoop());
        int scalars = body.scalars.size();
        scalars = evaluation.placeScalars(scalars);
        scalars = advance.placeScalars(scalars);
        scalars = fused.isPresent() ? fused.get().placeScalars(scalars) : scalars;
        byte[] bytes = HiddenClass.build(CODE, type -> {
            evaluation.writeLoops(type, "evaluation");
            sum.writeLoops(type, "sum");
            advance.writeLoops(type, "advance");
            fused.ifPresent(loops -> loops.writeLoops(type, "fused"));
            type.withMethodBody("constants", LaneLoops.SCALARS, ClassFile.ACC_PUBLIC, code -> {
                evaluation.writeScalars(code);
                code.return_();
            });
            type.withMethodBody("scalars", LaneLoops.SCALARS, ClassFile.ACC_PUBLIC, code -> {
                fused.ifPresent(loops -> loops.writeScalars(code));
                advance.writeScalars(code);
                advance.writeScalarStores(code);
                code.return_();
            });
            type.withMethodBody("evaluate", LaneLoops.LOOPS, ClassFile.ACC_PUBLIC, code -> {
                evaluation.writeCalls(code, "evaluation");
                sum.writeCalls(code, "sum");
                code.return_();
            });
            type.withMethodBody("advance", LaneLoops.LOOPS, ClassFile.ACC_PUBLIC, code -> {
                advance.writeCalls(code, "advance");
                code.return_();
            });
            type.withMethodBody("step", LaneLoops.LOOPS, ClassFile.ACC_PUBLIC, code -> {
                if (fused.isPresent()) {
                    fused.get().writeCalls(code, "fused");
                } else {
                    evaluation.writeCalls(code, "evaluation");
                    sum.writeCalls(code, "sum");
                    advance.writeCalls(code, "advance");
                }
                code.return_();
            });
        });
        int lanes = Math.max(evaluation.schedule().lanes(), advance.schedule().lanes());
        return HiddenClass.largestMethod(bytes) < HiddenClass.HUGE_METHOD
                ? Optional.of(new Made((LaneCode) HiddenClass.define(bytes), scalars, lanes))
                : Optional.empty();
    }

    private int lane(String name) {
        return leaf(name) - body.scalars.size();
    }

    private int leaf(String name) {
        Integer leaf = leaves.get(name);
        if (leaf == null) {
            throw new IllegalArgumentException("'" + name + "' is neither a scalar nor a lane");
        }
        return leaf;
    }

    /// J and its gradient as values of a program.
    ///
    /// @param descent the gradient as rules read it
    private record Slope(int value, int[] descent) {}

    private Slope slope(LoopProgram program) {
        int[] slots = body.slots.stream().mapToInt(this::leaf).toArray();
        LaneGradient made = new LaneGradient(body.formula, program, slots);
        int[] descent = new int[body.gradients.size()];
        for (int i = 0; i < descent.length; i++) {
            int gradient = made.gradient(i);
            descent[i] = body.negated ? program.instruction(Op.NEGATE, gradient, 0, 0) : gradient;
        }
        return new Slope(made.value(), descent);
    }

    private LaneLoops evaluation() {
        LoopProgram program = new LoopProgram(body.scalars, body.lanes);
        Slope slope = slope(program);
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < slope.descent.length; i++) {
            stores.add(new Store(lane(body.gradients.get(i)), slope.descent[i], 0));
        }
        stores.add(new Store(lane(body.value), slope.value, 0));
        return new LaneLoops(program, stores, List.of(), body.lanes.size());
    }

    /// The sum is a loop of its own: HotSpot often makes no vector instructions of one that writes J and adds to a
    /// lane.
    private LaneLoops sum() {
        LoopProgram program = new LoopProgram(body.scalars, body.lanes);
        int made = leaf(body.value);
        for (int i = 0; i < body.gradients.size(); i++) {
            made = add(program, made, leaf(body.gradients.get(i)));
            made = add(program, made, leaf(body.slots.get(i)));
        }
        Store store = new Store(lane(body.sum), add(program, leaf(body.sum), made), 0);
        return new LaneLoops(program, List.of(store), List.of(), body.lanes.size());
    }

    private static int add(LoopProgram program, int a, int b) {
        return program.instruction(Op.ADD, a, b, 0);
    }

    private LaneLoops advance() {
        LoopProgram program = new LoopProgram(body.scalars, body.lanes);
        Written written = written(program, Map.of());
        return new LaneLoops(program, written.lanes, written.scalars, body.lanes.size());
    }

    /// What the passes write.
    private record Written(List<Store> lanes, List<Store> scalars) {}

    /// @param instead values that are read in place of lanes
    private Written written(LoopProgram program, Map<String, Integer> instead) {
        Map<Integer, Store> scalars = new HashMap<>();
        List<Store> lanes = new ArrayList<>();
        for (int group = 0; group < body.passes.size(); group++) {
            Pass pass = body.passes.get(group);
            pass.reads.forEach((name, leaf) -> program.bind(name, instead.getOrDefault(leaf, leaf(leaf))));
            pass.statements.forEach(line -> program.assign(line.target(), line.value()));
            for (Map.Entry<String, String> write : pass.writes.entrySet()) {
                int leaf = leaf(write.getKey());
                int value = program.name(write.getValue());
                if (value == leaf) {
                    continue;
                }
                if (leaf < body.scalars.size()) {
                    scalars.put(leaf, new Store(leaf, value, group));
                } else {
                    lanes.add(new Store(leaf - body.scalars.size(), value, group));
                }
            }
        }
        return new Written(lanes, List.copyOf(scalars.values()));
    }

    /// Gradient and step in one loop, where the rule does nothing but θ ← θ − α·(g + ω·θ): then what a step makes is
    /// not finite wherever the gradient was not, so that the gradient itself need not be looked at. Where ω is +0,
    /// the sum is left out: it differs from g only where g is −0 and θ is not below +0, and then θ − α·g is θ
    /// either way.
    ///
    /// Not where J is written too: HotSpot then makes no vector instructions, and two loops are twice as fast.
    private Optional<LaneLoops> fused() {
        if (body.keepsValue) {
            return Optional.empty();
        }
        LoopProgram program = new LoopProgram(body.scalars, body.lanes);
        Slope slope = slope(program);
        Map<String, Integer> instead = new HashMap<>();
        for (int i = 0; i < slope.descent.length; i++) {
            instead.put(body.gradients.get(i), slope.descent[i]);
        }
        Written written = written(program, instead);
        int n = slope.descent.length;
        if (written.lanes.size() != n || !written.scalars.isEmpty()) {
            return Optional.empty();
        }
        List<Store> stores = new ArrayList<>();
        int made = slope.value;
        for (int i = 0; i < n; i++) {
            int theta = leaf(body.slots.get(i));
            Store store = written.lanes.get(i);
            Optional<Integer> moved = store.lane() == lane(body.slots.get(i))
                    ? descended(program, store.value(), theta, slope.descent[i])
                    : Optional.empty();
            if (moved.isEmpty()) {
                return Optional.empty();
            }
            stores.add(new Store(store.lane(), moved.get(), 0));
            made = add(program, made, slope.descent[i]);
        }
        int sum = add(program, leaf(body.sum), made);
        stores.add(new Store(lane(body.sum), sum, 0));
        return Optional.of(new LaneLoops(program, stores, List.of(), body.lanes.size()));
    }

    /// The value θ − α·g or θ − α·(g + ω·θ), without ω·θ where ω is 0; empty if it is none.
    private Optional<Integer> descended(LoopProgram program, int value, int theta, int gradient) {
        Optional<Operation> step = operation(program, value, Op.SUBTRACT)
                .filter(minus -> minus.a() == theta)
                .flatMap(minus -> operation(program, minus.b(), Op.MULTIPLY))
                .filter(times -> isOneOf(body.rates, times.a()));
        if (step.isEmpty() || step.get().b() == gradient) {
            return step.map(_ -> value);
        }
        Optional<Operation> decay = operation(program, step.get().b(), Op.ADD)
                .filter(plus -> plus.a() == gradient)
                .flatMap(plus -> operation(program, plus.b(), Op.MULTIPLY))
                .filter(pull -> pull.b() == theta && isOneOf(body.rates, pull.a()));
        if (decay.isEmpty() || !isOneOf(body.zeros, decay.get().a())) {
            return decay.map(_ -> value);
        }
        int plain = program.instruction(Op.MULTIPLY, step.get().a(), gradient, 0);
        return Optional.of(program.instruction(Op.SUBTRACT, theta, plain, 0));
    }

    private static Optional<Operation> operation(LoopProgram program, int value, Op op) {
        return program.sources().get(value) instanceof Operation operation && operation.op() == op
                ? Optional.of(operation)
                : Optional.empty();
    }

    private boolean isOneOf(Collection<String> names, int value) {
        return names.stream().anyMatch(name -> leaf(name) == value);
    }
}
