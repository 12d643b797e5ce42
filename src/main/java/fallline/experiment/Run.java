package fallline.experiment;

/// A named recipe.
///
/// @param name unique in its experiment
public record Run(String name, RunRecipe recipe) {
    public Run {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run needs a name");
        }
    }

    /// The run under another name.
    public Run withName(String other) {
        return new Run(other, recipe);
    }

    /// The run with another recipe.
    public Run withRecipe(RunRecipe other) {
        return new Run(name, other);
    }
}
