package fallline.objective;

import fallline.expr.CompiledFormula;
import fallline.expr.Compiler;
import fallline.expr.Derivative;
import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.Interpreter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What symbolic calculus knows of a formula, found out when first asked and shared by an objective and its twins.
/// Usable from several threads.
final class FormulaCalculus {
    /// Quadratics with more variables, or larger derivatives, are not looked for.
    private static final int MOST_VARIABLES = 40;

    private static final long LARGEST_DERIVATIVE = 2000;

    /// A pivot that elimination has shrunk further than this is rounding noise.
    private static final double SMALLEST_PIVOT = 1e-13;

    private final Expr formula;
    private final List<String> variables;
    private final List<String> slotNames;
    private final double[] slots;
    private final Goal goal;
    private final Optional<CatalogueFunction> card;
    private @Nullable CompiledFormula compiled;
    private @Nullable List<Expr> partials;
    private Optional<Optimum> optimum = Optional.empty();
    private boolean solved;

    /// @param slots the parameters' numbers behind the variables' places, which are 0
    /// @param card what the catalogue knows of the formula
    FormulaCalculus(
            Expr formula,
            List<String> variables,
            List<String> slotNames,
            double[] slots,
            Goal goal,
            Optional<CatalogueFunction> card) {
        this.formula = formula;
        this.variables = variables;
        this.slotNames = List.copyOf(slotNames);
        this.slots = slots;
        this.goal = goal;
        this.card = card;
    }

    /// The same formula with what the catalogue knows of it.
    synchronized FormulaCalculus knowing(CatalogueFunction function) {
        return with(slots, Optional.of(function));
    }

    /// The same formula with other numbers for its parameters; what does not depend on them is kept.
    synchronized FormulaCalculus with(double[] numbers) {
        return with(numbers, card);
    }

    private FormulaCalculus with(double[] numbers, Optional<CatalogueFunction> function) {
        FormulaCalculus other = new FormulaCalculus(formula, variables, slotNames, numbers, goal, function);
        other.partials = partials;
        other.compiled = compiled;
        return other;
    }

    Expr formula() {
        return formula;
    }

    List<String> slotNames() {
        return slotNames;
    }

    List<String> variables() {
        return variables;
    }

    /// The formula compiled; every user takes a twin.
    synchronized CompiledFormula compiled() {
        CompiledFormula known = compiled;
        if (known == null) {
            known = Compiler.compile(formula, slotNames, variables.size());
            compiled = known;
        }
        return known;
    }

    synchronized List<Expr> partialDerivatives() {
        List<Expr> known = partials;
        if (known == null) {
            known = variables.stream()
                    .map(variable -> Derivative.of(formula, variable))
                    .toList();
            partials = known;
        }
        return known;
    }

    synchronized Optional<Optimum> optimum() {
        if (!solved) {
            optimum = known().or(this::solve);
            solved = true;
        }
        return optimum;
    }

    /// The best of the catalogue's minima for these parameters.
    private Optional<Optimum> known() {
        if (card.isEmpty() || goal != Goal.MINIMISE) {
            return Optional.empty();
        }
        int n = variables.size();
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = n; i < slots.length; i++) {
            numbers.put(slotNames.get(i), slots[i]);
        }
        Interpreter function = new Interpreter(formula, slotNames, n);
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
        int n = variables.size();
        if (n > MOST_VARIABLES) {
            return Optional.empty();
        }
        double[][] hessian = new double[n][n];
        double sign = goal == Goal.MINIMISE ? 1 : -1;
        for (int i = 0; i < n; i++) {
            Expr partial = partialDerivatives().get(i);
            if (Graph.treeSize(partial) > LARGEST_DERIVATIVE) {
                return Optional.empty();
            }
            for (int j = 0; j <= i; j++) {
                Expr second = Derivative.of(partial, variables.get(j));
                if (!Collections.disjoint(Graph.names(second), variables)) {
                    return Optional.empty();
                }
                double value = sign * new Interpreter(second, slotNames, n).value(slots);
                hessian[i][j] = value;
                hessian[j][i] = value;
            }
        }
        return solve(hessian, sign);
    }

    private Optional<Optimum> solve(double[][] hessian, double sign) {
        int n = variables.size();
        Interpreter function = new Interpreter(formula, slotNames, n);
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
