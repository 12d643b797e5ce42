package fallline.experiment.view;

import java.util.Optional;
import java.util.OptionalInt;

/// What is drawn over the views while something is shown to a class: files do not keep it.
///
/// @param stage the place of the stage of the step from the playhead on that is shown, from 0; 0 is the gradient
/// @param guess where somebody said that a run lands, and where it does
public record Chalk(OptionalInt stage, Optional<Guess> guess) {
    /// Nothing.
    public static final Chalk NONE = new Chalk(OptionalInt.empty(), Optional.empty());

    /// A guess, in the coordinates of the loss view: the only parameter, or the two of its plane.
    ///
    /// @param from where the run was
    /// @param guessed where somebody said that it lands
    /// @param truth where it lands; empty as long as that is hidden
    public record Guess(Place from, Place guessed, Optional<Place> truth) {}

    /// A place in the loss view.
    ///
    /// @param y means nothing where there is one parameter
    public record Place(double x, double y) {}

    /// @throws IllegalArgumentException if the place of the stage is negative
    public Chalk {
        if (stage.orElse(0) < 0) {
            throw new IllegalArgumentException("stages have places from 0 on, got " + stage.getAsInt());
        }
    }

    public Chalk withStage(OptionalInt place) {
        return new Chalk(place, guess);
    }

    public Chalk withGuess(Optional<Guess> other) {
        return new Chalk(stage, other);
    }
}
