package fallline.expr;

import java.util.List;
import java.util.Optional;

/// The reference evaluator. Everything that computes formulas does exactly these operations, in this order, in double
/// arithmetic without fused multiply-add, with StrictMath's functions and those of [Elementary].
///
/// *Value.* Every distinct part of the formula is computed once, parts before wholes, in the written order. A sum or
/// product runs from left to right: ((t₁ + t₂) + t₃) …; a negated term is subtracted. A power whose exponent is a whole
/// literal of at most 64 in size is [Elementary#power]; every other power is `StrictMath.pow`. `if` computes both
/// branches and takes one. Parts without names are computed once, beforehand.
///
/// *Gradient.* One pass backwards over the same operations, from the last to the first. The whole has the adjoint 1.
/// An operation v = f(a, b) with adjoint ā adds to the adjoint of a, then to that of b (to those that depend on a
/// variable), the first of all contributions to a part taking its place rather than being added to 0:
///
/// | v | to a | to b |
/// |---|---|---|
/// | a + b, a − b, −a | ā; ā; −ā | ā; −ā |
/// | a·b | ā·b | ā·a |
/// | a/b | q = ā/b | −(q·v) |
/// | aⁿ, whole literal | ā·(n·aⁿ⁻¹) | |
/// | a^b | ā·(b·pow(a, b − 1)) | ā·(v·log a) |
/// | min, max, if | ā to the argument taken, the first on a tie | |
/// | log a; log10 a; log1p a | ā/a; ā/(a·log 10); ā/(1 + a) | |
/// | sqrt a | ā/(2·v) | |
/// | others | ā·f′(a), see [#slope] | |
///
/// A part that is reached only through arguments of min, max and if passes nothing on when its adjoint is 0.
///
/// *Hessian times direction.* The same pass with its derivative along the direction carried beside it.
public final class Interpreter implements ScalarFunction {
    private final Program program;
    private final double[] v;
    private final double[] adjoint;
    private final double[] dot;
    private final double[] adjointDot;

    /// @param slotNames the names of the slots, variables first
    /// @param variables how many slots are variables
    /// @throws IllegalArgumentException when the formula uses a name that is no slot
    public Interpreter(Expr formula, List<String> slotNames, int variables) {
        this(Program.of(formula, slotNames, variables));
    }

    Interpreter(Program program) {
        this.program = program;
        this.v = new double[program.places()];
        this.adjoint = new double[v.length];
        this.dot = new double[v.length];
        this.adjointDot = new double[v.length];
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
        backward();
        System.arraycopy(adjoint, 0, gradient, 0, program.variables);
        return v[program.root];
    }

