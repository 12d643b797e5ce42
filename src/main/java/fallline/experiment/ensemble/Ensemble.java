package fallline.experiment.ensemble;

import fallline.experiment.RunRecipe;
import fallline.experiment.run.RunTask;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import java.util.List;
import java.util.Optional;

/// Many runs of one recipe that differ in where they start and in up to two hyperparameters: the cells of a map, by
/// number from 0.
///
/// @param base the run that all cells are like
/// @param cells how many there are
/// @param settings hyperparameters that differ; where a change of the recipe sets one of them, the change wins from
///     its step on, as in any run
/// @param target what [Outcomes#reachedStep] is about; empty where nobody asks
public record Ensemble(RunTask base, int cells, Starts starts, List<CellSetting> settings, Optional<Target> target) {
    /// @throws IllegalArgumentException with a sentence, if arrays have other lengths, a setting is unknown or out of
    ///     range, or the base run is a recorded path
    public Ensemble {
        settings = List.copyOf(settings);
        if (base.recorded().isPresent()) {
            throw new IllegalArgumentException("a recorded path is one run, and nothing can be changed in it");
        }
        starts.check(base.objective().dimension(), cells);
        for (CellSetting setting : settings) {
            Hyperparameter parameter =
                    base.optimizer().hyperparameters().get(base.optimizer().indexOf(setting.name()));
            if (setting.values().length != cells) {
                throw new IllegalArgumentException(
                        setting.name() + " has " + setting.values().length + " values for " + cells + " cells");
            }
            for (double value : setting.values()) {
                parameter.encode(HyperValue.of(value), base.optimizer().id());
            }
        }
    }

    /// The start of a cell, n numbers.
    public double[] start(int cell) {
        double[] start = new double[base.objective().dimension()];
        for (int i = 0; i < start.length; i++) {
            start[i] = starts.at(base.start(), i, cell);
        }
        return start;
    }

    /// The very run that a cell stands for: its trace has the bits of the cell's outcome.
    public RunTask cell(int cell) {
        RunRecipe recipe = base.recipe();
        for (CellSetting setting : settings) {
            recipe = recipe.with(setting.name(), HyperValue.of(setting.values()[cell]));
        }
        return new RunTask(
                base.objective(), base.optimizer(), recipe, start(cell), base.seed(), base.steps(), base.test());
    }
}
