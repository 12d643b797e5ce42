package fallline.expr.compile;

import fallline.expr.Expr;
import fallline.expr.eval.Interpreter;
import fallline.expr.eval.Program;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Compiles formulas to hidden classes, which give the same bits as the [Interpreter], faster.
///
/// HotSpot compiles no method of 8,000 bytes or more. A formula that is larger is split into several methods, which
/// hand on their numbers in an array; one that is larger still ([#MOST_INSTRUCTIONS]) stays with the interpreter, and
/// [CompiledFormula#form] says so.
public final class Compiler {
    /// Formulas with more operations than this are not compiled: their class would take too long to make.
    public static final int MOST_INSTRUCTIONS = 4_000;

    /// A split method has as many instructions as surely fit.
    private static final int INSTRUCTIONS_A_METHOD = 60;

    /// Above this many operations one method surely is too large, and is not tried.
    private static final int MOST_IN_ONE_METHOD = 1_200;

    private static final ClassDesc KERNEL = ClassDesc.of("fallline.expr.compile.Kernel");
    private static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
    private static final MethodTypeDesc VALUE = MethodTypeDesc.of(ConstantDescs.CD_double, DOUBLES, DOUBLES);
    private static final MethodTypeDesc GRADIENT =
            MethodTypeDesc.of(ConstantDescs.CD_double, DOUBLES, DOUBLES, DOUBLES);
    private static final MethodTypeDesc PART = MethodTypeDesc.of(ConstantDescs.CD_void, DOUBLES);
    private static final int PRIVATE_STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

    /// So many instructions of any kind surely fit into one method, forwards and backwards.
    static final int SMALL = 30;

    private final Program program;

    Compiler(Program program) {
        this.program = program;
    }

    /// The formula ready to run, compiled if it is not too large.
    ///
    /// @param slotNames the names of the slots, variables first
    /// @param variables how many slots are variables
    /// @throws IllegalArgumentException when the formula uses a name that is no slot
    public static CompiledFormula compile(Expr formula, List<String> slotNames, int variables) {
        Program program = Program.of(formula, slotNames, variables);
        Interpreter interpreter = new Interpreter(program);
        Optional<byte[]> whole = new Compiler(program).whole();
        if (whole.isPresent()) {
            return new CompiledFormula(interpreter, define(whole.get()), CompiledFormula.Form.ONE_METHOD, 0);
        }
        return compileSplit(program).orElseGet(() -> new CompiledFormula(interpreter));
    }

    /// Whether the formula is so small that [#compile] surely makes one method of it.
    ///
    /// @throws IllegalArgumentException when the formula uses a name that is no slot
    public static boolean isSmall(Expr formula, List<String> slotNames, int variables) {
        return Program.of(formula, slotNames, variables).instructions() <= SMALL;
    }

    /// The program in several methods, if it is not too large for that.
    static Optional<CompiledFormula> compileSplit(Program program) {
        return new Compiler(program)
                .split()
                .map(bytes -> new CompiledFormula(
                        new Interpreter(program), define(bytes), CompiledFormula.Form.SPLIT, 2 * program.places()));
    }

    private static Kernel define(byte[] bytes) {
        return (Kernel) HiddenClass.define(bytes);
    }

    /// The class with everything in two methods, if they are small enough.
    Optional<byte[]> whole() {
        if (program.instructions() > MOST_IN_ONE_METHOD) {
            return Optional.empty();
        }
        byte[] bytes = HiddenClass.build(KERNEL, type -> {
            type.withMethodBody("value", VALUE, ClassFile.ACC_PUBLIC, code -> {
                Storage storage = new Storage.Locals(code, program, 1);
                new KernelCode(code, program, storage).forward(0, program.instructions());
                storage.loadValue(program.root);
                code.dreturn();
            });
            type.withMethodBody("gradient", GRADIENT, ClassFile.ACC_PUBLIC, code -> {
                Storage storage = new Storage.Locals(code, program, 1);
                KernelCode kernel = new KernelCode(code, program, storage);
                kernel.forward(0, program.instructions());
                kernel.begin();
                kernel.backward(program.instructions(), 0);
                finishGradient(code, storage);
            });
        });
        return HiddenClass.largestMethod(bytes) < HiddenClass.HUGE_METHOD ? Optional.of(bytes) : Optional.empty();
    }

    /// The class with a method for every few instructions, if it is not too large.
    Optional<byte[]> split() {
        int n = program.instructions();
        if (n > MOST_INSTRUCTIONS) {
            return Optional.empty();
        }
        byte[] bytes = HiddenClass.build(KERNEL, type -> {
            List<String> forward = new ArrayList<>();
            List<String> backward = new ArrayList<>();
            for (int from = 0; from < n; from += INSTRUCTIONS_A_METHOD) {
                int start = from;
                int end = Math.min(n, from + INSTRUCTIONS_A_METHOD);
                forward.add(part(type, "forward" + from, kernel -> kernel.forward(start, end)));
                backward.addFirst(part(type, "backward" + from, kernel -> kernel.backward(end, start)));
            }
            backward.addFirst(part(type, "begin", KernelCode::begin));
            type.withMethodBody("value", VALUE, ClassFile.ACC_PUBLIC, code -> {
                forward.forEach(name -> code.aload(2).invokestatic(HiddenClass.SELF, name, PART));
                new Storage.Scratch(code, program, 2).loadValue(program.root);
                code.dreturn();
            });
            type.withMethodBody("gradient", GRADIENT, ClassFile.ACC_PUBLIC, code -> {
                forward.forEach(name -> code.aload(3).invokestatic(HiddenClass.SELF, name, PART));
                backward.forEach(name -> code.aload(3).invokestatic(HiddenClass.SELF, name, PART));
                finishGradient(code, new Storage.Scratch(code, program, 3));
            });
        });
        return HiddenClass.largestMethod(bytes) < HiddenClass.HUGE_METHOD ? Optional.of(bytes) : Optional.empty();
    }

    private String part(ClassBuilder type, String name, Consumer<KernelCode> body) {
        type.withMethodBody(name, PART, PRIVATE_STATIC, code -> {
            body.accept(new KernelCode(code, program, new Storage.Scratch(code, program, 0)));
            code.return_();
        });
        return name;
    }

    private void finishGradient(CodeBuilder code, Storage storage) {
        for (int variable = 0; variable < program.variables; variable++) {
            code.aload(2).loadConstant(variable);
            storage.loadAdjoint(variable);
            code.dastore();
        }
        storage.loadValue(program.root);
        code.dreturn();
    }
}
