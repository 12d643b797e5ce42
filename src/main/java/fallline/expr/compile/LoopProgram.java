package fallline.expr.compile;

import fallline.expr.Expr;
import fallline.expr.eval.Flattener;
import fallline.expr.eval.Op;
import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The statements of a loop's body as instructions that each make a new value, equal ones shared; a name stands for
/// another value after each assignment.
final class LoopProgram implements Flattener.Sink {
    /// What makes a value.
    sealed interface Source {
        record Constant(double value) implements Source {}

        record Scalar(int index) implements Source {}

        record Vector(int index) implements Source {}

        record Operation(Op op, int a, int b, int c) implements Source {
            /// The numbers of the values that it reads.
            List<Integer> operands() {
                if (op == Op.SELECT) {
                    return List.of(a, b, c);
                }
                return op.isBinary() ? List.of(a, b) : List.of(a);
            }
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final List<Boolean> varies = new ArrayList<>();
    private final Map<Source, Integer> known = new HashMap<>();
    private final Map<String, Integer> bindings = new HashMap<>();
    private final int vectors;

    LoopProgram(List<String> scalars, List<String> vectors) {
        this.vectors = vectors.size();
        for (int i = 0; i < scalars.size(); i++) {
            bindings.put(scalars.get(i), add(new Source.Scalar(i), false));
        }
        for (int i = 0; i < vectors.size(); i++) {
            bindings.put(vectors.get(i), add(new Source.Vector(i), true));
        }
        if (bindings.size() < scalars.size() + vectors.size()) {
            throw new IllegalArgumentException("a name is declared twice among " + scalars + " and " + vectors);
        }
    }

    /// How many vectors there are.
    int vectors() {
        return vectors;
    }

    /// From here on `target` stands for the value of the formula.
    void assign(String target, Expr formula) {
        bindings.put(target, new Flattener(this).place(formula));
    }

    /// From here on `name` stands for a value.
    void bind(String name, int value) {
        bindings.put(name, value);
    }

    /// Every value, each behind those that it reads.
    List<Source> sources() {
        return sources;
    }

    /// Whether a value differs from index to index.
    boolean varies(int value) {
        return varies.get(value);
    }

    /// Pushes a value: a constant itself, any other from the local variable that holds it.
    ///
    /// @param locals by value
    void push(CodeBuilder code, int value, Map<Integer, Integer> locals) {
        if (sources.get(value) instanceof Source.Constant(double constant)) {
            code.loadConstant(constant);
            return;
        }
        Integer local = locals.get(value);
        if (local == null) {
            throw new IllegalStateException("value " + value + " is not computed yet");
        }
        code.dload(local);
    }

    /// By value: whether one of the values `wanted` needs it.
    boolean[] needed(List<Integer> wanted) {
        boolean[] needed = new boolean[sources.size()];
        wanted.forEach(value -> needed[value] = true);
        for (int value = sources.size() - 1; value >= 0; value--) {
            if (needed[value] && sources.get(value) instanceof Source.Operation operation) {
                operation.operands().forEach(operand -> needed[operand] = true);
            }
        }
        return needed;
    }

    @Override
    public int name(String name) {
        Integer value = bindings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for the name '" + name + "'");
        }
        return value;
    }

    @Override
    public int constant(double value) {
        return add(new Source.Constant(value), false);
    }

    @Override
    public int instruction(Op op, int a, int b, int c) {
        Source.Operation operation = new Source.Operation(op, a, b, c);
        boolean any = operation.operands().stream().anyMatch(varies::get);
        return add(operation, any);
    }

    private int add(Source source, boolean vary) {
        Integer there = known.putIfAbsent(source, sources.size());
        if (there != null) {
            return there;
        }
        sources.add(source);
        varies.add(vary);
        return sources.size() - 1;
    }
}