    @Override
    public void hessianTimes(double[] slots, double[] direction, double[] product) {
        forward(slots);
        backward();
        System.arraycopy(direction, 0, dot, 0, program.variables);
        for (int i = 0; i < program.instructions(); i++) {
            dot[program.first + i] = program.active[program.first + i] ? tangent(i) : 0;
        }
        backwardDot();
        System.arraycopy(adjointDot, 0, product, 0, program.variables);
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
                case WHOLE_POWER -> Elementary.power(a, program.b[i]);
                default -> op.apply(a, op.isBinary() ? v[program.b[i]] : 0, v[program.c[i]], 0);
            };
        }
    }

    private void backward() {
        for (int place : program.cleared) {
            adjoint[place] = 0;
        }
        adjoint[program.root] = 1;
        if (!program.active[program.root]) {
            return;
        }
        for (int i = program.ops.length - 1; i >= 0; i--) {
            double ad = adjoint[program.first + i];
            if (program.visited[i] && !(program.guarded[i] && ad == 0)) {
                backward(i, ad);
            }
        }
    }

    private void backward(int i, double ad) {
        Op op = program.ops[i];
        int placeA = program.a[i];
        int placeB = program.b[i];
        double a = v[placeA];
        double value = v[program.first + i];
        switch (op) {
            case ADD -> {
                toA(adjoint, i, ad);
                toB(adjoint, i, ad);
            }
            case SUBTRACT -> {
                toA(adjoint, i, ad);
                toB(adjoint, i, -ad);
            }
            case MULTIPLY -> {
                toA(adjoint, i, ad * v[placeB]);
                toB(adjoint, i, ad * a);
            }
            case DIVIDE -> {
                double q = ad / v[placeB];
                toA(adjoint, i, q);
                toB(adjoint, i, -(q * value));
            }
            case NEGATE -> toA(adjoint, i, -ad);
            case WHOLE_POWER -> toA(adjoint, i, ad * (placeB * Elementary.power(a, placeB - 1)));
            case POWER -> {
                double b = v[placeB];
                if (program.active[placeA]) {
                    toA(adjoint, i, ad * (b * StrictMath.pow(a, b - 1)));
                }
                if (program.active[placeB]) {
                    toB(adjoint, i, ad * (value * StrictMath.log(a)));
                }
            }
            case SELECT, MIN, MAX -> {
                int taken = taken(i);
                if (program.active[taken]) {
                    adjoint[taken] += ad;
                }
            }
            case LOG -> toA(adjoint, i, ad / a);
            case LOG10 -> toA(adjoint, i, ad / (a * Op.LN10));
            case LOG1P -> toA(adjoint, i, ad / (1 + a));
            case SQRT -> toA(adjoint, i, ad / (2 * value));
            default -> toA(adjoint, i, ad * slope(op, a, value));
        }
    }

    private int taken(int i) {
        double a = v[program.a[i]];
        int b = program.b[i];
        return switch (program.ops[i]) {
            case SELECT -> a != 0 ? b : program.c[i];
            case MIN -> v[b] < a ? b : program.a[i];
            case MAX -> v[b] > a ? b : program.a[i];
            default -> throw new AssertionError(program.ops[i]);
        };
    }

    /// f′(a), where v is f(a), exactly as it is computed.
    private static double slope(Op op, double a, double v) {
        return switch (op) {
            case SIN -> StrictMath.cos(a);
            case COS -> -StrictMath.sin(a);
            case TAN -> 1 + v * v;
            case ASIN -> 1 / StrictMath.sqrt(1 - a * a);
            case ACOS -> -1 / StrictMath.sqrt(1 - a * a);
            case ATAN -> 1 / (1 + a * a);
            case SINH -> StrictMath.cosh(a);
            case COSH -> StrictMath.sinh(a);
            case TANH -> 1 - v * v;
            case EXP -> v;
            case EXPM1 -> v + 1;
            case ABS -> Elementary.sign(a);
            case SIGMOID -> v * (1 - v);
            case SOFTPLUS -> Elementary.sigmoid(a);
            default -> throw new AssertionError(op);
        };
    }

    /// f″(a) of the functions of one argument.
    private static double bend(Op op, double a, double v) {
        return switch (op) {
            case SIN, COS -> -v;
            case TAN -> 2 * v * (1 + v * v);
            case ASIN -> a / ((1 - a * a) * StrictMath.sqrt(1 - a * a));
            case ACOS -> -a / ((1 - a * a) * StrictMath.sqrt(1 - a * a));
            case ATAN -> -2 * a / ((1 + a * a) * (1 + a * a));
            case SINH, COSH, EXP -> v;
            case TANH -> -2 * v * (1 - v * v);
            case EXPM1 -> v + 1;
            case ABS -> 0;
            case SIGMOID -> v * (1 - v) * (1 - 2 * v);
            case SOFTPLUS -> {
                double s = Elementary.sigmoid(a);
                yield s * (1 - s);
            }
            default -> throw new AssertionError(op);
        };
    }

    /// The derivative of instruction i's value along the direction.
    private double tangent(int i) {
        Op op = program.ops[i];
        int placeB = program.b[i];
        double a = v[program.a[i]];
        double aDot = dot[program.a[i]];
        double value = v[program.first + i];
        return switch (op) {
            case ADD -> aDot + dot[placeB];
            case SUBTRACT -> aDot - dot[placeB];
            case MULTIPLY -> aDot * v[placeB] + a * dot[placeB];
            case DIVIDE -> (aDot - value * dot[placeB]) / v[placeB];
            case NEGATE -> -aDot;
            case WHOLE_POWER -> placeB * Elementary.power(a, placeB - 1) * aDot;
            case POWER -> {
                double b = v[placeB];
                double byA = program.active[program.a[i]] ? b * StrictMath.pow(a, b - 1) * aDot : 0;
                double byB = program.active[placeB] ? value * StrictMath.log(a) * dot[placeB] : 0;
                yield byA + byB;
            }
            case SELECT, MIN, MAX -> dot[taken(i)];
            case LOG -> aDot / a;
            case LOG10 -> aDot / (a * Op.LN10);
            case LOG1P -> aDot / (1 + a);
            case SQRT -> aDot / (2 * value);
            default -> slope(op, a, value) * aDot;
        };
    }

    private void backwardDot() {
        for (int place : program.cleared) {
            adjointDot[place] = 0;
        }
        adjointDot[program.root] = 0;
        if (!program.active[program.root]) {
            return;
        }
        for (int i = program.ops.length - 1; i >= 0; i--) {
            double ad = adjoint[program.first + i];
            double adDot = adjointDot[program.first + i];
            if (program.visited[i] && !(program.guarded[i] && ad == 0 && adDot == 0)) {
                backwardDot(i, ad, adDot);
            }
        }
    }

    private void backwardDot(int i, double ad, double adDot) {
        Op op = program.ops[i];
        int placeA = program.a[i];
        int placeB = program.b[i];
        double a = v[placeA];
        double aDot = dot[placeA];
        double value = v[program.first + i];
        switch (op) {
            case ADD -> {
                toA(adjointDot, i, adDot);
                toB(adjointDot, i, adDot);
            }
            case SUBTRACT -> {
                toA(adjointDot, i, adDot);
                toB(adjointDot, i, -adDot);
            }
            case MULTIPLY -> {
                toA(adjointDot, i, adDot * v[placeB] + ad * dot[placeB]);
                toB(adjointDot, i, adDot * a + ad * aDot);
            }
            case DIVIDE -> {
                double q = ad / v[placeB];
                double qDot = (adDot - q * dot[placeB]) / v[placeB];
                toA(adjointDot, i, qDot);
                toB(adjointDot, i, -(qDot * value + q * dot[program.first + i]));
            }
            case NEGATE -> toA(adjointDot, i, -adDot);
            case WHOLE_POWER -> {
                double slope = placeB * Elementary.power(a, placeB - 1);
                double bend = placeB * (placeB - 1.0) * Elementary.power(a, placeB - 2);
                toA(adjointDot, i, adDot * slope + ad * bend * aDot);
            }
            case POWER -> powerDot(i, ad, adDot);
            case SELECT, MIN, MAX -> {
                int taken = taken(i);
                if (program.active[taken]) {
                    adjointDot[taken] += adDot;
                }
            }
            case LOG -> toA(adjointDot, i, (adDot - ad / a * aDot) / a);
            case LOG10 -> toA(adjointDot, i, (adDot - ad / a * aDot) / (a * Op.LN10));
            case LOG1P -> toA(adjointDot, i, (adDot - ad / (1 + a) * aDot) / (1 + a));
            case SQRT -> toA(adjointDot, i, (adDot - ad / (2 * a) * aDot) / (2 * value));
            default -> toA(adjointDot, i, adDot * slope(op, a, value) + ad * bend(op, a, value) * aDot);
        }
    }

    private void powerDot(int i, double ad, double adDot) {
        int placeA = program.a[i];
        int placeB = program.b[i];
        double a = v[placeA];
        double b = v[placeB];
        double value = v[program.first + i];
        boolean variesB = program.active[placeB];
        if (program.active[placeA]) {
            double power = StrictMath.pow(a, b - 1);
            double slopeDot = b * (b - 1) * StrictMath.pow(a, b - 2) * dot[placeA];
            if (variesB) {
                slopeDot += power * (1 + b * StrictMath.log(a)) * dot[placeB];
            }
            toA(adjointDot, i, adDot * (b * power) + ad * slopeDot);
        }
        if (variesB) {
            double log = StrictMath.log(a);
            double logDot = program.active[placeA] ? dot[placeA] / a : 0;
            double slopeDot = dot[program.first + i] * log + value * logDot;
            toB(adjointDot, i, adDot * (value * log) + ad * slopeDot);
        }
    }

    private void toA(double[] target, int i, double contribution) {
        int place = program.a[i];
        if ((program.assigns[i] & 1) != 0) {
            target[place] = contribution;
        } else if (program.active[place]) {
            target[place] += contribution;
        }
    }

    private void toB(double[] target, int i, double contribution) {
        int place = program.b[i];
        if ((program.assigns[i] & 2) != 0) {
            target[place] = contribution;
        } else if (program.active[place]) {
            target[place] += contribution;
        }
    }
}
