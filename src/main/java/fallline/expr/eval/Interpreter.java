package fallline.expr.eval;

import fallline.expr.Expr;
import java.util.List;
import java.util.Optional;

/// The reference evaluator. Everything that computes formulas does exactly these operations, in this order, in double
/// arithmetic without fused multiply-add, with StrictMath's functions and those of [StrictFunctions].
///
/// *Value.* Every distinct part of the formula is computed once, parts before wholes, in the written order. A sum or
/// product runs from left to right: ((t₁ + t₂) + t₃) …; a negated term is subtracted. A power whose exponent is a whole
/// literal of at most 64 in size is [StrictFunctions#power]; every other power is `StrictMath.pow`. `if` computes both
/// branches and takes one. Parts without names are computed once, beforehand.
///
/// *Gradient.* [ReversePass]: one pass backwards over the same operations, from the last to the first. The whole has
/// the adjoint 1. An operation v = f(a, b) with adjoint ā adds to the adjoint of a, then to that of b (to those that
/// depend on a variable), the first of all contributions to a part taking its place rather than being added to 0:
///
/// | v | to a | to b |
/// |---|---|---|
/// | a + b, a − b, −a | ā; ā; −ā | ā; −ā |
/// | a·b | ā·b | ā·a |
/// | a/b | q = ā/b | −(q·v) |
/// | aⁿ, whole literal | ā·(n·aⁿ⁻¹) | |
/// | a^b | ā·(b·pow(a, b − 1)) | ā·(v·log a) |
/// | min, max, if | ā to the argument taken, the first on a tie | |
/// | relu a | ā where a > 0 | |
/// | atan2(a, b) | q = ā/(a·a + b·b); q·b | −(q·a) |
/// | log a; log10 a; log1p a | ā/a; ā/(a·log 10); ā/(1 + a) | |
/// | sqrt a | ā/(2·v) | |
/// | others | ā·f′(a), see [Slope] | |
///
/// A part that is reached only through arguments of min, max and if passes nothing on when its adjoint is 0.
///
/// *Hessian times direction.* The same pass with its derivative along the direction carried beside it: [HessianPass].
public final class Interpreter implements ScalarFunction {
    /// Of an operation's result; the functions of StrictMath, and powers, may be off by twice as much and more.
    private static final double ROUNDING = 0x1p-53;

    private final Program program;
    private final double[] v;
    private final ReversePass reverse;
    private final HessianPass hessian;

    /// @param slotNames the names of the slots, variables first
    /// @param variables how many slots are variables
    /// @throws IllegalArgumentException when the formula uses a name that is no slot
    public Interpreter(Expr formula, List<String> slotNames, int variables) {
        this(Program.of(formula, slotNames, variables));
    }

    public Interpreter(Program program) {
        this.program = program;
        this.v = new double[program.places()];
        this.reverse = new ReversePass(program, v);
        this.hessian = new HessianPass(program, v, reverse.adjoints());
        System.arraycopy(program.constants, 0, v, program.slots, program.constants.length);
    }

    @Override
    public int slots() {
        return program.slots;
    }

    @Override
    public int variables() {
        return program.variables;
    }

    @Override
    public Interpreter twin() {
        return new Interpreter(program);
    }

    @Override
    public double value(double[] slots) {
        forward(slots);
        return v[program.root];
    }

    @Override
    public double gradient(double[] slots, double[] gradient) {
        forward(slots);
        reverse.run();
        reverse.adjoints().copyVariables(gradient);
        return v[program.root];
    }

    @Override
    public void hessianTimes(double[] slots, double[] direction, double[] product) {
        forward(slots);
        reverse.run();
        hessian.run(direction, product);
    }

    @Override
    public double rounding(double[] slots) {
        forward(slots);
        reverse.run();
        double sum = 0;
        for (int i = 0; i < program.instructions(); i++) {
            if (program.visited[i]) {
                double share = reverse.adjoints().at(i) * v[program.first + i] * program.ops[i].roundings();
                sum += program.guarded[i] && share == 0 ? 0 : Math.abs(share);
            }
        }
        return ROUNDING * sum;
    }

    @Override
    public Optional<Fault> fault(double[] slots) {
        forward(slots);
        boolean[] needed = new boolean[v.length];
        needed[program.root] = true;
        for (int i = program.instructions() - 1; i >= 0; i--) {
            if (!needed[program.first + i]) {
                continue;
            }
            Op op = program.ops[i];
            needed[program.a[i]] = true;
            if (op == Op.SELECT) {
                needed[v[program.a[i]] != 0 ? program.b[i] : program.c[i]] = true;
            } else if (op.isBinary()) {
                needed[program.b[i]] = true;
            }
        }
        for (int i = 0; i < program.instructions(); i++) {
            if (needed[program.first + i]) {
                Op op = program.ops[i];
                Optional<Fault> fault = op.fault(v[program.a[i]], op.isBinary() ? v[program.b[i]] : 0, program.b[i]);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private void forward(double[] slots) {
        System.arraycopy(slots, 0, v, 0, program.slots);
        int first = program.first;
        for (int i = 0; i < program.ops.length; i++) {
            Op op = program.ops[i];
            double a = v[program.a[i]];
            v[first + i] = switch (op) {
                case ADD -> a + v[program.b[i]];
                case SUBTRACT -> a - v[program.b[i]];
                case MULTIPLY -> a * v[program.b[i]];
                case WHOLE_POWER -> StrictFunctions.power(a, program.b[i]);
                default -> op.apply(a, op.isBinary() ? v[program.b[i]] : 0, v[program.c[i]], 0);
            };
        }
    }
}
