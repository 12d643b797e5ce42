package fallline;

import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;

/// Formulas for tests, known to be right.
public final class Formulas {
    private Formulas() {}

    /// The formula to be minimised.
    public static Problem.Formula minimise(String text, String... variables) {
        return of(text, List.of(variables), Goal.MINIMISE);
    }

    /// The formula with a goal.
    public static Problem.Formula of(String text, List<String> variables, Goal goal) {
        try {
            return Problems.formula(text, variables, Map.of(), goal);
        } catch (FormulaException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
