package fallline.experiment.run;

import fallline.experiment.Experiment;
import fallline.experiment.RunRecipe;
import fallline.objective.Objective;
import fallline.optimizer.Optimizer;
import fallline.text.Quote;
import java.util.Arrays;
import java.util.Optional;

/// All that a trace is a function of, resolved: nothing else enters it.
///
/// @param objective shared with other threads: whoever computes takes its twin
/// @param start the parameters at step 0
/// @param steps how many steps the run takes
/// @param test the objective on the rows that are held out; measured along the path, no part of it
public record RunTask(
        Objective objective,
        Optimizer optimizer,
        RunRecipe recipe,
        double[] start,
        long seed,
        int steps,
        Optional<Objective> test) {
    public RunTask {
        if (steps < 1 || steps > Experiment.MOST_STEPS) {
            throw new IllegalArgumentException("steps must be 1 to 1,000,000, got " + steps);
        }
        if (start.length != objective.dimension()) {
            throw new IllegalArgumentException("start has " + start.length + " numbers, but the problem has "
                    + objective.dimension() + " parameters: " + Quote.list(objective.parameterNames()));
        }
    }

    /// A task without test rows.
    public RunTask(Objective objective, Optimizer optimizer, RunRecipe recipe, double[] start, long seed, int steps) {
        this(objective, optimizer, recipe, start, seed, steps, Optional.empty());
    }

    /// Checks the whole recipe against optimizer and data.
    ///
    /// @throws IllegalArgumentException with a sentence that names the setting
    public void check() {
        new SettingsTimeline(this);
    }

    /// Whether the other task leads to the same trace.
    public boolean leadsToSameTrace(RunTask other) {
        return objective == other.objective
                && optimizer == other.optimizer
                && recipe.equals(other.recipe)
                && Arrays.equals(start, other.start)
                && seed == other.seed
                && steps == other.steps
                && test.equals(other.test);
    }
}
