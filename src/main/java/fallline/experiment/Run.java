package fallline.experiment;

import java.util.Optional;
import java.util.OptionalInt;

/// A named recipe, or a named path that was recorded elsewhere.
///
/// @param name unique in its experiment
/// @param look which colour, dash and marker it has for life, from 0, below [#LOOKS]; every run of an experiment has
///     one, see [Experiment]
/// @param fork where it was forked, if it was
/// @param repeats how often it is repeated with other seeds, [#FEWEST_REPEATS] to [#MOST_REPEATS], if it is
public record Run(String name, RunSource source, OptionalInt look, Optional<Fork> fork, OptionalInt repeats) {
    /// How many looks there are to tell runs apart.
    public static final int LOOKS = 8;

    public static final int FEWEST_REPEATS = 2;
    public static final int MOST_REPEATS = 200;

    public Run {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run needs a name");
        }
        if (look.isPresent() && (look.getAsInt() < 0 || look.getAsInt() >= LOOKS)) {
            throw new IllegalArgumentException("a run's look must be 0 to " + (LOOKS - 1) + ", got " + look.getAsInt());
        }
        if (repeats.isPresent() && source instanceof RecordedPath) {
            throw new IllegalArgumentException("a path that was computed elsewhere cannot be repeated");
        }
        if (repeats.isPresent() && (repeats.getAsInt() < FEWEST_REPEATS || repeats.getAsInt() > MOST_REPEATS)) {
            throw new IllegalArgumentException("a run is repeated " + FEWEST_REPEATS + " to " + MOST_REPEATS
                    + " times, got " + repeats.getAsInt());
        }
    }

    /// A new run: it was not forked, and the experiment that it is put into gives it a look.
    public Run(String name, RunSource source) {
        this(name, source, OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
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
        return new Run(other, source, look, fork, repeats);
    }

    /// The run with another recipe; a recorded path has none, and stays as it is.
    public Run withRecipe(RunRecipe other) {
        return recorded().isPresent() ? this : new Run(name, other, look, fork, repeats);
    }

    /// The run in another colour, dash and marker.
    public Run withLook(int other) {
        return new Run(name, source, OptionalInt.of(other), fork, repeats);
    }

    /// The run with another place where it was forked, or none.
    public Run withFork(Optional<Fork> other) {
        return new Run(name, source, look, other, repeats);
    }

    /// The run repeated so often, or not at all.
    public Run withRepeats(OptionalInt other) {
        return new Run(name, source, look, fork, other);
    }

    /// Another run that does the same: it gets a look of its own, and is not repeated.
    public Run copy(String other) {
        return new Run(other, source, OptionalInt.empty(), fork, OptionalInt.empty());
    }
}
