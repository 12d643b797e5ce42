package fallline.cli;

import fallline.expr.FormulaException;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.objective.Goal;
import fallline.objective.Problem;
import fallline.objective.Problems;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.util.List;
import java.util.Map;

/// The experiment that a new user sees first, the textbook's first example: J = w² from w = 20 with α = 0.1.
final class FirstScreen {
    private static final int STEPS = 100;

    private FirstScreen() {}

    static Experiment experiment() {
        RunRecipe recipe = RunRecipe.of("gd", Map.of(Hyperparameter.LEARNING_RATE, HyperValue.of(0.1)));
        return new Experiment(
                problem(), Start.at(20), 0, STEPS, List.of(new Run("Gradient descent", recipe)), Map.of());
    }

    private static Problem problem() {
        try {
            return Problems.formula("w^2", List.of("w"), Map.of(), Goal.MINIMISE);
        } catch (FormulaException e) {
            throw new IllegalStateException("w^2 is a formula", e);
        }
    }
}
