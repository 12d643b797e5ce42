package fallline.expr.print;

import fallline.expr.Comparison;
import fallline.expr.Expr;
import fallline.expr.Function;
import fallline.expr.eval.Op;
import fallline.expr.eval.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes a formula and its gradient as the body of a Python function for NumPy: one pass forwards, one backwards, the
/// operations of [Interpreter] in its order.
///
/// The parts are `v1`, `v2` …; `d_v1` is the derivative of the whole by `v1`, `d_x` that by the variable `x`.
public final class PythonGradient {
    private final Program program;
    private final List<String> places = new ArrayList<>();
    private final List<String> adjoints = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private PythonGradient(Program program, List<String> slotNames, PythonNames names) {
        this.program = program;
        boolean[] used = program.usedPlaces();
        for (int place = 0; place < program.places(); place++) {
            String name = place < program.slots
                    ? names.of(slotNames.get(place))
                    : program.isConstant(place)
                            ? literal(program.constant(place))
                            : names.fresh("v" + (place - program.first + 1));
            places.add(name);
            boolean derived = !program.isConstant(place) && (used[place] || place < program.variables);
            adjoints.add(derived ? names.fresh("d_" + name) : "");
        }
    }

    /// The lines of a function body that has the slots' values in variables of their names, without indentation. They
    /// end by returning J and the array of its derivatives by the first `variables` slots.
    ///
    /// @param slotNames the names of the slots, variables first
    public static List<String> body(Expr formula, List<String> slotNames, int variables, PythonNames names) {
        return new PythonGradient(Program.of(formula, slotNames, variables), slotNames, names).body();
    }

    private List<String> body() {
        for (int i = 0; i < program.instructions(); i++) {
            lines.add(places.get(program.first + i) + " = " + forward(i));
        }
        if (program.active[program.root]) {
            lines.add("# backwards, by the chain rule: d_v is the derivative of J by v");
            for (int place : program.cleared) {
                lines.add(adjoints.get(place) + " = 0.0");
            }
            lines.add(adjoints.get(program.root) + " = 1.0");
            for (int i = program.instructions() - 1; i >= 0; i--) {
                if (program.visited[i]) {
                    guarded(i);
                }
            }
        } else {
            IntStream.range(0, program.variables).forEach(i -> lines.add(adjoints.get(i) + " = 0.0"));
        }
        lines.add("return " + places.get(program.root) + ", np.array(["
                + String.join(", ", adjoints.subList(0, program.variables)) + "])");
        return List.copyOf(lines);
    }

