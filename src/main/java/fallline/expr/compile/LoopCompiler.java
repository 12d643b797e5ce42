package fallline.expr.compile;

import fallline.expr.Expr;
import fallline.expr.eval.Op;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Compiles assignments that are done for every index of some vectors, such as an update rule's lines for every
/// parameter, into one loop of a hidden class.
///
/// Values are to the bit what an [Interpreter] for each line gives. What does not differ from index to index is
/// computed once, before the loop; equal parts of different lines are computed once; what nothing stored needs is left
/// out.
///
/// ```java
/// VectorLoop momentum = LoopCompiler.compile(
///         List.of("lr", "beta"), List.of("theta", "g", "m"),
///         List.of(new Statement("m", parse("beta*m + g")), new Statement("theta", parse("theta - lr*m"))),
///         Set.of("theta", "m")).orElseThrow();
/// momentum.run(n, new double[] {0.1, 0.9}, new double[][] {theta, g, state}, new int[] {0, 0, 0});
/// ```
public final class LoopCompiler {
    /// One line: from here on `target` is what the formula says.
    ///
    /// @param target a vector, a scalar, or a new name that later lines may read
    public record Statement(String target, Expr value) {}

    private static final ClassDesc LOOP = ClassDesc.of("fallline.expr.compile.VectorLoop");
    private static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            ConstantDescs.CD_int,
            DOUBLES,
            DOUBLES.arrayType(),
            ConstantDescs.CD_int.arrayType());
    private static final int PRIVATE = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
    /// Above this many operations, of at least five bytes each, the loop surely is too large, and is not tried.
    private static final int MOST_OPERATIONS = HiddenClass.HUGE_METHOD / 5;

    private static final int LENGTH = 1;
    private static final int SCALARS = 2;
    private static final int VECTORS = 3;
    private static final int OFFSETS = 4;

    /// A number that is written back at the end, of the loop or of its body.
    private record Store(int index, int value) {}

    /// The local variables that hold a vector's array and, if it may be shifted, its offset.
    private record Vector(int array, OptionalInt offset) {}

    private final LoopProgram program;
    private final List<Store> scalarStores;
    private final List<Store> vectorStores;
    private final boolean[] needed;
    private final Map<Integer, Integer> locals = new HashMap<>();
    private final Map<Integer, Vector> vectors = new HashMap<>();

    private LoopCompiler(LoopProgram program, List<Store> scalarStores, List<Store> vectorStores) {
        this.program = program;
        this.scalarStores = scalarStores;
        this.vectorStores = vectorStores;
        List<Integer> wanted = new ArrayList<>();
        scalarStores.forEach(store -> wanted.add(store.value));
        vectorStores.forEach(store -> wanted.add(store.value));
        this.needed = program.needed(wanted);
    }

    /// The loop, unless its code would be too large for HotSpot.
    ///
    /// @param scalars names of single numbers; what is assigned to one must not depend on a vector
    /// @param vectors names of numbers of which there is one an index
    /// @param stored the vectors whose last values are written back
    /// @throws IllegalArgumentException when a line reads a name that is not there or breaks the rule for scalars
    public static Optional<VectorLoop> compile(
            List<String> scalars, List<String> vectors, List<Statement> statements, Set<String> stored) {
        LoopProgram program = new LoopProgram(scalars, vectors);
        for (Statement statement : statements) {
            program.assign(statement.target, statement.value);
        }
        List<Store> scalarStores = new ArrayList<>();
        for (int i = 0; i < scalars.size(); i++) {
            int value = program.name(scalars.get(i));
            if (program.varies(value)) {
                throw new IllegalArgumentException(
                        "'" + scalars.get(i) + "' is one number, but its line gives one for every index");
            }
            if (value != i) {
                scalarStores.add(new Store(i, value));
            }
        }
        List<Store> vectorStores = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            int value = program.name(vectors.get(i));
            if (value != scalars.size() + i && stored.contains(vectors.get(i))) {
                vectorStores.add(new Store(i, value));
            }
        }
        return new LoopCompiler(program, scalarStores, vectorStores).build();
    }

    private Optional<VectorLoop> build() {
        if (operations() > MOST_OPERATIONS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = bytes();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a class file holds no method or table of that size
        }
        return HiddenClass.largestMethod(bytes) < HiddenClass.HUGE_METHOD
                ? Optional.of((VectorLoop) HiddenClass.define(bytes))
                : Optional.empty();
    }

    private long operations() {
        return IntStream.range(0, needed.length)
                .filter(value -> needed[value])
                .filter(value -> program.sources().get(value) instanceof LoopProgram.Source.Operation)
                .count();
    }

    private byte[] bytes() {
        return HiddenClass.build(LOOP, type -> type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, this::writeChoice)
                .withMethodBody("aligned", RUN, PRIVATE, code -> writeLoop(code, false))
                .withMethodBody("shifted", RUN, PRIVATE, code -> writeLoop(code, true)));
    }

    /// Chooses the loop without offsets where all are 0: HotSpot makes vector instructions of that one only, since it
    /// cannot tell whether shifted parts overlap.
    private void writeChoice(CodeBuilder code) {
        Label shifted = code.newLabel();
        for (int i = 0; i < program.vectors(); i++) {
            code.aload(OFFSETS).loadConstant(i).iaload().ifne(shifted);
        }
        code.aload(0).iload(LENGTH).aload(SCALARS).aload(VECTORS).aload(OFFSETS);
        code.invokevirtual(HiddenClass.SELF, "aligned", RUN).return_();
        code.labelBinding(shifted);
        code.aload(0).iload(LENGTH).aload(SCALARS).aload(VECTORS).aload(OFFSETS);
        code.invokevirtual(HiddenClass.SELF, "shifted", RUN).return_();
    }

    private void writeLoop(CodeBuilder code, boolean offsets) {
        locals.clear();
        vectors.clear();
        for (int value = 0; value < needed.length; value++) {
            LoopProgram.Source source = program.sources().get(value);
            if (source instanceof LoopProgram.Source.Vector(int index)) {
                openVector(code, index, needed[value], offsets);
            } else if (needed[value] && !program.varies(value)) {
                compute(code, value, 0);
            }
        }
        int index = code.allocateLocal(TypeKind.INT);
        Label body = code.newLabel();
        Label check = code.newLabel();
        code.iconst_0().istore(index).goto_(check).labelBinding(body);
        for (int value = 0; value < needed.length; value++) {
            if (needed[value] && program.varies(value)) {
                compute(code, value, index);
            }
        }
        for (Store store : vectorStores) {
            pushPlace(code, store.index, index);
            operand(store.value).push(code);
            code.dastore();
        }
        code.iinc(index, 1).labelBinding(check).iload(index).iload(LENGTH).if_icmplt(body);
        for (Store store : scalarStores) {
            code.aload(SCALARS).loadConstant(store.index);
            operand(store.value).push(code);
            code.dastore();
        }
        code.return_();
    }

    private void openVector(CodeBuilder code, int index, boolean read, boolean offsets) {
        if (!read && vectorStores.stream().noneMatch(store -> store.index == index)) {
            return;
        }
        int array = code.allocateLocal(TypeKind.REFERENCE);
        code.aload(VECTORS).loadConstant(index).aaload().astore(array);
        if (!offsets) {
            vectors.put(index, new Vector(array, OptionalInt.empty()));
            return;
        }
        int offset = code.allocateLocal(TypeKind.INT);
        code.aload(OFFSETS).loadConstant(index).iaload().istore(offset);
        vectors.put(index, new Vector(array, OptionalInt.of(offset)));
    }

    private void pushPlace(CodeBuilder code, int vector, int index) {
        Vector open = vectors.get(vector);
        if (open == null) {
            throw new IllegalStateException("vector " + vector + " is not open");
        }
        code.aload(open.array).iload(index);
        open.offset.ifPresent(offset -> code.iload(offset).iadd());
    }

    /// Leaves a value in a local variable of its own (constants need none).
    private void compute(CodeBuilder code, int value, int index) {
        switch (program.sources().get(value)) {
            case LoopProgram.Source.Constant _ -> {
                return;
            }
            case LoopProgram.Source.Scalar(int scalar) ->
                code.aload(SCALARS).loadConstant(scalar).daload();
            case LoopProgram.Source.Vector(int vector) -> {
                pushPlace(code, vector, index);
                code.daload();
            }
            case LoopProgram.Source.Operation(Op op, int a, int b, int c) ->
                new BytecodeWriter(code).apply(op, operand(a), operand(b), operand(c), b);
        }
        int local = code.allocateLocal(TypeKind.DOUBLE);
        locals.put(value, local);
        code.dstore(local);
    }

    private BytecodeWriter.Operand operand(int value) {
        return code -> program.push(code, value, locals);
    }
}
