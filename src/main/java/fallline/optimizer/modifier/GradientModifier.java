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
    private final long seed;
    private final long stream;

    public GradientModifier(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
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
