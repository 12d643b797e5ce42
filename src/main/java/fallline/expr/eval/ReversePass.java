package fallline.expr.eval;

/// The gradient's pass backwards over a program whose values are known, from the whole to the variables. The table in
/// [Interpreter] says what each operation hands on.
final class ReversePass {
    private final Program program;
    private final double[] v;
    private final Adjoints adjoints;

    /// @param v the values by place, computed before each pass
    ReversePass(Program program, double[] v) {
        this.program = program;
        this.v = v;
        this.adjoints = new Adjoints(program);
    }

    /// What each place adds to the whole, after [#run].
    Adjoints adjoints() {
        return adjoints;
    }

    /// Goes from the last operation to the first.
    void run() {
        adjoints.begin(1);
        if (!program.active[program.root]) {
            return;
        }
        for (int i = program.ops.length - 1; i >= 0; i--) {
            double ad = adjoints.at(i);
            if (program.visited[i] && !(program.guarded[i] && ad == 0)) {
                handOn(i, ad);
            }
        }
    }

    private void handOn(int i, double ad) {
        Op op = program.ops[i];
        int placeA = program.a[i];
        int placeB = program.b[i];
        double a = v[placeA];
        double value = v[program.first + i];
        switch (op) {
            case ADD -> {
                adjoints.toA(i, ad);
                adjoints.toB(i, ad);
            }
            case SUBTRACT -> {
                adjoints.toA(i, ad);
                adjoints.toB(i, -ad);
            }
            case MULTIPLY -> {
                adjoints.toA(i, ad * v[placeB]);
                adjoints.toB(i, ad * a);
            }
            case DIVIDE -> {
                double q = ad / v[placeB];
                adjoints.toA(i, q);
                adjoints.toB(i, -(q * value));
            }
            case NEGATE -> adjoints.toA(i, -ad);
            case WHOLE_POWER -> adjoints.toA(i, ad * (placeB * StrictFunctions.power(a, placeB - 1)));
            case POWER -> {
                double b = v[placeB];
                if (program.active[placeA]) {
                    adjoints.toA(i, ad * (b * StrictMath.pow(a, b - 1)));
                }
                if (program.active[placeB]) {
                    adjoints.toB(i, ad * (value * StrictMath.log(a)));
                }
            }
            case SELECT, MIN, MAX -> {
                int taken = program.taken(i, v);
                adjoints.add(taken, ad);
            }
            case RELU -> {
                if (a > 0) {
                    adjoints.toA(i, ad);
                }
            }
            case ATAN2 -> {
                double b = v[placeB];
                double q = ad / (a * a + b * b);
                adjoints.toA(i, q * b);
                adjoints.toB(i, -(q * a));
            }
            case LOG -> adjoints.toA(i, ad / a);
            case LOG10 -> adjoints.toA(i, ad / (a * Op.LN10));
            case LOG1P -> adjoints.toA(i, ad / (1 + a));
            case SQRT -> adjoints.toA(i, ad / (2 * value));
            default -> adjoints.toA(i, ad * Slope.of(op, a, value));
        }
    }
}
