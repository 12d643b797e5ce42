package fallline.optimizer.modifier;

import fallline.optimizer.Demand;

/// What is done to a run besides its rule, in this order. All are off by default.
///
/// @param clipNorm the longest gradient: one with a larger Euclidean norm is scaled to it; infinite for off
/// @param clipValue the largest component: each is brought into [−clipValue, clipValue]; infinite for off
/// @param decoupledWeightDecay ω of θ ← θ·(1 − α·ω), done after the gradient at θ is known and before the rule, as
/// AdamW
///     does (Loshchilov & Hutter 2019); 0 for off
/// @param gradientNoise the standard deviation of normal noise on every component, one draw a step from the seed (after
///     Neelakantan et al. 2015, at a constant size); 0 for off
/// @param average whether the run shows the mean of the points that the rule has reached since averaging began
///     (Polyak & Juditsky 1992), while the rule itself goes on from its own last point
public record Modifiers(
        double clipNorm, double clipValue, double decoupledWeightDecay, double gradientNoise, boolean average) {
    /// Nothing is modified.
    public static final Modifiers NONE = new Modifiers(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, false);

    public Modifiers {
        Demand.that(clipNorm > 0, "clip_norm must be above 0", clipNorm);
        Demand.that(clipValue > 0, "clip_value must be above 0", clipValue);
        Demand.that(
                decoupledWeightDecay >= 0 && decoupledWeightDecay < Double.POSITIVE_INFINITY,
                "decoupled_weight_decay must be a number from 0 on",
                decoupledWeightDecay);
        Demand.that(
                gradientNoise >= 0 && gradientNoise < Double.POSITIVE_INFINITY,
                "gradient_noise must be a number from 0 on",
                gradientNoise);
    }

    /// The same with another limit of the norm.
    public Modifiers withClipNorm(double limit) {
        return new Modifiers(limit, clipValue, decoupledWeightDecay, gradientNoise, average);
    }

    /// The same with another limit of the components.
    public Modifiers withClipValue(double limit) {
        return new Modifiers(clipNorm, limit, decoupledWeightDecay, gradientNoise, average);
    }

    /// The same with another decay.
    public Modifiers withDecoupledWeightDecay(double decay) {
        return new Modifiers(clipNorm, clipValue, decay, gradientNoise, average);
    }

    /// The same with other noise.
    public Modifiers withGradientNoise(double deviation) {
        return new Modifiers(clipNorm, clipValue, decoupledWeightDecay, deviation, average);
    }

    /// The same with averaging on or off.
    public Modifiers withAverage(boolean on) {
        return new Modifiers(clipNorm, clipValue, decoupledWeightDecay, gradientNoise, on);
    }

    /// Whether the clipping limits and the noise are off.
    public boolean leaveGradient() {
        return clipNorm == Double.POSITIVE_INFINITY && clipValue == Double.POSITIVE_INFINITY && gradientNoise == 0;
    }
}
