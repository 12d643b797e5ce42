package fallline.optimizer.modifier;

import fallline.optimizer.Demand;
import java.util.Optional;

/// What is done to a run besides its rule. All are off by default. SAM says where the slope is read; then come the
/// others in the order of their parameters, the rule, the look-ahead, and the average last.
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
/// @param sam ρ: the slope is read at θ + ρ g/‖g‖, so that each step asks for two gradients (Foret et al. 2021); 0 for
///     off
/// @param lookahead how the rule is led by slow weights, if it is
public record Modifiers(
        double clipNorm,
        double clipValue,
        double decoupledWeightDecay,
        double gradientNoise,
        boolean average,
        double sam,
        Optional<Lookahead> lookahead) {
    /// Nothing is modified.
    public static final Modifiers NONE =
            new Modifiers(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, false, 0, Optional.empty());

    /// After every k steps of the rule, slow weights φ go a part of the way to where it is, φ ← φ + α(θ − φ), and the
    /// rule goes on from there with what it remembers (Zhang et al. 2019, Algorithm 1).
    ///
    /// @param k the steps between, at least 1
    /// @param alpha the part of the way, in (0, 1]
    public record Lookahead(int k, double alpha) {
        /// The authors' own.
        public static final Lookahead STANDARD = new Lookahead(5, 0.5);

        public Lookahead {
            Demand.that(k >= 1, "k of lookahead must be at least 1", k);
            Demand.that(alpha > 0 && alpha <= 1, "alpha of lookahead must be in (0, 1]", alpha);
        }
    }

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
        Demand.that(sam >= 0 && sam < Double.POSITIVE_INFINITY, "rho of sam must be a number from 0 on", sam);
    }

    /// The same with another limit of the norm.
    public Modifiers withClipNorm(double limit) {
        return new Modifiers(limit, clipValue, decoupledWeightDecay, gradientNoise, average, sam, lookahead);
    }

    /// The same with another limit of the components.
    public Modifiers withClipValue(double limit) {
        return new Modifiers(clipNorm, limit, decoupledWeightDecay, gradientNoise, average, sam, lookahead);
    }

    /// The same with another decay.
    public Modifiers withDecoupledWeightDecay(double decay) {
        return new Modifiers(clipNorm, clipValue, decay, gradientNoise, average, sam, lookahead);
    }

    /// The same with other noise.
    public Modifiers withGradientNoise(double deviation) {
        return new Modifiers(clipNorm, clipValue, decoupledWeightDecay, deviation, average, sam, lookahead);
    }

    /// The same with averaging on or off.
    public Modifiers withAverage(boolean on) {
        return new Modifiers(clipNorm, clipValue, decoupledWeightDecay, gradientNoise, on, sam, lookahead);
    }

    /// The same with another radius of SAM.
    public Modifiers withSam(double radius) {
        return new Modifiers(clipNorm, clipValue, decoupledWeightDecay, gradientNoise, average, radius, lookahead);
    }

    /// The same with another look-ahead, or none.
    public Modifiers withLookahead(Optional<Lookahead> next) {
        return new Modifiers(clipNorm, clipValue, decoupledWeightDecay, gradientNoise, average, sam, next);
    }

    /// Whether the clipping limits and the noise are off.
    public boolean leaveGradient() {
        return clipNorm == Double.POSITIVE_INFINITY && clipValue == Double.POSITIVE_INFINITY && gradientNoise == 0;
    }
}
