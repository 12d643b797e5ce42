package fallline.expr.eval;

/// The Hessian times a direction: the gradient's pass with its derivative along the direction carried beside it, over a
/// program whose values and adjoints are known.
final class HessianPass {
    private final Program program;
    private final double[] v;
    private final Adjoints gradient;

    /// By place: the derivative of its value along the direction.
    private final double[] dot;

    /// By place: the derivative of its adjoint along the direction.
    private final Adjoints adjoints;

    /// @param v the values by place, computed before each pass
    /// @param gradient the adjoints, computed before each pass
    HessianPass(Program program, double[] v, Adjoints gradient) {
        this.program = program;
        this.v = v;
        this.gradient = gradient;
        this.dot = new double[v.length];
        this.adjoints = new Adjoints(program);
    }

    /// Writes the product into the first numbers of `product`, one for each variable.
    void run(double[] direction, double[] product) {
        System.arraycopy(direction, 0, dot, 0, program.variables);
        for (int i = 0; i < program.instructions(); i++) {
            dot[program.first + i] = program.active[program.first + i] ? tangent(i) : 0;
        }
        adjoints.begin(0);
        if (program.active[program.root]) {
            for (int i = program.ops.length - 1; i >= 0; i--) {
                double ad = gradient.at(i);
                double adDot = adjoints.at(i);
                if (program.visited[i] && !(program.guarded[i] && ad == 0 && adDot == 0)) {
                    handOn(i, ad, adDot);
                }
            }
        }
        adjoints.copyVariables(product);
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
            case WHOLE_POWER -> placeB * StrictFunctions.power(a, placeB - 1) * aDot;
            case POWER -> {
                double b = v[placeB];
                double byA = program.active[program.a[i]] ? b * StrictMath.pow(a, b - 1) * aDot : 0;
                double byB = program.active[placeB] ? value * StrictMath.log(a) * dot[placeB] : 0;
                yield byA + byB;
            }
            case SELECT, MIN, MAX -> dot[program.taken(i, v)];
            case RELU -> a > 0 ? aDot : 0;
            case ATAN2 -> {
                double b = v[placeB];
                yield (b * aDot - a * dot[placeB]) / (a * a + b * b);
            }
            case LOG -> aDot / a;
            case LOG10 -> aDot / (a * Op.LN10);
            case LOG1P -> aDot / (1 + a);
            case SQRT -> aDot / (2 * value);
            default -> Slope.of(op, a, value) * aDot;
        };
    }

    private void handOn(int i, double ad, double adDot) {
        Op op = program.ops[i];
        int placeA = program.a[i];
        int placeB = program.b[i];
        double a = v[placeA];
        double aDot = dot[placeA];
        double value = v[program.first + i];
        switch (op) {
            case ADD -> {
                adjoints.toA(i, adDot);
                adjoints.toB(i, adDot);
            }
            case SUBTRACT -> {
                adjoints.toA(i, adDot);
                adjoints.toB(i, -adDot);
            }
            case MULTIPLY -> {
                adjoints.toA(i, adDot * v[placeB] + ad * dot[placeB]);
                adjoints.toB(i, adDot * a + ad * aDot);
            }
            case DIVIDE -> {
                double q = ad / v[placeB];
                double qDot = (adDot - q * dot[placeB]) / v[placeB];
                adjoints.toA(i, qDot);
                adjoints.toB(i, -(qDot * value + q * dot[program.first + i]));
            }
            case NEGATE -> adjoints.toA(i, -adDot);
            case WHOLE_POWER -> {
                double slope = placeB * StrictFunctions.power(a, placeB - 1);
                double bend = placeB * (placeB - 1.0) * StrictFunctions.power(a, placeB - 2);
                adjoints.toA(i, adDot * slope + ad * bend * aDot);
            }
            case POWER -> powerDot(i, ad, adDot);
            case SELECT, MIN, MAX -> {
                int taken = program.taken(i, v);
                adjoints.add(taken, adDot);
            }
            case RELU -> {
                if (a > 0) {
                    adjoints.toA(i, adDot);
                }
            }
            case ATAN2 -> angleDot(i, ad, adDot);
            case LOG -> adjoints.toA(i, (adDot - ad / a * aDot) / a);
            case LOG10 -> adjoints.toA(i, (adDot - ad / a * aDot) / (a * Op.LN10));
            case LOG1P -> adjoints.toA(i, (adDot - ad / (1 + a) * aDot) / (1 + a));
            case SQRT -> adjoints.toA(i, (adDot - ad / (2 * a) * aDot) / (2 * value));
            default -> adjoints.toA(i, adDot * Slope.of(op, a, value) + ad * Slope.bend(op, a, value) * aDot);
        }
    }

    /// With q = ad/(a² + b²), a gains q·b and b gains −q·a.
    private void angleDot(int i, double ad, double adDot) {
        double a = v[program.a[i]];
        double b = v[program.b[i]];
        double aDot = dot[program.a[i]];
        double bDot = dot[program.b[i]];
        double square = a * a + b * b;
        double q = ad / square;
        double qDot = (adDot - q * (2 * (a * aDot + b * bDot))) / square;
        adjoints.toA(i, qDot * b + q * bDot);
        adjoints.toB(i, -(qDot * a + q * aDot));
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
            adjoints.toA(i, adDot * (b * power) + ad * slopeDot);
        }
        if (variesB) {
            double log = StrictMath.log(a);
            double logDot = program.active[placeA] ? dot[placeA] / a : 0;
            double slopeDot = dot[program.first + i] * log + value * logDot;
            adjoints.toB(i, adDot * (value * log) + ad * slopeDot);
        }
    }
}