    /// A negative number in brackets, so that it can stand in any place.
    private static String literal(double value) {
        String text = PythonPrinter.number(value);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    private String forward(int i) {
        Op op = program.ops[i];
        String a = places.get(program.a[i]);
        String b = op.isBinary() ? places.get(program.b[i]) : "";
        int exponent = program.b[i];
        if (isConstant(i)) {
            double c = op == Op.SELECT ? program.constant(program.c[i]) : 0;
            double right = op.isBinary() ? program.constant(program.b[i]) : 0;
            return "np.float64(" + PythonPrinter.number(op.apply(program.constant(program.a[i]), right, c, exponent))
                    + ")";
        }
        return switch (op) {
            case ADD -> a + " + " + b;
            case SUBTRACT -> a + " - " + b;
            case MULTIPLY -> a + "*" + b;
            case DIVIDE -> a + "/" + b;
            case NEGATE -> "-" + a;
            case WHOLE_POWER -> "power(" + a + ", " + exponent + ")";
            case POWER -> "np.power(" + real(program.a[i]) + ", " + real(program.b[i]) + ")";
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                "1.0*(" + a + " " + Comparison.valueOf(op.name()).symbol() + " " + b + ")";
            case SELECT -> b + " if " + a + " != 0 else " + places.get(program.c[i]);
            case RELU -> "np.maximum(" + a + ", 0.0)";
            case ATAN2, MIN, MAX -> function(op) + "(" + a + ", " + b + ")";
            default -> function(op) + "(" + a + ")";
        };
    }

    private boolean isConstant(int i) {
        Op op = program.ops[i];
        return program.isConstant(program.a[i])
                && (!op.isBinary() || program.isConstant(program.b[i]))
                && (op != Op.SELECT || program.isConstant(program.c[i]));
    }

    private static String function(Op op) {
        return PythonDialect.NUMPY.function(Function.valueOf(op.name()));
    }

    /// A place as an argument that must not be a whole number of Python's.
    private String real(int place) {
        return program.isConstant(place) ? PythonPrinter.decimal(program.constant(place)) : places.get(place);
    }

    private void guarded(int i) {
        int from = lines.size();
        backward(i);
        if (program.guarded[i] && lines.size() > from) {
            lines.subList(from, lines.size()).replaceAll(line -> "    " + line);
            lines.add(from, "if " + adjoints.get(program.first + i) + " != 0:");
        }
    }

    private void backward(int i) {
        Op op = program.ops[i];
        String d = adjoints.get(program.first + i);
        String v = places.get(program.first + i);
        String a = places.get(program.a[i]);
        String b = op.isBinary() ? places.get(program.b[i]) : "";
        switch (op) {
            case ADD -> both(i, d, d);
            case SUBTRACT -> both(i, d, "-" + d);
            case MULTIPLY -> both(i, d + "*" + b, d + "*" + a);
            case DIVIDE -> both(i, d + "/" + b, "-(" + d + "/" + b + "*" + v + ")");
            case NEGATE -> toA(i, "-" + d);
            case WHOLE_POWER -> {
                int n = program.b[i];
                toA(i, d + "*(" + n + "*" + (n == 2 ? a : "power(" + a + ", " + (n - 1) + ")") + ")");
            }
            case POWER ->
                both(
                        i,
                        d + "*(" + b + "*np.power(" + real(program.a[i]) + ", " + lessOne(program.b[i]) + "))",
                        d + "*(" + v + "*np.log(" + a + "))");
            case SELECT -> choice(i, a + " != 0", program.b[i], program.c[i]);
            case MIN -> choice(i, b + " < " + a, program.b[i], program.a[i]);
            case MAX -> choice(i, b + " > " + a, program.b[i], program.a[i]);
            case RELU -> {
                if (program.active[program.a[i]]) {
                    lines.add("if " + a + " > 0:");
                    lines.add("    " + adjoints.get(program.a[i]) + " += " + d);
                }
            }
            case ATAN2 -> {
                String q = d + "/(" + a + "*" + a + " + " + b + "*" + b + ")";
                both(i, q + "*" + b, "-(" + q + "*" + a + ")");
            }
            case LOG -> toA(i, d + "/" + a);
            case LOG10 -> toA(i, d + "/(" + a + "*" + PythonPrinter.number(Op.LN10) + ")");
            case LOG1P -> toA(i, d + "/(1 + " + a + ")");
            case SQRT -> toA(i, d + "/(2*" + v + ")");
            default -> toA(i, slope(op, d, a, v));
        }
    }

    /// A number one less, or its text.
    private String lessOne(int place) {
        return program.isConstant(place)
                ? PythonPrinter.decimal(program.constant(place) - 1)
                : places.get(place) + " - 1";
    }

    /// d·f′(a), where v is f(a), as [Interpreter] computes it.
    private static String slope(Op op, String d, String a, String v) {
        return switch (op) {
            case SIN -> d + "*np.cos(" + a + ")";
            case COS -> d + "*-np.sin(" + a + ")";
            case TAN -> d + "*(1 + " + v + "*" + v + ")";
            case ASIN -> d + "*(1/np.sqrt(1 - " + a + "*" + a + "))";
            case ACOS -> d + "*(-1/np.sqrt(1 - " + a + "*" + a + "))";
            case ATAN -> d + "*(1/(1 + " + a + "*" + a + "))";
            case SINH -> d + "*np.cosh(" + a + ")";
            case COSH -> d + "*np.sinh(" + a + ")";
            case TANH -> d + "*(1 - " + v + "*" + v + ")";
            case EXP -> d + "*" + v;
            case EXPM1 -> d + "*(" + v + " + 1)";
            case CBRT -> d + "*(1/(3*(" + v + "*" + v + ")))";
            case ABS -> d + "*np.sign(" + a + ")";
            case SIGMOID -> d + "*(" + v + "*(1 - " + v + "))";
            case SOFTPLUS -> d + "*sigmoid(" + a + ")";
            default -> throw new AssertionError(op);
        };
    }

    private void both(int i, String toA, String toB) {
        toA(i, toA);
        pass(program.b[i], (program.assigns[i] & 2) != 0, toB);
    }

    private void toA(int i, String contribution) {
        pass(program.a[i], (program.assigns[i] & 1) != 0, contribution);
    }

    private void pass(int place, boolean assigns, String contribution) {
        if (assigns || program.active[place]) {
            lines.add(adjoints.get(place) + (assigns ? " = " : " += ") + contribution);
        }
    }

    private void choice(int i, String condition, int first, int second) {
        String d = adjoints.get(program.first + i);
        if (program.active[first]) {
            lines.add("if " + condition + ":");
            lines.add("    " + adjoints.get(first) + " += " + d);
        }
        if (program.active[second]) {
            lines.add(program.active[first] ? "else:" : "if not " + condition + ":");
            lines.add("    " + adjoints.get(second) + " += " + d);
        }
    }
}
