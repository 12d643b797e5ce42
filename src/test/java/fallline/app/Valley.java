package fallline.app;

import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.Problem;
import fallline.objective.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A bowl ½·Σ cᵢ·xᵢ² with one curvature a parameter.
record Valley(List<String> parameterNames, List<Double> curvatures, Goal goal) {
    /// w².
    static Valley square() {
        return new Valley(List.of("w"), List.of(2.0), Goal.MINIMISE);
    }

    /// A bowl six times as steep along y as along x.
    static Valley bowl() {
        return new Valley(List.of("x", "y"), List.of(1.0, 6.0), Goal.MINIMISE);
    }

    /// More parameters than a plane has.
    static Valley four() {
        return new Valley(List.of("a", "b", "c", "d"), List.of(1.0, 2.0, 3.0, 4.0), Goal.MINIMISE);
    }

    Problem.Formula problem() {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < curvatures.size(); i++) {
            terms.add(curvatures.get(i) / 2 + "*" + parameterNames.get(i) + "^2");
        }
        try {
            return Problems.formula(String.join(" + ", terms), parameterNames, Map.of(), goal);
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
    }
}
