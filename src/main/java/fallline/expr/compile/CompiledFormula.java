package fallline.expr.compile;

import fallline.expr.eval.Fault;
import fallline.expr.eval.Interpreter;
import fallline.expr.eval.ScalarFunction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A formula as the [Compiler] leaves it: generated code for value and gradient, the interpreter for the rest.
public final class CompiledFormula implements ScalarFunction {
    /// How a formula is run.
    public enum Form {
        /// Compiled, each of value and gradient in one method.
        ONE_METHOD("compiled"),
        /// Compiled into several methods, since one would be too large for HotSpot.
        SPLIT("compiled in several methods, since it is large"),
        /// Not compiled, since it is too large.
        INTERPRETED("interpreted, since it is too large to be compiled");

        private final String description;

        Form(String description) {
            this.description = description;
        }

        /// A phrase for the formula's info: `compiled in several methods, since it is large`.
        public String description() {
            return description;
        }
    }

    private final Interpreter interpreter;
    private final @Nullable Kernel kernel;
    private final Form form;
    private final double[] scratch;

    /// @param scratch how many numbers the kernel's methods hand on
    CompiledFormula(Interpreter interpreter, Kernel kernel, Form form, int scratch) {
        this.interpreter = interpreter;
        this.kernel = kernel;
        this.form = form;
        this.scratch = new double[scratch];
    }

    /// A formula that stays with the interpreter.
    CompiledFormula(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.kernel = null;
        this.form = Form.INTERPRETED;
        this.scratch = new double[0];
    }

    /// How it is run.
    public Form form() {
        return form;
    }

    @Override
    public int slots() {
        return interpreter.slots();
    }

    @Override
    public int variables() {
        return interpreter.variables();
    }

    @Override
    public double value(double[] slots) {
        Kernel generated = kernel;
        if (generated == null) {
            return interpreter.value(slots);
        }
        prepare(slots);
        return generated.value(slots, scratch);
    }

    @Override
    public double gradient(double[] slots, double[] gradient) {
        Kernel generated = kernel;
        if (generated == null) {
            return interpreter.gradient(slots, gradient);
        }
        prepare(slots);
        return generated.gradient(slots, gradient, scratch);
    }

    private void prepare(double[] slots) {
        if (scratch.length > 0) {
            System.arraycopy(slots, 0, scratch, 0, interpreter.slots());
        }
    }

    @Override
    public void hessianTimes(double[] slots, double[] direction, double[] product) {
        interpreter.hessianTimes(slots, direction, product);
    }

    @Override
    public double rounding(double[] slots) {
        return interpreter.rounding(slots);
    }

    @Override
    public Optional<Fault> fault(double[] slots) {
        return interpreter.fault(slots);
    }

    @Override
    public CompiledFormula twin() {
        Interpreter twin = interpreter.twin();
        return kernel == null ? new CompiledFormula(twin) : new CompiledFormula(twin, kernel, form, scratch.length);
    }
}
