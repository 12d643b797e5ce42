package fallline.experiment;

import java.util.Optional;

/// A named recipe, or a named path that was recorded elsewhere.
///
/// @param name unique in its experiment
public record Run(String name, RunSource source) {
    public Run {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run needs a name");
        }
    }

    /// The recipe that computes it; of a recorded path, which is computed by none, [RunRecipe#NONE].
    public RunRecipe recipe() {
        return source instanceof RunRecipe recipe ? recipe : RunRecipe.NONE;
    }

    /// The path, if the run was computed elsewhere.
    public Optional<RecordedPath> recorded() {
        return source instanceof RecordedPath path ? Optional.of(path) : Optional.empty();
    }

    /// The run under another name.
    public Run withName(String other) {
        return new Run(other, source);
    }

    /// The run with another recipe; a recorded path has none, and stays as it is.
    public Run withRecipe(RunRecipe other) {
        return recorded().isPresent() ? this : new Run(name, other);
    }
}
