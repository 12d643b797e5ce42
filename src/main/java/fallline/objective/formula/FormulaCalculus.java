package fallline.objective.formula;

import fallline.expr.Expr;
import fallline.expr.eval.Interpreter;
import fallline.objective.Box;
import fallline.objective.Goal;
import fallline.objective.Optimum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What calculus knows of a formula at given numbers for its parameters, found out when first asked and shared by an
/// objective and its twins. Usable from several threads.
final class FormulaCalculus {
    /// A pivot that elimination has shrunk further than this is rounding noise.
    private static final double SMALLEST_PIVOT = 1e-13;

    private final FormulaCode code;
    private final double[] slots;
    private final Goal goal;
    private final Optional<CatalogueFunction> card;
    private Optional<Optimum> optimum = Optional.empty();
    private boolean solved;
    private boolean convex;
    private boolean curved;

    /// @param slots the parameters' numbers behind the variables' places, which are 0
    /// @param card what the catalogue knows of the formula
    FormulaCalculus(FormulaCode code, double[] slots, Goal goal, Optional<CatalogueFunction> card) {
        this.code = code;
        this.slots = slots;
        this.goal = goal;
        this.card = card;
    }

    /// The same formula with what the catalogue knows of it.
    FormulaCalculus knowing(CatalogueFunction function) {
        return new FormulaCalculus(code, slots, goal, Optional.of(function));
    }

    /// The same formula with other numbers for its parameters.
    FormulaCalculus with(double[] numbers) {
        return new FormulaCalculus(code, numbers, goal, card);
    }

    FormulaCode code() {
        return code;
    }

    synchronized Optional<Optimum> optimum() {
        if (!solved) {
            optimum = known().or(this::solve);
            solved = true;
        }
        return optimum;
    }

    /// Whether every second derivative is constant and ±H is positive definite.
    synchronized boolean isConvex() {
        if (!curved) {
            convex = solve().isPresent();
            curved = true;
        }
        return convex;
    }

    /// Where the card looks.
    Optional<Box> box() {
        return card.map(function -> new Box(
                function.box().stream()
                        .mapToDouble(CatalogueFunction.Interval::low)
                        .toArray(),
                function.box().stream()
                        .mapToDouble(CatalogueFunction.Interval::high)
                        .toArray()));
    }

    /// The best of the catalogue's minima for these parameters.
    private Optional<Optimum> known() {
        if (card.isEmpty() || goal != Goal.MINIMISE) {
            return Optional.empty();
        }
        int n = code.variables().size();
        List<String> slotNames = code.slotNames();
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = n; i < slots.length; i++) {
            numbers.put(slotNames.get(i), slots[i]);
        }
        Interpreter function = new Interpreter(code.formula(), slotNames, n);
        return card.get().pointsFor(numbers).stream()
                .filter(point -> point.kind() == KnownPoint.Kind.MINIMUM)
                .map(point -> {
                    double[] place = slots.clone();
                    System.arraycopy(point.at(), 0, place, 0, n);
                    return new Optimum(point.at(), function.value(place), "catalogue");
                })
                .filter(best -> Double.isFinite(best.value()))
                .min(Comparator.comparingDouble(Optimum::value));
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
