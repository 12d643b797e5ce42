package fallline.experiment.judge;

/// What mends a run, or lets one see why it ended as it did. Each is one edit that can be undone.
public sealed interface Cure {
    /// Half the learning rate, where it was set last at `step` or before.
    record HalveRate(int step) implements Cure {}

    /// The rate that is best for the curvature here.
    record BestRate(double rate) implements Cure {}

    /// Features of mean 0 and deviation 1, with a rate that suits them.
    record Standardise() implements Cure {}

    /// So many steps on top.
    record MoreSteps(int steps) implements Cure {}

    /// So many steps on top of those that a run has used up without coming to an end of its own.
    record Further(int steps) implements Cure {
        /// What is offered.
        public static final Further USUAL = new Further(100);
    }

    /// The playhead at the step where it turned.
    record JumpTo(int step) implements Cure {}

    /// Momentum 0.9, which is faster along narrow valleys.
    record AddMomentum() implements Cure {}

    /// Another start nearby.
    record MoveStart() implements Cure {}

    /// What a button says.
    default String label() {
        return switch (this) {
            case HalveRate _ -> "Halve α";
            case BestRate best -> "Best α: " + Digits.plain(best.rate());
            case Standardise _ -> "Standardise";
            case MoreSteps more -> "About " + Digits.whole(more.steps()) + " more";
            case Further further -> Digits.whole(further.steps()) + " more";
            case JumpTo jump -> "To step " + Digits.whole(jump.step());
            case AddMomentum _ -> "Add momentum";
            case MoveStart _ -> "Move the start";
        };
    }

    /// What the button does, in a sentence without a full stop.
    default String explanation() {
        return switch (this) {
            case HalveRate _ -> "Halve the learning rate of this run";
            case BestRate best -> "Use the rate that is best for this curvature, α = " + Digits.plain(best.rate());
            case Standardise _ -> "Shift the features to mean 0 and scale them to deviation 1, with a rate to suit";
            case MoreSteps more -> "Take about " + Digits.whole(more.steps()) + " steps more";
            case Further further -> "Take " + Digits.whole(further.steps()) + " steps more, all runs";
            case JumpTo jump -> "Go to step " + Digits.whole(jump.step()) + ", where it turned";
            case AddMomentum _ -> "Use momentum 0.9, which is faster along narrow valleys";
            case MoveStart _ -> "Start a little beside this place";
        };
    }
}
