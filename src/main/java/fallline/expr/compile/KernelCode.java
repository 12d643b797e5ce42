package fallline.expr.compile;

import fallline.expr.eval.Op;
import fallline.expr.eval.Program;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/// Writes a [Program]'s instructions and its reverse pass, operation by operation as [Interpreter] does them.
final class KernelCode {
    private final CodeBuilder code;
    private final Program program;
    private final Storage storage;
    private final BytecodeWriter writer;

    /// Holds numbers that a reverse operation uses twice.
    private final int quotient;

    KernelCode(CodeBuilder code, Program program, Storage storage) {
        this.code = code;
        this.program = program;
        this.storage = storage;
        this.writer = new BytecodeWriter(code);
        this.quotient = code.allocateLocal(TypeKind.DOUBLE);
    }

    /// Computes the values of the instructions from `from` to `to` − 1.
    void forward(int from, int to) {
        for (int i = from; i < to; i++) {
            writer.apply(program.ops[i], a(i), b(i), c(i), program.b[i]);
            storage.storeValue(program.first + i);
        }
    }

    /// Sets the adjoints with which the reverse pass begins.
    void begin() {
        for (int place : program.cleared) {
            code.dconst_0();
            storage.storeAdjoint(place);
        }
        code.dconst_1();
        storage.storeAdjoint(program.root);
    }

    /// Hands on the adjoints of the instructions from `from` − 1 down to `to`.
    void backward(int from, int to) {
        for (int i = from - 1; i >= to; i--) {
            if (!program.visited[i]) {
                continue;
            }
            if (program.guarded[i]) {
                Label zero = writer.ifZero(adjoint(i));
                backward(i);
                code.labelBinding(zero);
            } else {
                backward(i);
            }
        }
    }

    private BytecodeWriter.Operand value(int place) {
        return _ -> storage.loadValue(place);
    }

    private BytecodeWriter.Operand a(int i) {
        return value(program.a[i]);
    }

    private BytecodeWriter.Operand b(int i) {
        return value(program.b[i]);
    }

    private BytecodeWriter.Operand c(int i) {
        return value(program.c[i]);
    }

    private BytecodeWriter.Operand adjoint(int i) {
        return _ -> storage.loadAdjoint(program.first + i);
    }

    private void backward(int i) {
        int placeA = program.a[i];
        int placeB = program.b[i];
        Runnable ad = () -> storage.loadAdjoint(program.first + i);
        Runnable a = () -> storage.loadValue(placeA);
        Runnable b = () -> storage.loadValue(placeB);
        Runnable v = () -> storage.loadValue(program.first + i);
        switch (program.ops[i]) {
            case ADD -> {
                toA(i, ad);
                toB(i, ad);
            }
            case SUBTRACT -> {
                toA(i, ad);
                toB(i, then(ad, code::dneg));
            }
            case MULTIPLY -> {
                toA(i, then(ad, b, code::dmul));
                toB(i, then(ad, a, code::dmul));
            }
            case DIVIDE -> {
                then(ad, b, code::ddiv).run();
                code.dstore(quotient);
                Runnable q = () -> code.dload(quotient);
                toA(i, q);
                toB(i, then(q, v, code::dmul, code::dneg));
            }
            case NEGATE -> toA(i, then(ad, code::dneg));
            case WHOLE_POWER -> {
                Runnable slope = () -> {
                    code.loadConstant((double) placeB);
                    writer.wholePower(a(i), placeB - 1);
                    code.dmul();
                };
                toA(i, then(ad, slope, code::dmul));
            }
            case POWER -> power(i, ad, a, b, v);
            case SELECT, MIN, MAX -> choice(i, ad);
            case RELU -> {
                Label flat = code.newLabel();
                writer.jumpUnless(Op.GREATER, a(i), CodeBuilder::dconst_0, flat);
                toA(i, ad);
                code.labelBinding(flat);
            }
            case ATAN2 -> {
                then(ad, a, a, code::dmul, b, b, code::dmul, code::dadd, code::ddiv)
                        .run();
                code.dstore(quotient);
                Runnable q = () -> code.dload(quotient);
                toA(i, then(q, b, code::dmul));
                toB(i, then(q, a, code::dmul, code::dneg));
            }
            case LOG -> toA(i, then(ad, a, code::ddiv));
            case LOG10 -> toA(i, then(ad, a, () -> code.loadConstant(Op.LN10), code::dmul, code::ddiv));
            case LOG1P -> toA(i, then(ad, code::dconst_1, a, code::dadd, code::ddiv));
            case SQRT -> toA(i, then(ad, () -> code.loadConstant(2.0), v, code::dmul, code::ddiv));
            default -> toA(i, then(ad, () -> slope(program.ops[i], a, v), code::dmul));
        }
    }

