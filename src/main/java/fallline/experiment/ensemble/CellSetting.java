package fallline.experiment.ensemble;

/// A hyperparameter that differs from cell to cell. The array is not copied, and must not change while cells run.
///
/// @param name as the optimizer calls it
/// @param values one number a cell, what the recipe says from step 0 on
public record CellSetting(String name, double[] values) {}
