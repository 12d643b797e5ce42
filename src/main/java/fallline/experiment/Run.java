package fallline.experiment;

import java.util.Optional;
import java.util.OptionalInt;

/// A named recipe, or a named path that was recorded elsewhere.
///
/// @param name unique in its experiment
/// @param look which colour, dash and marker it has for life, from 0, below [#LOOKS]; every run of an experiment has
///     one, see [Experiment]
/// @param fork where it was forked, if it was
public record Run(String name, RunSource source, OptionalInt look, Optional<Fork> fork) {
    /// How many looks there are to tell runs apart.
    public static final int LOOKS = 8;

    public Run {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run needs a name");
        }
        if (look.isPresent() && (look.getAsInt() < 0 || look.getAsInt() >= LOOKS)) {
            throw new IllegalArgumentException("a run's look must be 0 to " + (LOOKS - 1) + ", got " + look.getAsInt());
        }
    }

    /// A new run: it was not forked, and the experiment that it is put into gives it a look.
    public Run(String name, RunSource source) {
        this(name, source, OptionalInt.empty(), Optional.empty());
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
        return new Run(other, source, look, fork);
    }

    /// The run with another recipe; a recorded path has none, and stays as it is.
    public Run withRecipe(RunRecipe other) {
        return recorded().isPresent() ? this : new Run(name, other, look, fork);
    }

    /// The run in another colour, dash and marker.
    public Run withLook(int other) {
        return new Run(name, source, OptionalInt.of(other), fork);
    }

    /// The run with another place where it was forked, or none.
    public Run withFork(Optional<Fork> other) {
        return new Run(name, source, look, other);
    }

    /// Another run that does the same: it gets a look of its own.
    public Run copy(String other) {
        return new Run(other, source, OptionalInt.empty(), fork);
    }
}
