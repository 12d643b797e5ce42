package fallline.expr.compile;

import fallline.expr.eval.Op;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;

/// Writes single operations of straight-line programs in doubles as JVM instructions, bit for bit what the
/// [Interpreter] does. Compiled formulas ([Compiler]) and loops ([LoopCompiler]) are made of these.
final class BytecodeWriter {
    private static final ClassDesc STRICT_MATH = ClassDesc.of("java.lang.StrictMath");
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc ELEMENTARY = ClassDesc.of("fallline.expr.eval.StrictFunctions");
    private static final MethodTypeDesc UNARY = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);
    private static final MethodTypeDesc BINARY =
            MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double, ConstantDescs.CD_double);

    /// Something that can be pushed on the JVM's stack as one double, as often as needed.
    @FunctionalInterface
    interface Operand {
        void push(CodeBuilder code);
    }

    private final CodeBuilder code;

    BytecodeWriter(CodeBuilder code) {
        this.code = code;
    }

    /// Leaves the operation's result on the stack.
    ///
    /// @param exponent for [Op#WHOLE_POWER], which has no b
    void apply(Op op, Operand a, Operand b, Operand c, int exponent) {
        switch (op) {
            case WHOLE_POWER -> wholePower(a, exponent);
            case SELECT -> {
                Label otherwise = ifZero(a);
                Label end = code.newLabel();
                b.push(code);
                code.goto_(end).labelBinding(otherwise);
                c.push(code);
                code.labelBinding(end);
            }
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> {
                Label no = code.newLabel();
                Label end = code.newLabel();
                jumpUnless(op, a, b, no);
                code.dconst_1().goto_(end).labelBinding(no).dconst_0().labelBinding(end);
            }
            default -> {
                a.push(code);
                if (op.isBinary()) {
                    b.push(code);
                }
                operate(op);
            }
        }
    }

    /// Replaces the operands on the stack by the result.
    private void operate(Op op) {
        switch (op) {
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case NEGATE -> code.dneg();
            case POWER -> code.invokestatic(STRICT_MATH, "pow", BINARY);
            // These are exact, and Math's are single machine instructions.
            case SQRT, ABS, FLOOR -> code.invokestatic(MATH, op.name().toLowerCase(Locale.ROOT), UNARY);
            case MIN, MAX -> code.invokestatic(MATH, op.name().toLowerCase(Locale.ROOT), BINARY);
            case ATAN2 -> code.invokestatic(STRICT_MATH, "atan2", BINARY);
            case RELU -> code.dconst_0().invokestatic(MATH, "max", BINARY);
            case SIGN, SIGMOID, SOFTPLUS ->
                code.invokestatic(ELEMENTARY, op.name().toLowerCase(Locale.ROOT), UNARY);
            default -> strict(op.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Replaces the top of the stack by a function of StrictMath.
    void strict(String function) {
        code.invokestatic(STRICT_MATH, function, UNARY);
    }

    /// Replaces the top of the stack by a function of [StrictFunctions].
    void elementary(String function) {
        code.invokestatic(ELEMENTARY, function, UNARY);
    }

    /// Replaces the two numbers on top of the stack by their StrictMath power.
    void strictPower() {
        code.invokestatic(STRICT_MATH, "pow", BINARY);
    }

    /// [StrictFunctions#power] with its loop unrolled.
    void wholePower(Operand x, int exponent) {
        if (exponent == 0) {
            code.dconst_1();
            return;
        }
        if (exponent < 0) {
            code.dconst_1();
        }
        int n = Math.abs(exponent);
        x.push(code);
        for (int bit = Integer.highestOneBit(n) >> 1; bit > 0; bit >>= 1) {
            code.dup2().dmul();
            if ((n & bit) != 0) {
                x.push(code);
                code.dmul();
            }
        }
        if (exponent < 0) {
            code.ddiv();
        }
    }

    /// Jumps to the label returned where a number is 0 (not where it is NaN).
    Label ifZero(Operand number) {
        Label zero = code.newLabel();
        number.push(code);
        code.dconst_0().dcmpl().ifeq(zero);
        return zero;
    }

    /// Jumps where a comparison does not hold.
    void jumpUnless(Op comparison, Operand a, Operand b, Label no) {
        a.push(code);
        b.push(code);
        switch (comparison) {
            case LESS -> code.dcmpg().ifge(no);
            case LESS_OR_EQUAL -> code.dcmpg().ifgt(no);
            case GREATER -> code.dcmpl().ifle(no);
            case GREATER_OR_EQUAL -> code.dcmpl().iflt(no);
            case EQUAL -> code.dcmpl().ifne(no);
            case NOT_EQUAL -> code.dcmpl().ifeq(no);
            default -> throw new IllegalArgumentException(comparison + " is no comparison");
        }
    }
}
