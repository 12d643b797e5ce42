package fallline.objective;

import fallline.expr.Expr;
import fallline.expr.Interpreter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What calculus knows of a formula at given numbers for its parameters, found out when first asked and shared by an
/// objective and its twins. Usable from several threads.
final class FormulaCalculus {
    /// A pivot that elimination has shrunk further than this is rounding noise.
    private static final double SMALLEST_PIVOT = 1e-13;

    private final FormulaCode code;
    private final double[] slots;
    private final Goal goal;
    private Optional<Optimum> optimum = Optional.empty();
    private boolean solved;

    /// @param slots the parameters' numbers behind the variables' places, which are 0
    FormulaCalculus(FormulaCode code, double[] slots, Goal goal) {
        this.code = code;
        this.slots = slots;
        this.goal = goal;
    }

    /// The same formula with other numbers for its parameters.
    FormulaCalculus with(double[] numbers) {
        return new FormulaCalculus(code, numbers, goal);
    }

    FormulaCode code() {
        return code;
    }

    synchronized Optional<Optimum> optimum() {
        if (!solved) {
            optimum = solve();
            solved = true;
        }
        return optimum;
    }

    /// Solves H·x = −∇J(0) where every second derivative H is constant and ±H is positive definite.
    private Optional<Optimum> solve() {
        Optional<List<List<Expr>>> constant = code.constantHessian();
        if (constant.isEmpty()) {
            return Optional.empty();
        }
        int n = code.variables().size();
        double[][] hessian = new double[n][n];
        double sign = goal == Goal.MINIMISE ? 1 : -1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                Expr second = constant.get().get(i).get(j);
                double value = sign * new Interpreter(second, code.slotNames(), n).value(slots);
                hessian[i][j] = value;
                hessian[j][i] = value;
            }
        }
        return solve(hessian, sign);
    }

    private Optional<Optimum> solve(double[][] hessian, double sign) {
        int n = code.variables().size();
        Interpreter function = new Interpreter(code.formula(), code.slotNames(), n);
        double[] solution = new double[n];
        function.gradient(slots, solution);
        for (int i = 0; i < n; i++) {
            solution[i] *= -sign;
        }
        if (!solvePositiveDefinite(hessian, solution)) {
            return Optional.empty();
        }
        double[] point = slots.clone();
        for (int i = 0; i < n; i++) {
            // 0.0 + … turns −0 into 0, which reads better.
            point[i] = 0.0 + solution[i];
        }
        double value = function.value(point);
        boolean finite = Double.isFinite(value) && Arrays.stream(point).allMatch(Double::isFinite);
        return finite ? Optional.of(new Optimum(Arrays.copyOf(point, n), value, "quadratic")) : Optional.empty();
    }

    /// Replaces b by the solution of A·x = b by elimination without exchanges, which is stable for a positive definite
    /// A; false as soon as a pivot shows that A is not, or hardly is.
    private static boolean solvePositiveDefinite(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            double original = a[k][k];
            for (int j = 0; j < k; j++) {
                double factor = a[k][j] / a[j][j];
                for (int i = j; i < n; i++) {
                    a[k][i] -= factor * a[j][i];
                }
                b[k] -= factor * b[j];
            }
            if (!(a[k][k] > SMALLEST_PIVOT * original)) {
                return false;
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int i = k + 1; i < n; i++) {
                b[k] -= a[k][i] * b[i];
            }
            b[k] /= a[k][k];
        }
        return true;
    }
}
