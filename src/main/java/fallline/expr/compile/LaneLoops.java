package fallline.expr.compile;

import fallline.expr.compile.LoopSchedule.Loop;
import fallline.expr.compile.LoopSchedule.Store;
import fallline.expr.eval.Op;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Writes the loops of a [LoopSchedule] as methods, and what is the same in all lanes as straight code before them.
final class LaneLoops {
    static final MethodTypeDesc SCALARS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_double.arrayType());
    static final MethodTypeDesc LOOPS = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ConstantDescs.CD_double.arrayType(),
            ConstantDescs.CD_double.arrayType().arrayType());
    private static final int PRIVATE_STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

    private final LoopProgram program;
    private final LoopSchedule schedule;
    private final List<Store> scalarStores;

    /// By value that is the same in all lanes, and that loops read: its place among the scalars.
    private final Map<Integer, Integer> scalarPlaces = new HashMap<>();

    /// @param lanes how many lanes have names
    LaneLoops(LoopProgram program, List<Store> stores, List<Store> scalarStores, int lanes) {
        this.program = program;
        this.scalarStores = scalarStores;
        for (Store store : scalarStores) {
            if (program.varies(store.value())) {
                throw new IllegalArgumentException("a scalar gets a value that differs from lane to lane");
            }
        }
        schedule = new LoopSchedule(program, stores, lanes);
    }

    LoopSchedule schedule() {
        return schedule;
    }

    /// How many operations the loops do in all.
    int operations() {
        return schedule.loops().stream()
                .mapToInt(loop -> loop.operations().size())
                .sum();
    }

    /// Gives places to the scalars that loops read, from `first` on; returns the first place that is free then.
    int placeScalars(int first) {
        int next = first;
        for (int value : scalarsRead()) {
            boolean own = program.sources().get(value) instanceof LoopProgram.Source.Scalar(int index)
                    && scalarStores.stream().noneMatch(store -> store.lane() == index);
            if (!own) {
                scalarPlaces.put(value, next++);
            } else if (program.sources().get(value) instanceof LoopProgram.Source.Scalar(int index)) {
                scalarPlaces.put(value, index);
            }
        }
        return next;
    }

    private boolean isConstant(int value) {
        return program.sources().get(value) instanceof LoopProgram.Source.Constant;
    }

    private Set<Integer> scalarsRead() {
        Set<Integer> read = new TreeSet<>();
        for (Loop loop : schedule.loops()) {
            read.addAll(scalarsRead(loop));
        }
        return read;
    }

    private Set<Integer> scalarsRead(Loop loop) {
        Set<Integer> read = new TreeSet<>();
        for (int value : loop.operations()) {
            read.addAll(operation(value).operands());
        }
        loop.stores().forEach(store -> read.add(store.value()));
        read.removeIf(value -> program.varies(value) || isConstant(value));
        return read;
    }

    private LoopProgram.Source.Operation operation(int value) {
        return (LoopProgram.Source.Operation) program.sources().get(value);
    }

    /// Computes the scalars that loops read.
    void writeScalars(CodeBuilder code) {
        Map<Integer, Integer> locals = new HashMap<>();
        List<Integer> wanted = new ArrayList<>(scalarPlaces.keySet());
        compute(code, wanted, locals);
        scalarPlaces.forEach((value, place) -> {
            boolean there =
                    program.sources().get(value) instanceof LoopProgram.Source.Scalar(int index) && index == place;
            if (!there) {
                code.aload(1).loadConstant((int) place);
                program.push(code, value, locals);
                code.dastore();
            }
        });
    }

    /// Moves the scalars on that the program assigns.
    void writeScalarStores(CodeBuilder code) {
        Map<Integer, Integer> locals = new HashMap<>();
        compute(code, scalarStores.stream().map(Store::value).toList(), locals);
        for (Store store : scalarStores) {
            code.aload(1).loadConstant(store.lane());
            program.push(code, store.value(), locals);
            code.dastore();
        }
    }

    private void compute(CodeBuilder code, List<Integer> wanted, Map<Integer, Integer> locals) {
        boolean[] needed = program.needed(wanted);
        for (int value = 0; value < needed.length; value++) {
            if (!needed[value] || isConstant(value)) {
                continue;
            }
            if (program.sources().get(value) instanceof LoopProgram.Source.Scalar(int index)) {
                code.aload(1).loadConstant(index).daload();
            } else {
                apply(code, value, locals);
            }
            keep(code, value, locals);
        }
    }

    private static void keep(CodeBuilder code, int value, Map<Integer, Integer> locals) {
        int local = code.allocateLocal(TypeKind.DOUBLE);
        code.dstore(local);
        locals.put(value, local);
    }

    private void apply(CodeBuilder code, int value, Map<Integer, Integer> locals) {
        LoopProgram.Source.Operation operation = operation(value);
        new BytecodeWriter(code)
                .apply(
                        operation.op(),
                        operand(operation.a(), locals),
                        operand(operation.b(), locals),
                        operand(operation.c(), locals),
                        operation.b());
    }

    private BytecodeWriter.Operand operand(int value, Map<Integer, Integer> locals) {
        return code -> program.push(code, value, locals);
    }

    /// Writes a method for every loop.
    void writeLoops(ClassBuilder type, String name) {
        for (int i = 0; i < schedule.loops().size(); i++) {
            Loop loop = schedule.loops().get(i);
            type.withMethodBody(name + i, LOOPS, PRIVATE_STATIC, code -> writeLoop(code, loop));
        }
    }

    /// Calls them all; to be written into a method with the same parameters that is not static.
    void writeCalls(CodeBuilder code, String name) {
        for (int i = 0; i < schedule.loops().size(); i++) {
            code.aload(1).aload(2).invokestatic(HiddenClass.SELF, name + i, LOOPS);
        }
    }

    private void writeLoop(CodeBuilder code, Loop loop) {
        Map<Integer, Integer> locals = new HashMap<>();
        for (int value : scalarsRead(loop)) {
            code.aload(0)
                    .loadConstant(
                            Objects.requireNonNull(scalarPlaces.get(value)).intValue())
                    .daload();
            keep(code, value, locals);
        }
        Set<Integer> lanes = new TreeSet<>(loop.loads().values());
        loop.stores().forEach(store -> lanes.add(store.lane()));
        Map<Integer, Integer> arrays = new HashMap<>();
        for (int lane : lanes) {
            int array = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(1).loadConstant(lane).aaload().astore(array);
            arrays.put(lane, array);
        }
        Set<Integer> conditions = conditions(loop);
        if (conditions.size() == 1) {
            int condition = conditions.iterator().next();
            Label no = new BytecodeWriter(code).ifZero(operand(condition, locals));
            writeBody(code, loop, new HashMap<>(locals), arrays, Choice.FIRST);
            code.return_();
            code.labelBinding(no);
            writeBody(code, loop, new HashMap<>(locals), arrays, Choice.SECOND);
        } else {
            writeBody(code, loop, locals, arrays, Choice.BOTH);
        }
        code.return_();
    }

    /// What a choice by a scalar becomes within a loop.
    private enum Choice {
        BOTH,
        FIRST,
        SECOND
    }

    /// The scalars by which the loop chooses. Where there is one, the loop is written twice, without the choice.
    private Set<Integer> conditions(Loop loop) {
        Set<Integer> conditions = new TreeSet<>();
        for (int value : loop.operations()) {
            LoopProgram.Source.Operation operation = operation(value);
            if (operation.op() == Op.SELECT && !program.varies(operation.a()) && !isConstant(operation.a())) {
                conditions.add(operation.a());
            }
        }
        return conditions;
    }

    private void writeBody(
            CodeBuilder code, Loop loop, Map<Integer, Integer> locals, Map<Integer, Integer> arrays, Choice choice) {
        int index = code.allocateLocal(TypeKind.INT);
        Label body = code.newLabel();
        Label check = code.newLabel();
        code.iconst_0().istore(index).goto_(check).labelBinding(body);
        loop.loads().forEach((value, lane) -> {
            code.aload(Objects.requireNonNull(arrays.get(lane))).iload(index).daload();
            keep(code, value, locals);
        });
        for (int value : loop.operations()) {
            LoopProgram.Source.Operation operation = operation(value);
            boolean chosen = choice != Choice.BOTH
                    && operation.op() == Op.SELECT
                    && !program.varies(operation.a())
                    && !isConstant(operation.a());
            if (chosen) {
                program.push(code, choice == Choice.FIRST ? operation.b() : operation.c(), locals);
            } else {
                apply(code, value, locals);
            }
            keep(code, value, locals);
        }
        for (Store store : loop.stores()) {
            code.aload(Objects.requireNonNull(arrays.get(store.lane()))).iload(index);
            program.push(code, store.value(), locals);
            code.dastore();
        }
        code.iinc(index, 1)
                .labelBinding(check)
                .iload(index)
                .loadConstant(LaneCompiler.LANES)
                .if_icmplt(body);
    }
}
