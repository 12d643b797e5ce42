package fallline.experiment.run;

import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import fallline.experiment.RunRecipe;
import fallline.experiment.RunSource;
import fallline.number.Numbers;
import fallline.objective.Objective;
import fallline.optimizer.Optimizer;
import fallline.text.Quote;
import java.util.Arrays;
import java.util.Optional;

/// All that a trace is a function of, resolved: nothing else enters it.
///
/// @param objective shared with other threads: whoever computes takes its twin
/// @param source how it is computed, or the path that was computed elsewhere
/// @param start the parameters at step 0, or at the first that is recorded
/// @param steps how many steps the run takes
/// @param test the objective on the rows that are held out; measured along the path, no part of it
public record RunTask(
        Objective objective,
        Optimizer optimizer,
        RunSource source,
        double[] start,
        long seed,
        int steps,
        Optional<Objective> test) {
    public RunTask {
        if (steps < 1 || steps > Experiment.MOST_STEPS) {
            throw new IllegalArgumentException("steps must be 1 to 1\u202f000\u202f000, got " + Numbers.whole(steps));
        }
        if (start.length != objective.dimension()) {
            throw new IllegalArgumentException("start has " + start.length + " numbers, but the problem has "
                    + objective.dimension() + " parameters: " + Quote.list(objective.parameterNames()));
        }
    }

    /// A task without test rows.
    public RunTask(Objective objective, Optimizer optimizer, RunSource source, double[] start, long seed, int steps) {
        this(objective, optimizer, source, start, seed, steps, Optional.empty());
    }

    /// Checks the whole recipe against optimizer and data.
    ///
    /// @throws IllegalArgumentException with a sentence that names the setting
    public void check() {
        if (recorded().isEmpty()) {
            new SettingsTimeline(this);
        }
    }

    /// The recipe that computes the run; [RunRecipe#NONE] for one that is recorded.
    public RunRecipe recipe() {
        return source instanceof RunRecipe recipe ? recipe : RunRecipe.NONE;
    }

    /// The path, if it was computed elsewhere.
    public Optional<RecordedPath> recorded() {
        return source instanceof RecordedPath path ? Optional.of(path) : Optional.empty();
    }

    /// Whether the other task leads to the same trace.
    public boolean leadsToSameTrace(RunTask other) {
        return objective == other.objective
                && optimizer == other.optimizer
                && source.equals(other.source)
                && Arrays.equals(start, other.start)
                && seed == other.seed
                && steps == other.steps
                && test.equals(other.test);
    }
}
