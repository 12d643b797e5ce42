package fallline.problem;

import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.model.NeuralNetwork;
import fallline.problem.Problem.ModelOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Networks that predict a value or classes.
record NetworkFamily() implements ModelFamily {
    private static final List<Integer> USUAL_LAYERS = List.of(8);

    @Override
    public String word() {
        return "network";
    }

    @Override
    public String title() {
        return "Neural network";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.POSITIVE, Option.LAYERS);
    }

    @Override
    public Target target() {
        return Target.VALUE_OR_CLASSES;
    }

    @Override
    public Fit fit() {
        return Fit.FUNCTION_OR_REGIONS;
    }

    @Override
    public boolean isConvex() {
        return false;
    }

    @Override
    public boolean startsAtRandom() {
        return true;
    }

    /// Standardised features: raw ones drive its units to where they are flat.
    @Override
    public ModelOptions usualOptions() {
        return new ModelOptions(false, 1, 0, true);
    }

    /// The layers stay; the loss is the one that suits the target.
    @Override
    public ModelDraft inPlaceOf(Problem before, ModelDraft draft) {
        return draft.design().isEmpty() && before instanceof Problem.Network network
                ? draft.withDesign(new NeuralNetwork.Design(
                        network.design().hidden(),
                        network.design().activation(),
                        NeuralNetwork.usualLoss(draft.data(), draft.target())))
                : draft;
    }

    @Override
    public Problem.Network make(ModelDraft draft) {
        NeuralNetwork.Design design = draft.design()
                .orElseGet(() -> new NeuralNetwork.Design(
                        USUAL_LAYERS, Activation.TANH, NeuralNetwork.usualLoss(draft.data(), draft.target())));
        return Problems.network(
                draft.data(), draft.features(), draft.target(), draft.positive(), design, draft.options());
    }

    /// One network, written down.
    record Written(Problem.Network problem) implements ModelNotation {
        /// `W1[2,3]` as W with its layer above and its places below.
        @Override
        public String latex(int index) {
            String name = problem.objective().parameterNames().get(index);
            int bracket = name.indexOf('[');
            return name.charAt(0) + "^{(" + name.substring(1, bracket) + ")}_{"
                    + name.substring(bracket + 1, name.length() - 1) + "}";
        }

        @Override
        public String axis(int index) {
            return problem.objective().parameterNames().get(index);
        }

        /// `Network 2-8-8-1 of class on x1, x2, moons`.
        @Override
        public String headline() {
            String layers = problem.objective().shape().sizes().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("-"));
            return ModelLatex.headline("Network " + layers + " of " + problem.target(), problem);
        }

        @Override
        public String best() {
            return "best fit";
        }

        /// Back-propagation: the derivative of a row's loss by the sum of a unit, times what comes into it.
        @Override
        public String slope(int index, int rows) {
            return "\\frac{1}{" + rows + "} \\sum_i "
                    + propagated(problem.objective().shape(), index);
        }

        private static String propagated(NetworkShape shape, int index) {
            for (int layer = 0; layer < shape.layers(); layer++) {
                int bias = index - shape.biases(layer);
                if (bias >= 0 && bias < shape.outputs(layer)) {
                    return String.format(Locale.ROOT, "\\delta^{(%d)}_{i%d}", layer + 1, bias + 1);
                }
                if (index < shape.weights(layer).end()) {
                    int place = index - shape.weights(layer).at();
                    int unit = place / shape.inputs(layer) + 1;
                    int input = place % shape.inputs(layer) + 1;
                    String from = layer == 0
                            ? String.format(Locale.ROOT, "x_{i%d}", input)
                            : String.format(Locale.ROOT, "a^{(%d)}_{i%d}", layer, input);
                    return String.format(Locale.ROOT, "\\delta^{(%d)}_{i%d} \\, %s", layer + 1, unit, from);
                }
            }
            throw new IllegalArgumentException("the network has no parameter " + index);
        }

        @Override
        public ProblemLatex mathematics() {
            NetworkShape shape = problem.objective().shape();
            String loss =
                    switch (shape.output()) {
                        case VALUE -> "(z_{i} - y_{i})^{2}";
                        case LOGIT -> "\\left[\\ln\\left(1 + e^{z_{i}}\\right) - y_{i} z_{i}\\right]";
                        case LOGITS -> "\\left[\\ln \\sum_{c} e^{z_{ic}} - z_{iy_{i}}\\right]";
                    };
            int last = shape.layers();
            List<String> lines = new ArrayList<>();
            for (int layer = 1; layer < last; layer++) {
                lines.add("a^{(" + layer + ")} = \\mathrm{" + shape.activation().word() + "}\\left(W_{" + layer + "} "
                        + input(layer) + " + b_{" + layer + "}\\right)");
            }
            lines.add("z = W_{" + last + "} " + input(last) + " + b_{" + last + "}");
            return new ProblemLatex(
                    "J(W, b) = \\frac{1}{m}\\sum_{i} " + loss
                            + ModelLatex.penalty(problem.options().l2(), "W"),
                    lines);
        }

        private static String input(int layer) {
            return layer == 1 ? "x" : "a^{(" + (layer - 1) + ")}";
        }
    }
}
