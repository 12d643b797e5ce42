package fallline.optimizer.modifier;

import fallline.optimizer.Optimizer;
import java.util.Optional;

/// Which modifiers go with an optimizer: where one makes no sense, it is refused rather than done by halves.
///
/// @param sam whether its step reads one slope, so that SAM may say where
/// @param lookahead whether it goes on well from a point that it did not reach itself
/// @param decay whether decoupled weight decay may move θ before its step
public record ModifierFit(boolean sam, boolean lookahead, boolean decay) {
    /// All of them go.
    public static final ModifierFit ALL = new ModifierFit(true, true, true);

    /// @param searches whether a line search sets the length of its steps
    public static ModifierFit of(Optimizer optimizer, boolean searches) {
        boolean steps = !searches && !optimizer.learnsCurvature() && !optimizer.searchesLines();
        boolean here = !optimizer.readsSlopeElsewhere();
        return new ModifierFit(steps, steps && here, here);
    }

    /// Why the modifiers do not go with an optimizer, in a sentence; empty if they do.
    public static Optional<String> objection(Modifiers modifiers, Optimizer optimizer, boolean searches) {
        ModifierFit fit = of(optimizer, searches);
        String who = searches ? "a line search" : optimizer.id();
        if (modifiers.sam() != 0 && !fit.sam) {
            return Optional.of("sam does not go with " + who
                    + ", whose step is made of more than one slope: leave sam out, or take a rule such as gd");
        }
        if (modifiers.lookahead().isPresent() && !fit.lookahead) {
            return Optional.of("lookahead does not go with " + who
                    + ", which goes on from its own last point: leave lookahead out, or take a rule such as gd");
        }
        if (modifiers.decoupledWeightDecay() != 0 && !fit.decay) {
            return Optional.of("decoupled_weight_decay does not go with " + who
                    + ", which reads its slope at another point: use its own weight_decay");
        }
        return Optional.empty();
    }

    /// The modifiers without those that do not go.
    public Modifiers of(Modifiers modifiers) {
        Modifiers left = sam ? modifiers : modifiers.withSam(0);
        left = lookahead ? left : left.withLookahead(Optional.empty());
        return decay ? left : left.withDecoupledWeightDecay(0);
    }
}
