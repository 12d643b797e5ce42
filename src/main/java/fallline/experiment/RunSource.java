package fallline.experiment;

/// Where a run comes from: it is computed here by a recipe, or was computed elsewhere and recorded.
public sealed interface RunSource permits RunRecipe, RecordedPath {}