    private void power(int i, Runnable ad, Runnable a, Runnable b, Runnable v) {
        if (program.active[program.a[i]]) {
            toA(i, then(ad, b, a, b, code::dconst_1, code::dsub, writer::strictPower, code::dmul, code::dmul));
        }
        if (program.active[program.b[i]]) {
            toB(i, then(ad, v, a, () -> writer.strict("log"), code::dmul, code::dmul));
        }
    }

    private void choice(int i, Runnable ad) {
        Label other = code.newLabel();
        Label end = code.newLabel();
        int taken = program.b[i];
        int instead = program.a[i];
        switch (program.ops[i]) {
            case SELECT -> {
                instead = program.c[i];
                a(i).push(code);
                code.dconst_0().dcmpl().ifeq(other);
            }
            case MIN -> writer.jumpUnless(Op.LESS, b(i), a(i), other);
            default -> writer.jumpUnless(Op.GREATER, b(i), a(i), other);
        }
        add(taken, ad);
        code.goto_(end).labelBinding(other);
        add(instead, ad);
        code.labelBinding(end);
    }

    private void slope(Op op, Runnable a, Runnable v) {
        switch (op) {
            case SIN -> then(a, () -> writer.strict("cos")).run();
            case COS -> then(a, () -> writer.strict("sin"), code::dneg).run();
            case TAN -> then(code::dconst_1, v, v, code::dmul, code::dadd).run();
            case ASIN ->
                then(code::dconst_1, () -> rootOfOneMinusSquare(a), code::ddiv).run();
            case ACOS ->
                then(() -> code.loadConstant(-1.0), () -> rootOfOneMinusSquare(a), code::ddiv)
                        .run();
            case ATAN ->
                then(code::dconst_1, code::dconst_1, a, a, code::dmul, code::dadd, code::ddiv)
                        .run();
            case SINH -> then(a, () -> writer.strict("cosh")).run();
            case COSH -> then(a, () -> writer.strict("sinh")).run();
            case TANH -> then(code::dconst_1, v, v, code::dmul, code::dsub).run();
            case EXP -> v.run();
            case EXPM1 -> then(v, code::dconst_1, code::dadd).run();
            case CBRT -> {
                Runnable thrice = then(() -> code.loadConstant(3.0), v, v, code::dmul, code::dmul);
                then(code::dconst_1, thrice, code::ddiv).run();
            }
            case ABS -> then(a, () -> writer.elementary("sign")).run();
            case SIGMOID -> then(v, code::dconst_1, v, code::dsub, code::dmul).run();
            case SOFTPLUS -> then(a, () -> writer.elementary("sigmoid")).run();
            default -> throw new AssertionError(op);
        }
    }

    private void rootOfOneMinusSquare(Runnable a) {
        then(code::dconst_1, a, a, code::dmul, code::dsub, () -> writer.strict("sqrt"))
                .run();
    }

    private void toA(int i, Runnable contribution) {
        contribute(program.a[i], (program.assigns[i] & 1) != 0, contribution);
    }

    private void toB(int i, Runnable contribution) {
        contribute(program.b[i], (program.assigns[i] & 2) != 0, contribution);
    }

    private void contribute(int place, boolean assign, Runnable contribution) {
        if (assign) {
            contribution.run();
            storage.storeAdjoint(place);
        } else {
            add(place, contribution);
        }
    }

    private void add(int place, Runnable contribution) {
        if (program.active[place]) {
            storage.loadAdjoint(place);
            contribution.run();
            code.dadd();
            storage.storeAdjoint(place);
        }
    }

    private static Runnable then(Runnable... parts) {
        return () -> {
            for (Runnable part : parts) {
                part.run();
            }
        };
    }
}
