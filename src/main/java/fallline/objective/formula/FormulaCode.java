package fallline.objective.formula;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.algebra.Derivative;
import fallline.expr.algebra.KinkFinder;
import fallline.expr.compile.CompiledFormula;
import fallline.expr.compile.Compiler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is to know of a formula whatever its parameters' numbers are: its code and its derivatives, found out
/// when first asked and shared by all objectives that differ in numbers only. Usable from several threads.
final class FormulaCode {
    /// Quadratics with more variables, or larger derivatives, are not looked for.
    private static final int MOST_VARIABLES = 40;

    private static final long LARGEST_DERIVATIVE = 2000;

    private final Expr formula;
    private final List<String> variables;
    private final List<String> slotNames;
    private volatile @Nullable CompiledFormula compiled;
    private @Nullable List<Expr> partials;
    private Optional<List<List<Expr>>> constantHessian = Optional.empty();
    private boolean searched;

    /// @param slotNames the variables and behind them the parameters
    FormulaCode(Expr formula, List<String> variables, List<String> slotNames) {
        this.formula = formula;
        this.variables = List.copyOf(variables);
        this.slotNames = List.copyOf(slotNames);
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
    CompiledFormula compiled() {
        CompiledFormula known = compiled;
        return known == null ? compile() : known;
    }

    private synchronized CompiledFormula compile() {
        CompiledFormula known = compiled;
        if (known == null) {
            known = Compiler.compile(formula, slotNames, variables.size());
            compiled = known;
        }
        return known;
    }

    /// The formula compiled, if somebody has asked for that before.
    Optional<CompiledFormula> compiledBefore() {
        return Optional.ofNullable(compiled);
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

    /// The second derivatives, row i up to the diagonal, if none depends on a variable and J has no kinks.
    synchronized Optional<List<List<Expr>>> constantHessian() {
        if (!searched) {
            constantHessian = findConstantHessian();
            searched = true;
        }
        return constantHessian;
    }

    private Optional<List<List<Expr>>> findConstantHessian() {
        if (variables.size() > MOST_VARIABLES) {
            return Optional.empty();
        }
        List<List<Expr>> hessian = new ArrayList<>();
        for (Expr partial : partialDerivatives()) {
            if (Graph.treeSize(partial) > LARGEST_DERIVATIVE) {
                return Optional.empty();
            }
            List<Expr> row = new ArrayList<>();
            for (String variable : variables.subList(0, hessian.size() + 1)) {
                Expr second = Derivative.of(partial, variable);
                if (!Collections.disjoint(Graph.names(second), variables)) {
                    return Optional.empty();
                }
                row.add(second);
            }
            hessian.add(row);
        }
        // beside a corner of |w| derivatives are constant too, but the slope jumps over it
        return KinkFinder.find(formula, variables).isEmpty() ? Optional.of(hessian) : Optional.empty();
    }
}
