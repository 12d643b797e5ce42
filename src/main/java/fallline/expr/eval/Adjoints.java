package fallline.expr.eval;

/// What the whole of a formula gains when one of its places does, or the rate at which that changes: the numbers that a
/// reverse pass hands from wholes to parts.
final class Adjoints {
    private final Program program;
    private final double[] numbers;

    Adjoints(Program program) {
        this.program = program;
        this.numbers = new double[program.places()];
    }

    /// Begins a pass with this number at the root.
    void begin(double root) {
        for (int place : program.cleared) {
            numbers[place] = 0;
        }
        numbers[program.root] = root;
    }

    /// The number at the place that instruction i writes.
    double at(int i) {
        return numbers[program.first + i];
    }

    /// Copies the variables' numbers.
    void copyVariables(double[] target) {
        System.arraycopy(numbers, 0, target, 0, program.variables);
    }

    /// Hands a contribution to the first operand of instruction i; the first of all takes its place.
    void toA(int i, double contribution) {
        give(program.a[i], (program.assigns[i] & 1) != 0, contribution);
    }

    /// Hands a contribution to the second operand of instruction i.
    void toB(int i, double contribution) {
        give(program.b[i], (program.assigns[i] & 2) != 0, contribution);
    }

    private void give(int place, boolean first, double contribution) {
        if (first) {
            numbers[place] = contribution;
        } else {
            add(place, contribution);
        }
    }

    /// Adds to a place that depends on a variable.
    void add(int place, double contribution) {
        if (program.active[place]) {
            numbers[place] += contribution;
        }
    }
}
