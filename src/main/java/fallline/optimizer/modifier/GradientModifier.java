package fallline.optimizer.modifier;

import fallline.algebra.Norm;
import fallline.data.RandomStream;
import fallline.optimizer.Stage;
import fallline.optimizer.rule.Rule;
import fallline.optimizer.rule.RuleLatex;
import fallline.optimizer.rule.StageList;
import java.util.List;

/// Changes a run's gradients as its [Modifiers] say. The noise of a step comes from (seed, stream, step) alone, so that
/// a jump needs no history: stream index −1 − step, apart from the indices of the epochs' permutations.
public final class GradientModifier {
    /// No name that a rule can declare.
    private static final String POINT = "θ̃";

    private final long seed;
    private final long stream;

    public GradientModifier(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
    }

    /// Goes up the slope by ρ, to where SAM reads it: `climbed` gets at + ρ g/‖g‖ (Foret et al. 2021, equation 2).
    ///
    /// @return false where there is no slope to go up; then `climbed` gets the point itself
    public static boolean climb(double radius, double[] at, double[] gradient, double[] climbed) {
        double norm = Norm.scaled(gradient);
        boolean slopes = norm > 0;
        double scale = slopes ? radius / norm : 0;
        for (int i = 0; i < at.length; i++) {
            climbed[i] = slopes ? at[i] + scale * gradient[i] : at[i];
        }
        return slopes;
    }

    /// As above, with the stage that tells of it for parameter `index`.
    public static Stage climb(double radius, double[] at, double[] gradient, double[] climbed, int index) {
        climb(radius, at, gradient, climbed);
        return new Stage(
                "up the slope by ρ (SAM)",
                POINT,
                "\\tilde{\\theta} = \\theta + \\rho\\, g / \\lVert g \\rVert",
                RuleLatex.number(at[index]) + " + " + RuleLatex.number(radius) + " \\cdot " + number(gradient[index])
                        + " / " + RuleLatex.number(Norm.scaled(gradient)),
                climbed[index]);
    }

    /// The stage of the slope that SAM reads, and with which the step is made.
    public static Stage slope(double value) {
        return new Stage(
                "the slope there",
                Rule.GRADIENT,
                "g \\leftarrow \\nabla J(\\tilde{\\theta})",
                RuleLatex.number(value),
                value);
    }

    /// The stage of a step that ends where slow weights lead it.
    ///
    /// @param part a
    /// @param weight the slow weight φ before
    /// @param fast where the rule's step ended
    /// @param value where the step ends
    public static Stage led(double part, double weight, double fast, double value, String name) {
        return new Stage(
                "lookahead: part of the way from the slow weights",
                Rule.THETA,
                name + " \\leftarrow \\varphi + a (" + name + " - \\varphi)",
                RuleLatex.number(weight) + " + " + RuleLatex.number(part) + " \\cdot (" + RuleLatex.number(fast) + " - "
                        + number(weight) + ")",
                value);
    }

    /// Changes the gradient of the step from `step` to `step + 1` in place: clip by norm, clip by value, noise.
    public void apply(Modifiers modifiers, int step, double[] gradient) {
        clipNorm(modifiers.clipNorm(), gradient);
        clipValue(modifiers.clipValue(), gradient);
        addNoise(modifiers.gradientNoise(), step, gradient);
    }

    private static void clipNorm(double limit, double[] gradient) {
        if (limit == Double.POSITIVE_INFINITY) {
            return;
        }
        double norm = Norm.scaled(gradient);
        if (norm > limit) {
            double scale = limit / norm;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= scale;
            }
        }
    }

    private static void clipValue(double limit, double[] gradient) {
        if (limit == Double.POSITIVE_INFINITY) {
            return;
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
        }
    }

    private void addNoise(double deviation, int step, double[] gradient) {
        if (deviation == 0) {
            return;
        }
        RandomStream random = RandomStream.of(seed, stream, -1L - step);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += deviation * random.normal();
        }
    }

    /// θ ← θ·(1 − α·ω).
    public static void decay(Modifiers modifiers, double rate, double[] theta) {
        double factor = 1 - rate * modifiers.decoupledWeightDecay();
        for (int i = 0; i < theta.length; i++) {
            theta[i] *= factor;
        }
    }

    /// The stages of what is modified before the rule's own, for parameter `index`; nothing is changed.
    ///
    /// @param name LaTeX of that parameter
    /// @param theta the parameters before any decay
    /// @param gradient the gradient before it is modified
    public List<Stage> explain(
            Modifiers modifiers, int step, double rate, double[] theta, double[] gradient, int index, String name) {
        StageList stages = new StageList();
        double[] g = gradient.clone();
        double before = g[index];
        clipNorm(modifiers.clipNorm(), g);
        if (g[index] != before) {
            String limit = RuleLatex.number(modifiers.clipNorm());
            String numbers = number(before) + " \\cdot " + limit + " / " + RuleLatex.number(Norm.scaled(gradient));
            stages.add("clip by norm", Rule.GRADIENT, "g \\leftarrow g\\, c / \\lVert g \\rVert", numbers, g[index]);
        }
        before = g[index];
        clipValue(modifiers.clipValue(), g);
        if (g[index] != before) {
            stages.add("clip by value", Rule.GRADIENT, "g \\leftarrow \\operatorname{clip}(g)", g[index]);
        }
        if (modifiers.decoupledWeightDecay() != 0) {
            double factor = 1 - rate * modifiers.decoupledWeightDecay();
            stages.add(
                    "decoupled weight decay",
                    Rule.THETA,
                    name + " \\leftarrow " + name + " (1 - \\alpha \\omega)",
                    number(theta[index]) + " \\cdot " + number(factor),
                    theta[index] * factor);
        }
        if (modifiers.gradientNoise() != 0) {
            before = g[index];
            addNoise(modifiers.gradientNoise(), step, g);
            stages.add(
                    "added noise",
                    Rule.GRADIENT,
                    "g \\leftarrow g + \\sigma\\, \\xi",
                    number(before) + " + " + number(g[index] - before),
                    g[index]);
        }
        return stages.list();
    }

    /// A number within a product or sum: negative ones in parentheses.
    private static String number(double value) {
        String text = RuleLatex.number(value);
        return value < 0 ? "(" + text + ")" : text;
    }
}
